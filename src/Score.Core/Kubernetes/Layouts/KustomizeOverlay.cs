using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>
/// The overlay of an environment: a folder whose kustomization.yaml makes of a base what the environment's own build would be. It
/// holds only what differs: a JSON patch for each object that does, the objects that are new, and the names of those that go.
/// </summary>
internal static class KustomizeOverlay
{
    /// <summary>What the name of each file of a patch begins with.</summary>
    public const string PatchPrefix = "patch-";

    /// <summary>The files of an overlay, kustomization.yaml first.</summary>
    /// <param name="format">The dialect of YAML.</param>
    /// <param name="common">The objects of the base.</param>
    /// <param name="manifests">The objects of the environment.</param>
    /// <param name="options">Names.</param>
    /// <param name="way">The way from the overlay to the base, such as <c>../../base</c>.</param>
    public static IReadOnlyList<ManifestFile> Write(
        ManifestFormat format,
        IReadOnlyList<YamlMapping> common,
        IReadOnlyList<YamlMapping> manifests,
        ManifestOutputOptions options,
        string way)
    {
        string header = ManifestsText.Header(options.ScoreFiles);
        common = Objects(common);
        manifests = Objects(manifests);
        Dictionary<ManifestId, YamlMapping> before = [];
        foreach (YamlMapping manifest in common) before[ManifestId.Of(manifest)] = manifest;
        List<YamlMapping> added = manifests.Where(m => !before.ContainsKey(ManifestId.Of(m))).ToList();
        List<YamlMapping> kept = manifests.Where(m => before.ContainsKey(ManifestId.Of(m))).ToList();
        HashSet<ManifestId> ids = new(manifests.Select(ManifestId.Of));
        IReadOnlyList<string> addedNames = ManifestFileNames.Of(added, options.Namespace, KustomizeLayout.ListName);
        IReadOnlyList<string> keptNames = ManifestFileNames.Of(kept, options.Namespace);
        List<ManifestFile> files = added.Select((m, i) => ManifestFiles.File(addedNames[i], header + ManifestsText.Document(format, m))).ToList();
        YamlSequence patches = new();
        for (int i = 0; i < kept.Count; i++)
        {
            YamlSequence difference = TreeDifference.Of(before[ManifestId.Of(kept[i])], kept[i]);
            if (difference.Items.Count == 0) continue;
            string name = PatchPrefix + keptNames[i];
            files.Add(ManifestFiles.File(name, header + ManifestsText.Document(format, difference)));
            patches.Items.Add(new YamlMapping { ["path"] = name, ["target"] = Target(kept[i], common) });
        }

        foreach (YamlMapping gone in common.Where(m => !ids.Contains(ManifestId.Of(m))))
            patches.Items.Add(new YamlMapping { ["patch"] = ManifestsText.Document(ManifestFormat.Yaml, Deletion(gone)) });
        HashSet<string> written = new(options.WrittenSecrets.Select(s => s.Id), StringComparer.Ordinal);
        foreach (SecretObject gone in options.BaseSecrets.Where(s => !written.Contains(s.Id)))
            patches.Items.Add(new YamlMapping { ["patch"] = ManifestsText.Document(ManifestFormat.Yaml, Deletion(gone.Manifest)) });
        foreach (SecretObject secret in options.WrittenSecrets)
        {
            if (options.BaseSecrets.FirstOrDefault(s => s.Id == secret.Id) is { } replaced && Superfluous(replaced, secret) is { Items.Count: > 0 } removals)
                patches.Items.Add(new YamlMapping { ["patch"] = YamlWriter.Write(removals), ["target"] = Target(secret.Manifest, [secret.Manifest]) });
        }

        YamlMapping list = KustomizeLayout.List([way, .. addedNames]);
        list["secretGenerator"] = SecretFiles.Generators(options).UnlessEmpty;
        if (patches.Items.Count > 0) list.Set("patches", patches);
        return [ManifestFiles.File(KustomizeLayout.ListName + ".yaml", options.FirstHeader + ManifestsText.Document(format, list)), .. files];
    }

    // A generator that replaces a Secret leaves the labels and annotations that it does not know.
    private static YamlSequence Superfluous(SecretObject before, SecretObject after)
    {
        YamlMapping merged = new();
        YamlMapping own = new();
        foreach (string key in (string[])["labels", "annotations"])
        {
            YamlMapping wanted = ManifestParts.Metadata(after.Manifest)?[key] as YamlMapping ?? new YamlMapping();
            YamlMapping all = new();
            foreach (YamlEntry entry in (ManifestParts.Metadata(before.Manifest)?[key] as YamlMapping ?? []).Concat(wanted)) all.Set(entry.Name, entry.Value);
            merged[key] = all.UnlessEmpty;
            own[key] = wanted.UnlessEmpty;
        }

        return TreeDifference.Of(new YamlMapping { ["metadata"] = merged }, new YamlMapping { ["metadata"] = own });
    }

    // Kustomize takes the items out of lists, and refuses objects without a name, also those of the base.
    private static List<YamlMapping> Objects(IReadOnlyList<YamlMapping> manifests) => manifests
        .SelectMany(m => ManifestParts.Kind(m) == "List" && m["items"] is YamlSequence list ? list.Items.OfType<YamlMapping>() : [m])
        .Where(m => ManifestId.Missing(m) is null)
        .ToList();

    // Each part is a regular expression that the whole has to match.
    private static YamlMapping Target(YamlMapping manifest, IReadOnlyList<YamlMapping> all)
    {
        string version = ManifestParts.Text(manifest, "apiVersion");
        string group = ManifestParts.Group(manifest);
        string kind = ManifestParts.Kind(manifest);
        string name = ManifestParts.Name(manifest);
        string place = ManifestParts.Namespace(manifest);

        // What names no namespace is taken for one of the namespace 'default', should there be another of its name.
        bool isAmbiguous = all.Count(m => ManifestParts.Kind(m) == kind && ManifestParts.Name(m) == name && ManifestParts.Group(m) == group) > 1;
        return new YamlMapping
        {
            ["group"] = group.Length > 0 ? Literal(group) : null,
            ["version"] = version.Substring(version.IndexOf('/') + 1),
            ["kind"] = kind,
            ["name"] = Literal(name),
            ["namespace"] = place.Length > 0 ? Literal(place) : isAmbiguous ? "default" : null,
        };
    }

    private static YamlMapping Deletion(YamlMapping manifest)
    {
        string place = ManifestParts.Namespace(manifest);
        return new YamlMapping
        {
            ["$patch"] = "delete",
            ["apiVersion"] = ManifestParts.Text(manifest, "apiVersion"),
            ["kind"] = ManifestParts.Kind(manifest),
            ["metadata"] = new YamlMapping { ["name"] = ManifestParts.Name(manifest), ["namespace"] = place.Length > 0 ? place : null },
        };
    }

    private static string Literal(string text) => text.Replace(".", "\\.");
}
