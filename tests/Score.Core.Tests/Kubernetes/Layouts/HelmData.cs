using System.Linq;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes.Layouts;

/// <summary>Values on their way through Helm. The fuzzer of bench/ uses it too.</summary>
internal static class HelmData
{
    /// <summary>A value as templates see it: Helm reads values through JSON, where all numbers are of one type.</summary>
    public static GoValue Floats(GoValue value)
    {
        switch (value.Kind)
        {
            case GoKind.Map:
                GoMap map = new();
                foreach (string key in value.AsMap.SortedKeys()) map[key] = Floats(value.AsMap[key]);
                return GoValue.Of(map);
            case GoKind.Slice:
                return GoValue.Of(GoList.Of(value.AsList.Items.Select(Floats).ToArray()));
            default:
                return value.IsSigned ? GoValue.Of((double)value.AsLong) : value;
        }
    }

    /// <summary>What the function <c>toYaml</c> writes.</summary>
    public static YamlNode Node(GoValue value)
    {
        switch (value.Kind)
        {
            case GoKind.Map:
                YamlMapping mapping = new();
                foreach (string key in value.AsMap.SortedKeys()) mapping.Set(key, Node(value.AsMap[key]));
                return mapping;
            case GoKind.Slice:
                return new YamlSequence(value.AsList.Items.Select(Node));
            case GoKind.Float64 when value.AsDouble == (long)value.AsDouble:
                return YamlScalar.Integer((long)value.AsDouble);
            case GoKind.Float64:
                return new YamlScalar { Kind = YamlScalarKind.Float, Value = value.AsDouble };
            case GoKind.Bool:
                return YamlScalar.Boolean(value.AsBool);
            default:
                return value.IsNothing ? new YamlScalar { Kind = YamlScalarKind.Null } : YamlScalar.String(value.AsString);
        }
    }
}
