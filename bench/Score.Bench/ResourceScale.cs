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
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>
/// How long one warm process takes to provision resources with the built-in provisioners: many workloads with three
/// resources each, in one project, for one platform and for both, and one workload with more and more resources.
/// </summary>
internal static class ResourceScale
{
    private const double TargetSeconds = 4;

    // Twice as much a resource as at the smaller number: growth by the square would be four times as much.
    private const double TargetRatio = 2;

    private static readonly string[] Types = ["postgres", "redis", "route", "s3"];
    private static readonly BuildOptions Options = new(Pipeline.Compose("image:1", HttpProbeMode.Curl), "project", _ => null, "")
    {
        Seed = () => [1],
        UseBuiltIn = true,
        ScoreFiles = ["score.yaml"],
    };

    public static bool Run()
    {
        Time(ManyWorkloads(100));
        double workloads = Time(ManyWorkloads(1000));
        Console.WriteLine(FormattableString.Invariant(
            $"1,000 workloads with postgres, redis and a route each, in one project: {workloads:0.00} s of the processors (target {TargetSeconds} s)"));
        bool isGood = workloads < TargetSeconds;
        isGood &= BothPlatforms();
        foreach (string type in Types)
        {
            double some = Time([ManyResources(type, 1250)]);
            double all = Time([ManyResources(type, 5000)]);
            double ratio = all / some / 4;
            Console.WriteLine(FormattableString.Invariant($"5,000 resources of type {type} in one file: {all:0.00} s of the processors"));
            Console.WriteLine(FormattableString.Invariant($"{ratio:0.0} times as long for each as with 1,250 (target {TargetRatio})"));
            isGood &= ratio < TargetRatio;
        }

        return isGood;
    }

    private static bool BothPlatforms()
    {
        TimeBoth(20);
        (double some, double someProcessors) = TimeBoth(200);
        (double all, double allProcessors) = TimeBoth(2000);
        double ratio = allProcessors / someProcessors / 10;
        Console.WriteLine(FormattableString.Invariant(
            $"200 workloads with three resources each, for both platforms with the parity report: {some:0.00} s, {someProcessors:0.00} s of the processors"));
        Console.WriteLine(FormattableString.Invariant(
            $"2,000 of them: {all:0.00} s, {allProcessors:0.00} s of the processors; {ratio:0.0} times as long for each (target {TargetRatio})"));
        return ratio < TargetRatio;
    }

    private static List<string> ManyWorkloads(int count) => Enumerable.Range(0, count).Select(i => Score(i, """
          db: {type: postgres}
          cache: {type: redis}
          front: {type: route, params: {host: HOST.localhost, path: /, port: www}}

        """.Replace("HOST", "w" + i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))).ToList();

    private static string ManyResources(string type, int count)
    {
        StringBuilder resources = new();
        for (int i = 0; i < count; i++)
        {
            resources.Append(CultureInfo.InvariantCulture,
                $"  r{i}:\n    type: {type}\n{(type == "route" ? $"    params: {{host: h{i}.localhost, path: /, port: www}}\n" : "")}");
        }
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

    private static double Time(IReadOnlyList<string> files) => Time(files, (workloads, bag) => Pipeline.Build(workloads, Options, bag)).Processors;

    private static (double Seconds, double Processors) TimeBoth(int count) => Time(ManyWorkloads(count), (workloads, bag) =>
    {
        BuildOptions kubernetes = Options with { Target = new KubernetesPlatform(new KubernetesOptions { ProjectName = "project", Image = "image:1" }) };
        PlatformBuild first = PlatformBuild.Run(workloads, Options, bag);
        Write(first);
        PlatformBuild second = PlatformBuild.Run(workloads, kubernetes, bag);
        ParityReport.Write(first, second, bag);
        Write(second);
    });

    private static void Write(PlatformBuild build)
    {
        if (build.Output.Files.Sum(f => f.Bytes.Length) == 0) throw new InvalidOperationException("nothing was written");
    }

    private static (double Seconds, double Processors) Time(IReadOnlyList<string> files, Action<IReadOnlyList<LoadedWorkload>, DiagnosticBag> build)
    {
        List<byte[]> contents = files.Select(Encoding.UTF8.GetBytes).ToList();
        GC.Collect();
        TimeSpan processors = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        DiagnosticBag bag = new();
        List<LoadedWorkload> workloads = contents.Select((c, i) => WorkloadLoader.Load(SourceReader.Decode($"{i}.yaml", c, bag)!, $"/{i}.yaml", bag)!).ToList();
        build(workloads, bag);
        watch.Stop();
        if (bag.HasErrors) throw new InvalidOperationException(bag.ToSortedList()[0].Message);
        return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processors).TotalSeconds);
    }
}
