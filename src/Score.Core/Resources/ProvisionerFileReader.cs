using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>Reads provisioner files. The files of a build come in the order in which their entries are tried.</summary>
internal sealed class ProvisionerFileReader(DiagnosticBag diagnostics)
{
    private const string An = "a provisioner";
    private static readonly string[] Schemes = ["template", "local-env", "cmd"];
    private static readonly string[] Texts = ["uri", "type", "class", "id", "description"];
    private static readonly string[] Lists = ["supported_params", "expected_outputs", "args"];
    private static readonly string[] Keys = [.. Texts, .. Lists, .. TemplateSections.All];

    private readonly List<Provisioner> _provisioners = [];
    private readonly Dictionary<string, YamlScalar> _uris = new(StringComparer.Ordinal);

    /// <summary>The entries read so far.</summary>
    public IReadOnlyList<Provisioner> Provisioners => _provisioners;

    /// <summary>Reads a file.</summary>
    /// <param name="source">Its text.</param>
    /// <returns>Whether it could be read as a list. Entries with findings are kept, so that their resources are known.</returns>
    public bool Read(SourceText source)
    {
        DiagnosticBag reading = new();
        YamlNode? root = YamlReader.Read(source, reading);
        if (root is null && reading.ToSortedList().All(d => d.Descriptor == DiagnosticDescriptors.EmptyFile)) return true;

        diagnostics.AddRange(reading);
        if (root is null) return false;
        if (root is not YamlSequence list)
        {
            if (root is YamlScalar { Kind: YamlScalarKind.Null }) return true;
            diagnostics.Add(DiagnosticDescriptors.NotAProvisionerFile, FirstCharacter(root), root.Description);
            return false;
        }

        foreach (YamlNode item in list.Items)
        {
            if (item is YamlMapping entry) ReadEntry(entry);
            else diagnostics.Add(DiagnosticDescriptors.WrongType, item.Span, new Phrase("An item of a provisioner file"), new Phrase("a mapping"), new Phrase(item.Description), new Phrase(""));
        }

        return true;
    }

    private void ReadEntry(YamlMapping entry)
    {
        bool isSound = CheckKeys(entry);
        foreach (string key in (string[])["uri", "type"])
        {
            if (entry.Find(key) is not null) continue;
            SourceSpan at = entry.Count > 0 ? entry[0].Key.Span : entry.Span;
            diagnostics.Add(DiagnosticDescriptors.MissingKey, at, new Phrase("A provisioner"), key, new Phrase(""));
            isSound = false;
        }

        YamlScalar? uri = Text(entry, "uri");
        ProvisionerKind kind = ProvisionerKind.Broken;
        if (uri is not null)
        {
            kind = KindOf(uri);
            isSound &= kind != ProvisionerKind.Broken & IsUnique(uri);
        }

        if (Text(entry, "type") is not { } type) return;
        _provisioners.Add(new Provisioner(isSound ? kind : ProvisionerKind.Broken, uri ?? type, type.Text, entry)
        {
            Class = Text(entry, "class")?.Text,
            Id = Text(entry, "id")?.Text,
            SupportedParams = Strings(entry, "supported_params"),
            ExpectedOutputs = Strings(entry, "expected_outputs"),
        });
    }

    private bool CheckKeys(YamlMapping entry)
    {
        bool isSound = true;
        foreach (YamlEntry key in entry)
        {
            if (!Keys.Contains(key.Name))
            {
                diagnostics.Add(DiagnosticDescriptors.UnknownKey, key.Key.Span, key.Name, new Phrase(An), Suggestion.Sentence(key.Name, Keys));
                isSound = false;
            }
            else if (Lists.Contains(key.Name))
            {
                isSound &= key.Value is YamlSequence list ? list.Items.Count(item => !IsString(item, $"An item of '{key.Name}'")) == 0 : Expected(key.Value, $"'{key.Name}'", "a list of strings");
            }
            else
            {
                isSound &= IsString(key.Value, $"'{key.Name}'");
            }
        }

        return isSound;
    }

    private bool IsString(YamlNode node, string what) => node is YamlScalar { Kind: YamlScalarKind.String } || Expected(node, what, "a string");

    private bool Expected(YamlNode node, string what, string kind)
    {
        SourceSpan at = node is YamlScalar ? node.Span : FirstCharacter(node);
        diagnostics.Add(DiagnosticDescriptors.WrongType, at, new Phrase(what), new Phrase(kind), new Phrase(node.Description), new Phrase(""));
        return false;
    }

    private ProvisionerKind KindOf(YamlScalar uri)
    {
        int end = uri.Text.IndexOf("://", StringComparison.Ordinal);
        string scheme = end < 0 ? "" : uri.Text.Substring(0, end);
        switch (scheme)
        {
            case "template": return ProvisionerKind.Template;
            case "local-env": return ProvisionerKind.Environment;
            case "cmd": return ProvisionerKind.Command;
        }

        diagnostics.Add(DiagnosticDescriptors.UnknownProvisionerScheme, uri.Span, uri.Text, Suggestion.Sentence(scheme, Schemes));
        return ProvisionerKind.Broken;
    }

    private bool IsUnique(YamlScalar uri)
    {
        if (_uris.TryAdd(uri.Text, uri)) return true;
        YamlScalar first = _uris[uri.Text];
        diagnostics.Add(DiagnosticDescriptors.DuplicateProvisioner, uri.Span, uri.Text, System.IO.Path.GetFileName(first.Span.File), first.Span.Line);
        return false;
    }

    private static SourceSpan FirstCharacter(YamlNode node) =>
        new(node.Span.File, node.Span.Line, node.Span.Column, node.Span.Line, node.Span.Column + 1);

    private static YamlScalar? Text(YamlMapping entry, string key) => entry[key] is YamlScalar { Kind: YamlScalarKind.String } text ? text : null;

    private static List<YamlScalar>? Strings(YamlMapping entry, string key) => (entry[key] as YamlSequence)?.Items.OfType<YamlScalar>().ToList();
}
