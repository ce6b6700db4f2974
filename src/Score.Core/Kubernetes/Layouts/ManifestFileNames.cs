using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Score.Core.Files;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>Names of files, one for each object: <c>deployment-shop.yaml</c>. They are good on every system.</summary>
internal static class ManifestFileNames
{
    private const int MaxNameLength = 120;

    private const int HashLength = 8;

    /// <summary>The names, in the order of the objects.</summary>
    /// <param name="manifests">The objects.</param>
    /// <param name="usualNamespace">The namespace that a name does not tell.</param>
    /// <param name="taken">Names that are in use already, without extension.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<YamlMapping> manifests, string usualNamespace, params string[] taken)
    {
        HashSet<string> used = new(taken, StringComparer.Ordinal);
        List<string> names = [];
        foreach (YamlMapping manifest in manifests)
        {
            string readable = Readable(manifest, usualNamespace);
            string name = readable;
            for (int number = 2; !used.Add(name); number++) name = $"{readable}-{number.ToString(CultureInfo.InvariantCulture)}";
            names.Add(name + ".yaml");
        }

        return names;
    }

    private static string Readable(YamlMapping manifest, string usualNamespace)
    {
        string place = ManifestParts.Namespace(manifest);
        string[] parts = [ManifestParts.Kind(manifest), place == usualNamespace ? "" : place, ManifestParts.Name(manifest)];
        string text = string.Join("-", parts.Where(p => p.Length > 0));
        string safe = Safe(text).Trim('-', '.');
        if (safe.Length == 0 || DeviceName.Is(safe)) safe = "object-" + safe;
        return safe.Length <= MaxNameLength ? safe : safe.Substring(0, MaxNameLength - HashLength - 1) + "-" + Hexadecimal.OfHash(text, HashLength);
    }

    /// <summary>A text in characters that are good in names on every system: lower-case letters, digits and dots, and dashes for all others.</summary>
    public static string Safe(string text)
    {
        StringBuilder name = new();
        foreach (char c in text.ToLowerInvariant()) name.Append(DnsName.IsLowerOrDigit(c) || c == '.' ? c : '-');
        return name.ToString();
    }
}
