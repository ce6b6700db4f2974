using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Network;
using Score.Core.Kubernetes.Pods;
using Score.Core.Kubernetes.Settings;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Makes the objects of a workload: ConfigMaps for its files, its Services, what runs its pods, and what scales and protects them.</summary>
internal sealed class WorkloadObjects(LoadedWorkload loaded, ProvisionedResources resources, KubernetesOptions options, References references, NetworkPolicies policies, DiagnosticBag diagnostics)
{
    private const string HeadlessSuffix = "-headless-svc";

    private readonly Workload _workload = loaded.Workload;
    private readonly WorkloadIdentity _identity = new(loaded.Workload, options);

    /// <summary>Adds the objects to others.</summary>
    public void AddTo(Manifests manifests)
    {
        SecretText.CheckElsewhere(_workload, diagnostics);
        WorkloadSettings settings = WorkloadSettings.Read(_workload, options.Defaults, diagnostics);
        PlaceholderExpander expander = new(_workload, resources, diagnostics);
        PodVolumes volumes = new(_workload, settings.Kind, resources, expander, diagnostics);
        PodFiles files = new(loaded, settings, expander, references, volumes, diagnostics);
        YamlMapping pod = new PodTemplate(_workload, settings, options, expander, references, files, volumes, diagnostics).Write();

        YamlMapping template = new();
        template.Set("metadata", _identity.PodMetadata(files.Hash));
        template.Set("spec", pod);

        string name = _workload.Name.Text;
        foreach (FileMap map in files.Maps) manifests.Add(map.Write(_identity), name, map.File.Target.Span);
        YamlSequence ports = WorkloadPorts.OfService(_workload, diagnostics);
        if (ports.Items.Count > 0) AddService(manifests, ports, settings);
        if (settings.Kind == WorkloadKind.StatefulSet) AddHeadlessService(manifests, ports);
        manifests.Add(new WorkloadController(_workload, _identity, settings, diagnostics).Write(template, volumes.Claims, HeadlessName(name)), name, _workload.Name.Span);
        if (settings.IsEmpty) return;
        if (Scaling.HasAutoscaler(settings)) manifests.Add(Scaling.Autoscaler(_identity, name, settings), name, _workload.Name.Span);
        if (Scaling.Budget(_identity, name, settings) is { } budget) manifests.Add(budget, name, _workload.Name.Span);
        if (policies.Of(_workload, settings, diagnostics) is { } policy) manifests.Add(policy, name, _workload.Name.Span);
    }

    private void AddService(Manifests manifests, YamlSequence ports, WorkloadSettings settings)
    {
        YamlScalar name = WorkloadServices.NameOf(_workload);
        if (!KubernetesNames.IsServiceName(name.Text)) diagnostics.Add(DiagnosticDescriptors.InvalidServiceName, name.Span, name.Text);
        YamlMapping spec = new();
        if (!settings.IsEmpty) settings.Write(KnownSettings.ServiceType, spec);
        spec.Set("selector", _identity.Selector());
        spec.Set("ports", ports);
        YamlMapping service = _identity.Object("v1", "Service", name.Text);
        service.Set("spec", spec);
        manifests.Add(service, _workload.Name.Text, name.Span);
    }

    // It gives each pod of a StatefulSet a name of its own.
    private void AddHeadlessService(Manifests manifests, YamlSequence ports)
    {
        string name = _workload.Name.Text;
        if (!KubernetesNames.IsServiceName(name)) diagnostics.Add(DiagnosticDescriptors.InvalidServiceName, _workload.Name.Span, name);
        YamlMapping spec = new();
        spec.Set("clusterIP", "None");
        spec.Set("selector", _identity.Selector());
        if (ports.Items.Count > 0) spec.Set("ports", ports);
        YamlMapping service = _identity.Object("v1", "Service", HeadlessName(name));
        service.Set("spec", spec);
        manifests.Add(service, name, _workload.Name.Span);
    }

    private static string HeadlessName(string workload) => KubernetesNames.WithSuffix(workload, HeadlessSuffix);
}
