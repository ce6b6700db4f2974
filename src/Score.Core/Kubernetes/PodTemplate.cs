using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Writes the pod of a workload: its containers in the order in which they start.</summary>
internal sealed class PodTemplate(Workload workload, KubernetesOptions options, PlaceholderExpander expander, References references, PodFiles files, PodVolumes volumes, DiagnosticBag diagnostics)
{
    /// <summary>The pod's specification.</summary>
    public YamlMapping Write()
    {
        StartSequence order = new(workload);

        // Every container in the order of names, so that names of volumes do not depend on the order of starting.
        Dictionary<string, YamlMapping> written = workload.Containers.ToDictionary(c => c.Name, c => Write(c, c == order.Main[0]), StringComparer.Ordinal);
        YamlMapping spec = new();
        if (order.Init.Count > 0) spec.Set("initContainers", new YamlSequence(order.Init.Select(c => written[c.Name])));
        spec.Set("containers", new YamlSequence(order.Main.Select(c => written[c.Name])));
        if (volumes.Volumes.Items.Count > 0) spec.Set("volumes", volumes.Volumes);
        return spec;
    }

    private YamlMapping Write(Container container, bool isPrimary)
    {
        YamlMapping written = new();
        written.Set("name", container.Name);
        written.Set("image", Image(container));
        if (container.Command is { Count: > 0 } command) written.Set("command", YamlSequence.Strings(command.Select(c => KubernetesText.Unexpanded(c.Text))));
        if (container.Args is { Count: > 0 } args) written.Set("args", YamlSequence.Strings(args.Select(a => KubernetesText.Unexpanded(a.Text))));
        if (StartSequence.IsSidecar(container)) written.Set("restartPolicy", "Always");
        if (isPrimary && WorkloadPorts.OfContainer(workload) is { Items.Count: > 0 } ports) written.Set("ports", ports);
        if (new ContainerVariables(expander, references).Of(container) is { Items.Count: > 0 } env) written.Set("env", env);
        if (Resources(container) is { Count: > 0 } resources) written.Set("resources", resources);
        YamlSequence mounts = new(files.MountsOf(container).Concat(volumes.MountsOf(container)));
        if (mounts.Items.Count > 0) written.Set("volumeMounts", mounts);
        AddProbes(container, written);
        return written;
    }

    private string Image(Container container)
    {
        string image = container.Image!.Text;
        if (image != ".") return image;
        if (options.Image.Length == 0) diagnostics.Add(DiagnosticDescriptors.ImageNotSetForKubernetes, container.Image.Span, container.Name);
        return options.Image;
    }

    private void AddProbes(Container container, YamlMapping written)
    {
        Probe?[] probes = [container.LivenessProbe, container.ReadinessProbe];
        if (container.Before.Count > 0 && !StartSequence.IsSidecar(container))
        {
            foreach (Probe probe in probes.OfType<Probe>()) diagnostics.Add(DiagnosticDescriptors.ProbeOfInitContainer, probe.Key.Span, container.Name, probe.Key.Text);
            return;
        }

        if (StartSequence.Healthy(container) is { } healthy)
        {
            if ((container.ReadinessProbe ?? container.LivenessProbe) is { } startup) written.Set("startupProbe", Probes.Startup(startup, diagnostics));
            else diagnostics.Add(DiagnosticDescriptors.HealthyWithoutKubernetesProbe, healthy.Target.Span, healthy.Target.Text, container.Name);
        }

        if (container.LivenessProbe is { } liveness) written.Set("livenessProbe", Probes.Write(liveness, diagnostics));
        if (container.ReadinessProbe is { } readiness) written.Set("readinessProbe", Probes.Write(readiness, diagnostics));
    }

    private static YamlMapping Resources(Container container)
    {
        YamlMapping resources = new();
        AddAmounts(resources, "limits", container.Limits);
        AddAmounts(resources, "requests", container.Requests);
        return resources;
    }

    // Kubernetes writes a thousand with a small letter, which Score does not know.
    private static void AddAmounts(YamlMapping resources, string key, ComputeResources? amounts)
    {
        YamlMapping written = new();
        if (amounts?.Cpu is { } cpu) written.Set("cpu", cpu.Text);
        if (amounts?.Memory is { } memory) written.Set("memory", memory.Text.EndsWith('K') ? memory.Text.TrimEnd('K') + "k" : memory.Text);
        if (written.Count > 0) resources.Set(key, written);
    }
}
