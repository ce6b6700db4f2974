using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
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

    private readonly Dictionary<ResourceId, ResourceOutputs> _outputs = [];
    private readonly List<Fallback> _fallbacks = [];

    private ProvisionedResources()
    {
    }

    /// <summary>The types that need no environment variables set by hand.</summary>
    public static IReadOnlyList<string> KnownTypes { get; } = [EnvironmentType, VolumeType];

    /// <summary>Provisions the resources of all workloads.</summary>
    /// <param name="workloads">The workloads, checked and without errors.</param>
    /// <param name="unknown">What to do about types that are not known.</param>
    /// <param name="diagnostics">Receives SCORE0302 and SCORE0407.</param>
    public static ProvisionedResources Provision(IReadOnlyList<Workload> workloads, UnknownResources unknown, DiagnosticBag diagnostics)
    {
        ProvisionedResources provisioned = new();
        Dictionary<string, ResourceId> volumes = new(StringComparer.Ordinal);
        foreach (Workload workload in workloads)
        {
            foreach (Resource resource in workload.Resources)
            {
                ResourceId id = ResourceId.Of(workload, resource);
                if (provisioned._outputs.ContainsKey(id)) continue;
                ResourceOutputs outputs = provisioned.ProvisionOne(resource, id, unknown, diagnostics);
                provisioned._outputs.Add(id, outputs);
                if (outputs is not ExternalVolumeOutputs volume || volumes.TryAdd(volume.Name, id)) continue;
                diagnostics.Add(DiagnosticDescriptors.VolumeNameTaken, resource.Key.Span, volumes[volume.Name].ToString(), id.ToString(), volume.Name);
            }
        }

        return provisioned;
    }

    /// <summary>The outputs of a resource.</summary>
    public ResourceOutputs Of(Workload workload, Resource resource) => _outputs[ResourceId.Of(workload, resource)];

    /// <summary>Says which resources fall back to environment variables, after a translation has asked for the outputs it needs.</summary>
    /// <param name="diagnostics">Receives SCORE0301 and SCORE0305.</param>
    public void ReportFallbacks(DiagnosticBag diagnostics)
    {
        Dictionary<string, ResourceId> owners = new(StringComparer.Ordinal);
        foreach (Fallback fallback in _fallbacks)
        {
            (Resource resource, ResourceId id, FallbackOutputs outputs) = fallback;
            string variables = outputs.Used.Count > 0 ? Enumerate(outputs.Used) : FallbackOutputs.VariableName(resource.Name, ["OUTPUT"]);
            diagnostics.Add(DiagnosticDescriptors.FallbackToEnvironment, (resource.Type ?? resource.Key).Span, id.Type, resource.Name, new Phrase(variables));
            foreach (string name in outputs.Used)
            {
                if (owners.TryGetValue(name, out ResourceId? other)) diagnostics.Add(DiagnosticDescriptors.SharedVariable, resource.Key.Span, name, other.ToString(), id.ToString());
                else owners.Add(name, id);
            }
        }
    }

    private static string Enumerate(IReadOnlyCollection<string> names)
    {
        const int MostShown = 20;
        string shown = string.Join(", ", names.Take(MostShown).Select(Excerpt.Of));
        return names.Count > MostShown ? $"{shown} and {names.Count - MostShown} more" : shown;
    }

    private ResourceOutputs ProvisionOne(Resource resource, ResourceId id, UnknownResources unknown, DiagnosticBag diagnostics)
    {
        switch (id.Type)
        {
            case EnvironmentType: return new EnvironmentOutputs();
            case VolumeType: return new ExternalVolumeOutputs(id.ToName());
        }

        FallbackOutputs fallback = new(resource.Name);
        if (unknown == UnknownResources.Environment)
        {
            _fallbacks.Add(new Fallback(resource, id, fallback));
        }
        else
        {
            YamlScalar at = resource.Type ?? resource.Key;
            diagnostics.Add(DiagnosticDescriptors.UnknownResourceType, at.Span, id.Type, string.Join(", ", KnownTypes), Suggestion.Sentence(id.Type, KnownTypes));
        }

        return fallback;
    }

    /// <summary>A resource of unknown type.</summary>
    private sealed record Fallback(Resource Resource, ResourceId Id, FallbackOutputs Outputs);
}
