using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;

namespace Score.Core.Resources.Outputs;

/// <summary>Outputs of a resource that no provisioner knows: values that the user brings.</summary>
internal abstract class FallbackOutputs : ResourceOutputs
{
    private const int MaxShown = 20;
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>What placeholders have asked for: variables, or keys.</summary>
    public IReadOnlyCollection<string> Used => _used;

    /// <summary>What the outputs are, in words that follow "are".</summary>
    public abstract Phrase Description { get; }

    /// <summary>Where the values come from, in two or three words of a table.</summary>
    public virtual string Origin => "values that you bring";

    /// <summary>Whether its names are those of the whole project, so that two resources may mean one value.</summary>
    public virtual bool SharesNames => false;

    /// <summary>What has been asked for, or an example.</summary>
    private protected string Shown(string example) => _used.Count == 0 ? example : Enumerate(_used);

    /// <summary>What becomes of a resource, in words that follow "No provisioner knows its type".</summary>
    /// <param name="resource">The resource's name.</param>
    public Phrase Consequence(string resource) =>
        new(() => Used.Count == 0 ? $", so nothing is made for '{Excerpt.Of(resource)}'" : $", so the outputs of '{Excerpt.Of(resource)}' are {Description}");

    /// <summary>Names as a list that is not too long to read.</summary>
    public static string Enumerate(IReadOnlyCollection<string> names)
    {
        string shown = string.Join(", ", names.Take(MaxShown).Select(Excerpt.Of));
        return names.Count > MaxShown ? $"{shown} and {names.Count - MaxShown} more" : shown;
    }

    private protected void Use(string name) => _used.Add(name);
}
