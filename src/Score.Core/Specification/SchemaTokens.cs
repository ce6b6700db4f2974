using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>
/// Makes JSON tokens of a YAML tree. NJsonSchema's errors carry the line of the offending token; here the "line" is the number
/// of the token's <see cref="SchemaOrigin"/> plus one, because a true line is not enough to find the node again: nodes behind
/// an alias stand in several places.
/// </summary>
internal sealed class SchemaTokens
{
    private readonly List<SchemaOrigin> _origins = [];

    private SchemaTokens()
    {
    }

    /// <summary>The origins that the tokens' line numbers count.</summary>
    public IReadOnlyList<SchemaOrigin> Origins => _origins;

    /// <summary>The tree's root.</summary>
    public JToken Root { get; private set; } = null!;

    /// <summary>Makes the tokens of a tree.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="rule">What the specification asks of it.</param>
    public static SchemaTokens Of(YamlNode root, ValueRule rule)
    {
        SchemaTokens tokens = new();
        tokens.Root = tokens.Create(new SchemaOrigin(null, null, 0, root) { Rule = rule }, out _);
        return tokens;
    }

    // A property and its value share one origin.
    private JToken Create(SchemaOrigin origin, out int line)
    {
        _origins.Add(origin);
        line = _origins.Count;
        switch (origin.Node)
        {
            case YamlMapping mapping:
                NumberedObject json = new(line);
                foreach (YamlEntry entry in mapping)
                {
                    JToken value = Create(origin.Entry(entry), out int valueLine);
                    json.Add(new NumberedProperty(entry.Name, value, valueLine));
                }

                return json;
            case YamlSequence sequence:
                NumberedArray array = new(line);
                for (int i = 0; i < sequence.Items.Count; i++) array.Add(Create(origin.Item(i, sequence.Items[i]), out _));
                return array;
            default:
                return new NumberedValue(ToJson((YamlScalar)origin.Node), line);
        }
    }

    // A date is a string in JSON, and the schema would take it for one; the value that the author wrote is then lost. Bytes
    // are of no type that a schema knows. To a schema 80.0 is a whole number. What is beyond 64 bits is beyond every limit, so any large number stands for it.
    private static object? ToJson(YamlScalar scalar) => scalar.Value switch
    {
        ulong => long.MaxValue,
        double number when Math.Abs(number) >= 1e18 => number > 0 ? long.MaxValue : long.MinValue,
        double number when Math.Floor(number) == number => (long)number,
        _ when scalar.Kind == YamlScalarKind.Timestamp => Array.Empty<byte>(),
        { } value => value,
        null => null,
    };

    private sealed class NumberedObject(int line) : JObject, IJsonLineInfo
    {
        int IJsonLineInfo.LineNumber => line;

        int IJsonLineInfo.LinePosition => 1;

        bool IJsonLineInfo.HasLineInfo() => true;
    }

    private sealed class NumberedArray(int line) : JArray, IJsonLineInfo
    {
        int IJsonLineInfo.LineNumber => line;

        int IJsonLineInfo.LinePosition => 1;

        bool IJsonLineInfo.HasLineInfo() => true;
    }

    private sealed class NumberedProperty(string name, JToken value, int line) : JProperty(name, value), IJsonLineInfo
    {
        int IJsonLineInfo.LineNumber => line;

        int IJsonLineInfo.LinePosition => 1;

        bool IJsonLineInfo.HasLineInfo() => true;
    }

    private sealed class NumberedValue(object? value, int line) : JValue(value), IJsonLineInfo
    {
        int IJsonLineInfo.LineNumber => line;

        int IJsonLineInfo.LinePosition => 1;

        bool IJsonLineInfo.HasLineInfo() => true;
    }
}
