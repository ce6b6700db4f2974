using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Tests;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>What a build does with a score file, from its bytes to those of compose.yaml.</summary>
internal static class Pipeline
{
    private static readonly ComposeOptions Options = new("project", ".score-compose/mounts", "image:1", HttpProbeMode.Curl, name => "value of " + name, "");
    private static readonly ProvisioningOptions Provisioning = new(TestPlatforms.Compose, "project", name => "value of " + name, "") { Seed = () => [] };

    /// <summary>Checks and translates a file.</summary>
    /// <returns>The findings and, when none is an error, the output.</returns>
    public static Outcome Run(string path, byte[] content)
    {
        DiagnosticBag bag = new();
        byte[]? output = null;
        if (SourceReader.Decode(path, content, bag) is { } source && WorkloadLoader.Load(source, path, bag) is { } loaded && !bag.HasErrors)
            output = Translate(loaded, bag);
        return new Outcome(bag.ToSortedList(), output);
    }

    /// <summary>Translates a workload without errors.</summary>
    public static byte[]? Translate(LoadedWorkload loaded, DiagnosticBag bag)
    {
        ProvisionedResources resources = ProvisionedResources.Provision([loaded.Workload], Provisioning, bag);
        ComposeProject project = ComposeTranslator.Translate([loaded], resources, Options, bag);
        resources.ReportFallbacks(bag);
        if (bag.HasErrors) return null;
        return [.. ComposeFile.Write(project, ["score.yaml"]), .. project.Files.SelectMany(f => f.Bytes), .. EnvironmentFile.AddMissing(null, project.Variables)];
    }
}

/// <summary>What came of a file.</summary>
internal sealed record Outcome(IReadOnlyList<Diagnostic> Findings, byte[]? Output)
{
    /// <summary>All that a user sees, as one text.</summary>
    public string Show() => string.Join("\n", Findings.Select(f => $"{f.Descriptor.Code} {f.Span} {f.Message}")) + "\n" + Encoding.UTF8.GetString(Output ?? []);
}
