using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Score.Core.Files;

/// <summary>Tells whether Git ignores a file, by the .gitignore files from the repository's root to the file's folder, without Git.</summary>
internal static class GitIgnore
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Whether a file would not be committed.</summary>
    /// <param name="fullPath">The file, which need not exist.</param>
    /// <returns>Null when it is in no repository.</returns>
    public static bool? Covers(string fullPath)
    {
        List<string> folders = [];
        string? root = Path.GetDirectoryName(fullPath);
        for (; root is not null; root = Path.GetDirectoryName(root))
        {
            folders.Insert(0, root);
            if (Directory.Exists(Path.Combine(root, ".git")) || File.Exists(Path.Combine(root, ".git"))) break;
        }

        if (root is null) return null;
        List<GitPattern> patterns = Read(Path.Combine(root, ".git", "info", "exclude"), "");
        string[] way = RelativeTo(root, fullPath).Split('/');
        for (int depth = 0; depth < way.Length; depth++)
        {
            // The patterns of a folder count for what is in it. What is in an ignored folder is ignored, whatever they say.
            string folder = string.Join("/", way, 0, depth);
            patterns.AddRange(Read(Path.Combine(folders[depth], ".gitignore"), folder));
            if (IsIgnored(patterns, folder.Length == 0 ? way[depth] : folder + "/" + way[depth], isFolder: depth < way.Length - 1)) return true;
        }

        return false;
    }

    private static string RelativeTo(string root, string fullPath) =>
        fullPath.Substring(root.TrimEnd(Path.DirectorySeparatorChar).Length + 1).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsIgnored(List<GitPattern> patterns, string path, bool isFolder)
    {
        for (int i = patterns.Count - 1; i >= 0; i--)
        {
            if (patterns[i].Matches(path, isFolder)) return !patterns[i].IsNegated;
        }

        return false;
    }

    private static List<GitPattern> Read(string file, string folder)
    {
        List<GitPattern> patterns = [];
        if (!File.Exists(file) || BoundedFile.Read(file, MaxBytes).Bytes is not { } bytes) return patterns;
        foreach (string line in Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n'))
        {
            if (GitPattern.Read(line.TrimEnd('\r'), folder) is { } pattern) patterns.Add(pattern);
        }

        return patterns;
    }
}

/// <summary>A line of a .gitignore file.</summary>
/// <param name="folder">The folder of the file, from the repository's root and with <c>/</c>; empty for the root.</param>
/// <param name="pattern">The pattern, without marks before and after it.</param>
/// <param name="isAnchored">Whether it is matched against the whole path from the folder, and not against the name alone.</param>
/// <param name="isForFolders">Whether it matches folders only.</param>
internal sealed class GitPattern(string folder, string pattern, bool isAnchored, bool isForFolders)
{
    // More than this are no pattern that anybody wrote, and cost much time.
    private const int MaxStars = 20;

    /// <summary>Whether what it matches is not ignored after all.</summary>
    public bool IsNegated { get; private init; }

    /// <summary>Reads a line; null for a comment and an empty one.</summary>
    public static GitPattern? Read(string line, string folder)
    {
        string text = TrimEnd(line);
        if (text.Length == 0 || text[0] == '#') return null;
        bool isNegated = text[0] == '!';
        if (isNegated) text = text.Substring(1);
        bool isForFolders = text.EndsWith("/", StringComparison.Ordinal);
        if (isForFolders) text = text.Substring(0, text.Length - 1);
        bool isAnchored = text.IndexOf('/') >= 0;
        if (text.StartsWith("/", StringComparison.Ordinal)) text = text.Substring(1);
        if (text.Length == 0 || CountOf(text, '*') > MaxStars) return null;
        return new GitPattern(folder, text, isAnchored, isForFolders) { IsNegated = isNegated };
    }

    /// <summary>Whether it matches a path from the repository's root, with <c>/</c>.</summary>
    public bool Matches(string path, bool isFolder)
    {
        if (isForFolders && !isFolder) return false;
        if (folder.Length > 0 && !path.StartsWith(folder + "/", StringComparison.Ordinal)) return false;
        string below = folder.Length > 0 ? path.Substring(folder.Length + 1) : path;
        return Matches(0, isAnchored ? below : below.Substring(below.LastIndexOf('/') + 1), 0);
    }

    private bool Matches(int p, string text, int t)
    {
        for (; p < pattern.Length; p++)
        {
            switch (pattern[p])
            {
                case '*':
                    return MatchesStar(p, text, t);
                case '?':
                    if (t == text.Length || text[t] == '/') return false;
                    t++;
                    break;
                case '[':
                    int end = EndOfClass(p);
                    if (end < 0) goto default;
                    if (t == text.Length || text[t] == '/' || !IsInClass(p + 1, end, text[t])) return false;
                    t++;
                    p = end;
                    break;
                case '\\' when p + 1 < pattern.Length:
                    p++;
                    goto default;
                default:
                    if (t == text.Length || text[t] != pattern[p]) return false;
                    t++;
                    break;
            }
        }

        return t == text.Length;
    }

    private bool MatchesStar(int p, string text, int t)
    {
        bool isWhole = p + 1 < pattern.Length
            && pattern[p + 1] == '*'
            && (p == 0 || pattern[p - 1] == '/')
            && (p + 2 == pattern.Length || pattern[p + 2] == '/');
        if (isWhole && p + 2 == pattern.Length) return t < text.Length;
        if (isWhole)
        {
            // Any number of folders, also none.
            for (int at = t; at >= 0 && at <= text.Length; at = text.IndexOf('/', at) + 1)
            {
                if (Matches(p + 3, text, at)) return true;
                if (text.IndexOf('/', at) < 0) return false;
            }

            return false;
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        for (int at = t; at <= text.Length; at++)
        {
            if (Matches(p, text, at)) return true;
            if (at < text.Length && text[at] == '/') return false;
        }

        return false;
    }

    private int EndOfClass(int start)
    {
        int first = start + 1 < pattern.Length && pattern[start + 1] is '!' or '^' ? start + 2 : start + 1;
        return first + 1 < pattern.Length ? pattern.IndexOf(']', first + 1) : -1;
    }

    private bool IsInClass(int from, int end, char c)
    {
        bool isNegated = pattern[from] is '!' or '^';
        if (isNegated) from++;
        for (int i = from; i < end; i++)
        {
            if (pattern[i] == '\\' && i + 1 < end) i++;
            bool isRange = i + 2 < end && pattern[i + 1] == '-';
            if (isRange ? c >= pattern[i] && c <= pattern[i + 2] : c == pattern[i]) return !isNegated;
            if (isRange) i += 2;
        }

        return isNegated;
    }

    // Spaces at the end do not count, unless a backslash stands before the last one.
    private static string TrimEnd(string line)
    {
        int end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !(end > 1 && line[end - 2] == '\\')) end--;
        return line.Substring(0, end);
    }

    private static int CountOf(string text, char c)
    {
        int count = 0;
        foreach (char other in text) count += other == c ? 1 : 0;
        return count;
    }
}
