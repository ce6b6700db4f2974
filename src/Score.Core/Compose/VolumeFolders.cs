using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>
/// Makes the folders that services mount of a volume. An engine refuses to start a container whose folder is missing, so one
/// service makes them all and ends, and the others wait for it. As in Kubernetes, who mounts a new folder may write to it,
/// whoever its user is.
/// </summary>
internal static class VolumeFolders
{
    /// <summary>The name of that service, unless another has it.</summary>
    public const string Name = "volume-folders";

    /// <summary>The services, and the one that makes folders if there are any.</summary>
    /// <param name="services">All services.</param>
    public static YamlMapping Add(YamlMapping services)
    {
        string name = Name;
        List<YamlEntry> waiting = [];
        foreach (YamlEntry entry in services)
        {
            if (entry.Value is YamlMapping service && HasFolder(service)) waiting.Add(entry);
        }

        if (waiting.Count == 0) return services;

        while (services[name] is not null) name += "-1";
        foreach (YamlEntry entry in waiting) services.Set(entry.Name, Dependencies.With((YamlMapping)entry.Value, name, "service_completed_successfully"));
        services.Set(name, Service(FoldersOf(waiting)));
        return services;
    }

    private static bool HasFolder(YamlMapping service)
    {
        foreach (YamlNode item in (service["volumes"] as YamlSequence)?.Items ?? [])
        {
            if (item is YamlMapping mount && VolumeMount.VolumeOf(mount) is not null && VolumeMount.FolderOf(mount) is not null) return true;
        }

        return false;
    }

    private static Dictionary<string, SortedSet<string>> FoldersOf(List<YamlEntry> services)
    {
        Dictionary<string, SortedSet<string>> folders = new(StringComparer.Ordinal);
        foreach (YamlMapping mount in services.SelectMany(s => ((YamlSequence)((YamlMapping)s.Value)["volumes"]!).Items).OfType<YamlMapping>())
        {
            if (VolumeMount.VolumeOf(mount) is not { } volume || VolumeMount.FolderOf(mount) is not { } folder) continue;
            if (!folders.TryGetValue(volume, out SortedSet<string>? known)) folders.Add(volume, known = new SortedSet<string>(StringComparer.Ordinal));
            known.Add(folder);
        }

        return folders;
    }

    private static YamlMapping Service(Dictionary<string, SortedSet<string>> folders)
    {
        // A folder comes before those below it, so that each gets the mode.
        List<string> volumes = [.. folders.Keys];
        volumes.Sort(StringComparer.Ordinal);
        IEnumerable<string> paths = volumes.SelectMany(v => folders[v].Select(f => Target(v) + "/" + f));
        return new YamlMapping
        {
            ["image"] = WaitForResources.Image,
            ["command"] = YamlSequence.Strings(((string[])["mkdir", "-p", "-m", "0777"]).Concat(paths)),
            ["volumes"] = new YamlSequence(volumes.Select(Mount)),
        };
    }

    private static YamlMapping Mount(string volume) => new() { ["type"] = "volume", ["source"] = volume, ["target"] = Target(volume) };

    private static string Target(string volume) => "/volumes/" + volume;
}
