using System;
using System.Collections.Generic;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>
/// A reference to a Secret as text, between a template that makes it (<c>encodeSecretRef</c>) and the place where it becomes a
/// reference of Kubernetes. The signs are printable, so that quoting in templates leaves them as they are.
/// </summary>
internal static class SecretMark
{
    private const string Start = "⟦secret:";
    private const char Separator = ':';
    private const char End = '⟧';

    /// <summary>The text for a reference. Names of Secrets and their keys hold none of the signs.</summary>
    public static string Write(SecretReference reference) => Start + reference.Secret + Separator + reference.Key + End;

    /// <summary>Whether a text holds a mark.</summary>
    public static bool IsIn(string text) => text.IndexOf(Start, StringComparison.Ordinal) >= 0;

    /// <summary>A text of a tree, key or value, that holds a mark; null when there is none.</summary>
    public static string? Find(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return IsIn(scalar.Text) ? scalar.Text : null;
            case YamlSequence list:
                foreach (YamlNode item in list.Items)
                {
                    if (Find(item) is { } found) return found;
                }

                return null;
            default:
                foreach (YamlEntry entry in (YamlMapping)node)
                {
                    if (Find(entry.Key) is { } key) return key;
                    if (Find(entry.Value) is { } found) return found;
                }

                return null;
        }
    }

    /// <summary>Splits a text into literal parts and references. A mark that is not whole is literal.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Where it stands in the text as written.</param>
    /// <param name="length">Its length as written.</param>
    public static IEnumerable<TextSegment> Split(string text, int offset, int length)
    {
        int from = 0;
        for (int at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            int end = text.IndexOf(End, at);
            int name = at + Start.Length;
            int separator = end < 0 ? -1 : text.IndexOf(Separator, name, end - name);
            if (separator < 0) continue;
            if (at > from) yield return new TextSegment(text.Substring(from, at - from), null, offset, length);
            SecretReference reference = new(text.Substring(name, separator - name), text.Substring(separator + 1, end - separator - 1));
            yield return new TextSegment("", reference, offset, length);
            from = end + 1;
        }

        if (from < text.Length || from == 0) yield return new TextSegment(text.Substring(from), null, offset, length);
    }
}
