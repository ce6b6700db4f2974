using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Brings what provisioners add to a project into the normal form.</summary>
/// <param name="diagnostics">Receives SCORE0341, SCORE0412 and SCORE0413, once for each key of a provisioner however many resources it serves, and
/// SCORE0342.</param>
internal sealed class AddedForms(DiagnosticBag diagnostics)
{
    private const int MaxKeyLength = 40;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The normal form of one of a provisioner's sections.</summary>
    /// <param name="added">What the provisioner has made.</param>
    /// <param name="section">The section: a key of a Compose project.</param>
    /// <param name="shape">The shape of the mappings in it.</param>
    /// <param name="source">The section; it is not changed.</param>
    public YamlMapping Of(ResourceAdditions added, string section, string shape, YamlMapping source)
    {
        ComposeNormalForm form = new(
            (path, key, hint) =>
            {
                if (_told.Add($"{added.Provisioner.Uri.Text} {section} {key.Text}"))
                    ReportUnknown(diagnostics, added.PlaceOf(section, key.Text), path, key.Text, hint);
            },
            (path, node, expected) => diagnostics.Add(DiagnosticDescriptors.UnusableComposeValue, added.PlaceOf(section, LastKey(path)), path,
                new Phrase(expected), new Phrase(node.Description)),
            (path, key, finding, sentence) =>
            {
                if (_told.Add($"{added.Provisioner.Uri.Text} {finding.Code} {key}")) diagnostics.Add(finding, added.PlaceOf(section, key), path, sentence);
            });
        return form.OfNamed(ComposeKeys.Shape(shape), section, source);
    }

    /// <summary>Reports a key that Compose does not know.</summary>
    /// <param name="diagnostics">Receives SCORE0341.</param>
    /// <param name="place">Where the key was written.</param>
    /// <param name="path">The path of the mapping in the project.</param>
    /// <param name="key">The key.</param>
    /// <param name="hint">What may have been meant.</param>
    public static void ReportUnknown(DiagnosticBag diagnostics, SourceSpan place, string path, string key, Phrase hint) =>
        diagnostics.Add(DiagnosticDescriptors.UnknownComposeKey, place, Shown(key), path.Length == 0 ? "compose.yaml" : path, hint);

    /// <summary>The last key of a path, without positions in lists.</summary>
    public static string LastKey(string path) => path.Split('.').LastOrDefault(s => s.Length > 0 && !char.IsDigit(s[0])) ?? "";

    // What does not look like a key may be a part of a value that went astray, and that may be secret.
    private static Phrase Shown(string key) =>
        key.Length <= MaxKeyLength && key.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.')
        ? new Phrase($"the key '{key}'")
        : new Phrase("a key that does not look like one");
}
