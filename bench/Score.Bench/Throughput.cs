using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>How long one warm process takes for many workloads, each of the size of the documentation's full example.</summary>
internal static class Throughput
{
    private const double TargetSeconds = 1.5;
    private const double TargetRatio = 11;

    public static bool Run()
    {
        Time(2000, 900_000);
        byte[] example = Workload(0);
        Console.WriteLine(Invariant($"one workload: {example.Length} bytes, {example.Count(b => b == '\n')} lines"));

        long before = GC.GetTotalAllocatedBytes(precise: true);
        double thousand = Time(1000, 0);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        long peakOfThousand = Peak();
        double tenThousand = Time(10_000, 100_000);
        Console.WriteLine(Invariant($"1,000 workloads: {thousand:0.000} s (target {TargetSeconds} s), {allocated / 1000.0 / 1024:0.0} KiB allocated per file"));
        Console.WriteLine(Invariant($"10,000 workloads: {tenThousand:0.000} s, {tenThousand / thousand:0.0} times as long (target {TargetRatio})"));
        Console.WriteLine(Invariant($"peak memory of the process: {peakOfThousand / 1048576.0:0} MiB after 1,000, {Peak() / 1048576.0:0} MiB after 10,000"));
        PrintShares();
        return thousand < TargetSeconds && tenThousand / thousand <= TargetRatio;
    }

    private static double Time(int count, int first)
    {
        // To write the texts is no part of what is measured, and to keep them all would hide what the library keeps.
        Stopwatch watch = new();
        for (int i = 0; i < count; i++)
        {
            byte[] content = Workload(first + i);
            watch.Start();
            Outcome outcome = Pipeline.Run("score.yaml", content);
            watch.Stop();
            if (outcome.Output is null) throw new InvalidOperationException(outcome.Show());
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static void PrintShares()
    {
        const int Count = 2000;
        (Stopwatch decode, Stopwatch yaml, Stopwatch schema, Stopwatch load, Stopwatch translate) = (new(), new(), new(), new(), new());
        for (int i = 0; i < Count; i++)
        {
            byte[] content = Workload(500_000 + i);
            DiagnosticBag bag = new();
            decode.Start();
            SourceText source = SourceReader.Decode("score.yaml", content, bag)!;
            decode.Stop();
            yaml.Start();
            YamlNode root = YamlReader.Read(source, bag)!;
            yaml.Stop();
            schema.Start();
            SchemaValidator.Validate(root, bag);
            schema.Stop();
            load.Start();
            LoadedWorkload loaded = WorkloadLoader.Load(source, "score.yaml", bag)!;
            load.Stop();
            translate.Start();
            Pipeline.Translate(loaded, bag);
            translate.Stop();
        }

        double rules = Math.Max(0, load.Elapsed.TotalSeconds - yaml.Elapsed.TotalSeconds - schema.Elapsed.TotalSeconds);
        double total = decode.Elapsed.TotalSeconds + yaml.Elapsed.TotalSeconds + schema.Elapsed.TotalSeconds + rules + translate.Elapsed.TotalSeconds;
        Console.WriteLine("what dominates:");
        Print("decode UTF-8", decode.Elapsed.TotalSeconds);
        Print("read YAML", yaml.Elapsed.TotalSeconds);
        Print("check the schema", schema.Elapsed.TotalSeconds);
        Print("workload and rules", rules);
        Print("translate and write", translate.Elapsed.TotalSeconds);

        void Print(string what, double seconds) =>
            Console.WriteLine(Invariant($"  {what,-20}{seconds / Count * 1e6,6:0} us a file, {seconds / total,4:0%}"));
    }

    private static long Peak()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static byte[] Workload(int number) =>
        Encoding.UTF8.GetBytes(Example.Replace("NUMBER", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Example { get; } = ReadExample();

    private static string ReadExample()
    {
        using Stream stream = typeof(Throughput).Assembly.GetManifestResourceStream("example.score.yaml")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
