using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>
/// Brings together what provisioners add to a project. Several resources of one provisioner may share a server, and each then
/// gives its definition; the last one has seen all others, so it counts. Two provisioners may not write to one name.
/// </summary>
internal sealed class ResourceServices
{
    // What things are called in messages, and their shapes in ComposeKeys.
    private const string Network = "network";
    private const string Service = "service";
    private const string Volume = "volume";
    private const string Model = "model";

    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, ResourceAdditions> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MountedFile> _files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _directories = new(StringComparer.Ordinal);
    private AddedForms? _forms;

    private readonly bool _knowsEnvironment;

    private ResourceServices(bool knowsEnvironment, DiagnosticBag diagnostics)
    {
        _knowsEnvironment = knowsEnvironment;
        _diagnostics = diagnostics;
    }

    /// <summary>All services, those of workloads included.</summary>
    public YamlMapping Services { get; private set; } = new();

    /// <summary>The networks.</summary>
    public YamlMapping Networks { get; } = new();

    /// <summary>The volumes that resources define.</summary>
    public YamlMapping Volumes { get; } = new();

    /// <summary>The models.</summary>
    public YamlMapping Models { get; } = new();

    /// <summary>All that has names of its own, as a project.</summary>
    public YamlMapping Named => new() { ["services"] = Services, ["networks"] = Networks, ["volumes"] = Volumes, ["models"] = Models };

    /// <summary>Folders below the mounts folder.</summary>
    public IReadOnlyCollection<string> Directories => _directories;

    /// <summary>Adds what resources need to the services of workloads.</summary>
    /// <param name="resources">What the provisioners made.</param>
    /// <param name="workloadServices">The services of workloads.</param>
    /// <param name="files">The mounted files of workloads; receives those of resources.</param>
    /// <param name="diagnostics">Receives SCORE0326, SCORE0327, SCORE0341, SCORE0342, SCORE0412 and SCORE0413.</param>
    public static ResourceServices Of(ProvisionedResources resources, YamlMapping workloadServices, List<MountedFile> files, DiagnosticBag diagnostics)
    {
        ResourceServices result = new(resources.KnowsEnvironment, diagnostics) { Services = workloadServices };
        IReadOnlyList<ResourceAdditions> additions = resources.Additions;
        if (additions.Count == 0) return result;

        YamlMapping services = new();
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (MountedFile file in files) taken.Add(file.Path);
        foreach (ResourceAdditions added in additions)
        {
            result.Merge(added, ComposeSections.Networks, Network, result.Networks);
            result.Merge(added, ComposeSections.Services, Service, services);
            result.Merge(added, ComposeSections.Volumes, Volume, result.Volumes);
            result.Merge(added, ComposeSections.Models, Model, result.Models);
            result.AddFiles(added, taken);
        }

        SetImages(additions, services, diagnostics);
        foreach (YamlEntry service in services) result.CheckService(service.Name, workloadServices);
        files.AddRange(result._files.Values);
        result.Services = WaitForResources.Add(workloadServices, services, result.Models.Count > 0 ? WorkloadModels(additions) : null);
        return result;
    }

    /// <summary>The volumes that resources define, and as external ones those that are mounted and that nobody defines.</summary>
    public YamlMapping VolumesWith(IEnumerable<string> mounted)
    {
        foreach (string name in mounted)
        {
            if (Volumes[name] is null) Volumes[name] = new YamlMapping { ["name"] = name, ["external"] = YamlScalar.Boolean(true) };
        }

        return Volumes;
    }

    private static Dictionary<string, SortedSet<string>> WorkloadModels(IEnumerable<ResourceAdditions> additions)
    {
        Dictionary<string, SortedSet<string>> models = new(StringComparer.Ordinal);
        foreach (ResourceAdditions added in additions)
        {
            if (added.Mapping(ComposeSections.Models) is not { } made) continue;
            string workload = added.Node.Source.Name.Text;
            if (!models.TryGetValue(workload, out SortedSet<string>? names)) models.Add(workload, names = new SortedSet<string>(StringComparer.Ordinal));
            names.UnionWith(made.Select(m => m.Name));
        }

        return models;
    }

    // Of the params of built-in servers Docker Compose has use for one: the first service is the server, and others of its image set it up.
    private static void SetImages(IReadOnlyList<ResourceAdditions> additions, YamlMapping services, DiagnosticBag diagnostics)
    {
        ServerParams servers = ServerParams.Of(additions, a => a.Mapping(ComposeSections.Services) is { Count: > 0 } own ? own[0].Name : null, diagnostics);
        if (servers.IsEmpty) return;
        foreach (ResourceAdditions added in additions)
        {
            if (!added.Provisioner.IsBuiltIn || added.Mapping(ComposeSections.Services) is not { Count: > 0 } own) continue;
            if (servers[own[0].Name, ServerParams.Image] is not { } image || (own[0].Value as YamlMapping)?["image"] is not YamlScalar from) continue;
            foreach (YamlEntry service in own)
            {
                if ((service.Value as YamlMapping)?["image"] is not YamlScalar { Text: var text } || text != from.Text) continue;
                YamlMapping changed = new();
                foreach (YamlEntry entry in (YamlMapping)services[service.Name]!) changed.Set(entry.Name, entry.Value);
                changed.Set("image", YamlScalar.String(image));
                services.Set(service.Name, changed);
            }
        }
    }

    private void Merge(ResourceAdditions added, string section, string kind, YamlMapping target)
    {
        if (added.Mapping(section) is not { } source) return;
        _forms ??= new AddedForms(_diagnostics);
        foreach (YamlEntry entry in _forms.Of(added, section, kind, source))
        {
            if (!IsFree(added, section, kind, entry.Name, target[entry.Name] is { } present && CanonicalJson.AreEqual(present, entry.Value))) continue;
            target.Set(entry.Name, entry.Value);
        }
    }

    private void CheckService(string name, YamlMapping workloadServices)
    {
        ResourceAdditions added = _owners[$"{Service} {name}"];
        if (name == WaitForResources.Name)
        {
            ReportTaken(added, ComposeSections.Services, Service, name, new Phrase("Score.MSBuild itself"));
        }
        else if (workloadServices[name] is not null)
        {
            ReportTaken(added, ComposeSections.Services, Service, name, new Phrase("a container of a workload"));
        }
        else if (workloadServices[WaitForResources.Name] is not null)
        {
            ReportTaken(added, ComposeSections.Services, Service, WaitForResources.Name,
                new Phrase("a container of a workload, and something must wait for the services of resources"));
        }
    }

    private bool IsFree(ResourceAdditions added, string section, string kind, string name, bool isSame)
    {
        string key = $"{kind} {name}";
        if (_owners.TryGetValue(key, out ResourceAdditions? owner) && !isSame && !ReferenceEquals(owner.Provisioner, added.Provisioner))
        {
            ReportTaken(added, section, kind, name, new Phrase($"the resource '{Excerpt.Of(owner.Node.Uid)}'"));
            return false;
        }

        _owners[key] = added;
        return true;
    }

    private void AddFiles(ResourceAdditions added, HashSet<string> taken)
    {
        foreach (YamlScalar directory in added.Items<YamlScalar>(ComposeSections.Directories))
        {
            if (MountPath(added, ComposeSections.Directories, directory.Text) is { Length: > 0 } path) _directories.Add(path);
        }

        foreach (YamlEntry file in added.Mapping(ComposeSections.Files) ?? [])
        {
            string? path = MountPath(added, ComposeSections.Files, file.Name);
            if (path is null) continue;
            byte[] bytes = Encoding.UTF8.GetBytes(((YamlScalar)file.Value).Text);
            if (path.Length == 0)
            {
                _diagnostics.Add(DiagnosticDescriptors.InvalidMountPath, added.PlaceOf(ComposeSections.Files), file.Name, added.Node.Uid);
            }
            else if (taken.Contains(path))
            {
                ReportTaken(added, ComposeSections.Files, "file", path, new Phrase("a container of a workload"));
            }
            else if (IsFree(added, ComposeSections.Files, "file", path,
                _files.TryGetValue(path, out MountedFile? present) && present.Bytes.SequenceEqual(bytes)))
            {
                // What templates and programs have read may be in any of their files.
                _files[path] = new MountedFile(path, bytes, MountedFile.DefaultMode, null) { HoldsValues = _knowsEnvironment };
            }
        }
    }

    // The path without '.' and '..'; null with a finding when it leads out, or could be read in another way by another system.
    private string? MountPath(ResourceAdditions added, string section, string written)
    {
        List<string> segments = [];
        bool isInside = written.Length > 0 && !written.StartsWith('/') && !written.Any(c => c is '\\' or ':' || char.IsControl(c));
        foreach (string segment in written.Split('/'))
        {
            if (segment.Length == 0 || segment == ".") continue;
            if (segment != "..") segments.Add(segment);
            else if (segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            else isInside = false;
        }

        if (isInside) return string.Join("/", segments);
        _diagnostics.Add(DiagnosticDescriptors.InvalidMountPath, added.PlaceOf(section), written, added.Node.Uid);
        return null;
    }

    private void ReportTaken(ResourceAdditions added, string section, string kind, string name, Phrase by) =>
        _diagnostics.Add(DiagnosticDescriptors.ResourceNameTaken, added.PlaceOf(section), new Phrase(kind), name, added.Node.Uid, by);
}
