using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Network;

/// <summary>The Services under which workloads reach each other, and under which the pods of a StatefulSet have names.</summary>
internal static class WorkloadServices
{
    /// <summary>The annotation that names a workload's Service.</summary>
    public const string Annotation = "k8s.score.dev/service-name";

    private const string HeadlessSuffix = "-headless-svc";

    /// <summary>The text that gives the name of a workload's Service: the annotation if there is one, else the workload's name.</summary>
    public static YamlScalar NameOf(Workload workload) => WorkloadIdentity.AnnotationOf(workload, Annotation)?.Value ?? workload.Name;

    /// <summary>The name of the Service that gives each pod of a StatefulSet a name of its own.</summary>
    public static string HeadlessNameOf(Workload workload) => KubernetesNames.WithSuffix(workload.Name.Text, HeadlessSuffix);

    /// <summary>Adds the Services of a workload to other objects.</summary>
    public static void AddTo(Manifests manifests, WorkloadContext context)
    {
        YamlSequence ports = WorkloadPorts.OfService(context.Workload, context.Diagnostics);
        if (ports.Items.Count > 0) manifests.Add(Service(context, ports), context.Name, NameOf(context.Workload).Span);
        if (context.Settings.Kind == WorkloadKind.StatefulSet) manifests.Add(HeadlessService(context, ports), context.Name, context.Workload.Name.Span);
    }

    private static YamlMapping Service(WorkloadContext context, YamlSequence ports)
    {
        YamlScalar name = NameOf(context.Workload);
        Check(name, context.Diagnostics);
        YamlMapping service = context.Identity.Object("v1", "Service", name.Text);
        service["spec"] = new YamlMapping
        {
            ["type"] = context.Settings.IsEmpty ? null : context.Settings.ValueOf(KnownSettings.ServiceType),
            ["selector"] = context.Identity.Selector(),
            ["ports"] = ports,
        };
        return service;
    }

    private static YamlMapping HeadlessService(WorkloadContext context, YamlSequence ports)
    {
        Check(context.Workload.Name, context.Diagnostics);
        YamlMapping service = context.Identity.Object("v1", "Service", HeadlessNameOf(context.Workload));
        service["spec"] = new YamlMapping
        {
            ["clusterIP"] = "None",
            ["selector"] = context.Identity.Selector(),
            ["ports"] = ports.UnlessEmpty,
        };
        return service;
    }

    private static void Check(YamlScalar name, DiagnosticBag diagnostics)
    {
        if (!KubernetesNames.IsServiceName(name.Text)) diagnostics.Add(DiagnosticDescriptors.InvalidServiceName, name.Span, name.Text);
    }
}
