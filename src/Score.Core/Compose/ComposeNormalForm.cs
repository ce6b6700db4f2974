using System;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>
/// Brings what others wrote for Compose into one form: lists of variables and labels become mappings, texts of commands lists, short
/// forms long ones, and keys are spelled as Compose spells them. What follows can rely on it, and Compose reads the same as before.
/// A key that Compose does not know is left out, since Compose would refuse the file.
/// </summary>
/// <param name="unknown">Receives each key that is left out: its path, the key, and what may have been meant.</param>
/// <param name="unusable">Receives what Compose cannot read: its path, what it must be, and what it is.</param>
/// <param name="unfit">Receives what is wrong with mounts.</param>
internal sealed class ComposeNormalForm(Action<string, YamlScalar, Phrase> unknown, Action<string, YamlNode, string> unusable, UnfitPart unfit)
{
    private const string Extension = "x-";

    /// <summary>The normal form of a mapping.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="path">Its path in the project, for findings.</param>
    /// <param name="written">The mapping; it is not changed.</param>
    public YamlMapping Of(ComposeShape shape, string path, YamlMapping written)
    {
        YamlMapping result = new() { Span = written.Span };
        foreach (YamlEntry entry in written)
        {
            string? key = entry.Name.StartsWith(Extension, StringComparison.Ordinal) ? entry.Name : shape.Spelled(entry.Name);
            if (key is null || (key != entry.Name && written[key] is not null))
            {
                unknown(path, entry.Key, Suggestion.Sentence(entry.Name, shape.Keys));
                continue;
            }

            bool isExtension = key.StartsWith(Extension, StringComparison.Ordinal);
            YamlNode? value = isExtension ? entry.Value : IsNull(entry.Value) ? null : Value(shape.FormOf(key), $"{path}.{key}".TrimStart('.'), entry.Value);
            if (value is not null) result.TryAdd(key == entry.Name ? entry.Key : YamlScalar.String(key), value);
        }

        if (shape.Name == "dependency" && result["condition"] is null) result.Set("condition", "service_started");
        return shape.Name == "mount" ? ComposeMounts.Complete(result, path, unfit) : result;
    }

    /// <summary>The normal form of a mapping from names to mappings of one shape.</summary>
    /// <param name="shape">Their shape.</param>
    /// <param name="path">The path of the mapping in the project, for findings.</param>
    /// <param name="written">The mapping; it is not changed.</param>
    public YamlMapping OfNamed(ComposeShape shape, string path, YamlMapping written)
    {
        YamlMapping result = new() { Span = written.Span };
        foreach (YamlEntry entry in written)
        {
            bool isExtension = entry.Name.StartsWith(Extension, StringComparison.Ordinal);
            YamlNode? value = isExtension || (IsNull(entry.Value) && shape.Name != "dependency")
                ? entry.Value
                : Shaped(shape, $"{path}.{entry.Name}", IsNull(entry.Value) ? new YamlMapping() : entry.Value);
            if (value is not null) result.TryAdd(entry.Key, value);
        }

        return result;
    }

    // Null when it cannot be used, which has been reported.
    private YamlNode? Value(string form, string path, YamlNode node)
    {
        if (form.Length == 0) return node;
        string rest = form.Substring(1);
        switch (form[0])
        {
            case '[':
                return node is YamlScalar { Kind: YamlScalarKind.String } text && rest == "gpu"
                    ? text
                    : node is YamlSequence list ? Items(list, rest, path) : Unusable(path, node, "a list");
            case '+':
                return Items(node as YamlSequence ?? new YamlSequence { Items = { node } }, rest, path);
            case '*':
                return node is YamlMapping named ? OfNamed(ComposeKeys.Shape(rest), path, named) : Unusable(path, node, "a mapping");
            case '%':
                return NamesOrMapping(ComposeKeys.Shape(rest), path, node);
        }

        return form switch
        {
            "s" => Text(path, node),
            "words" or "test" => Command(form, path, node),
            "pairs" or "labels" => Pairs(form, path, node),
            _ => Shaped(ComposeKeys.Shape(form), path, node),
        };
    }

    private YamlNode? Shaped(ComposeShape shape, string path, YamlNode node) => node switch
    {
        YamlMapping mapping => Of(shape, path, mapping),
        YamlScalar scalar when shape.TextKey is { } key => Single(key, YamlScalar.String(scalar.Text)),
        YamlScalar when shape.Name is "limit" or "device" or "envfile" => node,
        YamlScalar scalar when shape.Name == "port" => ComposeShortForms.Port(scalar),
        YamlScalar scalar when shape.Name == "mount" => ComposeShortForms.Mount(scalar),
        _ => Unusable(path, node, "a mapping"),
    };

    private YamlSequence Items(YamlSequence list, string form, string path)
    {
        YamlSequence result = new() { Span = list.Span };
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (IsNull(list.Items[i])) continue;
            if (Value(form, $"{path}.{i}", list.Items[i]) is { } item) result.Items.Add(item);
        }

        return result;
    }

    private YamlNode? NamesOrMapping(ComposeShape shape, string path, YamlNode node)
    {
        if (node is YamlMapping mapping) return OfNamed(shape, path, mapping);
        if (node is not YamlSequence list) return Unusable(path, node, "a list of names or a mapping");
        YamlMapping named = new() { Span = list.Span };
        foreach (YamlScalar name in list.Items.OfType<YamlScalar>()) named.TryAdd(YamlScalar.String(name.Text), Of(shape, path, new YamlMapping()));
        return named;
    }

    private YamlNode? Text(string path, YamlNode node) => node switch
    {
        YamlScalar { Kind: YamlScalarKind.String } => node,
        YamlScalar scalar => YamlScalar.String(scalar.Text),
        _ => Unusable(path, node, "a string"),
    };

    private YamlNode? Command(string form, string path, YamlNode node)
    {
        if (node is YamlSequence list) return Items(list, "s", path);
        if (Text(path, node) is not YamlScalar text) return null;
        if (form == "test") return YamlSequence.Strings((string[])["CMD-SHELL", text.Text]);
        return ComposeShortForms.Words(text.Text) is { } words ? YamlSequence.Strings(words) : text;
    }

    // A variable without a value comes from where Compose runs; a label without one is empty.
    private YamlNode? Pairs(string form, string path, YamlNode node)
    {
        if (node is YamlMapping mapping)
        {
            YamlMapping pairs = new() { Span = mapping.Span };
            foreach (YamlEntry entry in mapping)
            {
                if (entry.Value is YamlScalar) pairs.TryAdd(entry.Key, entry.Value);
                else Unusable($"{path}.{entry.Name}", entry.Value, "a string");
            }

            return pairs;
        }

        if (node is not YamlSequence list) return Unusable(path, node, "a mapping or a list of 'NAME=VALUE'");
        YamlMapping result = new() { Span = list.Span };
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is not YamlScalar item)
            {
                Unusable($"{path}.{i}", list.Items[i], "a text 'NAME=VALUE'");
                continue;
            }

            int at = item.Text.IndexOf('=');
            if (at >= 0) result.Set(item.Text.Substring(0, at), item.Text.Substring(at + 1));
            else result.Set(item.Text, form == "labels" ? YamlScalar.String("") : new YamlScalar { Text = "null", Kind = YamlScalarKind.Null });
        }

        return result;
    }

    private YamlNode? Unusable(string path, YamlNode node, string expected)
    {
        unusable(path, node, expected);
        return null;
    }

    private static bool IsNull(YamlNode node) => node is YamlScalar { Kind: YamlScalarKind.Null };

    private static YamlMapping Single(string key, YamlNode value)
    {
        YamlMapping mapping = new();
        mapping.Set(key, value);
        return mapping;
    }
}
