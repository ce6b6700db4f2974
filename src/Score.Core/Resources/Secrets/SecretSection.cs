using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Resources.TemplateProvisioner;
using Score.Core.Yaml;

namespace Score.Core.Resources.Secrets;

/// <summary>
/// Names the secret values in what a section of a provisioner made, by the keys under which they stand, and looks up what whoever
/// builds gave for these names.
/// </summary>
/// <param name="options">What there is to know of the build.</param>
/// <param name="node">The resource.</param>
/// <param name="section">The section.</param>
/// <param name="owner">What tells its values from those of other resources.</param>
/// <param name="trace">What its template drew and made.</param>
internal sealed class SecretSection(ProvisioningOptions options, ResourceNode node, string section, string owner, SecretTrace trace)
{
    private const int MaxDepth = 16;

    private readonly SecretValues _values = options.Secrets!;
    private readonly List<string> _path = [];
    private bool _isExact;

    /// <summary>
    /// Whether the template made values of drawn ones for which others were given: it is to run again, now that these are known.
    /// </summary>
    public bool IsToRepeat { get; private set; }

    private bool IsShared => section == TemplateSections.Shared;

    private string Prefix => IsShared ? SecretNames.PrefixOfShared(node.Id) : SecretNames.PrefixOf(node.Id);

    /// <summary>Names the values, unless they stand in a section of the platform: those are named where they are used, if they are.</summary>
    public void Name(YamlNode made)
    {
        if (!TemplateSections.Common.Contains(section)) return;

        // A value that stands by itself under one key and in a longer text under another is known by the first.
        _isExact = true;
        Walk(made);
        _isExact = false;
        Walk(made);
    }

    private void Walk(YamlNode made)
    {
        switch (made)
        {
            case YamlScalar scalar:
                Leaf(scalar.Text);
                break;
            case YamlMapping mapping:
                foreach (YamlEntry entry in mapping) Below(entry.Name, entry.Value);
                break;
            case YamlSequence list:
                for (int i = 0; i < list.Items.Count; i++) Below(i.ToString(CultureInfo.InvariantCulture), list.Items[i]);
                break;
        }
    }

    private void Below(string key, YamlNode value)
    {
        _path.Add(key);
        Walk(value);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Leaf(string text)
    {
        if (_isExact)
        {
            if (_values.Exactly(text.Trim()) is { Name: "", Origin: SecretOrigin.Drawn }) Whole(text, SecretOrigin.Drawn);
            return;
        }

        List<SecretValue> parts = [];
        for (int at = 0; _values.Next(text, at, out at, out int length) is { } part; at += length) parts.Add(part);
        if (parts.Count > 0 && AreFresh(parts))
        {
            Whole(text, SecretOrigin.Drawn);
            return;
        }

        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i].Name.Length == 0) _values.Add(parts[i] with { Name = NameOf(i + 1) });
        }

        if (parts.Count == 0 && text.Length >= SecretIndex.LongEnough && IsKept(text)) Whole(text, SecretOrigin.Kept);
    }

    private bool AreFresh(List<SecretValue> parts)
    {
        foreach (SecretValue part in parts)
        {
            if (!IsFresh(part, 0)) return false;
        }

        return true;
    }

    // Drawn and not known under a name, or made of such a value, as by 'randAlpha 8 | lower'.
    private bool IsFresh(SecretValue value, int depth)
    {
        if (value.Name.Length > 0) return false;
        if (value.Origin == SecretOrigin.Drawn) return true;
        if (depth == MaxDepth) return false;
        foreach (string text in value.Sources)
        {
            if (_values.Exactly(text) is not { } source || !IsFresh(source, depth + 1)) return false;
        }

        return value.Sources.Count > 0;
    }

    private void Whole(string text, SecretOrigin origin)
    {
        string name = NameOf(0);
        string? given = _values.Given(name);
        _values.Add(new SecretValue(text, given is null ? origin : SecretOrigin.Given, Prefix, trace.Place) { Name = name, Value = given ?? text });
        if (given is not null && given != text && trace.HasComputed) Repeat(text, given);
    }

    // What stands around a drawn value in the leaf stands around the given one, or the draw cannot be told from it.
    private void Repeat(string text, string given)
    {
        if (trace.Draws.Find(d => d.Text.Length > 0 && text.Contains(d.Text)) is not { } draw || draw.Given is not null) return;
        int before = text.IndexOf(draw.Text, StringComparison.Ordinal);
        int after = text.Length - before - draw.Text.Length;
        if (given.Length < before + after || string.CompareOrdinal(given, 0, text, 0, before) != 0) return;
        if (!given.EndsWith(text.Substring(text.Length - after), StringComparison.Ordinal)) return;
        draw.Given = given.Substring(before, given.Length - before - after);
        IsToRepeat = true;
    }

    // The first key of what resources share only keeps it apart from what others share.
    private string NameOf(int part) =>
        _values.Names.For(Prefix, IsShared && _path.Count > 1 ? _path.Skip(1) : _path, $"{owner}/{section}/{string.Join("/", _path)}/{part}");

    private bool IsKept(string text)
    {
        if (_path.Count == 0 || !SecretValues.IsSecretKey(_path[_path.Count - 1])) return false;
        if (section == TemplateSections.State) return SecretValues.TextAt(options.State.StateOf(node.Uid), _path) == text;
        return IsShared && SecretValues.TextAt(options.State.Shared, _path) == text;
    }
}
