using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Provisioners;
using Score.Core.Tests.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

/// <summary>Provisioner files, alone and with a workload.</summary>
internal static class Provisioned
{
    /// <summary>A workload that asks for one resource named <c>res</c> and uses its output <c>host</c>.</summary>
    public const string Score = Check.Container + "    variables:\n      A: ${resources.res.host}\nresources:\n  res:\n    type: cache\n";

    /// <summary>Reads provisioner files that have no findings.</summary>
    public static IReadOnlyList<Provisioner> Read(params string[] files)
    {
        IReadOnlyList<Provisioner> provisioners = Read(files, out string findings);
        return findings.Length == 0 ? provisioners : throw new InvalidOperationException(findings);
    }

    /// <summary>Reads provisioner files.</summary>
    public static IReadOnlyList<Provisioner> Read(string[] files, out string findings)
    {
        DiagnosticBag bag = new();
        ProvisionerFileReader reader = new(TestPlatforms.Sections, bag);
        for (int i = 0; i < files.Length; i++) reader.Read(new SourceText($"/files/{i}.provisioners.yaml", files[i]));
        findings = Check.Show(bag.ToSortedList());
        return reader.Provisioners;
    }

    /// <summary>Translates the workload with one provisioner of type <c>cache</c>, of which the keys after the type are given.</summary>
    public static Translated Run(string keys, string score = Score, Func<byte[]>? seed = null) =>
        Translated.From([score], provisioners: Read("- uri: template://test/cache\n  type: cache\n" + keys), seed: seed);

    /// <summary>As <see cref="Run"/>, for keys in which a finding is marked. Nothing else is found.</summary>
    public static string Finds(string marked, string score = Score)
    {
        string text = Check.Strip("- uri: template://test/cache\n  type: cache\n" + marked, out List<string> places);
        string findings = Translated.From([score], provisioners: Read(text)).Findings;
        foreach (string place in places)
        {
            if (!findings.Contains($" {place}: ", StringComparison.Ordinal)) throw new InvalidOperationException($"Nothing at {place}: {findings}");
        }

        return places.Count == findings.Split('\n').Length ? findings : throw new InvalidOperationException("More than expected: " + findings);
    }
}
