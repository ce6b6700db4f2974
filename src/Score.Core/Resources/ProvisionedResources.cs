using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.CommandProvisioner;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Resources.TemplateProvisioner;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>
/// The outputs of all resources of a build's workloads. Which type is provisioned how is decided in <see cref="ProvisionOne"/>
/// and nowhere else; the translators see outputs only.
/// </summary>
internal sealed class ProvisionedResources
{
    private const string EnvironmentType = "environment";
    private const string VolumeType = "volume";

    private static readonly string[] BuiltInTypes = [EnvironmentType, ServicePorts.Type, VolumeType];

    private readonly Dictionary<ResourceId, ResourceOutputs> _outputs = [];
    private readonly List<Fallback> _fallbacks = [];
    private readonly List<ResourceAdditions> _additions = [];
    private readonly SortedSet<string> _variablesRead = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Workload> _workloads;
    private readonly ProvisioningOptions _options;
    private readonly DiagnosticBag _diagnostics;
    private readonly ParamExpander _params;
    private readonly HashSet<string> _programs = new(StringComparer.Ordinal);
    private IReadOnlyList<ResourceNode> _nodes = [];
    private TemplateProvisioning? _templates;
    private CommandProvisioning? _commands;

    private ProvisionedResources(IReadOnlyList<Workload> workloads, ProvisioningOptions options, DiagnosticBag diagnostics)
    {
        _workloads = workloads;
        _options = options;
        _diagnostics = diagnostics;
        _params = new ParamExpander(this, options, _variablesRead, diagnostics);
    }

    /// <summary>What the build writes for.</summary>
    public ProvisioningPlatform Platform => _options.Platform;

    /// <summary>What there is to know of the build.</summary>
    public ProvisioningOptions Options => _options;

    /// <summary>What the resources add to the platform, in the order in which they were provisioned.</summary>
    public IReadOnlyList<ResourceAdditions> Additions => _additions;

    /// <summary>The environment variables whose values were needed, in ordinal order.</summary>
    public IReadOnlyCollection<string> VariablesRead => _variablesRead;

    /// <summary>Whether outputs and files may have something of the environment: templates have read variables, or programs have run.</summary>
    public bool KnowsEnvironment => _variablesRead.Count > 0 || _commands is not null;

    /// <summary>The full paths of the programs that provisioners name by paths: what they make depends on them.</summary>
    public IReadOnlyCollection<string> Programs => _programs;

    /// <summary>Provisions the resources of all workloads.</summary>
    /// <param name="workloads">The workloads, checked and without errors.</param>
    /// <param name="options">What there is to know of the build.</param>
    /// <param name="diagnostics">Receives SCORE03xx and SCORE0407.</param>
    public static ProvisionedResources Provision(IReadOnlyList<Workload> workloads, ProvisioningOptions options, DiagnosticBag diagnostics)
    {
        ProvisionedResources provisioned = new(workloads, options, diagnostics);
        Dictionary<string, ResourceId> volumes = new(StringComparer.Ordinal);
        ResourceGraph graph = ResourceGraph.Of(workloads, diagnostics);
        foreach (ResourceNode node in graph.Cyclic) provisioned._outputs.Add(node.Id, new BrokenOutputs());
        provisioned._nodes = graph.Order;
        foreach (ResourceNode node in graph.Order)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            ResourceOutputs outputs = provisioned.ProvisionOne(node);
            provisioned._outputs.Add(node.Id, outputs);
            if (outputs.ExternalVolume is not { } volume || volumes.TryAdd(volume, node.Id)) continue;
            diagnostics.Add(DiagnosticDescriptors.VolumeNameTaken, node.Definition.Key.Span, volumes[volume].ToString(), node.Uid, volume);
        }

        return provisioned;
    }

    /// <summary>The outputs of a resource.</summary>
    public ResourceOutputs Of(Workload workload, Resource resource) => _outputs[ResourceId.Of(workload, resource)];

    /// <summary>Whether there is an error about a resource, so that its outputs are not known.</summary>
    public bool IsBroken(ResourceNode node) => _outputs[node.Id] is BrokenOutputs;

    /// <summary>The outputs of the resource of a unique id, or null. The class may be left out when it is the default one.</summary>
    public ResourceOutputs? Find(string uniqueId)
    {
        foreach ((ResourceId id, ResourceOutputs outputs) in _outputs)
        {
            if (uniqueId == id.ToString() || (id.Class == ResourceId.DefaultClass && uniqueId == $"{id.Type}#{id.Id}")) return outputs;
        }

        return null;
    }

    /// <summary>The resources in the order in which they were provisioned.</summary>
    public IEnumerable<ListedResource> List()
    {
        List<ListedProvisioner> provisioners = ListedProvisioner.All(_options).ToList();
        foreach (ResourceNode node in _nodes)
            yield return new ListedResource(node.Uid, provisioners.Find(p => p.Serves(node.Id))?.Uri ?? "", _outputs[node.Id].Names, node.Source.Name.Text);
    }

    /// <summary>Says which resources fall back to values that the user brings, after a translation has asked for the outputs it needs.</summary>
    /// <param name="diagnostics">Receives SCORE0301 and SCORE0305.</param>
    public void ReportFallbacks(DiagnosticBag diagnostics)
    {
        Dictionary<string, ResourceId> owners = new(StringComparer.Ordinal);
        foreach (Fallback fallback in _fallbacks)
        {
            (Resource resource, ResourceId id, FallbackOutputs outputs) = fallback;
            diagnostics.Add(DiagnosticDescriptors.FallbackToEnvironment, (resource.Type ?? resource.Key).Span, id.Type, outputs.Consequence(resource.Name), HintFor(id, isRead: outputs.Used.Count > 0));
            if (!outputs.SharesNames) continue;
            foreach (string name in outputs.Used)
            {
                if (owners.TryGetValue(name, out ResourceId? other)) diagnostics.Add(DiagnosticDescriptors.SharedVariable, resource.Key.Span, name, other.ToString(), id.ToString());
                else owners.Add(name, id);
            }
        }
    }

    // Provisioner files come first, so that a team can replace what is built in.
    private ResourceOutputs ProvisionOne(ResourceNode node)
    {
        foreach (Provisioner provisioner in _options.Provisioners)
        {
            if (provisioner.Serves(node.Id)) return ProvisionBy(provisioner, node);
        }

        if (_options.UseStock && _options.Platform.Stock.Find(node.Id.Type) is { } provided) return ProvisionBy(provided, node);
        switch (node.Id.Type)
        {
            case EnvironmentType: return Platform.EnvironmentOf(node);
            case VolumeType: return Platform.VolumeOf(node);
            case ServicePorts.Type: return _params.TryExpand(node, out YamlMapping? expanded) ? ServicePorts.Provision(node, expanded, _workloads, Platform, _diagnostics) : new BrokenOutputs();
        }

        FallbackOutputs fallback = Platform.FallbackOf(node);
        if (_options.Unknown == UnknownResources.Environment)
        {
            _fallbacks.Add(new Fallback(node.Definition, node.Id, fallback));
            return fallback;
        }

        YamlScalar at = node.Definition.Type ?? node.Definition.Key;
        List<string> known = KnownTypes();
        _diagnostics.Add(DiagnosticDescriptors.UnknownResourceType, at.Span, node.Id.Type, new Phrase(FallbackOutputs.Enumerate(known)), HintFor(node.Id, isRead: true));
        return new BrokenOutputs();
    }

    // Whoever meant a known type should hear of that, whoever did not of how to make the type known.
    private Phrase HintFor(ResourceId id, bool isRead) => new(() =>
    {
        string classes = string.Join(", ", _options.Provisioners.Where(p => p.Type == id.Type && (p.Id ?? id.Id) == id.Id).Select(p => p.Class).OfType<string>().Distinct().Select(c => $"'{Excerpt.Of(c)}'"));
        if (classes.Length > 0) return $" The provisioners of that type serve other classes: {classes}.";
        if (ResourceTypeNames.Meant(id.Type, KnownTypes()) is { } meant) return $" Did you mean '{Excerpt.Of(meant)}'?";
        return isRead ? "" : " Add a provisioner for it, or remove the resource.";
    });

    private List<string> KnownTypes()
    {
        IEnumerable<string> stock = _options.UseStock ? Platform.Stock.Types : [];
        return BuiltInTypes.Concat(stock).Concat(_options.Provisioners.Select(p => p.Type)).Distinct().OrderBy(t => t, StringComparer.Ordinal).ToList();
    }

    private ResourceOutputs ProvisionBy(Provisioner provisioner, ResourceNode node)
    {
        if (provisioner.Kind == ProvisionerKind.Broken) return new BrokenOutputs();
        if (provisioner.Kind == ProvisionerKind.Command && _options.Commands is null)
        {
            _diagnostics.Add(DiagnosticDescriptors.CommandProvisioner, provisioner.Uri.Span, provisioner.Uri.Text, node.Uid);
            return new BrokenOutputs();
        }

        ResourceOutputs outputs = provisioner.Kind switch
        {
            ProvisionerKind.Environment => Platform.EnvironmentOf(node),
            ProvisionerKind.Command => ProvisionByCommand(provisioner, node),
            _ => ProvisionByTemplate(provisioner, node),
        };

        // A param that is misspelt is missing under its own name, which the provisioner has said then.
        if (outputs is not BrokenOutputs) CheckParams(provisioner, node);
        return outputs;
    }

    // By itself, so that a build that needs no provisioner does not load the template language.
    private ResourceOutputs ProvisionByTemplate(Provisioner provisioner, ResourceNode node)
    {
        if (!_params.TryExpand(node, out YamlMapping? expanded)) return new BrokenOutputs();
        _templates ??= new TemplateProvisioning(_workloads, _options, _variablesRead, _diagnostics);
        return _templates.Provision(node, provisioner, expanded, _additions);
    }

    private ResourceOutputs ProvisionByCommand(Provisioner provisioner, ResourceNode node)
    {
        if (!_params.TryExpand(node, out YamlMapping? expanded)) return new BrokenOutputs();
        _templates ??= new TemplateProvisioning(_workloads, _options, _variablesRead, _diagnostics);
        _commands ??= new CommandProvisioning(_workloads, _options, _templates, _programs, _diagnostics);
        return _commands.Provision(node, provisioner, expanded, _additions);
    }

    private void CheckParams(Provisioner provisioner, ResourceNode node)
    {
        foreach (YamlScalar param in provisioner.UnknownParams(node))
            _diagnostics.Add(DiagnosticDescriptors.UnsupportedParam, param.Span, provisioner.Uri.Text, param.Text, provisioner.HintForParam(param.Text));
    }

    /// <summary>A resource of unknown type.</summary>
    private sealed record Fallback(Resource Resource, ResourceId Id, FallbackOutputs Outputs);
}
