using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>
/// Reads a YAML tree as JSON. NJsonSchema's errors carry the line of the offending token; here the "line" is the number of
/// the token's <see cref="SchemaOrigin"/> plus one, because a true line is not enough to find the node again: nodes behind an
/// alias stand in several places.
/// </summary>
internal sealed class SchemaTokenReader : JsonReader, IJsonLineInfo
{
    private readonly Stack<(SchemaOrigin Origin, int Next)> _open = new();
    private readonly List<SchemaOrigin> _origins = [];
    private SchemaOrigin? _pending;
    private int _current;

    private SchemaTokenReader(YamlNode root) => _pending = new SchemaOrigin(null, null, 0, root);

    public int LineNumber => _current + 1;

    public int LinePosition => 1;

    /// <summary>The tree as a JSON token, with the origins that the token's line numbers count.</summary>
    public static (JToken Token, IReadOnlyList<SchemaOrigin> Origins) Load(YamlNode root)
    {
        using SchemaTokenReader reader = new(root) { MaxDepth = null };
        JToken token = JToken.Load(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load });
        return (token, reader._origins);
    }

    public bool HasLineInfo() => true;

    public override bool Read()
    {
        if (_pending is { } value)
        {
            _pending = null;
            Begin(value);
            return true;
        }

        if (_open.Count == 0) return false;
        (SchemaOrigin origin, int next) = _open.Pop();
        switch (origin.Node)
        {
            case YamlMapping mapping when next < mapping.Count:
                _open.Push((origin, next + 1));
                YamlEntry entry = mapping[next];
                _pending = Number(new SchemaOrigin(origin, entry.Key, 0, entry.Value));
                SetToken(JsonToken.PropertyName, entry.Name);
                return true;
            case YamlSequence sequence when next < sequence.Items.Count:
                _open.Push((origin, next + 1));
                Begin(new SchemaOrigin(origin, null, next, sequence.Items[next]));
                return true;
            default:
                SetToken(origin.Node is YamlMapping ? JsonToken.EndObject : JsonToken.EndArray);
                return true;
        }
    }

    private SchemaOrigin Number(SchemaOrigin origin)
    {
        _current = _origins.Count;
        _origins.Add(origin);
        return origin;
    }

    private void Begin(SchemaOrigin origin)
    {
        // The value after a property name shares the name's number.
        if (origin.Key is null) Number(origin);
        switch (origin.Node)
        {
            case YamlMapping:
                _open.Push((origin, 0));
                SetToken(JsonToken.StartObject);
                break;
            case YamlSequence:
                _open.Push((origin, 0));
                SetToken(JsonToken.StartArray);
                break;
            default:
                YamlScalar scalar = (YamlScalar)origin.Node;
                (JsonToken token, object? value) = Convert(scalar);
                SetToken(token, value);
                break;
        }
    }

    // To a schema 80.0 is a whole number. What is beyond 64 bits is beyond every limit, so any large number stands for it.
    private static (JsonToken Token, object? Value) Convert(YamlScalar scalar) => scalar.Value switch
    {
        null => (JsonToken.Null, null),
        bool boolean => (JsonToken.Boolean, boolean),
        long integer => (JsonToken.Integer, integer),
        ulong => (JsonToken.Integer, long.MaxValue),
        double number when Math.Abs(number) >= 1e18 => (JsonToken.Integer, number > 0 ? long.MaxValue : long.MinValue),
        double number when Math.Floor(number) == number => (JsonToken.Integer, (long)number),
        double number => (JsonToken.Float, number),
        _ when scalar.Kind == YamlScalarKind.Timestamp => (JsonToken.Date, DateTime.MinValue),
        _ => (JsonToken.String, scalar.Text),
    };
}
