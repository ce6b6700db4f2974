using System;
using System.Collections.Generic;
using System.Globalization;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>Turns YAML trees into values of templates.</summary>
internal static class YamlValues
{
    /// <summary>
    /// The value of a node: mappings become maps, sequences lists, whole numbers ints, other numbers float64s, and dates
    /// strings. A node that stands in several places through an alias becomes a value of its own in each.
    /// </summary>
    public static GoValue Of(YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                GoMap map = new();
                foreach (YamlEntry entry in mapping) map[entry.Name] = Of(entry.Value);
                return GoValue.Of(map);
            case YamlSequence sequence:
                GoValue[] items = new GoValue[sequence.Items.Count];
                for (int i = 0; i < items.Length; i++) items[i] = Of(sequence.Items[i]);
                return GoValue.Of(GoList.Of(items));
            case YamlScalar scalar:
                return Of(scalar);
            default:
                throw new ArgumentOutOfRangeException(nameof(node));
        }
    }

    /// <summary>The node of a value that consists of maps, lists and scalars. The keys of maps are sorted.</summary>
    public static YamlNode ToNode(GoValue value)
    {
        if (value.IsNilReference) return new YamlScalar { Text = "null", Kind = YamlScalarKind.Null };
        switch (value.Kind)
        {
            case GoKind.Map:
                YamlMapping mapping = new();
                GoMap map = value.AsMap;
                foreach (string key in map.SortedKeys()) mapping.Set(key, ToNode(map[key]));
                return mapping;
            case GoKind.Slice:
                List<YamlNode> items = [];
                GoList list = value.AsList;
                for (int i = 0; i < list.Count; i++) items.Add(ToNode(list[i]));
                return new YamlSequence(items);
            case GoKind.Bool:
                return YamlScalar.Boolean(value.AsBool);
            case GoKind.Int or GoKind.Int64:
                return YamlScalar.Integer(value.AsLong);
            case GoKind.Float64:
                return new YamlScalar
                {
                    Text = value.AsDouble.ToString("R", CultureInfo.InvariantCulture),
                    Kind = YamlScalarKind.Float,
                    Value = value.AsDouble,
                };
            case GoKind.String:
                return YamlScalar.String(value.AsString);
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    private static GoValue Of(YamlScalar scalar) => scalar.Value switch
    {
        null => GoValue.Nil,
        bool value => GoValue.Of(value),
        long value => GoValue.Int(value),
        ulong value => GoValue.Uint64(value),
        double value => GoValue.Of(value),
        string value => GoValue.Of(value),
        _ => GoValue.Of(scalar.Text),
    };
}
