using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>What a build does with a score file, from its bytes to those of compose.yaml.</summary>
internal static class Pipeline
{
    /// <summary>What the build is told.</summary>
    public static BuildOptions Options { get; } = new(Compose("image:1", HttpProbeMode.Curl), "project", name => "value of " + name, "")
    {
        Seed = () => [],
        ScoreFiles = ["score.yaml"],
    };

    /// <summary>Docker Compose.</summary>
    public static Platform Compose(string image, HttpProbeMode probe, params PublishedPort[] ports) =>
        new ComposePlatform(new ComposeOptions(".score-compose/mounts") { Image = image, HttpProbe = probe, Ports = ports });

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
    public static byte[]? Translate(LoadedWorkload loaded, DiagnosticBag bag) => Build([loaded], Options, bag);

    /// <summary>All that a build writes of workloads without errors; null when it finds one.</summary>
    public static byte[]? Build(IReadOnlyList<LoadedWorkload> workloads, BuildOptions options, DiagnosticBag bag)
    {
        PlatformBuild build = PlatformBuild.Run(workloads, options, bag);
        if (bag.HasErrors) return null;
        PlatformOutput output = build.Output;
        return [.. output.Files.SelectMany(f => f.Bytes), .. EnvironmentFile.AddMissing(null, output.Variables)];
    }
}

/// <summary>What came of a file.</summary>
internal sealed record Outcome(IReadOnlyList<Diagnostic> Findings, byte[]? Output)
{
    /// <summary>All that a user sees, as one text.</summary>
    public string Show() => string.Join("\n", Findings.Select(f => $"{f.Descriptor.Code} {f.Span} {f.Message}")) + "\n" + Encoding.UTF8.GetString(Output ?? []);
}
