using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;

namespace Score.Bench;

/// <summary>Runs spoilt files through reader, checker and translator: none may throw, take long, or give two results.</summary>
internal static class Fuzzer
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static bool Run(TimeSpan duration, int seed)
    {
        List<byte[]> corpus = Corpus();
        Console.WriteLine(FormattableString.Invariant($"seed {seed}, {corpus.Count} files to begin with"));
        Mutator mutator = new(new Random(seed), corpus);
        foreach (byte[] content in corpus) Pipeline.Run("score.yaml", content);

        Stopwatch total = Stopwatch.StartNew();
        TimeSpan slowest = TimeSpan.Zero;
        (int runs, int translated) = (0, 0);
        SortedDictionary<string, int> codes = new(StringComparer.Ordinal);
        for (; total.Elapsed < duration; runs++)
        {
            byte[] content = mutator.Next();
            try
            {
                Stopwatch one = Stopwatch.StartNew();
                Outcome outcome = Pipeline.Run("score.yaml", content);
                if (one.Elapsed > slowest) slowest = one.Elapsed;
                if (one.Elapsed > Longest) return Fail(runs, content, FormattableString.Invariant($"it took {one.Elapsed.TotalSeconds:0.0} s"));
                if (Complaint(outcome) is { } complaint) return Fail(runs, content, complaint);
                if (outcome.Show() != Pipeline.Run("score.yaml", content).Show()) return Fail(runs, content, "a second run gave another result");
                if (outcome.Output is not null) translated++;
                foreach (string code in outcome.Findings.Select(f => f.Descriptor.Code).Distinct()) codes[code] = codes.GetValueOrDefault(code) + 1;
            }
            catch (Exception e)
            {
                return Fail(runs, content, e.ToString());
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{runs} files, {translated} of them translated, slowest {slowest.TotalMilliseconds:0} ms, nothing found"));
        Console.WriteLine(string.Join(" ", codes.Select(c => $"{c.Key}:{c.Value}")));
        return true;
    }

    // What holds for every file.
    private static string? Complaint(Outcome outcome)
    {
        bool hasErrors = outcome.Findings.Any(f => f.Descriptor.Severity == DiagnosticSeverity.Error);
        if (hasErrors == outcome.Output is not null) return "output and errors, or neither of them";
        foreach (Diagnostic finding in outcome.Findings)
        {
            SourceSpan span = finding.Span;
            if (span.Line > 0 && (span.Column < 1 || (span.EndLine, span.EndColumn).CompareTo((span.Line, span.Column)) < 0)) return $"place {span} of {finding.Message}";
            if (finding.Message.Length > 2000 || finding.Message.Any(char.IsControl)) return $"message {finding.Message}";
        }

        return null;
    }

    private static bool Fail(int run, byte[] content, string what)
    {
        Console.WriteLine($"run {run} failed: {what}");
        Console.WriteLine("the file in base64:");
        Console.WriteLine(Convert.ToBase64String(content));
        Console.WriteLine("the same as text:");
        Console.WriteLine(Encoding.UTF8.GetString(content));
        return false;
    }

    // The conformance cases' files, the documents of validation.json as JSON and as YAML, and the example of the throughput.
    private static List<byte[]> Corpus()
    {
        string folder = Path.Combine(ThisFolder(), "..", "..", "tests", "Conformance");
        List<byte[]> corpus = [.. Directory.GetFiles(Path.Combine(folder, "cases"), "*score.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        corpus.Add(File.ReadAllBytes(Path.Combine(ThisFolder(), "example.score.yaml")));
        JObject file = JObject.Parse(File.ReadAllText(Path.Combine(folder, "validation.json")));
        foreach (JToken testCase in file["cases"]!)
        {
            JObject document = (JObject)file["base"]!.DeepClone();
            foreach (JToken change in testCase["change"]!)
            {
                List<string> path = change["path"]!.Select(p => (string)p!).ToList();
                JToken at = document;
                foreach (string step in path.Take(path.Count - 1)) at = at[step]!;
                if (change["delete"] is not null) ((JObject)at).Remove(path[^1]);
                else ((JObject)at)[path[^1]] = change["value"]!.DeepClone();
            }

            corpus.Add(Encoding.UTF8.GetBytes(document.ToString()));
        }

        return corpus;
    }

    private static string ThisFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
