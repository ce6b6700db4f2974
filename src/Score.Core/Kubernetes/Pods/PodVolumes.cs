using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>The volumes of a workload's pods: those that files need, and those of resources, of which each is there once.</summary>
internal sealed class PodVolumes(WorkloadContext context)
{
    private readonly DiagnosticBag _diagnostics = context.Diagnostics;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byResource = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlScalar> _sources = new(StringComparer.Ordinal);

    /// <summary>The pod's volumes.</summary>
    public YamlSequence Volumes { get; } = new();

    /// <summary>The claims that a StatefulSet makes for each pod.</summary>
    public YamlSequence Claims { get; } = new();

    /// <summary>Adds a volume.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The kind of its source, such as <c>configMap</c>.</param>
    /// <param name="source">The source.</param>
    public void Add(string name, string type, YamlNode source) => Volumes.Items.Add(new YamlMapping { ["name"] = name, [type] = source });

    /// <summary>A name that no other volume of the pod has. It does not change when others come or go, as long as they are mounted elsewhere.</summary>
    /// <param name="prefix">What it is for.</param>
    /// <param name="container">The container that mounts it.</param>
    /// <param name="target">The path at which it does.</param>
    public string UniqueName(string prefix, Container container, YamlScalar target)
    {
        string name = prefix + Hash(target.Text);
        if (_names.Add(name)) return name;
        name = prefix + Hash($"{container.Name}:{target.Text}");
        _names.Add(name);
        return name;
    }

    /// <summary>The place in the score file of a resource's volume, or null when it is none.</summary>
    public SourceSpan? PlaceOf(string name) => _sources.TryGetValue(name, out YamlScalar? source) ? source.Span : null;

    /// <summary>Adds the mounts of a container's volumes.</summary>
    public void AddMounts(YamlSequence mounts, Container container)
    {
        foreach (ContainerVolume volume in container.Volumes)
        {
            if (Use(container, volume) is not { } name || SubPath.Of(volume.SubPath, _diagnostics) is not { } subPath) continue;
            string path = MountPoint.Of(volume.Target.Text).Path;
            ContainerRules.IsMountable(path, volume.Target, _diagnostics);
            mounts.Items.Add(new YamlMapping
            {
                ["name"] = name,
                ["mountPath"] = path,
                ["subPath"] = subPath.Length > 0 ? subPath : null,
                ["readOnly"] = volume.ReadOnly ? true : null,
            });
        }
    }

    /// <summary>The digits that stand for a path in names of volumes and ConfigMaps.</summary>
    public static string Hash(string text) => Hexadecimal.OfHash(text, 10);

    // The name of the volume that a container mounts; null with a finding when there is none.
    private string? Use(Container container, ContainerVolume volume)
    {
        if (context.Expander.BareResource(volume.Source) is not { } resource)
        {
            _diagnostics.Add(DiagnosticDescriptors.VolumeNotAResource, volume.Source.Span, volume.Source.Text);
            return null;
        }

        string id = ResourceId.Of(context.Workload, resource).ToString();
        if (_byResource.TryGetValue(id, out string? known)) return known;
        ResourceOutputs outputs = context.Resources.Of(context.Workload, resource);
        if (outputs is BrokenOutputs) return null;
        if (outputs.Volume is not { } description)
        {
            _diagnostics.Add(DiagnosticDescriptors.NotAVolume, volume.Source.Span, resource.Name, resource.Type?.Text ?? "");
            return null;
        }

        if (!IsSound(volume, description)) return null;
        string name = UniqueName("vol-", container, volume.Target);
        _byResource.Add(id, name);
        _sources[name] = volume.Source;
        if (description["claimSpec"] is { } claim) Claims.Items.Add(new YamlMapping { ["metadata"] = new YamlMapping { ["name"] = name }, ["spec"] = claim });
        else Volumes.Items.Add(Volume(name, (YamlMapping)description["source"]!));
        return name;
    }

    private bool IsSound(ContainerVolume volume, YamlMapping description)
    {
        string key = description["claimSpec"] is null ? "source" : "claimSpec";
        if (key == "claimSpec" && description["source"] is not null)
            return Report("it has the outputs 'source' and 'claimSpec'. Make only one of them.");
        if (description[key] is not YamlMapping) return Report($"the output '{key}' must be a mapping, and this is {description[key]!.Description}.");
        if (SecretMark.Find(description) is not null)
        {
            _diagnostics.Add(DiagnosticDescriptors.SecretInManifest, volume.Source.Span, new Phrase("A volume's description"));
            return false;
        }

        if (key == "source" || context.Settings.Kind == WorkloadKind.StatefulSet) return true;
        _diagnostics.Add(DiagnosticDescriptors.ClaimWithoutStatefulSet, volume.Source.Span, volume.Source.Text,
            new Phrase(WorkloadKinds.NameOf(context.Settings.Kind)));
        return false;

        bool Report(string sentence)
        {
            _diagnostics.Add(DiagnosticDescriptors.InvalidVolumeOutputs, volume.Source.Span, volume.Source.Text, new Phrase(sentence));
            return false;
        }
    }

    private static YamlMapping Volume(string name, YamlMapping source)
    {
        YamlMapping volume = new() { ["name"] = name };
        foreach (YamlEntry entry in source) volume.TryAdd(entry.Key, entry.Value);
        return volume;
    }
}
