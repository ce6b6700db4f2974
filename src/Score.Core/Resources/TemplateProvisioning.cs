using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>Provisions resources by templates. What templates share among resources lives as long as this.</summary>
internal sealed class TemplateProvisioning(IReadOnlyList<Workload> workloads, ProvisioningOptions options, ISet<string> variablesRead, DiagnosticBag diagnostics)
{
    private readonly GoMap _shared = new();
    private readonly GoMap _services = TemplateData.ServicesOf(workloads, options.Platform);
    private readonly TemplateRunner _runner = new(options, variablesRead, diagnostics);

    /// <summary>Provisions a resource.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="parameters">The expanded params.</param>
    /// <param name="additions">Receives what the provisioner adds to the platform.</param>
    /// <returns>The outputs.</returns>
    public ResourceOutputs Provision(ResourceNode node, Provisioner provisioner, YamlMapping? parameters, ICollection<ResourceAdditions> additions)
    {
        TemplateData data = new(node, parameters, _shared, _services, options);
        TemplateRun run = new(_runner, provisioner, node, data, diagnostics);

        // Each of these sees the results of those before it, so there is nothing to say about it after one that failed.
        if (run.Mapping(TemplateSections.Init) is not { } init) return new BrokenOutputs();
        data.SetInit(init);
        if (run.Mapping(TemplateSections.State) is not { } state) return new BrokenOutputs();
        data.SetState(state);
        if (run.Mapping(TemplateSections.Shared) is not { } shared) return new BrokenOutputs();
        TemplateData.Merge(_shared, shared);

        YamlMapping? outputs = run.Mapping(TemplateSections.Outputs);
        additions.Add(options.Platform == Platform.Kubernetes ? new ResourceAdditions(node, provisioner) { Manifests = run.Manifests() } : new ResourceAdditions(node, provisioner)
        {
            Directories = run.Directories(),
            Files = run.Files(),
            Networks = run.Named(TemplateSections.Networks, mayBeNull: true),
            Services = run.Named(TemplateSections.Services, mayBeNull: false),
            Volumes = run.Named(TemplateSections.Volumes, mayBeNull: true),
            Models = run.Named(TemplateSections.Models, mayBeNull: false),
        });
        if (options.Platform == Platform.Compose) run.ReportLogs();
        if (outputs is null) return new BrokenOutputs();
        CheckPromises(provisioner, node, outputs);
        return new TemplateOutputs(node.Uid, outputs, options.Platform, provisioner.ExpectedOutputs is { } promised ? new HashSet<string>(promised.Select(p => p.Text), StringComparer.Ordinal) : null);
    }

    private void CheckPromises(Provisioner provisioner, ResourceNode node, YamlMapping outputs)
    {
        foreach (YamlScalar promised in provisioner.ExpectedOutputs ?? [])
        {
            if (outputs[promised.Text] is null) diagnostics.Add(DiagnosticDescriptors.ExpectedOutputMissing, provisioner.PlaceFor(node, promised.Span), provisioner.Uri.Text, promised.Text);
        }
    }
}
