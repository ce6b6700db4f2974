using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>
/// How long one warm process takes to provision resources with the provisioners that come along: many workloads with three
/// resources each, in one project, and one workload with more and more resources.
/// </summary>
internal static class ResourceScale
{
    private const double TargetSeconds = 4;

    // Twice as much a resource as at the smaller number: growth by the square would be four times as much.
    private const double TargetRatio = 2;

    private static readonly string[] Types = ["postgres", "redis", "route", "s3"];
    private static readonly BuildOptions Options = new(Pipeline.Compose("image:1", HttpProbeMode.Curl), "project", _ => null, "") { Seed = () => [1], UseStock = true, ScoreFiles = ["score.yaml"] };

    public static bool Run()
    {
        Time(ManyWorkloads(100));
        double workloads = Time(ManyWorkloads(1000));
        Console.WriteLine(FormattableString.Invariant($"1,000 workloads with postgres, redis and a route each, in one project: {workloads:0.00} s (target {TargetSeconds} s)"));
        bool isGood = workloads < TargetSeconds;
        foreach (string type in Types)
        {
            double some = Time([ManyResources(type, 1250)]);
            double all = Time([ManyResources(type, 5000)]);
            double ratio = all / some / 4;
            Console.WriteLine(FormattableString.Invariant($"5,000 resources of type {type} in one file: {all:0.00} s; {ratio:0.0} times as long for each as with 1,250 (target {TargetRatio})"));
            isGood &= ratio < TargetRatio;
        }

        return isGood;
    }

    private static List<string> ManyWorkloads(int count) => Enumerable.Range(0, count).Select(i => Score(i, """
          db: {type: postgres}
          cache: {type: redis}
          front: {type: route, params: {host: HOST.localhost, path: /, port: www}}

        """.Replace("HOST", "w" + i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))).ToList();

    private static string ManyResources(string type, int count)
    {
        StringBuilder resources = new();
        for (int i = 0; i < count; i++) resources.Append(CultureInfo.InvariantCulture, $"  r{i}:\n    type: {type}\n{(type == "route" ? $"    params: {{host: h{i}.localhost, path: /, port: www}}\n" : "")}");
        return Score(0, resources.ToString());
    }

    private static string Score(int number, string resources) => string.Create(CultureInfo.InvariantCulture, $$"""
        apiVersion: score.dev/v1b1
        metadata:
          name: w{{number}}
        service:
          ports:
            www: {port: 80}
        containers:
          web: {image: nginx}
        resources:
        {{resources}}
        """);

    private static double Time(IReadOnlyList<string> files)
    {
        List<byte[]> contents = files.Select(Encoding.UTF8.GetBytes).ToList();
        Stopwatch watch = Stopwatch.StartNew();
        DiagnosticBag bag = new();
        List<LoadedWorkload> workloads = contents.Select((c, i) => WorkloadLoader.Load(SourceReader.Decode($"{i}.yaml", c, bag)!, $"/{i}.yaml", bag)!).ToList();
        Pipeline.Build(workloads, Options, bag);
        watch.Stop();
        return bag.HasErrors ? throw new InvalidOperationException(bag.ToSortedList()[0].Message) : watch.Elapsed.TotalSeconds;
    }
}
