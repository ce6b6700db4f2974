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
/// Provisions the resources of a build's workloads, one after the other. How a type is provisioned is decided in
/// <see cref="ProvisionOne"/> and nowhere else.
/// </summary>
internal sealed class ResourceProvisioning
{
    private const string EnvironmentType = "environment";
    private const string SecretType = "secret";
    private const string VolumeType = "volume";

    private static readonly string[] BuiltInTypes = [EnvironmentType, SecretType, ServicePorts.Type, VolumeType];

    private readonly OutputsByResource _outputs = new();
    private readonly List<Fallback> _fallbacks = [];
    private readonly List<ResourceAdditions> _additions = [];
    private readonly SortedSet<string> _variablesRead = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _volumes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _programs = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Workload> _workloads;
    private readonly ProvisioningOptions _options;
    private readonly DiagnosticBag _diagnostics;
    private readonly ParamExpander _params;
    private TemplateProvisioning? _templates;
    private CommandProvisioning? _commands;

    private ResourceProvisioning(IReadOnlyList<Workload> workloads, ProvisioningOptions options, DiagnosticBag diagnostics)
    {
        _workloads = workloads;
        _options = options;
        _diagnostics = diagnostics;
        _params = new ParamExpander(_outputs, options, _variablesRead, diagnostics);
    }

    private ProvisioningPlatform Platform => _options.Platform;

    /// <summary>Provisions the resources of all workloads.</summary>
    /// <param name="workloads">The workloads, checked and without errors.</param>
    /// <param name="options">What there is to know of the build.</param>
    /// <param name="diagnostics">Receives SCORE03xx and SCORE0407.</param>
    public static ProvisionedResources Run(IReadOnlyList<Workload> workloads, ProvisioningOptions options, DiagnosticBag diagnostics) =>
        new ResourceProvisioning(workloads, options, diagnostics).Provision();

    private ProvisionedResources Provision()
    {
        ResourceGraph graph = ResourceGraph.Of(_workloads, _diagnostics);
        foreach (ResourceNode node in graph.Cyclic) _outputs.Add(node.Uid, new BrokenOutputs());
        foreach (ResourceNode node in graph.Order)
        {
            _options.Cancellation.ThrowIfCancellationRequested();
            ResourceOutputs outputs = ProvisionOne(node);
            _outputs.Add(node.Uid, outputs);
            _options.Hosts?.Add(node.Id, outputs);
            if (outputs.ExternalVolume is not { } volume || _volumes.TryAdd(volume, node.Uid)) continue;
            _diagnostics.Add(DiagnosticDescriptors.VolumeNameTaken, node.Definition.Key.Span, _volumes[volume], node.Uid, volume);
        }

        return new ProvisionedResources(_options, graph.Order, _outputs)
        {
            Additions = _additions,
            Fallbacks = _fallbacks,
            VariablesRead = _variablesRead,
            Programs = _programs,
            KnowsEnvironment = _variablesRead.Count > 0 || _commands is not null,
        };
    }

    // Provisioner files come first, so that a team can replace what is built in.
    private ResourceOutputs ProvisionOne(ResourceNode node)
    {
        if (ProvisionerChoice.For(node, _options.Provisioners, _diagnostics) is { } provisioner) return ProvisionBy(provisioner, node);
        if (_options.UseBuiltIn && _options.Platform.BuiltIn.Find(node.Id.Type) is { } provided) return ProvisionBy(provided, node);
        switch (node.Id.Type)
        {
            case EnvironmentType: return _params.TryExpand(node, out YamlMapping? defaults) ? Platform.EnvironmentOf(node, defaults) : new BrokenOutputs();
            case SecretType: return Secret(node);
            case VolumeType: return Platform.VolumeOf(node);
            case ServicePorts.Type:
                return _params.TryExpand(node, out YamlMapping? expanded)
                    ? ServicePorts.Provision(node, expanded, _workloads, Platform, _diagnostics)
                    : new BrokenOutputs();
        }

        FallbackOutputs fallback = Platform.FallbackOf(node);
        if (_options.Unknown == UnknownResources.Environment)
        {
            _fallbacks.Add(new Fallback(node, fallback, HintFor(node.Id, isRead: false), HintFor(node.Id, isRead: true)));
            return fallback;
        }

        YamlScalar at = node.Definition.Type ?? node.Definition.Key;
        List<string> known = KnownTypes();
        _diagnostics.Add(DiagnosticDescriptors.UnknownResourceType, at.Span, node.Id.Type, new Phrase(FallbackOutputs.Enumerate(known)),
            HintFor(node.Id, isRead: true));
        return new BrokenOutputs();
    }

    private ResourceOutputs Secret(ResourceNode node)
    {
        foreach (YamlEntry param in node.Definition.Params ?? [])
            _diagnostics.Add(DiagnosticDescriptors.UnsupportedParam, param.Key.Span, "builtin://secret", param.Name, new Phrase(" It knows none."));
        return Platform.SecretOf(node);
    }

    // Whoever meant a known type should hear of that, whoever did not of how to make the type known.
    private Phrase HintFor(ResourceId id, bool isRead) => new(() =>
    {
        string classes = string.Join(", ", _options.Provisioners.Where(p => p.Type == id.Type && (p.Id ?? id.Id) == id.Id).Select(p => p.Class).OfType<string>()
            .Distinct().Select(c => $"'{Excerpt.Of(c)}'"));
        if (classes.Length > 0) return $" The provisioners of that type serve other classes: {classes}.";
        if (ResourceTypeNames.Meant(id.Type, KnownTypes()) is { } meant) return $" Did you mean '{Excerpt.Of(meant)}'?";
        return isRead ? "" : " Add a provisioner for it, or remove the resource.";
    });

    private List<string> KnownTypes()
    {
        IEnumerable<string> builtIn = _options.UseBuiltIn ? Platform.BuiltIn.Types : [];
        return BuiltInTypes.Concat(builtIn).Concat(_options.Provisioners.Select(p => p.Type)).Distinct().OrderBy(t => t, StringComparer.Ordinal).ToList();
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
            ProvisionerKind.Environment => Platform.EnvironmentOf(node, null),
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
}
