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
    private readonly Dictionary<string, Provisioner> _read = new(StringComparer.Ordinal);

    /// <summary>The types, in ordinal order.</summary>
    public IReadOnlyList<string> Types => types;

    /// <summary>The provisioner of a type, the same one each time; null when there is none.</summary>
    public Provisioner? Find(string type)
    {
        if (!types.Contains(type)) return null;
        if (!_read.TryGetValue(type, out Provisioner? provisioner)) _read.Add(type, provisioner = Read(type));
        return provisioner;
    }

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
