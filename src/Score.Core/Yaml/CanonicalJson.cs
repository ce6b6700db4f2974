using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Score.Core.Yaml;

/// <summary>Writes a tree as compact JSON with sorted keys, as Go's <c>encoding/json</c> does: the form that placeholders for values other than strings
/// take.</summary>
internal static class CanonicalJson
{
    /// <summary>Whether two trees have the same keys and values, in whatever order the keys are; also when both are null.</summary>
    public static bool AreEqual(YamlNode? one, YamlNode? other) =>
        one is null || other is null ? one == other : string.Equals(Write(one), Write(other), StringComparison.Ordinal);

    /// <summary>The text of a tree.</summary>
    public static string Write(YamlNode node)
    {
        StringBuilder output = new();
        Append(output, node);
        return output.ToString();
    }

    private static void Append(StringBuilder output, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                output.Append('{');
                string separator = "";
                foreach (YamlEntry entry in mapping.OrderBy(e => e.Name, StringComparer.Ordinal))
                {
                    output.Append(separator);
                    AppendString(output, entry.Name);
                    output.Append(':');
                    Append(output, entry.Value);
                    separator = ",";
                }

                output.Append('}');
                break;
            case YamlSequence sequence:
                output.Append('[');
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    if (i > 0) output.Append(',');
                    Append(output, sequence.Items[i]);
                }

                output.Append(']');
                break;
            default:
                AppendScalar(output, (YamlScalar)node);
                break;
        }
    }

    private static void AppendScalar(StringBuilder output, YamlScalar scalar)
    {
        switch (scalar.Value)
        {
            case null:
                output.Append("null");
                break;
            case bool boolean:
                output.Append(boolean ? "true" : "false");
                break;
            case double number:
                output.Append(FormatFloat(number));
                break;
            case string text:
                AppendString(output, text);
                break;
            case IFormattable integer:
                output.Append(integer.ToString(null, CultureInfo.InvariantCulture));
                break;
        }
    }

    // The shortest digits that read back the same; an exponent below 1e-6 and from 1e21 on. JSON has no infinity.
    private static string FormatFloat(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number)) return "null";
        double magnitude = Math.Abs(number);
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (magnitude != 0 && (magnitude < 1e-6 || magnitude >= 1e21))
        {
            string text = shortest.Contains('E') ? shortest : number.ToString("0.################E+0", CultureInfo.InvariantCulture);
            text = text.Replace('E', 'e');
            return text.Replace("e-0", "e-").Replace("e+0", "e+");
        }

        return shortest.Contains('E')
            ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : shortest;
    }

    private static void AppendString(StringBuilder output, string text)
    {
        output.Append('"');
        foreach (char c in text)
        {
            switch (c)
            {
                case '"': output.Append("\\\""); break;
                case '\\': output.Append("\\\\"); break;
                case '\n': output.Append("\\n"); break;
                case '\r': output.Append("\\r"); break;
                case '\t': output.Append("\\t"); break;
                case '\b': output.Append("\\b"); break;
                case '\f': output.Append("\\f"); break;
                default:
                    if (c < ' ' || c is '<' or '>' or '&' or '\u2028' or '\u2029')
                        output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    else output.Append(c);
                    break;
            }
        }

        output.Append('"');
    }
}
