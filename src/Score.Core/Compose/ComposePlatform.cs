using System.Collections.Generic;
using Score.Core.Compose.Outputs;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Docker Compose.</summary>
/// <param name="own">How the build wants its compose.yaml.</param>
internal sealed class ComposePlatform(ComposeOptions own) : Platform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "Compose";

    // Written down, because looking for the files takes longer than reading one.
    private static readonly string[] BuiltInTypes =
        [
            "amqp", "dns", "elasticsearch", "kafka-topic", "mongodb", "mssql", "mysql", "postgres", "postgres-instance", "redis", "route", "s3", "service",
            "volume"
        ];

    /// <inheritdoc/>
    public override string Name => PlatformName;

    // Volumes of developers have passwords that were drawn before there were other scopes.
    /// <inheritdoc/>
    public override string RandomScope => "";

    /// <inheritdoc/>
    public override string StateFile => ".score-compose/state.yaml";

    /// <summary>How the build wants its compose.yaml.</summary>
    public ComposeOptions Options => own;

    /// <inheritdoc/>
    public override IReadOnlyList<AddedSection> Sections => ComposeSections.All;

    /// <inheritdoc/>
    public override string ServerSection => ComposeSections.Services;

    /// <inheritdoc/>
    public override BuiltInProvisioners BuiltIn { get; } = new(PlatformName, BuiltInTypes, ComposeSections.All);

    /// <inheritdoc/>
    public override GoField[] DataFields => [new GoField("ComposeProjectName", GoType.String), new GoField("MountsDirectory", GoType.String)];

    /// <inheritdoc/>
    public override ListedProvisioner ListedVolume => ListedProvisioner.BuiltIn("volume", [], ["type", "source"], "A volume that exists outside.");

    /// <inheritdoc/>
    public override GoValue[] DataOf(ResourceNode node, ProvisioningOptions options) => [GoValue.Of(options.ProjectName), GoValue.Of(own.MountsReference)];

    /// <inheritdoc/>
    public override void AddTo(GoMap request, ResourceNode node, ProvisioningOptions options)
    {
        request["compose_project_name"] = GoValue.Of(options.ProjectName);
        request["mount_directory_path"] = GoValue.Of(own.MountsReference);
    }

    /// <inheritdoc/>
    public override ResourceOutputs EnvironmentOf(ResourceNode node, YamlMapping? parameters) => new EnvironmentOutputs(parameters);

    /// <inheritdoc/>
    public override ResourceOutputs SecretOf(ResourceNode node) => new SecretOutputs(node.Definition.ExternalId?.Text ?? node.Definition.Name);

    /// <inheritdoc/>
    public override ResourceOutputs VolumeOf(ResourceNode node) => new ExternalVolumeOutputs(node.Id.ToName());

    /// <inheritdoc/>
    public override FallbackOutputs FallbackOf(ResourceNode node) => new EnvironmentFallback(node.Definition.Name);

    /// <inheritdoc/>
    public override YamlMapping? MountOf(string uid, YamlMapping outputs)
    {
        if (outputs["type"] is not YamlScalar { Kind: YamlScalarKind.String }) return null;
        if (outputs["source"] is not null || outputs["type"] is not YamlScalar { Text: "bind" }) return outputs;

        // As in the reference.
        YamlMapping volume = new();
        foreach (YamlEntry entry in outputs) volume.TryAdd(entry.Key, entry.Value);
        volume["source"] = uid;
        return volume;
    }

    /// <inheritdoc/>
    public override long PortOf(ServicePort port) => port.TargetPort; // One connects to the container.

    /// <inheritdoc/>
    public override PlatformProject Translate(IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, DiagnosticBag diagnostics) =>
        ComposeTranslator.Translate(workloads, resources, own, diagnostics);
}
