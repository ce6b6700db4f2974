using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;

namespace Score.Core.Resources.Secrets;

/// <summary>
/// A value that must not be in a file that one commits. While templates run, a random text stands for it, by which it is found in
/// whatever they make; what whoever builds gave in its place may be any text, such as <c>postgres</c>, which stands everywhere.
/// </summary>
/// <param name="Text">The text that stands for it.</param>
/// <param name="Origin">Where the value comes from.</param>
/// <param name="Prefix">What its name begins with, such as <c>POSTGRES_SHOP_DB</c>; empty for one that belongs to no resource.</param>
/// <param name="Place">Where it was made.</param>
internal sealed record SecretValue(string Text, SecretOrigin Origin, string Prefix, SourceSpan Place)
{
    /// <summary>The value itself.</summary>
    public string Value { get; init; } = Text;

    /// <summary>For a computed value, the texts of the secret values that it was made of.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>
    /// Its name, such as <c>POSTGRES_SHOP_DB_PASSWORD</c>: what a variable or a key that holds it is called. Empty for a value that
    /// was drawn where it is used, until that place names it (<see cref="SecretValues.Name"/>).
    /// </summary>
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    /// <remarks>What the compiler would write compares the enumeration by a generic class, which is compiled at run time.</remarks>
    public bool Equals(SecretValue? other) => ReferenceEquals(this, other)
        || (other is not null && Text == other.Text && Origin == other.Origin && Prefix == other.Prefix && Place == other.Place && Value == other.Value
            && ReferenceEquals(Sources, other.Sources) && Name == other.Name);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
