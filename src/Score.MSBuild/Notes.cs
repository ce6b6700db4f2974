using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Files;

namespace Score.MSBuild;

/// <summary>
/// The lists in obj that a build leaves for the next, an entry a line, which targets read as lists of items. What would end or change
/// an item is escaped twice, as a target unescapes the text once and MSBuild each item. All lists of a project are in one file, with
/// <c>|</c> after each: each file that a build opens takes longer than all else that it does with one. A task writes its own lists anew,
/// and leaves those of others. At the end is how many lists there
/// are, and how many characters all of it has, so that what is not whole is noticed.
/// </summary>
internal static class Notes
{
    /// <summary>The list of the files that were read. The next one has the hash of all other inputs, and when these were last written.</summary>
    public const int Sources = 0;

    /// <summary>
    /// The first list of <see cref="GenerateComposeFile"/>: all files whose times count. The next ones have these times, the environment
    /// variables that were read, and the written files of each <see cref="OutputKind"/>.
    /// </summary>
    public const int Compose = 2;

    /// <summary>The same of <see cref="GenerateK8sManifests"/>.</summary>
    public const int Kubernetes = Compose + Kinds + 4;

    /// <summary>How many lists of a generator come before those of the kinds.</summary>
    public const int Kinds = 3;

    /// <summary>What a build for Docker Compose writes.</summary>
    public static readonly OutputKind[] OfCompose = [OutputKind.Compose, OutputKind.Resources, OutputKind.EnvironmentFile, OutputKind.Mount];

    /// <summary>What a build for Kubernetes writes.</summary>
    public static readonly OutputKind[] OfKubernetes =
        [OutputKind.Manifest, OutputKind.Kustomization, OutputKind.Chart, OutputKind.Values, OutputKind.Secrets];

    /// <summary>The same without <see cref="OutputKind.Secrets"/>, which no build and no clean deletes: nothing else may have these values.</summary>
    public static readonly OutputKind[] Manifests = [OutputKind.Manifest, OutputKind.Kustomization, OutputKind.Chart, OutputKind.Values];

    private const int Count = Kubernetes + Kinds + 5;
    private const string Special = "%*?@$();'|";
    private const string Escape = "%25";
    private const int MaxSize = 64 << 20; // Ten thousand workloads, with a dozen mounted files each.

    /// <summary>The bytes of notes.</summary>
    /// <param name="existing">The notes that there are, or null.</param>
    /// <param name="first">The number of the first list that is new.</param>
    /// <param name="lists">The new lists, in their order.</param>
    public static byte[] Write(byte[]? existing, int first, params IEnumerable<string>[] lists)
    {
        string[] old = Split(existing);
        StringBuilder text = new();
        for (int i = 0; i < Count; i++)
        {
            if (i >= first && i < first + lists.Length) Append(text, lists[i - first]);
            else if (i < old.Length - 1) text.Append(old[i]);
            text.Append('|');
        }

        // The number counts itself.
        int length = text.Length;
        while (length < text.Length + EndOf(length).Length) length++;
        return Encoding.UTF8.GetBytes(text.Append(EndOf(length)).ToString());
    }

    /// <summary>The bytes of a file with one list, an entry a line.</summary>
    public static byte[] WriteList(IEnumerable<string> entries)
    {
        StringBuilder text = new();
        Append(text, entries);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>When files were last written, in MSBuild's own form of the metadata <c>ModifiedTime</c>, so that a target can compare them.</summary>
    /// <param name="paths">Full paths of files.</param>
    public static string Times(IEnumerable<string> paths) =>
        string.Join(",", paths.Select(p => new TaskItem(p.Replace("%", "%25")).GetMetadata("ModifiedTime")));

    private static void Append(StringBuilder text, IEnumerable<string> entries)
    {
        string separator = "";
        foreach (string entry in entries)
        {
            text.Append(separator);
            separator = "\n";
            for (int i = 0; i < entry.Length; i++)
            {
                char c = entry[i];
                bool isOuterSpace = char.IsWhiteSpace(c) && (i == 0 || i == entry.Length - 1);
                if (c < ' ' || c == '\u007F' || isOuterSpace || Special.IndexOf(c) >= 0)
                    text.Append(Escape).Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
                else text.Append(c);
            }

            text.Append(';');
        }
    }

    /// <summary>
    /// The full paths of what a build has written. What is no normalised path, such as one with <c>..</c>, no build has written, and is left out.
    /// </summary>
    /// <param name="file">The notes. They need not exist.</param>
    /// <param name="kinds">Of which kinds.</param>
    public static IReadOnlyList<string> ReadPaths(ITaskItem? file, params OutputKind[] kinds)
    {
        List<string> paths = [];
        string[] lists = Split(file is null ? null : Read(file));
        foreach (OutputKind kind in kinds)
        {
            if ((int)kind < lists.Length) ReadPaths(lists[(int)kind], paths);
        }

        return paths;
    }

    /// <summary>The full paths in a file with one list. It need not exist.</summary>
    public static IReadOnlyList<string> ReadList(ITaskItem file)
    {
        List<string> paths = [];
        ReadPaths(Encoding.UTF8.GetString(Read(file) ?? []), paths);
        return paths;
    }

    /// <summary>The bytes of notes, or null without a file.</summary>
    public static byte[]? Read(ITaskItem file) => BoundedFile.Read(file.GetMetadata("FullPath"), MaxSize).Bytes;

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

    private static void ReadPaths(string list, List<string> paths)
    {
        foreach (string line in list.Split('\n'))
        {
            string path = Unescape(line.EndsWith(";", StringComparison.Ordinal) ? line.Substring(0, line.Length - 1) : line);
            if (IsNormalised(path)) paths.Add(path);
        }
    }

    // The lists, each with its lines, and the length; nothing of notes that are not whole.
    private static string[] Split(byte[]? notes)
    {
        string text = Encoding.UTF8.GetString(notes ?? []);
        return text.EndsWith('|' + EndOf(text.Length), StringComparison.Ordinal) ? text.Split('|') : [];
    }

    // No list starts with this sign, so a target may look for it anywhere. Another version of the package may have another number of lists.
    private static string EndOf(int length) => string.Format(CultureInfo.InvariantCulture, "={0}:{1}", Count, length);

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
