using System;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Outputs;

/// <summary>
/// A reference to a Secret as text, <c>🔐💬SECRET_KEY💬🔐</c>: templates make it with <c>encodeSecretRef</c>, and they, programs and
/// score files may write it themselves. Where a text goes to Kubernetes it becomes a reference (<c>SecretText</c>).
/// </summary>
internal static class SecretMark
{
    private const string Start = "\U0001F510\U0001F4AC";
    private const string End = "\U0001F4AC\U0001F510";
    private const char Separator = '_';
    private const int MaxKeyLength = 253;

    /// <summary>The text for a reference. Names of Secrets hold no <c>_</c>, so the first one parts name and key.</summary>
    public static string Write(SecretReference reference) => Start + reference.Secret + Separator + reference.Key + End;

    /// <summary>Whether a text holds a mark.</summary>
    public static bool IsIn(string text) => TryFind(text, 0, out _, out _);

    /// <summary>Finds the next mark in a text. One without an end is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="at">Where the mark begins.</param>
    /// <param name="length">Its length.</param>
    public static bool TryFind(string text, int from, out int at, out int length)
    {
        length = 0;
        at = text.IndexOf(Start, from, StringComparison.Ordinal);
        if (at < 0) return false;
        int end = text.IndexOf(End, at + Start.Length, StringComparison.Ordinal);
        length = end + End.Length - at;
        return end >= 0;
    }

    /// <summary>What a mark stands for; null with a problem, in words that follow "because", when it is none that Kubernetes could resolve.</summary>
    public static SecretReference? Read(string mark, out string problem)
    {
        string content = mark.Substring(Start.Length, mark.Length - Start.Length - End.Length);
        int separator = content.IndexOf(Separator);
        problem = separator < 0 ? "there is no '_' between the Secret's name and the key" : "";
        if (separator < 0) return null;
        SecretReference reference = new(content.Substring(0, separator), content.Substring(separator + 1));
        problem = ProblemOf(reference);
        return problem.Length == 0 ? reference : null;
    }

    /// <summary>Why Kubernetes has no such Secret or key, in a clause; empty when it may have it.</summary>
    public static string ProblemOf(SecretReference reference)
    {
        if (!DnsName.IsSubdomain(reference.Secret))
        {
            return $"'{Excerpt.Of(reference.Secret)}' is not the name of a Secret: use lower-case letters, digits, '-' and '.', with a letter or digit at " +
                "both ends";
        }
        return IsKey(reference.Key) ? "" : $"'{Excerpt.Of(reference.Key)}' is not a key of a Secret: use letters, digits, '-', '_' and '.'";
    }

    /// <summary>The first text of a tree, key or value, that holds a mark; null when there is none.</summary>
    public static YamlScalar? Find(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return IsIn(scalar.Text) ? scalar : null;
            case YamlSequence list:
                foreach (YamlNode item in list.Items)
                {
                    if (Find(item) is { } found) return found;
                }

                return null;
            default:
                foreach (YamlEntry entry in (YamlMapping)node)
                {
                    if ((Find(entry.Key) ?? Find(entry.Value)) is { } found) return found;
                }

                return null;
        }
    }

    private static bool IsKey(string key) =>
        key.Length is > 0 and <= MaxKeyLength && key is not ("." or "..") && !key.StartsWith("..", StringComparison.Ordinal)
        && key.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.');
}
