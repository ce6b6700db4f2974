using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>The stock type <c>service-port</c>: where another workload of the build listens.</summary>
internal static class ServicePorts
{
    /// <summary>The type.</summary>
    public const string Type = "service-port";

    /// <summary>The outputs <c>hostname</c> and <c>port</c>.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="parameters">Its expanded params: <c>workload</c>, and <c>port</c> by name or number.</param>
    /// <param name="workloads">The workloads of the build.</param>
    /// <param name="platform">What the build writes for.</param>
    /// <param name="diagnostics">Receives SCORE0330.</param>
    public static ResourceOutputs Provision(ResourceNode node, YamlMapping? parameters, IReadOnlyList<Workload> workloads, Platform platform, DiagnosticBag diagnostics)
    {
        if (Param("workload") is not { } name || Param("port") is not { } port) return new BrokenOutputs();

        Workload? workload = workloads.FirstOrDefault(w => w.Name.Text == name.Text);
        if (workload is null)
        {
            Report(name, $"The build has no workload '{Excerpt.Of(name.Text)}'.{Suggestion.SentenceOrList(name.Text, workloads.Select(w => w.Name.Text), "Its workloads are")}");
            return new BrokenOutputs();
        }

        List<ServicePort> ports = ServicePort.Of(workload).ToList();
        ServicePort? found = ports.Find(p => p.Name == port.Text) ?? ports.Find(p => p.Port.ToString(CultureInfo.InvariantCulture) == port.Text);
        if (found is null)
        {
            Report(port, $"The workload '{Excerpt.Of(name.Text)}' has no port '{Excerpt.Of(port.Text)}'.{Suggestion.SentenceOrList(port.Text, ports.Select(p => p.Name), "Its ports are")}");
            return new BrokenOutputs();
        }

        YamlMapping outputs = new();
        outputs.Set("hostname", ServiceNames.Of(workload, platform));

        // In Compose one connects to the container, in Kubernetes to the Service before it.
        outputs.Set("port", YamlScalar.Integer(platform == Platform.Kubernetes ? found.Port : found.TargetPort));
        return new TemplateOutputs(node.Uid, outputs, platform, null);

        YamlScalar? Param(string key)
        {
            if (parameters?[key] is YamlScalar { Kind: YamlScalarKind.String or YamlScalarKind.Integer } scalar) return scalar;
            Report(node.Definition.Key, $"A resource of type '{Type}' needs the param '{key}'.");
            return null;
        }

        // An expanded text has no place of its own, but the resource has.
        void Report(YamlScalar at, string sentence) =>
            diagnostics.Add(DiagnosticDescriptors.ServicePortNotFound, at.Span == SourceSpan.None ? node.Definition.Key.Span : at.Span, new Phrase(sentence));
    }
}

/// <summary>A port of a workload's service.</summary>
internal sealed record ServicePort(string Name, long Port, long TargetPort, string Protocol)
{
    /// <summary>Whether a text means this port: its name or its number.</summary>
    public bool Answers(string nameOrNumber) => nameOrNumber == Name || nameOrNumber == Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>The ports of a workload, by name.</summary>
    public static IEnumerable<ServicePort> Of(Workload workload)
    {
        if ((workload.Root["service"] as YamlMapping)?["ports"] is not YamlMapping ports) yield break;
        foreach (YamlEntry entry in ports.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.Value is not YamlMapping port) continue;
            long number = Number(port["port"]) ?? 0;
            yield return new ServicePort(entry.Name, number, Number(port["targetPort"]) ?? number, (port["protocol"] as YamlScalar)?.Text ?? "TCP");
        }
    }

    private static long? Number(YamlNode? node) => (node as YamlScalar)?.Value switch { long whole => whole, double number => (long)number, _ => null };
}
