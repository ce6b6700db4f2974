using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Files;

namespace Score.Core.Init;

/// <summary>Adds lines to a .gitignore file for what holds secrets.</summary>
internal static class IgnoreLines
{
    /// <summary>Adds what is missing, and leaves all else as it is.</summary>
    /// <param name="folder">The full path of the project's folder, whose .gitignore gets the lines.</param>
    /// <param name="paths">Files, and folders with a slash at their end, relative to it.</param>
    /// <returns>The lines that were added.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IReadOnlyList<string> Add(string folder, IEnumerable<string> paths)
    {
        List<string> wanted = paths.Where(p => GitIgnore.Covers(Path.Combine(folder, p.EndsWith("/", StringComparison.Ordinal) ? p + "file" : p)) != true)
            .ToList();
        IReadOnlyList<string> added = [];
        SharedFile.Update(Path.Combine(folder, ".gitignore"), existing =>
        {
            byte[] content = existing ?? [];

            // That of UTF-16 is none that Git reads.
            added = Array.IndexOf(content, (byte)0) >= 0 ? [] : Missing(Encoding.UTF8.GetString(content), wanted);
            return added.Count == 0 ? content : [.. content, .. Encoding.UTF8.GetBytes(Text(content, added))];
        });
        return added;
    }

    // A line that begins with '!' wants the file to be committed.
    private static List<string> Missing(string text, List<string> wanted)
    {
        HashSet<string> lines = new(text.TrimStart('\uFEFF').Split('\n').Select(l => l.Trim().TrimStart('!').Trim('/')), StringComparer.Ordinal);
        return wanted.Where(w => !lines.Contains(w.Trim('/'))).ToList();
    }

    private static string Text(byte[] before, IReadOnlyList<string> added)
    {
        int lineFeed = Array.IndexOf(before, (byte)'\n');
        string end = lineFeed > 0 && before[lineFeed - 1] == '\r' ? "\r\n" : "\n";
        bool isOpen = before.Length > 0 && before[before.Length - 1] != '\n';
        bool isOnlyMark = before.Length == 3 && before[0] == 0xEF;
        return (isOpen && !isOnlyMark ? end : "") + string.Concat(added.Select(a => a + end));
    }
}
