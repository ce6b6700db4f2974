using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Score.Core.Yaml;

/// <summary>
/// Reads the first document of a text into a tree whose nodes know their place. One method for each rule of YAML's grammar,
/// over the tokens of YamlDotNet's scanner.
/// </summary>
internal sealed class YamlReader
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly YamlNodeFactory _factory;

    // The innermost opening bracket or brace that encloses the current token.
    private SourceSpan? _openFlow;
    private YamlTokens _tokens = null!;
    private int _depth;

    private YamlReader(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _factory = new YamlNodeFactory(source, diagnostics);
    }

    /// <summary>Reads the first document.</summary>
    /// <param name="source">The text.</param>
    /// <param name="diagnostics">Receives SCORE0006 to SCORE0020.</param>
    /// <returns>The root, or null when the text is not one well-formed document.</returns>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics) => new YamlReader(source, diagnostics).ReadStream();

    private YamlNode? ReadStream()
    {
        try
        {
            _tokens = new YamlTokens(_source.Text);
            return ReadDocument();
        }
        catch (YamlNodeFactory.LimitException)
        {
            return null;
        }
        catch (Exception e)
            when (e is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The scanner's own slips on malformed input must not become a stack trace in somebody's build either.
            int last = Math.Min(_tokens?.LastOffset ?? 0, _source.Text.Length);
            new YamlSyntaxError(_source, last, _openFlow).Report(e, _diagnostics);
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        while (_tokens.Skip<DocumentEnd>())
        {
        }

        _tokens.SkipDirectives();
        _tokens.Skip<DocumentStart>();
        if (_tokens.Current is StreamEnd or DocumentStart or DocumentEnd or VersionDirective or TagDirective)
        {
            _diagnostics.Add(DiagnosticDescriptors.EmptyFile, new SourceSpan(_source.Path, 1, 1, 1, 1));
            return null;
        }

        YamlNode root = ReadNode(isBlock: true, mayBeIndentless: false);
        if (_tokens.Current is not (StreamEnd or DocumentStart or DocumentEnd or VersionDirective or TagDirective))
            throw Unexpected("did not find expected <document start>");
        WarnAboutSecondDocument();
        return root;
    }

    private void WarnAboutSecondDocument()
    {
        try
        {
            while (_tokens.Skip<DocumentEnd>())
            {
            }

            _tokens.SkipDirectives();
        }
        catch (YamlException)
        {
            return; // What follows the first document is not read, so it may be anything.
        }

        if (_tokens.Current is DocumentStart)
            _diagnostics.Add(DiagnosticDescriptors.SecondDocument, _source.SpanOf(_tokens.Current.Start, _tokens.Current.End));
    }

    // properties? (alias | scalar | collection), or properties alone
    private YamlNode ReadNode(bool isBlock, bool mayBeIndentless)
    {
        if (_tokens.Current is AnchorAlias alias)
        {
            _tokens.Next();
            return _factory.Resolve(alias);
        }

        Mark start = _tokens.Current.Start;
        Anchor? anchor = null;
        Tag? tag = null;
        while (_tokens.Current is Anchor or Tag)
        {
            if (_tokens.Current is Anchor found && anchor is null) anchor = found;
            else if (_tokens.Current is Tag foundTag && tag is null) tag = foundTag;
            else throw Unexpected("did not find expected node content");
            _tokens.Next();
        }

        string? tagName = tag is null ? null : _tokens.Resolve(tag);
        int before = _factory.Begin(anchor);
        YamlNode node = ReadContent(start, tagName, hasProperties: anchor is not null || tag is not null, isBlock, mayBeIndentless);
        _factory.End(anchor, node, before);
        return node;
    }

    private YamlNode ReadContent(Mark start, string? tag, bool hasProperties, bool isBlock, bool mayBeIndentless)
    {
        switch (_tokens.Current)
        {
            case Scalar scalar:
                _tokens.Next();
                return _factory.CreateScalar(scalar.Value, scalar.Style, tag, start, scalar.End);
            case BlockEntry when mayBeIndentless:
                return ReadCollection(start, ReadIndentlessSequence);
            case BlockSequenceStart when isBlock:
                return ReadCollection(start, ReadBlockSequence);
            case BlockMappingStart when isBlock:
                return ReadCollection(start, ReadBlockMapping);
            case FlowSequenceStart:
                return ReadFlow(start, ReadFlowSequence);
            case FlowMappingStart:
                return ReadFlow(start, ReadFlowMapping);
            default:
                return hasProperties
                    ? _factory.CreateScalar("", ScalarStyle.Plain, tag, start, _tokens.Current.Start)
                    : throw Unexpected("did not find expected node content");
        }
    }

    private YamlNode ReadCollection(Mark start, Func<Mark, YamlNode> read)
    {
        _factory.Count(1, start, start);
        if (++_depth > YamlLimits.Depth) throw _factory.Stop(DiagnosticDescriptors.TooDeep, FirstCharacter(_tokens.Current), YamlLimits.Depth);
        YamlNode node = read(start);
        _depth--;
        return node;
    }

    private YamlNode ReadFlow(Mark start, Func<Mark, YamlNode> read)
    {
        SourceSpan? outer = _openFlow;
        _openFlow = FirstCharacter(_tokens.Current);
        YamlNode node = ReadCollection(start, read);
        _openFlow = outer;
        return node;
    }

    // BLOCK-SEQUENCE-START (BLOCK-ENTRY node?)* BLOCK-END
    private YamlNode ReadBlockSequence(Mark start)
    {
        _tokens.Next();
        List<YamlNode> items = [];
        while (_tokens.Current is BlockEntry entry)
        {
            _tokens.Next();
            items.Add(_tokens.Current is BlockEntry or BlockEnd ? Empty(entry.End) : ReadNode(isBlock: true, mayBeIndentless: false));
        }

        if (_tokens.Current is not BlockEnd) throw Unexpected("block collection");
        YamlSequence sequence = new(items) { Span = _source.SpanOf(start, _tokens.Current.End) };
        _tokens.Next();
        return sequence;
    }

    // (BLOCK-ENTRY node?)+, as the value of a key at whose column the dashes are
    private YamlNode ReadIndentlessSequence(Mark start)
    {
        List<YamlNode> items = [];
        while (_tokens.Current is BlockEntry entry)
        {
            _tokens.Next();
            items.Add(_tokens.Current is BlockEntry or Key or Value or BlockEnd ? Empty(entry.End) : ReadNode(isBlock: true, mayBeIndentless: false));
        }

        return new YamlSequence(items) { Span = _source.SpanOf(start, _tokens.Current.Start) };
    }

    // BLOCK-MAPPING-START ((KEY node?)? (VALUE node?)?)* BLOCK-END
    private YamlNode ReadBlockMapping(Mark start)
    {
        _tokens.Next();
        List<YamlNode> keysAndValues = [];
        while (_tokens.Current is Key or Value)
        {
            Mark at = _tokens.Current.End;
            bool hasKey = _tokens.Skip<Key>() && _tokens.Current is not (Key or Value or BlockEnd);
            keysAndValues.Add(hasKey ? ReadNode(isBlock: true, mayBeIndentless: true) : Empty(at));
            at = _tokens.Current.End;
            bool hasValue = _tokens.Skip<Value>() && _tokens.Current is not (Key or Value or BlockEnd);
            keysAndValues.Add(hasValue ? ReadNode(isBlock: true, mayBeIndentless: true) : Empty(at));
        }

        if (_tokens.Current is not BlockEnd) throw Unexpected("block mapping");
        YamlMapping mapping = _factory.CreateMapping(keysAndValues, _source.SpanOf(start, _tokens.Current.End));
        _tokens.Next();
        return mapping;
    }

    // FLOW-SEQUENCE-START (item FLOW-ENTRY)* item? FLOW-SEQUENCE-END, where an item may be a single pair
    private YamlNode ReadFlowSequence(Mark start)
    {
        _tokens.Next();
        List<YamlNode> items = [];
        while (_tokens.Current is not FlowSequenceEnd)
        {
            if (items.Count > 0 && !_tokens.Skip<FlowEntry>()) throw Unexpected("flow sequence");
            if (_tokens.Current is FlowSequenceEnd) break;
            items.Add(_tokens.Current is Key ? ReadSinglePair() : ReadNode(isBlock: false, mayBeIndentless: false));
        }

        return new YamlSequence(items) { Span = CloseFlow(start) };
    }

    // KEY node? (VALUE node?)?
    private YamlMapping ReadSinglePair()
    {
        Mark start = _tokens.Current.Start;
        _factory.Count(1, start, start);
        List<YamlNode> keyAndValue = [];
        ReadFlowPair(keyAndValue);
        return _factory.CreateMapping(keyAndValue, _source.SpanOf(start, _tokens.Current.Start));
    }

    // FLOW-MAPPING-START (pair FLOW-ENTRY)* pair? FLOW-MAPPING-END, where a pair may be a key alone
    private YamlNode ReadFlowMapping(Mark start)
    {
        _tokens.Next();
        List<YamlNode> keysAndValues = [];
        while (_tokens.Current is not FlowMappingEnd)
        {
            if (keysAndValues.Count > 0 && !_tokens.Skip<FlowEntry>()) throw Unexpected("flow mapping");
            if (_tokens.Current is FlowMappingEnd) break;
            if (_tokens.Current is Key)
            {
                ReadFlowPair(keysAndValues);
            }
            else
            {
                keysAndValues.Add(ReadNode(isBlock: false, mayBeIndentless: false));
                keysAndValues.Add(Empty(_tokens.Current.Start));
            }
        }

        return _factory.CreateMapping(keysAndValues, CloseFlow(start));
    }

    private void ReadFlowPair(List<YamlNode> keysAndValues)
    {
        Mark at = _tokens.Current.End;
        _tokens.Next();
        keysAndValues.Add(_tokens.Current is Value or FlowEntry or FlowSequenceEnd or FlowMappingEnd
            ? Empty(at)
            : ReadNode(isBlock: false, mayBeIndentless: false));
        at = _tokens.Current.End;
        bool hasValue = _tokens.Skip<Value>() && _tokens.Current is not (FlowEntry or FlowSequenceEnd or FlowMappingEnd);
        keysAndValues.Add(hasValue ? ReadNode(isBlock: false, mayBeIndentless: false) : Empty(at));
    }

    // The scanner's closing tokens are empty and stand before their character.
    private SourceSpan CloseFlow(Mark start)
    {
        int end = Math.Min(_source.OffsetOf(_tokens.Current.Start) + 1, _source.Text.Length);
        _tokens.Next();
        return _source.SpanOf(_source.OffsetOf(start), end);
    }

    private YamlScalar Empty(Mark at) => _factory.CreateScalar("", ScalarStyle.Plain, null, at, at);

    private SyntaxErrorException Unexpected(string problem) => new(_tokens.Current.Start, _tokens.Current.End, problem);

    private SourceSpan FirstCharacter(Token token)
    {
        int at = _source.OffsetOf(token.Start);
        return _source.SpanOf(at, Math.Min(at + 1, _source.Text.Length));
    }
}
