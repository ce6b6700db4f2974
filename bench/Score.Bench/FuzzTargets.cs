using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Score.Bench;

/// <summary>Something that is run on spoilt input.</summary>
internal interface IFuzzTarget
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>How long one input may take.</summary>
    TimeSpan Longest { get; }

    /// <summary>What is likely to mean something in its language.</summary>
    string[] Tokens { get; }

    /// <summary>Inputs to begin with.</summary>
    IReadOnlyList<byte[]> Corpus();

    /// <summary>Runs an input. The outcome has an output when, and only when, no finding is an error.</summary>
    Outcome Run(byte[] content);
}

/// <summary>All kinds of input.</summary>
internal static class FuzzTargets
{
    private static readonly IFuzzTarget[] All = [
        new ScoreFileFuzz(), new VerdictFuzz(), new TemplateFuzz(), new ProvisionerFuzz(), new AnswerFuzz(), new KubernetesFuzz(), new PatchFuzz()
    ];

    /// <summary>The folder of the conformance data.</summary>
    public static string Conformance => Path.Combine(ThisFolder(), "..", "..", "tests", "Conformance");

    /// <summary>The folder of this program.</summary>
    public static string ThisFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;

    /// <summary>The kind of a name, or null.</summary>
    public static IFuzzTarget? Find(string name) => Array.Find(All, t => t.Name == name);

    /// <summary>The files of the conformance cases whose names match a pattern.</summary>
    public static IEnumerable<byte[]> Cases(string pattern) =>
        Directory.GetFiles(Path.Combine(Conformance, "cases"), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
}
