using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Network;
using Score.Core.Kubernetes.Settings;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>Writes the pod of a workload: its containers in the order in which they start.</summary>
internal sealed class PodTemplate(Workload workload, WorkloadSettings settings, KubernetesOptions options, PlaceholderExpander expander, References references, PodFiles files, PodVolumes volumes, DiagnosticBag diagnostics)
{
    private readonly PodSecurity _security = new(workload, settings, volumes, diagnostics);

    /// <summary>The pod's specification.</summary>
    public YamlMapping Write()
    {
        StartSequence order = new(workload);

        // Every container in the order of names, so that names of volumes do not depend on the order of starting.
        Dictionary<string, YamlMapping> written = workload.Containers.ToDictionary(c => c.Name, c => Write(c, c == order.Main[0]), StringComparer.Ordinal);
        YamlMapping spec = new();
        if (!settings.IsEmpty) AddIdentity(spec);
        if (_security.OfPod() is { } security) spec.Set("securityContext", security);
        if (order.Init.Count > 0) spec.Set("initContainers", new YamlSequence(order.Init.Select(c => written[c.Name])));
        spec.Set("containers", new YamlSequence(order.Main.Select(c => written[c.Name])));
        if (volumes.Volumes.Items.Count > 0) spec.Set("volumes", volumes.Volumes);
        AddEnd(spec);
        return spec;
    }

    private void AddIdentity(YamlMapping spec)
    {
        settings.Write(KnownSettings.ServiceAccount, spec);
        settings.Write(KnownSettings.AutomountToken, spec);
        settings.Write(KnownSettings.ImagePullSecrets, spec);
        settings.Write(KnownSettings.PriorityClass, spec);
        if (settings[KnownSettings.ServiceAccount] is { Text: not "default" } account) references.Use("ServiceAccount", account.Text);
        if (settings[KnownSettings.ImagePullSecrets]?.Node is not YamlSequence secrets) return;
        foreach (YamlMapping secret in secrets.Items.OfType<YamlMapping>()) references.Use("Secret", ((YamlScalar)secret["name"]!).Text);
    }

    // Kubernetes takes no job whose containers are always started again, which is what they are without a word.
    private void AddEnd(YamlMapping spec)
    {
        if (WorkloadKinds.IsJob(settings.Kind)) spec.Set("restartPolicy", settings.IsEmpty ? "OnFailure" : settings[KnownSettings.RestartPolicy]?.Text ?? "OnFailure");
        if (!settings.IsEmpty) settings.Write(KnownSettings.TerminationGracePeriod, spec);
    }

    private YamlMapping Write(Container container, bool isPrimary)
    {
        ContainerRules.Check(container, diagnostics);
        YamlMapping written = new();
        written.Set("name", container.Name);
        written.Set("image", Image(container));
        if (!settings.IsEmpty && settings[KnownSettings.ImagePullPolicy, container] is { } pulled) written.Set(pulled.Setting.Key, pulled.Node);
        if (container.Command is { Count: > 0 } command) written.Set("command", YamlSequence.Strings(command.Select(c => KubernetesText.Unexpanded(c.Text))));
        if (container.Args is { Count: > 0 } args) written.Set("args", YamlSequence.Strings(args.Select(a => KubernetesText.Unexpanded(a.Text))));
        if (StartSequence.IsSidecar(container)) written.Set("restartPolicy", "Always");
        if (isPrimary && WorkloadPorts.OfContainer(workload) is { Items.Count: > 0 } ports) written.Set("ports", ports);
        if (new ContainerVariables(expander, references, diagnostics).Of(container) is { Items.Count: > 0 } env) written.Set("env", env);
        if (Resources(container) is { Count: > 0 } resources) written.Set("resources", resources);
        if (_security.OfContainer() is { } security) written.Set("securityContext", security);
        YamlSequence mounts = new(files.MountsOf(container, _security.WritablePaths(container)).Concat(volumes.MountsOf(container)).Concat(_security.MountsOf(container)));
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
        if (!StartSequence.Stays(container))
        {
            Probe?[] probes = [container.LivenessProbe, container.ReadinessProbe];
            foreach (Probe probe in probes.OfType<Probe>()) diagnostics.Add(DiagnosticDescriptors.ProbeOfInitContainer, probe.Key.Span, container.Name, probe.Key.Text);
            return;
        }

        Probes writer = new(container, settings, diagnostics);
        if (writer.Startup() is { } startup) written.Set("startupProbe", startup);
        if (writer.Liveness() is { } liveness) written.Set("livenessProbe", liveness);
        if (writer.Readiness() is { } readiness) written.Set("readinessProbe", readiness);
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
