using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.CommandProvisioner;
using Score.Core.Resources.TemplateProvisioner;
using Score.Core.Yaml;

namespace Score.Core.Resources.Provisioners;

/// <summary>Reads provisioner files. The files of a build come in the order in which their entries are tried.</summary>
/// <param name="sections">The sections of all platforms that there are.</param>
/// <param name="diagnostics">Receives the findings.</param>
internal sealed class ProvisionerFileReader(IEnumerable<AddedSection> sections, DiagnosticBag diagnostics)
{
    private const string An = "a provisioner";
    private const string CommandParams = "params";
    private static readonly string[] Schemes = ["template", "local-env", "cmd"];
    private static readonly string[] Texts = ["uri", "type", "class", "id", "description"];

    // The tools take a number or a truth value here as the text that it is written with.
    private static readonly string[] Lenient = ["class", "id", "description", "args"];
    private static readonly string[] Lists = ["supported_params", "expected_outputs", "args"];

    // The tools' entries of programs have lists under these names, which are sections or nothing in others.
    private static readonly string[] CommandLists = [.. Lists, CommandParams, TemplateSections.Outputs];

    private readonly string[] _keys = KeysWith(sections);
    private readonly List<Provisioner> _provisioners = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<YamlScalar> _uris = [];

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
            diagnostics.Add(DiagnosticDescriptors.NotAProvisionerFile, root.FirstCharacter, root.Description);
            return false;
        }

        foreach (YamlNode item in list.Items)
        {
            if (item is YamlMapping entry)
            {
                ReadEntry(entry);
            }
            else
            {
                diagnostics.Add(DiagnosticDescriptors.WrongType, item.Span, new Phrase("An item of a provisioner file"), new Phrase("a mapping"),
                    new Phrase(item.Description), new Phrase(""));
            }
        }

        return true;
    }

    private static string[] KeysWith(IEnumerable<AddedSection> sections)
    {
        List<string> keys = [.. Texts, .. Lists, .. TemplateSections.Common];
        foreach (AddedSection section in sections) keys.Add(section.Name);
        return keys.ToArray();
    }

    private void ReadEntry(YamlMapping written)
    {
        YamlMapping entry = WithoutNulls(written);
        bool isCommand = Text(entry, "uri")?.Text.StartsWith(CommandProgram.Scheme, StringComparison.Ordinal) == true;
        bool isSound = CheckKeys(entry, isCommand ? [.. _keys, CommandParams] : _keys, isCommand ? CommandLists : Lists);
        foreach (string key in (string[])["uri", "type"])
        {
            if (entry.Find(key) is not null) continue;
            SourceSpan at = written.Count > 0 ? written[0].Key.Span : written.Span;
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
            SupportedParams = Strings(entry, "supported_params") ?? (isCommand ? Strings(entry, CommandParams) : null),
            ExpectedOutputs = Strings(entry, "expected_outputs") ?? (isCommand ? Strings(entry, TemplateSections.Outputs) : null),
        });
    }

    // A key without a value is one that is not there: the tools' own files write 'class: null' for any class.
    private static YamlMapping WithoutNulls(YamlMapping written)
    {
        YamlMapping entry = new() { Span = written.Span };
        foreach (YamlEntry key in written)
        {
            if (key.Value is not YamlScalar { Kind: YamlScalarKind.Null }) entry.TryAdd(key.Key, key.Value);
        }

        return entry;
    }

    private bool CheckKeys(YamlMapping entry, string[] keys, string[] lists)
    {
        bool isSound = true;
        foreach (YamlEntry key in entry)
        {
            if (!keys.Contains(key.Name))
            {
                diagnostics.Add(DiagnosticDescriptors.UnknownKey, key.Key.Span, key.Name, new Phrase(An),
                    key.Name == CommandParams ? new Phrase(" Did you mean 'supported_params'?") : Suggestion.Sentence(key.Name, keys));
                isSound = false;
            }
            else if (lists.Contains(key.Name))
            {
                isSound &= key.Value is YamlSequence list ? AreTexts(list, key.Name) : Expected(key.Value, $"'{key.Name}'", "a list of strings");
            }
            else
            {
                isSound &= IsText(key.Value, key.Name, $"'{key.Name}'");
            }
        }

        return isSound;
    }

    private bool AreTexts(YamlSequence list, string key)
    {
        bool isSound = true;
        foreach (YamlNode item in list.Items) isSound &= IsText(item, key, $"An item of '{key}'");
        return isSound;
    }

    private bool IsText(YamlNode node, string key, string what) =>
        node is YamlScalar { Kind: YamlScalarKind.String } || (node is YamlScalar && Lenient.Contains(key)) || Expected(node, what, "a string");

    private bool Expected(YamlNode node, string what, string kind)
    {
        SourceSpan at = node is YamlScalar ? node.Span : node.FirstCharacter;
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

    // Entries of programs are told apart by their arguments: one program may serve several types.
    private bool IsUnique(YamlScalar uri)
    {
        if (uri.Text.StartsWith(CommandProgram.Scheme, StringComparison.Ordinal)) return true;
        if (_names.Add(uri.Text))
        {
            _uris.Add(uri);
            return true;
        }

        ReportDuplicate(uri);
        return false;
    }

    private void ReportDuplicate(YamlScalar uri)
    {
        YamlScalar first = _uris.Find(u => u.Text == uri.Text)!;
        diagnostics.Add(DiagnosticDescriptors.DuplicateProvisioner, uri.Span, uri.Text, System.IO.Path.GetFileName(first.Span.File), first.Span.Line);
    }

    private static YamlScalar? Text(YamlMapping entry, string key) => entry[key] is YamlScalar text ? text : null;

    private static List<YamlScalar>? Strings(YamlMapping entry, string key)
    {
        if (entry[key] is not YamlSequence list) return null;
        List<YamlScalar> strings = [];
        foreach (YamlNode item in list.Items)
        {
            if (item is YamlScalar text) strings.Add(text);
        }

        return strings;
    }
}
