using System.Linq;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>The version of a chart, which is one of Semantic Versioning.</summary>
internal static class ChartVersion
{
    /// <summary>The version of a chart whose project says nothing that could be one.</summary>
    public const string Default = "0.1.0";

    private const int Parts = 3;

    /// <summary>
    /// The version of a project as one of Semantic Versioning: missing numbers are 0, and a fourth one becomes build metadata.
    /// <see cref="Default"/> for what is no version.
    /// </summary>
    /// <param name="version">Such as <c>1.4</c>, <c>1.4.0-rc.1</c> or <c>1.4.0.27</c>.</param>
    public static string Of(string version)
    {
        int plus = version.IndexOf('+');
        string build = plus < 0 ? "" : version.Substring(plus + 1);
        string rest = plus < 0 ? version : version.Substring(0, plus);
        int dash = rest.IndexOf('-');
        string[] numbers = (dash < 0 ? rest : rest.Substring(0, dash)).Split('.').Select(WithoutZeros).ToArray();
        string preRelease = dash < 0 ? "" : rest.Substring(dash + 1);
        bool isSound = numbers.Length <= Parts + 1 && numbers.All(n => n.Length > 0 && n.All(IsDigit))
            && (dash < 0 || preRelease.Split('.').All(p => IsIdentifier(p) && !(p.Length > 1 && p[0] == '0' && p.All(IsDigit))))
            && (plus < 0 || build.Split('.').All(IsIdentifier));
        if (!isSound) return Default;

        if (numbers.Length > Parts && numbers[Parts] != "0") build = build.Length == 0 ? numbers[Parts] : $"{build}.{numbers[Parts]}";
        string core = string.Join(".", numbers.Concat(["0", "0"]).Take(Parts));
        return core + (dash < 0 ? "" : "-" + preRelease) + (build.Length == 0 ? "" : "+" + build);
    }

    private static string WithoutZeros(string number) => number.Length > 1 ? number.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0" : number;

    private static bool IsIdentifier(string text) => text.Length > 0 && text.All(c => IsDigit(c) || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
