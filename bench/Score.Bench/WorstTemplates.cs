using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Parity;
using Score.Core.Platforms;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Tests;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>Templates of provisioners that try to take long, and what a build for both platforms could lose time with.</summary>
internal static class WorstTemplates
{
    private const string Head = "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\n";
    private const string Strings = "{{ $s := repeat 100000 `a` }}{{ $l := list }}{{ range $i := 50 }}{{ $l = append $l (print $s (sub 99 $i)) }}{{ end }}";

    // Keys and regular expressions take their time for good reasons, but not for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static bool Run()
    {
        bool isGood = true;
        foreach ((string name, string template, int resources) in Templates()) isGood &= Time(name, () => Provision(template, resources));
        return isGood & Time("5,000 chained containers, twice", Compare);
    }

    private static IEnumerable<(string Name, string Template, int Resources)> Templates()
    {
        yield return ("a pattern of braces", "{{ regexMatch (repeat 100000 `{`) `x` }}", 1);
        yield return ("a pattern of 2 MB", "{{ regexMatch (repeat 2000000 `a`) `x` }}", 1);
        yield return ("many patterns", "{{ range 10000 }}{{ $x := regexMatch (print . (repeat 4000 `{`)) `x` }}{{ end }}", 1);
        yield return ("many patterns with classes", "{{ range 10000 }}{{ $x := regexMatch (print . (repeat 1000 `\\pL`)) `x` }}{{ end }}", 1);
        yield return ("large repetitions", "{{ range 10000 }}{{ $x := regexMatch (print . (repeat 300 `[a-z]{1000}`)) (repeat 1000 `a`) }}{{ end }}", 1);
        yield return ("sorting long texts", Strings + "{{ range 10000 }}{{ $x := sortAlpha $l }}{{ end }}", 1);
        yield return ("comparing long texts", Strings + "{{ range 10000 }}{{ $x := without $l 1 (print $s 10) }}{{ end }}", 1);
        yield return ("unique long texts", Strings + "{{ range 10000 }}{{ $x := uniq $l }}{{ end }}", 1);
        yield return ("finding long texts", Strings + "{{ range 10000 }}{{ $x := has (print $s 11) $l }}{{ end }}", 1);
        yield return ("long keys", "{{ $s := repeat 100000 `a` }}{{ $d := dict }}{{ range $i := 40 }}{{ $_ := set $d (print $s (add 10 $i)) 1 }}{{ end }}{{ " +
            "range 10000 }}{{ $x := keys $d }}{{ end }}", 1);
        yield return ("RSA keys", "{{ range 16 }}{{ $x := genPrivateKey `rsa` }}{{ end }}", 1);
        yield return ("certificates of 100 resources", "{{ range 4 }}{{ $x := genCA `x` 1 }}{{ end }}", 100);
        yield return ("steps of 600 resources", "{{ range 4000000 }}{{ end }}", 600);
        yield return ("text of 600 resources", "a: {{ repeat 2000000 `x` }}", 600);
        yield return ("values of 600 resources", "a: [{{ repeat 70000 `x,` }}]", 600);
    }

    private static bool Time(string name, Func<DiagnosticBag> run)
    {
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<Diagnostic> found = run().ToSortedList();
        watch.Stop();
        string first = found.Count > 0 ? $"{found.Count} findings, {found[0].Descriptor.Code}" : "no finding";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-34}{watch.Elapsed.TotalMilliseconds,8:0} ms{Process.GetCurrentProcess().PeakWorkingSet64 / 1048576,7} MiB at most  {first}"));
        return watch.Elapsed <= Longest;
    }

    private static DiagnosticBag Provision(string template, int resources)
    {
        DiagnosticBag bag = new();
        ProvisionerFileReader reader = new(TestPlatforms.Sections, bag);
        reader.Read(new SourceText("worst.provisioners.yaml", "- uri: template://worst\n  type: worst\n  outputs: |\n    " + template + "\n"));
        string score = Head + "containers: {web: {image: x}}\nresources:\n" +
            string.Concat(Enumerable.Range(0, resources).Select(i => $"  r{i}: {{type: worst}}\n"));
        PlatformBuild.Run([Load(score, bag)], Options(TestPlatforms.Compose) with { Provisioners = reader.Provisioners }, bag);
        return bag;
    }

    private static DiagnosticBag Compare()
    {
        DiagnosticBag bag = new();
        LoadedWorkload[] workloads = [Load(Head + "containers:\n  other: {image: x}\n" + Chain(5000), bag)];
        PlatformBuild compose = PlatformBuild.Run(workloads, Options(Pipeline.Compose("image:1", HttpProbeMode.Ignore)), bag);
        PlatformBuild kubernetes = PlatformBuild.Run(workloads, Options(new KubernetesPlatform(new KubernetesOptions { Image = "image:1" })), bag);
        ParityReport.Write(compose, kubernetes, bag);
        return bag;
    }

    private static string Chain(int length) => string.Concat(Enumerable.Range(0, length).Select(i => i == length - 1
        ? $"  c{i}: {{image: x}}\n"
        : $"  c{i}: {{image: x, before: {{c{i + 1}: {{ready: started}}}}}}\n"));

    private static LoadedWorkload Load(string score, DiagnosticBag bag) =>
        WorkloadLoader.Load(SourceReader.Decode("score.yaml", Encoding.UTF8.GetBytes(score), bag)!, "/score.yaml", bag)!;

    private static BuildOptions Options(Platform platform) => new(platform, "project", _ => null, "") { Seed = () => [1] };
}
