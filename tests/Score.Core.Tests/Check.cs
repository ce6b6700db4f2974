using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests;

/// <summary>Checks score files in which <c>«»</c> mark where findings are expected.</summary>
internal static class Check
{
    /// <summary>The start of a workload that lacks nothing but its containers.</summary>
    public const string Head = "apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n";

    /// <summary>The start of a workload with one container, up to where the container's keys begin.</summary>
    public const string Container = Head + "containers:\n  web:\n    image: nginx\n";

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "score-nowhere");

    /// <summary>All findings about a text, by position.</summary>
    public static IReadOnlyList<Diagnostic> Findings(string yaml) => Findings(Encoding.UTF8.GetBytes(yaml));

    /// <summary>All findings about a file's bytes, by position.</summary>
    public static IReadOnlyList<Diagnostic> Findings(byte[] content)
    {
        DiagnosticBag bag = new();
        string path = Path.Combine(Folder, "score.yaml");
        if (SourceReader.Decode(path, content, bag) is { } source) WorkloadLoader.Load(source, path, bag);
        return bag.ToSortedList();
    }

    /// <summary>A text has exactly one finding, at its mark, whose message has all the words.</summary>
    public static void Finds(string marked, string code, params string[] words) => Finds(marked, new Expected(code, words));

    /// <summary>A text has exactly the findings, each at its mark.</summary>
    public static void Finds(string marked, params Expected[] expected)
    {
        string text = Strip(marked, out List<string> places);
        IReadOnlyList<Diagnostic> findings = Findings(text);
        string all = Show(findings);
        Assert.AreEqual(expected.Length, places.Count, "each expected finding has a mark");
        Assert.HasCount(expected.Length, findings, all);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual($"{expected[i].Code} {places[i]}", $"{findings[i].Descriptor.Code} {Place(findings[i].Span)}", all);
            foreach (string word in expected[i].Words) StringAssert.Contains(findings[i].Message, word, StringComparison.Ordinal);
        }
    }

    /// <summary>A text has no findings.</summary>
    public static void FindsNothing(string yaml)
    {
        IReadOnlyList<Diagnostic> findings = Findings(yaml);
        Assert.HasCount(0, findings, Show(findings));
    }

    /// <summary>The findings as lines for a failure's message.</summary>
    public static string Show(IEnumerable<Diagnostic> findings) =>
        string.Join("\n", findings.Select(f => $"{f.Descriptor.Code} {Place(f.Span)}: {f.Message}"));

    /// <summary>A place as <c>(line,column)-(line,column)</c>.</summary>
    public static string Place(SourceSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"({span.Line},{span.Column})-({span.EndLine},{span.EndColumn})");

    /// <summary>Takes the marks out of a text and says where they were.</summary>
    public static string Strip(string marked, out List<string> places)
    {
        places = [];
        StringBuilder text = new();
        (int line, int column) = (1, 1);
        string start = "";
        foreach (char c in marked)
        {
            string here = string.Create(CultureInfo.InvariantCulture, $"({line},{column})");
            if (c == '«')
            {
                start = here;
            }
            else if (c == '»')
            {
                places.Add($"{start}-{here}");
            }
            else
            {
                text.Append(c);
                (line, column) = c == '\n' ? (line + 1, 1) : (line, column + 1);
            }
        }

        return text.ToString();
    }
}

/// <summary>What a test expects at a mark.</summary>
internal sealed record Expected(string Code, params string[] Words);
