using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Parity;
using Score.Core.Platforms;
using Score.Core.Specification;
using Score.Core.Tests.Resources;
using Score.Core.Yaml;

namespace Score.Core.Tests.Parity;

/// <summary>What the report says about score files.</summary>
internal static class ParityFindings
{
    /// <summary>The findings of the report alone: without those that one of the platforms has by itself.</summary>
    public static DiagnosticBag Of(IReadOnlyList<LoadedWorkload> workloads, HttpProbeMode probe = HttpProbeMode.Ignore, string[]? publish = null,
        string compose = "", string kubernetes = "", string both = "", bool useBuiltIn = true)
    {
        DiagnosticBag bag = new();
        ComposeOptions options = new(".score-compose/mounts")
        {
            HttpProbe = probe,
            Ports = (publish ?? []).Select(p => new PublishedPort(p, SourceSpan.WholeFile("app.csproj"))).ToList(),
        };
        PlatformBuild inCompose = Build(new ComposePlatform(options), both + compose);
        PlatformBuild inKubernetes = Build(TestPlatforms.Kubernetes, both + kubernetes);
        if (bag.HasErrors) throw new InvalidOperationException(Check.Show(bag.ToSortedList()));

        DiagnosticBag report = new();
        ParityReport.Write(inCompose, inKubernetes, report);
        return report;

        PlatformBuild Build(Platform platform, string provisioners) => PlatformBuild.Run(
            workloads,
            new BuildOptions(platform, "project", _ => "value", "")
            {
                Provisioners = provisioners.Length == 0 ? [] : Provisioned.Read(provisioners),
                UseBuiltIn = useBuiltIn,
                Seed = () => [1],
            },
            bag);
    }

    /// <summary>Score files in which the findings of a report are marked, one at each mark. Their codes, and their messages below.</summary>
    public static string In(string[] marked, HttpProbeMode probe = HttpProbeMode.Ignore, string[]? publish = null, string compose = "", string kubernetes = "",
        string both = "", bool useBuiltIn = false)
    {
        DiagnosticBag bag = new();
        List<LoadedWorkload> workloads = [];
        List<string> expected = [];
        foreach ((string text, int number) in marked.Select((t, i) => (t, i)))
        {
            string path = Path.Combine(Path.GetTempPath(), $"score-{number}.yaml");
            byte[] bytes = Encoding.UTF8.GetBytes(Check.Strip(text, out List<string> places));
            workloads.Add(WorkloadLoader.Load(SourceReader.Decode(path, bytes, bag)!, path, bag)!);
            expected.AddRange(places);
        }

        if (bag.HasErrors) throw new InvalidOperationException(Check.Show(bag.ToSortedList()));
        List<Diagnostic> all = Of(workloads, probe, publish, compose, kubernetes, both, useBuiltIn).ToSortedList().ToList();
        List<Diagnostic> found = all.Where(f => f.Span.Line > 0).OrderBy(f => f.Span.File, StringComparer.Ordinal).ToList();
        if (!found.Select(f => Check.Place(f.Span)).SequenceEqual(expected))
            throw new InvalidOperationException($"Expected at {string.Join(" ", expected)}: {Check.Show(all)}");
        return string.Join(" ", all.Select(f => f.Descriptor.Code)) + "\n" + string.Join("\n", all.Select(f => f.Message));
    }

    /// <summary>One score file.</summary>
    public static string In(string marked, HttpProbeMode probe = HttpProbeMode.Ignore, string[]? publish = null, string compose = "", string kubernetes = "",
        string both = "", bool useBuiltIn = false) =>
        In([marked], probe, publish, compose, kubernetes, both, useBuiltIn);
}
