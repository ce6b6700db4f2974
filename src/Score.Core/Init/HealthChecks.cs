using System;
using System.Collections.Generic;
using System.Text;

namespace Score.Core.Init;

/// <summary>Finds the paths of <c>MapHealthChecks("/...")</c> in C#.</summary>
internal static class HealthChecks
{
    private const string Call = "MapHealthChecks";

    /// <summary>The paths, in the order of the code.</summary>
    public static IEnumerable<string> PathsIn(string code)
    {
        if (code.IndexOf(Call, StringComparison.Ordinal) < 0) yield break;
        for (int at = 0; at < code.Length;)
        {
            int next = Skip(code, at);
            if (next > at)
            {
                at = next;
                continue;
            }

            // What a group maps, such as app.MapGroup("/api").MapHealthChecks, has another path.
            bool isCall = string.CompareOrdinal(code, at, Call, 0, Call.Length) == 0 && at > 1 && code[at - 1] == '.' && code[at - 2] != ')';
            at += isCall ? Call.Length : 1;
            if (isCall && PathAt(code, at) is { } path) yield return path;
        }
    }

    // Only a plain text that can be written into a score file as it is.
    private static string? PathAt(string code, int at)
    {
        at = Blank(code, at);
        if (at >= code.Length || code[at] != '(') return null;
        at = Blank(code, at + 1);
        if (at < code.Length && code[at] == '@') at++;
        if (at >= code.Length || code[at] != '"') return null;
        StringBuilder path = new();
        for (at++; at < code.Length && code[at] != '"'; at++)
        {
            char c = code[at];
            if (!(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '-' or '_' or '.' or '~')) return null;
            path.Append(c);
        }

        if (path.Length == 0 || path[0] != '/') path.Insert(0, '/');
        return path.ToString();
    }

    private static int Blank(string code, int at)
    {
        while (at < code.Length && char.IsWhiteSpace(code[at])) at++;
        return at;
    }

    // The end of a comment or a text that begins here; the same place when none does.
    private static int Skip(string code, int at)
    {
        if (Starts(code, at, "//")) return End(code, at, "\n");
        if (Starts(code, at, "/*")) return End(code, at + 2, "*/");
        if (Starts(code, at, "\"\"\"")) return End(code, at + 3, "\"\"\"");
        if (code[at] == '\'') return Starts(code, at, "'\\") ? End(code, at + 3, "'") : End(code, at + 1, "'");
        bool isVerbatim = Starts(code, at, "@\"");
        if (!isVerbatim && code[at] != '"') return at;
        for (int i = at + (isVerbatim ? 2 : 1); i < code.Length; i++)
        {
            if (code[i] == '"') return i + 1;
            if (!isVerbatim && code[i] == '\\') i++;
            if (!isVerbatim && i < code.Length && code[i] == '\n') return i;
        }

        return code.Length;
    }

    private static bool Starts(string code, int at, string text) => string.CompareOrdinal(code, at, text, 0, text.Length) == 0;

    private static int End(string code, int from, string end)
    {
        int at = from >= code.Length ? -1 : code.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? code.Length : at + end.Length;
    }
}
