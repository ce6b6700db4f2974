using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Yaml;

namespace Score.Core.Tests.Overrides;

/// <summary>Overrides a tree and shows what came of it on one line.</summary>
internal static class Overriding
{
    /// <summary>Where a project's own overrides are.</summary>
    public static readonly SourceSpan Project = SourceSpan.WholeFile("/project/app.csproj");

    /// <summary>The tree after property overrides, as JSON with sorted keys; the findings when there are any.</summary>
    public static string WithProperties(string yaml, params string[] properties) => Apply(yaml, [], properties);

    /// <summary>The tree after an overrides file.</summary>
    public static string WithFile(string yaml, params string[] files) => Apply(yaml, files, []);

    /// <summary>Overrides of the form <c>PATH=VALUE</c>.</summary>
    public static List<PropertyOverride> Properties(params string[] properties) => properties
        .Select(p => new PropertyOverride(p[..p.IndexOf('=')], p[(p.IndexOf('=') + 1)..], Project))
        .ToList();

    private static string Apply(string yaml, string[] files, string[] properties)
    {
        DiagnosticBag bag = new();
        YamlMapping before = (YamlMapping)YamlReader.Read(new SourceText("/project/score.yaml", yaml), bag)!;
        string original = CanonicalJson.Write(before);
        WorkloadOverrides overrides = new(files.Select((f, i) => new SourceText($"/project/{i}.yaml", f)).ToList(), Properties(properties));
        YamlMapping after = overrides.Apply(before, bag);
        if (CanonicalJson.Write(before) != original) return "The original tree has changed.";
        string findings = string.Join("\n", bag.ToSortedList().Select(d => $"{d.Descriptor.Code} {d.Message}"));
        return findings.Length > 0 ? findings : CanonicalJson.Write(after).Replace("\"", "", System.StringComparison.Ordinal);
    }
}
