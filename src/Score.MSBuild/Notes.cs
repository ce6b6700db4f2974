using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>
/// The lists in obj that a build leaves for the next, an entry a line, which targets read as lists of items. What would end or change
/// an item is escaped twice, as a target unescapes the text once and MSBuild each item. All lists of a task are in one file, with a line
/// <c>|</c> after each: each file that a build opens takes longer than all else that it does with one.
/// </summary>
internal static class Notes
{
    /// <summary>In the notes of a generator: the full paths of all written files.</summary>
    public const int Outputs = 0;

    /// <summary>In the notes of a generator: the full paths of those of them that no container mounts.</summary>
    public const int MainOutputs = 2;

    /// <summary>In the notes of a generator: the full paths of those of them that hold the values of Secrets.</summary>
    public const int SecretOutputs = 3;

    private const string Special = "%*?@$();'|";
    private const string Escape = "%25";
    private const int LengthDigits = 10;

    /// <summary>The bytes of notes: after the lists comes how many characters all of it has, so that what is not whole is noticed.</summary>
    /// <param name="lists">The lists, in their order.</param>
    public static byte[] Write(params IEnumerable<string>[] lists)
    {
        StringBuilder text = new();
        for (int i = 0; i < lists.Length; i++)
        {
            Append(text, lists[i]);
            text.Append("|\n");
        }

        text.Append((text.Length + LengthDigits).ToString("D" + LengthDigits, CultureInfo.InvariantCulture));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>When files were last written, in MSBuild's own form of the metadata <c>ModifiedTime</c>, so that a target can compare them.</summary>
    /// <param name="paths">Full paths of files.</param>
    public static string Times(IEnumerable<string> paths) =>
        string.Join(",", paths.Select(p => new TaskItem(p.Replace("%", "%25")).GetMetadata("ModifiedTime")));

    private static void Append(StringBuilder text, IEnumerable<string> entries)
    {
        foreach (string entry in entries)
        {
            for (int i = 0; i < entry.Length; i++)
            {
                char c = entry[i];
                bool isOuterSpace = char.IsWhiteSpace(c) && (i == 0 || i == entry.Length - 1);
                if (c < ' ' || c == '\u007F' || isOuterSpace || Special.IndexOf(c) >= 0)
                    text.Append(Escape).Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
                else text.Append(c);
            }

            text.Append(";\n");
        }
    }

    /// <summary>The full paths of a list of files. What is no normalised path, such as one with <c>..</c>, no build has written, and is left out.</summary>
    /// <param name="file">The notes. They need not exist.</param>
    /// <param name="list">The number of the list, from zero.</param>
    public static IReadOnlyList<string> ReadPaths(ITaskItem? file, int list)
    {
        List<string> paths = [];
        byte[] bytes = (file is null ? null : BoundedFile.Read(file.GetMetadata("FullPath"), FileContents.SourceSize).Bytes) ?? [];
        string[] lists = Encoding.UTF8.GetString(bytes).Split('|');
        if (list >= lists.Length) return paths;
        foreach (string line in lists[list].Split('\n'))
        {
            string path = Unescape(line.EndsWith(";", StringComparison.Ordinal) ? line.Substring(0, line.Length - 1) : line);
            if (IsNormalised(path)) paths.Add(path);
        }

        return paths;
    }

    /// <summary>Whether a text is a full path that says where it leads.</summary>
    public static bool IsNormalised(string path)
    {
        try
        {
            return path.Length > 0 && Path.IsPathRooted(path) && Path.GetFullPath(path) == path;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return false;
        }
    }

    private static string Unescape(string entry)
    {
        int at = entry.IndexOf(Escape, StringComparison.Ordinal);
        if (at < 0) return entry;
        StringBuilder text = new(entry, 0, at, entry.Length);
        for (; at < entry.Length; at++)
        {
            bool isEscape = string.CompareOrdinal(entry, at, Escape, 0, Escape.Length) == 0 && at + 5 <= entry.Length;
            if (isEscape && byte.TryParse(entry.Substring(at + 3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte code))
            {
                text.Append((char)code);
                at += 4;
            }
            else
            {
                text.Append(entry[at]);
            }
        }

        return text.ToString();
    }
}
