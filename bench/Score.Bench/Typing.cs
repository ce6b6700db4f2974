using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Score.MSBuild.Analyzer;

namespace Score.Bench;

/// <summary>How long an editor waits for the findings of a score file after a key was pressed, in a warm process.</summary>
internal static class Typing
{
    private const int Keys = 300;
    private const double MaxMilliseconds = 10;

    /// <summary>Measures, prints, and says whether the median is below the limit, for the example and for the same with a mistake.</summary>
    public static bool Run()
    {
        using StreamReader example = new(typeof(Typing).Assembly.GetManifestResourceStream("example.score.yaml")!);
        string text = example.ReadToEnd();
        return Measure("as it is", text) & Measure("with a misspelt key", text.Replace("image:", "imaeg:", StringComparison.Ordinal));
    }

    private static bool Measure(string name, string text)
    {
        List<double> times = [];
        int findings = 0;
        for (int key = 0; key < Keys; key++)
        {
            // Each key makes another file.
            ImmutableArray<AdditionalText> files = [new Typed(text + new string('#', key))];
            CompilationWithAnalyzers compilation = CSharpCompilation.Create("app").WithAnalyzers([new ScoreFileAnalyzer()], new AnalyzerOptions(files));
            long began = Stopwatch.GetTimestamp();
            findings = compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult().Length;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        double[] warm = times.Skip(Keys / 2).Order().ToArray();
        double median = warm[warm.Length / 2];
        Console.WriteLine($"{name}: {median:0.00} ms in the median, {warm[warm.Length * 95 / 100]:0.00} ms for 95 of 100, {findings} findings");
        return median < MaxMilliseconds;
    }

    private sealed class Typed(string text) : AdditionalText
    {
        public override string Path => "/nowhere/score.yaml";

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) =>
            Microsoft.CodeAnalysis.Text.SourceText.From(text, Encoding.UTF8);
    }
}
