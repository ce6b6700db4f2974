using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Score.Core.Files;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>
/// Finds the files that builds have left in a folder of manifests, by what stands in them: a build that was stopped, a cleaned
/// project and a fresh checkout have no notes of them.
/// </summary>
internal static class EarlierManifests
{
    // The mark, the header of a template, and the kind of the object are within these.
    private const int StartLength = 64 * 1024;

    private static readonly string[] Folders = ["", "templates", "crds"];

    private static readonly string[] Lists = ["Chart.yaml", "values.yaml", "kustomization.yaml"];

    /// <summary>The full paths, in ordinal order. Other files that bear the mark of a generated one, such as a compose.yaml, are not among them.</summary>
    /// <param name="folder">The folder of manifests; it may not be there.</param>
    public static IReadOnlyList<string> In(string folder)
    {
        List<string> found = [];
        foreach (string part in Folders)
        {
            string place = part.Length == 0 ? folder : Path.Combine(folder, part);
            foreach (string path in Files(place))
            {
                if (IsOurs(path, part.Length == 0)) found.Add(path);
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static string[] Files(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be listed cannot be written either, which the build says.
            return [];
        }
    }

    private static bool IsOurs(string path, bool isInRoot)
    {
        if (BoundedFile.ReadStart(path, StartLength).Bytes is not { } start || !GeneratedFile.IsMarked(start)) return false;
        string name = Path.GetFileName(path);
        if (isInRoot && (Array.IndexOf(Lists, name) >= 0 || name.StartsWith(KustomizeOverlay.PatchPrefix, StringComparison.Ordinal))) return true;
        return Kind(Encoding.UTF8.GetString(start)) is { Length: > 0 } kind && name.StartsWith(ManifestFileNames.Safe(kind) + "-", StringComparison.Ordinal);
    }

    // The kind of the first object in the text, in one of the dialects that are written.
    private static string Kind(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.StartsWith("kind: ", StringComparison.Ordinal)) return line.Substring("kind: ".Length).Trim();
            if (line.StartsWith("  kind: \"", StringComparison.Ordinal)) return line.Substring("  kind: \"".Length).TrimEnd('\r', ',', '"');
        }

        return "";
    }
}
