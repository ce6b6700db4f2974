using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Score.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Score.Core.Yaml;

/// <summary>
/// Turns the events of YamlDotNet's parser into a tree whose nodes know their place. Anchors, merge keys and tags are
/// resolved; only the first document counts.
/// </summary>
internal sealed class YamlReader
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;

    // An anchor maps to null while its node is still being read.
    private readonly Dictionary<string, YamlNode?> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<YamlNode, int> _sizes = [];

    // The opening brackets and braces that enclose the current event.
    private readonly Stack<SourceSpan> _openFlows = [];
    private int _nodes;
    private int _depth;

    private YamlReader(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _parser = new Parser(new StringReader(source.Text));
    }

    /// <summary>Reads the first document.</summary>
    /// <param name="source">The text.</param>
    /// <param name="diagnostics">Receives SCORE0006 to SCORE0018.</param>
    /// <returns>The root, or null when the text is not one well-formed document.</returns>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics) => new YamlReader(source, diagnostics).ReadDocument();

    private YamlNode? ReadDocument()
    {
        try
        {
            Move();
            Move();
            if (_parser.Current is not DocumentStart || IsEmptyDocument())
            {
                _diagnostics.Add(DiagnosticDescriptors.EmptyFile, new SourceSpan(_source.Path, 1, 1, 1, 1));
                return null;
            }

            YamlNode root = ReadNode();
            Move();
            WarnAboutSecondDocument();
            return root;
        }
        catch (StopReadingException)
        {
            return null;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser's own slips on malformed input must not become a stack trace in somebody's build either.
            int last = _parser.Current is null ? 0 : _source.OffsetOf(_parser.Current.End);
            new YamlSyntaxError(_source, last, _openFlows.Count > 0 ? _openFlows.Peek() : null).Report(e, _diagnostics);
            return null;
        }
    }

    // Also moves to the root's event.
    private bool IsEmptyDocument()
    {
        bool isExplicit = _parser.Current is DocumentStart { IsImplicit: false };
        Move();
        return _parser.Current is Scalar { Value: "", Style: ScalarStyle.Plain } scalar
            && scalar.Anchor.IsEmpty && scalar.Tag.IsEmpty && (isExplicit || scalar.Start.Index == scalar.End.Index);
    }

    private void WarnAboutSecondDocument()
    {
        try
        {
            if (_parser.MoveNext() && _parser.Current is DocumentStart second)
                _diagnostics.Add(DiagnosticDescriptors.SecondDocument, SpanOf(second));
        }
        catch (YamlException)
        {
            // What follows the first document is not read, so it may be anything.
        }
    }

    private void Move()
    {
        if (!_parser.MoveNext()) Stop(DiagnosticDescriptors.SyntaxError, SpanOf(_parser.Current), "The file ends too early.");
    }

    // Reads the node that the current event begins, and leaves the parser at the node's last event.
    private YamlNode ReadNode()
    {
        ParsingEvent current = _parser.Current!;
        if (current is AnchorAlias alias) return ResolveAlias(alias);

        // On some malformed flow collections the parser ends a mapping between a key and its value.
        if (current is not NodeEvent start) throw new InvalidOperationException("No node begins here.");
        int before = _nodes;
        Count(1 + ((start as Scalar)?.Value.Length ?? 0) / YamlLimits.TextPerNode, start);
        string? anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null) _anchors[anchor] = null;
        bool isFlow = start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow };
        if (isFlow) _openFlows.Push(FirstCharacter(start));
        if (start is not Scalar && ++_depth > YamlLimits.Depth)
            Stop(DiagnosticDescriptors.TooDeep, FirstCharacter(start), YamlLimits.Depth);

        YamlNode node = start switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart => ReadSequence(start),
            _ => ReadMapping(start),
        };

        if (start is not Scalar) _depth--;
        if (isFlow) _openFlows.Pop();
        if (anchor is not null)
        {
            _anchors[anchor] = node;
            _sizes[node] = _nodes - before;
        }

        return node;
    }

    private YamlNode ResolveAlias(AnchorAlias alias)
    {
        string name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out YamlNode? node))
            Stop(DiagnosticDescriptors.UnknownAlias, SpanOf(alias), name, Suggestion.Sentence(name, _anchors.Where(a => a.Value is not null).Select(a => a.Key).ToList()));
        if (node is null) Stop(DiagnosticDescriptors.RecursiveAlias, SpanOf(alias), name);
        Count(_sizes[node!], alias);
        return node!;
    }

    private YamlSequence ReadSequence(NodeEvent start)
    {
        List<YamlNode> items = [];
        for (Move(); _parser.Current is not SequenceEnd; Move()) items.Add(ReadNode());
        return new YamlSequence(items) { Span = SpanFrom(start) };
    }

    private YamlMapping ReadMapping(NodeEvent start)
    {
        List<YamlEntry> entries = [];
        List<YamlEntry> merges = [];
        for (Move(); _parser.Current is not MappingEnd; Move())
        {
            bool isMergeKey = _parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain } scalar
                && (scalar.Tag.IsEmpty || scalar.Tag.Value == "tag:yaml.org,2002:merge");
            YamlNode key = ReadNode();
            Move();
            YamlNode value = ReadNode();
            if (isMergeKey) merges.Add(new YamlEntry((YamlScalar)key, value));
            else if (key is YamlScalar { Kind: YamlScalarKind.String } name) entries.Add(new YamlEntry(name, value));
            else if (key is YamlScalar other) _diagnostics.Add(DiagnosticDescriptors.KeyNotString, key.Span, other.Text.Length == 0 ? "~" : other.Text, key.Description);
            else _diagnostics.Add(DiagnosticDescriptors.KeyNotScalar, key.Span, key.Description);
        }

        YamlMapping mapping = new() { Span = SpanFrom(start) };
        foreach (YamlEntry entry in entries)
        {
            if (mapping.TryAdd(entry.Key, entry.Value)) continue;
            _diagnostics.Add(DiagnosticDescriptors.DuplicateKey, entry.Key.Span, entry.Name, mapping.Find(entry.Name)!.Key.Span.Line);
        }

        foreach (YamlEntry merge in merges) Merge(mapping, merge.Key, merge.Value);
        return mapping;
    }

    // Keys of the mapping itself win over merged ones, and earlier merged mappings over later ones.
    private void Merge(YamlMapping target, YamlScalar key, YamlNode value)
    {
        IReadOnlyList<YamlNode> sources = value is YamlSequence list ? list.Items : [value];
        foreach (YamlNode source in sources)
        {
            if (source is not YamlMapping mapping)
            {
                _diagnostics.Add(DiagnosticDescriptors.MergeNotMapping, key.Span, source.Description);
                continue;
            }

            foreach (YamlEntry entry in mapping) target.TryAdd(entry.Key, entry.Value);
        }
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        SourceSpan span = SpanOf(scalar);
        object? value = scalar.Value;
        YamlScalarKind kind = YamlScalarKind.String;
        if (!scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific) kind = ResolveTag(scalar, span, out value);
        else if (scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty) kind = ScalarResolver.Resolve(scalar.Value, out value);
        if (HasLoneSurrogate(scalar.Value)) _diagnostics.Add(DiagnosticDescriptors.InvalidEscape, span);
        return new YamlScalar
        {
            Text = scalar.Value,
            Kind = kind,
            Value = value,
            Span = span,
            Source = _source,
            Start = (int)scalar.Start.Index,
            End = Math.Min((int)scalar.End.Index, _source.Text.Length),
        };
    }

    private YamlScalarKind ResolveTag(Scalar scalar, SourceSpan span, out object? value)
    {
        YamlScalarKind? wanted = scalar.Tag.Value switch
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
            if (ScalarResolver.TryResolveAs(kind, scalar.Value, out value)) return kind;
            _diagnostics.Add(DiagnosticDescriptors.TagMismatch, span, scalar.Value, Written(scalar.Tag));
        }
        else
        {
            _diagnostics.Add(DiagnosticDescriptors.UnknownTag, span, Written(scalar.Tag));
            if (scalar.Style == ScalarStyle.Plain) return ScalarResolver.Resolve(scalar.Value, out value);
        }

        value = scalar.Value;
        return YamlScalarKind.String;
    }

    private static string Written(TagName tag) => tag.Value.Replace("tag:yaml.org,2002:", "!!");

    private void Count(int nodes, ParsingEvent at)
    {
        _nodes += nodes;
        if (_nodes > YamlLimits.Nodes) Stop(DiagnosticDescriptors.TooManyNodes, SpanOf(at), YamlLimits.Nodes);
    }

    private void Stop(DiagnosticDescriptor descriptor, SourceSpan span, params object[] arguments)
    {
        _diagnostics.Add(descriptor, span, arguments);
        throw new StopReadingException();
    }

    private SourceSpan SpanOf(ParsingEvent? at) => at is null
        ? new SourceSpan(_source.Path, 1, 1, 1, 1)
        : _source.SpanOf(at.Start, at.End);

    // From the first event of a collection to its last, which is the parser's current one.
    private SourceSpan SpanFrom(NodeEvent start)
    {
        int end = _source.OffsetOf(_parser.Current!.End);
        if (_parser.Current.Start.Index == end && end < _source.Text.Length && _source.Text[end] is ']' or '}') end++;
        return _source.SpanOf(_source.OffsetOf(start.Start), end);
    }

    private SourceSpan FirstCharacter(NodeEvent start)
    {
        int at = _source.OffsetOf(start.Start);
        return _source.SpanOf(at, Math.Min(at + 1, _source.Text.Length));
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i])) return true;
        }

        return false;
    }

    /// <summary>Unwinds the reader after a finding that leaves no tree.</summary>
    private sealed class StopReadingException : Exception;
}
