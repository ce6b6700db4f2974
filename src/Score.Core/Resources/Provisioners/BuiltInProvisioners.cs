using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources.Provisioners;

/// <summary>
/// The built-in provisioners: an embedded file for each type, in the format of everybody's provisioner files. A file is
/// read when a resource asks for its type, so that the others cost nothing.
/// </summary>
/// <param name="folder">The folder of the platform, whose folder <c>BuiltIn</c> has the files.</param>
/// <param name="types">The types that there are files for, in ordinal order.</param>
/// <param name="sections">The sections that the files may have.</param>
internal sealed class BuiltInProvisioners(string folder, string[] types, IReadOnlyList<AddedSection> sections)
{
    private readonly List<Provisioner> _read = [];

    /// <summary>The types, in ordinal order.</summary>
    public IReadOnlyList<string> Types => types;

    /// <summary>The provisioner of a type, the same one each time; null when there is none.</summary>
    public Provisioner? Find(string type)
    {
        if (!types.Contains(type)) return null;
        foreach (Provisioner known in _read)
        {
            if (known.Type == type) return known;
        }

        Provisioner provisioner = Read(type);
        _read.Add(provisioner);
        return provisioner;
    }

    /// <summary>
    /// The provisioners as a list shows them, without reading more than the lines that say it. The files are our own, and a test
    /// compares this with what reading them gives.
    /// </summary>
    public IEnumerable<ListedProvisioner> Headers() => types.Select(Header);

    private ListedProvisioner Header(string type)
    {
        using Stream stream = typeof(BuiltInProvisioners).Assembly.GetManifestResourceStream($"{folder}/BuiltIn/{type}")!;
        using StreamReader text = new(stream);
        string uri = "", description = "";
        string[]? parameters = null, outputs = null;
        for (string? line; outputs is null && (line = text.ReadLine()) is not null;)
        {
            if (line.StartsWith("- uri: ", StringComparison.Ordinal)) uri = line.Substring(7);
            if (line.StartsWith("  description: ", StringComparison.Ordinal)) description = line.Substring(15);
            if (line.StartsWith("  supported_params: ", StringComparison.Ordinal)) parameters = Words(line);
            if (line.StartsWith("  expected_outputs: ", StringComparison.Ordinal)) outputs = Words(line);
        }

        return new ListedProvisioner(uri, type, "", "", parameters, outputs, "", description);
    }

    private static string[] Words(string line) =>
        line.Substring(line.IndexOf('[') + 1).TrimEnd(']').Split(',').Select(w => w.Trim()).Where(w => w.Length > 0).ToArray();

    private Provisioner Read(string type)
    {
        using Stream stream = typeof(BuiltInProvisioners).Assembly.GetManifestResourceStream($"{folder}/BuiltIn/{type}")!;
        using StreamReader text = new(stream);
        DiagnosticBag findings = new();
        ProvisionerFileReader reader = new(sections, findings);
        bool isRead = reader.Read(new SourceText($"(built-in) {type}.provisioners.yaml", text.ReadToEnd()));

        // Nothing that a user does can lead here; a test reads them all.
        if (!isRead || findings.HasErrors) throw new InvalidOperationException(findings.ToSortedList()[0].Message);
        return reader.Provisioners[0] with { IsBuiltIn = true };
    }
}
