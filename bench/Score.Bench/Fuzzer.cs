using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;

namespace Score.Bench;

/// <summary>Runs spoilt files: none may throw, take long, or give two results.</summary>
internal static class Fuzzer
{
    public static bool Run(IFuzzTarget target, TimeSpan duration, int seed)
    {
        IReadOnlyList<byte[]> corpus = target.Corpus();
        Console.WriteLine(FormattableString.Invariant($"{target.Name}, seed {seed}, {corpus.Count} files to begin with"));
        Mutator mutator = new(new Random(seed), corpus, target.Tokens);
        foreach (byte[] content in corpus) target.Run(content);

        Stopwatch total = Stopwatch.StartNew();
        TimeSpan slowest = TimeSpan.Zero;
        (int runs, int translated) = (0, 0);
        SortedDictionary<string, int> codes = new(StringComparer.Ordinal);
        for (; total.Elapsed < duration; runs++)
        {
            byte[] content = mutator.Next();
            try
            {
                TimeSpan began = Environment.CpuUsage.TotalTime; // The clock says what else the machine does.
                Outcome outcome = target.Run(content);
                TimeSpan took = Environment.CpuUsage.TotalTime - began;
                if (took > slowest) slowest = took;
                if (took > target.Longest) return Fail(runs, content, FormattableString.Invariant($"it took {took.TotalSeconds:0.0} s"));
                if (Complaint(outcome) is { } complaint) return Fail(runs, content, complaint);
                if (outcome.Show() != target.Run(content).Show()) return Fail(runs, content, "a second run gave another result");
                if (outcome.Output is not null) translated++;
                foreach (string code in outcome.Findings.Select(f => f.Descriptor.Code).Distinct()) codes[code] = codes.GetValueOrDefault(code) + 1;
            }
            catch (Exception e)
            {
                return Fail(runs, content, e.ToString());
            }
        }

        Console.WriteLine(
            FormattableString.Invariant($"{runs} files, {translated} of them translated, slowest {slowest.TotalMilliseconds:0} ms, nothing found"));
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
            if (span.Line > 0 && (span.Column < 1 || (span.EndLine, span.EndColumn).CompareTo((span.Line, span.Column)) < 0))
                return $"place {span} of {finding.Message}";
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
}
