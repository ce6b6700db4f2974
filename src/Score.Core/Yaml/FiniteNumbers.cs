using System.Globalization;

namespace Score.Core.Yaml;

/// <summary>Looks for numbers that JSON cannot carry: <c>.inf</c>, <c>-.inf</c> and <c>.nan</c>.</summary>
internal static class FiniteNumbers
{
    /// <summary>The path of the first such number in a tree, or null when there is none.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="path">Its own path, empty for the root.</param>
    public static string? FirstOther(YamlNode node, string path = "")
    {
        switch (node)
        {
            case YamlScalar { Value: double number }:
                return double.IsNaN(number) || double.IsInfinity(number) ? path : null;
            case YamlMapping mapping:
                foreach (YamlEntry entry in mapping)
                {
                    if (FirstOther(entry.Value, Join(path, entry.Name)) is { } found) return found;
                }

                break;
            case YamlSequence list:
                for (int i = 0; i < list.Items.Count; i++)
                {
                    if (FirstOther(list.Items[i], Join(path, i.ToString(CultureInfo.InvariantCulture))) is { } found) return found;
                }

                break;
        }

        return null;
    }

    private static string Join(string path, string step) => path.Length == 0 ? step : $"{path}.{step}";
}
