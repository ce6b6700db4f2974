using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>
/// The lists in obj that a build leaves for the next, an entry a line, which targets read as a list of items. What would end or change
/// an item is escaped twice, as a target unescapes the text once and MSBuild each item.
/// </summary>
internal static class Notes
{
    private const string Special = "%*?@$();'";
    private const string Escape = "%25";

    /// <summary>The bytes of a list.</summary>
    public static byte[] Write(IEnumerable<string> entries)
    {
        StringBuilder text = new();
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

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The full paths of a list of files. What is no normalised path, such as one with <c>..</c>, no build has written, and is left out.</summary>
    /// <param name="file">The list. It need not exist.</param>
    public static IReadOnlyList<string> ReadPaths(ITaskItem? file)
    {
        List<string> paths = [];
        byte[] bytes = (file is null ? null : BoundedFile.Read(file.GetMetadata("FullPath"), FileContents.SourceSize).Bytes) ?? [];
        foreach (string line in Encoding.UTF8.GetString(bytes).Split('\n'))
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
