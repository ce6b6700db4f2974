using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Resources.Provisioners;

/// <summary>The built-in type <c>service-port</c>: where another workload of the build listens.</summary>
internal static class ServicePorts
{
    /// <summary>The type.</summary>
    public const string Type = "service-port";

    private const string ServiceType = "service";

    /// <summary>The names of workloads that are not in the build and that resources of others ask for, where score files say so.</summary>
    /// <param name="workloads">The workloads of the build.</param>
    public static IEnumerable<YamlScalar> NamesOfOthers(IReadOnlyCollection<Workload> workloads)
    {
        HashSet<string> known = new(workloads.Select(w => w.Name.Text), StringComparer.Ordinal);
        foreach (Resource resource in workloads.SelectMany(w => w.Resources))
        {
            YamlScalar? name = resource.Type?.Text switch
            {
                Type => resource.Params?["workload"] as YamlScalar,
                ServiceType => resource.ExternalId ?? resource.Key,
                _ => null,
            };
            if (name is not null && !name.Text.Contains('$') && !known.Contains(name.Text)) yield return name;
        }
    }

    /// <summary>The outputs <c>hostname</c> and <c>port</c>.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="parameters">Its expanded params: <c>workload</c>, and <c>port</c> by name or number.</param>
    /// <param name="workloads">The workloads of the build.</param>
    /// <param name="platform">What the build writes for.</param>
    /// <param name="diagnostics">Receives SCORE0330.</param>
    public static ResourceOutputs Provision(ResourceNode node, YamlMapping? parameters, IReadOnlyList<Workload> workloads, ProvisioningPlatform platform,
        DiagnosticBag diagnostics)
    {
        if (Param("workload") is not { } name || Param("port") is not { } port) return new BrokenOutputs();

        Workload? workload = workloads.FirstOrDefault(w => w.Name.Text == name.Text);
        if (workload is null)
        {
            string shown = Quoted(name, "of the name that its param 'workload' expands to");
            Phrase hint = Suggestion.SentenceOrList(name.Text, workloads.Where(w => w != node.Source).Select(w => w.Name.Text), "Its other workloads are");
            Report(name, $"The build has no workload {shown}.{hint} " +
                "If it is that of another project, let an application bring both together. If it runs elsewhere, give its address by a provisioner of type " +
                $"'{Type}', or by a resource of type 'environment'.");
            return new BrokenOutputs();
        }

        IReadOnlyList<ServicePort> ports = workload.Ports;
        ServicePort? found = ports.FirstOrDefault(p => p.Name == port.Text) ?? ports.FirstOrDefault(p => p.Answers(port.Text));
        if (found is null)
        {
            Report(port, $"The workload '{Excerpt.Of(name.Text)}' has no port " +
                $"{Quoted(port, "that its param 'port' expands to")}.{Suggestion.SentenceOrList(port.Text, ports.Select(p => p.Name), "Its ports are")}");
            return new BrokenOutputs();
        }

        YamlMapping outputs = new();
        outputs.Set("hostname", platform.ServiceNameOf(workload).Text);
        outputs.Set("port", YamlScalar.Integer(platform.PortOf(found)));
        return new TemplateOutputs(node.Uid, outputs, platform, null);

        YamlScalar? Param(string key)
        {
            if (parameters?[key] is YamlScalar { Kind: YamlScalarKind.String or YamlScalarKind.Integer } scalar) return scalar;
            Report(node.Definition.Key, $"A resource of type '{Type}' needs the param '{key}'.");
            return null;
        }

        // An expanded text may hold the output of another resource, which may be secret.
        static string Quoted(YamlScalar scalar, string expanded) => scalar.Span == SourceSpan.None ? expanded : $"'{Excerpt.Of(scalar.Text)}'";

        // An expanded text has no place of its own, but the resource has.
        void Report(YamlScalar at, string sentence) =>
            diagnostics.Add(DiagnosticDescriptors.ServicePortNotFound, at.Span == SourceSpan.None ? node.Definition.Key.Span : at.Span, new Phrase(sentence));
    }
}
