using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Score.Core.Yaml;

/// <summary>Makes the nodes of a tree: resolves anchors, tags and merge keys, finds duplicate keys, and holds the limits.</summary>
internal sealed class YamlNodeFactory(SourceText source, DiagnosticBag diagnostics)
{
    private const string MergeTag = "tag:yaml.org,2002:merge";

    // Few files have any of these. An anchor maps to null while its node is still being read.
    private Dictionary<string, Anchored?>? _anchors;

    // Plain keys '<<', which merge unless they are quoted or have another tag.
    private HashSet<YamlNode>? _mergeKeys;
    private int _nodes;

    /// <summary>Announces a node, which an alias may name from now on.</summary>
    /// <returns>The size of the tree before it.</returns>
    public int Begin(Anchor? anchor)
    {
        if (anchor is not null) Keep(anchor, null);
        return _nodes;
    }

    /// <summary>Completes a node that was announced.</summary>
    public void End(Anchor? anchor, YamlNode node, int before)
    {
        if (anchor is not null) Keep(anchor, node, _nodes - before);
    }

    /// <summary>The node that an alias stands for.</summary>
    public YamlNode Resolve(AnchorAlias alias)
    {
        string name = alias.Value.Value;
        SourceSpan span = source.SpanOf(alias.Start, alias.End);
        if (_anchors is null || !_anchors.TryGetValue(name, out Anchored? anchored))
        {
            throw Stop(DiagnosticDescriptors.UnknownAlias, span, name,
                new Phrase(Suggestion.Find(name, _anchors?.Where(a => a.Value is not null).Select(a => a.Key).ToList() ?? []) is { } meant
                    ? $" Did you mean '{Excerpt.Of(meant)}'?"
                    : " If the '*' belongs to a text, put the text in quotes."));
        }
        if (anchored is null) throw Stop(DiagnosticDescriptors.RecursiveAlias, span, name);
        Count(anchored.Size, alias.Start, alias.End);
        return anchored.Node;
    }

    /// <summary>Makes a scalar.</summary>
    /// <param name="text">The text after unquoting.</param>
    /// <param name="style">How it was quoted.</param>
    /// <param name="tag">Its tag, or null.</param>
    /// <param name="start">Where its properties or it begin.</param>
    /// <param name="end">Where it ends.</param>
    public YamlScalar CreateScalar(string text, ScalarStyle style, string? tag, Mark start, Mark end)
    {
        Count(1 + (text.Length / YamlLimits.TextPerNode), start, end);
        SourceSpan span = source.SpanOf(start, end);
        object? value = text;
        YamlScalarKind kind = YamlScalarKind.String;
        if (tag is not null and not ("!" or MergeTag)) kind = ResolveTag(text, style, tag, span, out value);
        else if (style == ScalarStyle.Plain && tag is null) kind = ScalarResolver.Resolve(text, out value);
        YamlScalar scalar = new()
        {
            Text = text,
            Kind = kind,
            Value = value,
            Span = span,
            Source = source,
            Start = source.OffsetOf(start),
            End = source.OffsetOf(end),
        };
        if (text == "<<" && style == ScalarStyle.Plain && tag is null or MergeTag) Keep(scalar);
        return scalar;
    }

    /// <summary>Makes a mapping.</summary>
    /// <param name="keysAndValues">Each key, followed by its value.</param>
    /// <param name="span">The mapping's place.</param>
    public YamlMapping CreateMapping(List<YamlNode> keysAndValues, SourceSpan span)
    {
        YamlMapping mapping = new() { Span = span };
        List<YamlEntry> merges = [];
        for (int i = 0; i < keysAndValues.Count; i += 2)
        {
            YamlNode key = keysAndValues[i];
            YamlNode value = keysAndValues[i + 1];
            if (_mergeKeys is not null && _mergeKeys.Contains(key)) merges.Add(new YamlEntry((YamlScalar)key, value));
            else if (key is YamlScalar { Kind: YamlScalarKind.String } name) Add(mapping, name, value);
            else mapping.IsIncomplete = ReportKey(key);
        }

        foreach (YamlEntry merge in merges) Merge(mapping, merge.Key, merge.Value);
        return mapping;
    }

    // Always true, for the caller.
    private bool ReportKey(YamlNode key)
    {
        if (key is YamlScalar scalar)
            diagnostics.Add(DiagnosticDescriptors.KeyNotString, key.Span, scalar.Text.Length == 0 ? "~" : scalar.Text, key.Description);
        else diagnostics.Add(DiagnosticDescriptors.KeyNotScalar, key.Span, key.Description);
        return true;
    }

    /// <summary>Counts nodes of the tree.</summary>
    public void Count(int nodes, Mark start, Mark end)
    {
        _nodes += nodes;
        if (_nodes > YamlLimits.Nodes) throw Stop(DiagnosticDescriptors.TooManyNodes, source.SpanOf(start, end), YamlLimits.Nodes);
    }

    /// <summary>Adds a finding that leaves no tree.</summary>
    /// <returns>What to throw.</returns>
    public Exception Stop(DiagnosticDescriptor descriptor, SourceSpan span, params object[] arguments)
    {
        diagnostics.Add(descriptor, span, arguments);
        return new LimitException();
    }

    private void Keep(Anchor anchor, YamlNode? node, int size = 0)
    {
        _anchors ??= new Dictionary<string, Anchored?>(StringComparer.Ordinal);
        _anchors[anchor.Value.Value] = node is null ? null : new Anchored(node, size);
    }

    private void Keep(YamlScalar mergeKey) => (_mergeKeys ??= []).Add(mergeKey);

    private void Add(YamlMapping mapping, YamlScalar key, YamlNode value)
    {
        if (mapping.TryAdd(key, value)) return;
        diagnostics.Add(DiagnosticDescriptors.DuplicateKey, key.Span, key.Text, mapping.Find(key.Text)!.Key.Span.Line);
    }

    // Keys of the mapping itself win over merged ones, and earlier merged mappings over later ones.
    private void Merge(YamlMapping target, YamlScalar key, YamlNode value)
    {
        IReadOnlyList<YamlNode> merged = value is YamlSequence list ? list.Items : [value];
        foreach (YamlNode node in merged)
        {
            if (node is not YamlMapping mapping)
            {
                diagnostics.Add(DiagnosticDescriptors.MergeNotMapping, key.Span, node.Description);
                continue;
            }

            foreach (YamlEntry entry in mapping) target.TryAdd(entry.Key, entry.Value);
        }
    }

    private YamlScalarKind ResolveTag(string text, ScalarStyle style, string tag, SourceSpan span, out object? value)
    {
        YamlScalarKind? wanted = tag switch
        {
            "tag:yaml.org,2002:str" => YamlScalarKind.String,
            "tag:yaml.org,2002:null" => YamlScalarKind.Null,
            "tag:yaml.org,2002:bool" => YamlScalarKind.Boolean,
            "tag:yaml.org,2002:int" => YamlScalarKind.Integer,
            "tag:yaml.org,2002:float" => YamlScalarKind.Float,
            "tag:yaml.org,2002:timestamp" => YamlScalarKind.Timestamp,
            _ => null,
        };
        if (wanted is { } kind)
        {
            if (ScalarResolver.TryResolveAs(kind, text, out value)) return kind;
            diagnostics.Add(DiagnosticDescriptors.TagMismatch, span, text, YamlTokens.Shorten(tag));
        }
        else
        {
            diagnostics.Add(DiagnosticDescriptors.UnknownTag, span, YamlTokens.Shorten(tag));
            if (style == ScalarStyle.Plain) return ScalarResolver.Resolve(text, out value);
        }

        value = text;
        return YamlScalarKind.String;
    }

    /// <summary>A node with an anchor, and how many nodes an alias of it stands for.</summary>
    private sealed record Anchored(YamlNode Node, int Size);

    /// <summary>Unwinds the reader after a finding that leaves no tree.</summary>
    internal sealed class LimitException : Exception;
}
