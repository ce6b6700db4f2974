using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Network;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Resources.Secrets;
using Score.Core.Specification;
using Score.Core.Templates;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Kubernetes.</summary>
/// <param name="own">How the build wants its manifests.</param>
internal sealed class KubernetesPlatform(KubernetesOptions own) : Platform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "Kubernetes";

    /// <summary>The section of provisioners that makes objects.</summary>
    public const string Manifests = "manifests";

    // Without 'volume', which is an emptyDir with them or without them.
    private static readonly string[] BuiltInTypes =
        ["amqp", "dns", "elasticsearch", "kafka-topic", "mongodb", "mssql", "mysql", "postgres", "postgres-instance", "redis", "route", "s3", "service"];

    private static readonly AddedSection[] AllSections = [new(Manifests, Manifests, new ManifestList())];

    /// <inheritdoc/>
    public override string Name => PlatformName;

    /// <inheritdoc/>
    public override string StateFile => ".score-k8s/state.yaml";

    /// <summary>How the build wants its manifests.</summary>
    public KubernetesOptions Options => own;

    /// <inheritdoc/>
    public override IReadOnlyList<AddedSection> Sections => AllSections;

    /// <inheritdoc/>
    public override BuiltInProvisioners BuiltIn { get; } = new(PlatformName, BuiltInTypes, AllSections);

    /// <inheritdoc/>
    public override TemplateFunctions Functions => SecretFunction.WithStandard();

    /// <inheritdoc/>
    public override GoField[] DataFields =>
    [
        new GoField("Guid", GoType.String),
        new GoField("WorkloadMetadata", GoType.AnyMap),
        new GoField("Namespace", GoType.String),
        new GoField("Project", GoType.String),
        new GoField("Route", RouteOptions.DataType),
    ];

    /// <inheritdoc/>
    public override ListedProvisioner ListedVolume => ListedProvisioner.BuiltIn("volume", [], ["source"], "An empty volume that goes with the pod.");

    /// <inheritdoc/>
    public override string PlaceOf(SecretValue secret) => $"the value {secret.Name}, which goes to a Secret";

    /// <inheritdoc/>
    public override string? SecretNamedBy(string text)
    {
        if (!SecretMark.TryFind(text, 0, out int at, out int length)) return null;
        return SecretMark.Read(text.Substring(at, length), out _) is { } secret
            ? $"the key '{Excerpt.Of(secret.Key)}' of the Secret '{Excerpt.Of(secret.Secret)}'"
            : "in a Secret";
    }

    /// <inheritdoc/>
    public override GoValue[] DataOf(ResourceNode node, ProvisioningOptions options) =>
    [
        GoValue.Of(GuidOf(node, options)),
        YamlValues.Of(node.Source.Metadata),
        GoValue.Of(own.Namespace),
        GoValue.Of(ResourceNames.OfProject(options.ProjectName)),
        own.Route.ToData(),
    ];

    /// <inheritdoc/>
    public override void AddTo(GoMap request, ResourceNode node, ProvisioningOptions options)
    {
        request["resource_guid"] = GoValue.Of(GuidOf(node, options));
        request["workload_metadata"] = YamlValues.Of(node.Source.Metadata);
        request["namespace"] = GoValue.Of(own.Namespace);
    }

    /// <inheritdoc/>
    public override string ArgumentOf(string argument) => argument == "<mode>" ? "provision" : argument;

    /// <inheritdoc/>
    public override bool TakesArgumentsForTemplates => true;

    /// <inheritdoc/>
    public override ResourceOutputs EnvironmentOf(ResourceNode node, YamlMapping? parameters) => new ConfigMapOutputs($"{node.Source.Name.Text}-environment");

    /// <inheritdoc/>
    public override ResourceOutputs SecretOf(ResourceNode node) => new SecretOutputs(node.Definition.ExternalId?.Text ?? node.Definition.Name);

    /// <inheritdoc/>
    public override ResourceOutputs VolumeOf(ResourceNode node) => new EmptyVolumeOutputs();

    /// <inheritdoc/>
    public override FallbackOutputs FallbackOf(ResourceNode node) => new SecretFallback($"{node.Source.Name.Text}-{node.Definition.Name}");

    /// <inheritdoc/>
    public override YamlMapping? MountOf(string uid, YamlMapping outputs) =>
        outputs["source"] is not null || outputs["claimSpec"] is not null ? outputs : null;

    /// <inheritdoc/>
    public override YamlScalar ServiceNameOf(Workload workload) => WorkloadServices.NameOf(workload);

    /// <inheritdoc/>
    public override long PortOf(ServicePort port) => port.Port; // One connects to the Service before the container.

    /// <inheritdoc/>
    public override PlatformProject Translate(IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, DiagnosticBag diagnostics) =>
        KubernetesTranslator.Translate(workloads, resources,
            own with { ProjectName = resources.Options.ProjectName, State = resources.Options.State }, diagnostics);

    private static string GuidOf(ResourceNode node, ProvisioningOptions options) =>
        options.State.GuidOf(node.Uid) ?? ResourceGuid.Of(options.ProjectName, node.Uid);
}
