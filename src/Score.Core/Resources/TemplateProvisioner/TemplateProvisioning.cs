using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Templates;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Resources.TemplateProvisioner;

/// <summary>Provisions resources by templates. What templates share among resources lives as long as this.</summary>
internal sealed class TemplateProvisioning(IReadOnlyList<Workload> workloads, ProvisioningOptions options, ISet<string> variablesRead,
    DiagnosticBag diagnostics)
{
    private readonly TemplateRunner _runner = new(options, variablesRead, diagnostics);

    private TemplateHosts? _hosts;

    /// <summary>The type of what templates see.</summary>
    public GoType DataType { get; } = TemplateData.TypeFor(options.Platform);

    /// <summary>The workloads of the build as templates see them.</summary>
    public GoMap Services { get; } = TemplateData.ServicesOf(workloads, options.Platform);

    /// <summary>What resources share. It begins with what an existing state file holds.</summary>
    public GoMap Shared { get; } = YamlValues.Of(options.State.Shared).AsMap;

    /// <summary>What all resources may have made and taken, by whatever means.</summary>
    public TemplateTotals Totals => _runner.Totals;

    /// <summary>Provisions a resource.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="parameters">The expanded params.</param>
    /// <param name="additions">Receives what the provisioner adds to the platform.</param>
    /// <returns>The outputs.</returns>
    public ResourceOutputs Provision(ResourceNode node, Provisioner provisioner, YamlMapping? parameters, List<ResourceAdditions> additions)
    {
        TemplateData data = new(node, parameters, this, options);
        TemplateRun run = new(_runner, provisioner, node, data, diagnostics);

        // Each of these sees the results of those before it, so there is nothing to say about it after one that failed.
        if (run.Mapping(TemplateSections.Init) is not { } init) return new BrokenOutputs();
        data.SetInit(init);
        if (run.Mapping(TemplateSections.State) is not { } state) return new BrokenOutputs();
        data.SetState(state);
        if (run.Mapping(TemplateSections.Shared) is not { } shared) return new BrokenOutputs();
        TemplateData.Merge(Shared, shared);

        YamlMapping? outputs = run.Mapping(TemplateSections.Outputs);
        ResourceAdditions added = new(node, provisioner) { Parameters = parameters };
        foreach (AddedSection section in options.Platform.Sections) run.AddTo(added, section);
        additions.Add(added);
        if (outputs is null) return new BrokenOutputs();
        if (options.Hosts is { } hosts && options.Platform.ServerSection is { } servers)
            (_hosts ??= new TemplateHosts(options, hosts)).Render(provisioner, node, data, added, servers);
        return ProvisionedParts.Outputs(node, provisioner, outputs, options.Platform, diagnostics);
    }

    /// <summary>Runs a template that stands outside of the sections.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="parameters">The expanded params.</param>
    /// <param name="key">The key under which the template stands.</param>
    /// <param name="text">The template.</param>
    /// <returns>What it made; null with a finding when it failed.</returns>
    public string? Render(ResourceNode node, Provisioner provisioner, YamlMapping? parameters, YamlScalar key, YamlScalar text)
    {
        // The white space around it is part of an argument.
        string written = text.Text;
        string? made = _runner.Render(provisioner, key, text, node, new TemplateData(node, parameters, this, options));
        return made is null ? null : written.Substring(0, written.Length - written.TrimStart().Length) + made + written.Substring(written.TrimEnd().Length);
    }
}
