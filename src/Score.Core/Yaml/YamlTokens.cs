using System;
using System.Collections.Generic;
using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Score.Core.Yaml;

/// <summary>
/// The tokens of YamlDotNet's scanner, one at a time. Its parser is not used: the first one of a process compiles a regular
/// expression for tag directives that hardly any file has, which takes longer than to read a score file.
/// </summary>
internal sealed class YamlTokens
{
    private const string StandardPrefix = "tag:yaml.org,2002:";

    private readonly Scanner _scanner;
    private readonly Dictionary<string, string> _tagPrefixes = new(StringComparer.Ordinal) { ["!"] = "!", ["!!"] = StandardPrefix };

    /// <summary>Begins with the first token after the start of the stream.</summary>
    public YamlTokens(string text)
    {
        _scanner = new Scanner(new StringReader(text));
        Current = null!;
        Next();
        if (Current is StreamStart) Next();
    }

    /// <summary>The token to read next; the end of the stream when there are no more.</summary>
    public Token Current { get; private set; }

    /// <summary>Where the token before ends.</summary>
    public int LastOffset { get; private set; }

    /// <summary>A tag as the core schema names it, when it is one of its tags: <c>!!int</c>.</summary>
    public static string Shorten(string tag) =>
        tag.StartsWith(StandardPrefix, StringComparison.Ordinal) ? "!!" + tag.Substring(StandardPrefix.Length) : tag;

    /// <summary>Moves to the next token.</summary>
    /// <exception cref="SyntaxErrorException">The text is not a token.</exception>
    public void Next()
    {
        if (Current is not null) LastOffset = (int)Current.End.Index;
        if (!_scanner.MoveNext()) return;
        Current = _scanner.Current!;
        if (Current is Error error) throw new SyntaxErrorException(error.Start, error.End, error.Value);
    }

    /// <summary>Moves past the current token if it is of a kind.</summary>
    public bool Skip<T>()
        where T : Token
    {
        if (Current is not T) return false;
        Next();
        return true;
    }

    /// <summary>Moves past the directives before a document, and remembers the prefixes of tags that they define.</summary>
    public void SkipDirectives()
    {
        while (Current is VersionDirective or TagDirective)
        {
            if (Current is TagDirective directive) _tagPrefixes[directive.Handle] = directive.Prefix;
            Next();
        }
    }

    /// <summary>The whole name of a tag; <c>!</c> for the tag that says "not specific".</summary>
    /// <exception cref="SyntaxErrorException">The tag's handle is not defined.</exception>
    public string Resolve(Tag tag)
    {
        if (tag.Handle.Length == 0) return tag.Suffix;
        if (_tagPrefixes.TryGetValue(tag.Handle, out string? prefix)) return prefix + tag.Suffix;
        throw new SyntaxErrorException(tag.Start, tag.End, "The handle of this tag is not defined.");
    }
}
