using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Network;
using Score.Core.Kubernetes.Settings;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>Writes the pod of a workload: its containers in the order in which they start.</summary>
internal sealed class PodTemplate(WorkloadContext context, PodFiles files, PodVolumes volumes)
{
    private readonly WorkloadSettings _settings = context.Settings;
    private readonly DiagnosticBag _diagnostics = context.Diagnostics;
    private readonly PodSecurity _security = new(context, volumes);
    private readonly ContainerVariables _variables = new(context);

    /// <summary>The pod's specification.</summary>
    public YamlMapping Write()
    {
        StartSequence order = new(context.Workload);

        // Every container in the order of names, so that names of volumes do not depend on the order of starting.
        Dictionary<string, YamlMapping> written = new(StringComparer.Ordinal);
        foreach (Container container in context.Workload.Containers) written.Add(container.Name, Write(container, container == order.Main[0]));
        YamlMapping spec = new();
        if (!_settings.IsEmpty) AddIdentity(spec);
        spec["securityContext"] = _security.OfPod();
        spec["initContainers"] = Those(order.Init).UnlessEmpty;
        spec["containers"] = Those(order.Main);
        spec["volumes"] = volumes.Volumes.UnlessEmpty;
        AddEnd(spec);
        return spec;

        YamlSequence Those(IReadOnlyList<Container> containers)
        {
            YamlSequence list = new();
            foreach (Container container in containers) list.Items.Add(written[container.Name]);
            return list;
        }
    }

    private void AddIdentity(YamlMapping spec)
    {
        spec["serviceAccountName"] = _settings.ValueOf(KnownSettings.ServiceAccount);
        spec["automountServiceAccountToken"] = _settings.ValueOf(KnownSettings.AutomountToken);
        spec["imagePullSecrets"] = _settings.ValueOf(KnownSettings.ImagePullSecrets);
        spec["priorityClassName"] = _settings.ValueOf(KnownSettings.PriorityClass);
        if (_settings[KnownSettings.ServiceAccount] is { Text: not "default" } account) context.References.Use("ServiceAccount", account.Text);
        if (_settings[KnownSettings.ImagePullSecrets]?.Node is not YamlSequence secrets) return;
        foreach (YamlMapping secret in secrets.Items.OfType<YamlMapping>()) context.References.Use("Secret", ((YamlScalar)secret["name"]!).Text);
    }

    // Kubernetes takes no job whose containers are always started again, which is what they are without a word.
    private void AddEnd(YamlMapping spec)
    {
        if (_settings.IsEmpty) return;
        if (WorkloadKinds.IsJob(_settings.Kind)) spec["restartPolicy"] = _settings.ValueOf(KnownSettings.RestartPolicy) ?? "OnFailure";
        spec["terminationGracePeriodSeconds"] = _settings.ValueOf(KnownSettings.TerminationGracePeriod);
    }

    private YamlMapping Write(Container container, bool isPrimary)
    {
        ContainerRules.Check(container, _diagnostics);
        YamlMapping written = new()
        {
            ["name"] = container.Name,
            ["image"] = context.Options.Image.Of(context.Workload, container, DiagnosticDescriptors.ImageNotSetForKubernetes, _diagnostics),
            ["imagePullPolicy"] = _settings.IsEmpty ? null : _settings[KnownSettings.ImagePullPolicy, container]?.Node,
            ["command"] = Unexpanded(container.Command),
            ["args"] = Unexpanded(container.Args),
            ["restartPolicy"] = StartSequence.IsSidecar(container) ? "Always" : null,
            ["ports"] = isPrimary ? WorkloadPorts.OfContainer(context.Workload).UnlessEmpty : null,
            ["env"] = _variables.Of(container).UnlessEmpty,
            ["resources"] = Resources(container).UnlessEmpty,
            ["securityContext"] = _security.OfContainer(),
            ["volumeMounts"] = MountsOf(container).UnlessEmpty,
        };
        AddProbes(container, written);
        return written;
    }

    private YamlSequence MountsOf(Container container)
    {
        YamlSequence mounts = new();
        files.AddMounts(mounts, container, _settings.IsEmpty ? [] : _security.WritablePaths(container));
        volumes.AddMounts(mounts, container);
        if (!_settings.IsEmpty) _security.AddMounts(mounts, container);
        return mounts;
    }

    private static YamlSequence? Unexpanded(IReadOnlyList<YamlScalar>? texts)
    {
        YamlSequence list = new();
        foreach (YamlScalar text in texts ?? []) list.Items.Add(YamlScalar.String(KubernetesText.Unexpanded(text.Text)));
        return list.UnlessEmpty;
    }

    private void AddProbes(Container container, YamlMapping written)
    {
        if (!StartSequence.RunsForPodLifetime(container))
        {
            Probe?[] probes = [container.LivenessProbe, container.ReadinessProbe];
            foreach (Probe probe in probes.OfType<Probe>())
                _diagnostics.Add(DiagnosticDescriptors.ProbeOfInitContainer, probe.Key.Span, container.Name, probe.Key.Text);
            return;
        }

        Probes writer = new(container, _settings, _diagnostics);
        written["startupProbe"] = writer.Startup();
        written["livenessProbe"] = writer.Liveness();
        written["readinessProbe"] = writer.Readiness();
    }

    private static YamlMapping Resources(Container container) =>
        new YamlMapping { ["limits"] = Amounts(container.Limits), ["requests"] = Amounts(container.Requests) };

    // Kubernetes writes a thousand with a small letter, which Score does not know.
    private static YamlMapping? Amounts(ComputeResources? amounts)
    {
        string? memory = amounts?.Memory?.Text;
        return new YamlMapping
        {
            ["cpu"] = amounts?.Cpu?.Text,
            ["memory"] = memory is not null && memory.EndsWith('K') ? memory.TrimEnd('K') + "k" : memory,
        }.UnlessEmpty;
    }
}
