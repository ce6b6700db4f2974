using System;
using System.Collections.Generic;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>
/// What the specification asks of a value. The rules are described once, in <see cref="ScoreSpecification"/>, and have two users:
/// <see cref="Accepts"/>, which a build asks about every file, and <see cref="ScoreSchema"/>, which makes the JSON schema of
/// them: the source of messages and of the file for editors.
/// </summary>
internal abstract class ValueRule
{
    /// <summary>Whether a value, with all that it holds, follows the rule.</summary>
    public abstract bool Accepts(YamlNode value);
}

/// <summary>A text.</summary>
internal sealed class TextRule : ValueRule
{
    /// <summary>The rule for its characters, or null for any text.</summary>
    public ScoreFormat? Format { get; init; }

    /// <summary>The fewest characters.</summary>
    public int MinLength { get; init; }

    /// <summary>The most characters.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>The only texts that are allowed, or null for any.</summary>
    public string[]? Allowed { get; init; }

    /// <inheritdoc/>
    public override bool Accepts(YamlNode value) =>
        value is YamlScalar { Kind: YamlScalarKind.String, Text: { } text }
        && text.Length >= MinLength
        && text.Length <= MaxLength
        && (Allowed is null || Array.IndexOf(Allowed, text) >= 0)
        && (Format is null || Format.IsValid(text));
}

/// <summary>A whole number. A fraction of zero is one: <c>80.0</c>.</summary>
internal sealed class IntegerRule(long minimum, long maximum) : ValueRule
{
    /// <summary>The smallest number.</summary>
    public long Minimum => minimum;

    /// <summary>The largest number.</summary>
    public long Maximum => maximum;

    /// <inheritdoc/>
    public override bool Accepts(YamlNode value) => value is YamlScalar scalar && scalar.Value switch
    {
        long number => number >= minimum && number <= maximum,
        double number => number >= minimum && number <= maximum && Math.Floor(number) == number,
        _ => false,
    };
}

/// <summary>True or false.</summary>
internal sealed class BooleanRule : ValueRule
{
    /// <inheritdoc/>
    public override bool Accepts(YamlNode value) => value is YamlScalar { Value: bool };
}

/// <summary>A list whose items follow one rule.</summary>
internal sealed class ListRule(ValueRule item) : ValueRule
{
    /// <summary>The rule for each item.</summary>
    public ValueRule Item => item;

    /// <inheritdoc/>
    public override bool Accepts(YamlNode value)
    {
        if (value is not YamlSequence list) return false;
        foreach (YamlNode each in list.Items)
        {
            if (!item.Accepts(each)) return false;
        }

        return true;
    }
}

/// <summary>A mapping whose keys the author chooses.</summary>
internal sealed class MapRule(ValueRule value) : ValueRule
{
    /// <summary>The rule for each value.</summary>
    public ValueRule Value => value;

    /// <summary>The rule for each key, or null for any.</summary>
    public ScoreFormat? Keys { get; init; }

    /// <summary>What a key names, in a word for messages, such as <c>container</c>.</summary>
    public string KeysName { get; init; } = "";

    /// <summary>The fewest entries.</summary>
    public int MinCount { get; init; }

    /// <inheritdoc/>
    public override bool Accepts(YamlNode node)
    {
        if (node is not YamlMapping mapping || mapping.Count < MinCount) return false;
        for (int i = 0; i < mapping.Count; i++)
        {
            if (Keys is not null && !Keys.IsValid(mapping[i].Name)) return false;
            if (!value.Accepts(mapping[i].Value)) return false;
        }

        return true;
    }
}

/// <summary>A mapping with keys that the specification names.</summary>
/// <param name="definition">Its name under <c>$defs</c> of the specification's schema, which is its place there; empty for the root and for values that have
/// none.</param>
/// <param name="description">What it describes, in a sentence for editors.</param>
/// <param name="keys">The keys, in the order in which people write them.</param>
internal sealed class ObjectRule(string definition, string description, params KeyRule[] keys) : ValueRule
{
    /// <summary>Its name under <c>$defs</c> of the specification's schema, or an empty string.</summary>
    public string Definition => definition;

    /// <summary>What it describes, in a sentence for editors.</summary>
    public string Description => description;

    /// <summary>The keys.</summary>
    public IReadOnlyList<KeyRule> Keys => keys;

    /// <summary>Whether there may be other keys, with any values.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The keys of which exactly one must be given, or null.</summary>
    public string[]? OneOf { get; init; }

    /// <summary>The keys of which at least one must be given, or null.</summary>
    public string[]? AnyOf { get; init; }

    /// <summary>The rule for a key, or null when the specification does not name it.</summary>
    public KeyRule? Find(string name)
    {
        foreach (KeyRule key in keys)
        {
            if (key.Name == name) return key;
        }

        return null;
    }

    /// <inheritdoc/>
    public override bool Accepts(YamlNode value)
    {
        if (value is not YamlMapping mapping) return false;
        for (int i = 0; i < mapping.Count; i++)
        {
            if (Find(mapping[i].Name) is { } key ? !key.Value.Accepts(mapping[i].Value) : !IsOpen) return false;
        }

        foreach (KeyRule key in keys)
        {
            if (key.IsRequired && mapping[key.Name] is null) return false;
        }

        return (OneOf is null || Count(mapping, OneOf) == 1) && (AnyOf is null || Count(mapping, AnyOf) > 0);
    }

    private static int Count(YamlMapping mapping, string[] names)
    {
        int count = 0;
        foreach (string name in names)
        {
            if (mapping[name] is not null) count++;
        }

        return count;
    }
}

/// <summary>A key that the specification names.</summary>
/// <param name="name">The key.</param>
/// <param name="value">What it asks of the value.</param>
/// <param name="description">What the value means, in a sentence for editors.</param>
internal sealed class KeyRule(string name, ValueRule value, string description)
{
    /// <summary>The key.</summary>
    public string Name => name;

    /// <summary>What the specification asks of the value.</summary>
    public ValueRule Value => value;

    /// <summary>What the value means, in a sentence for editors.</summary>
    public string Description => description;

    /// <summary>Whether the key must be there.</summary>
    public bool IsRequired { get; init; }
}
