using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Tests.Platforms.Plain;

/// <summary>A platform for tests: it writes one text file for each workload. Nothing else knows of it but one list.</summary>
internal sealed class PlainPlatform : Platform
{
    /// <summary>The section of provisioners that makes lines.</summary>
    public const string Notes = "notes";

    private static readonly AddedSection[] AllSections = [new(Notes, "plain_notes", new NoteList())];

    /// <inheritdoc/>
    public override string Name => "Plain";

    /// <inheritdoc/>
    public override string StateFile => ".plain/state.yaml";

    /// <inheritdoc/>
    public override IReadOnlyList<AddedSection> Sections => AllSections;

    /// <inheritdoc/>
    public override BuiltInProvisioners BuiltIn { get; } = new("Plain", [], AllSections);

    /// <inheritdoc/>
    public override GoField[] DataFields => [new GoField("Paper", GoType.String)];

    /// <inheritdoc/>
    public override ListedProvisioner ListedVolume => ListedProvisioner.BuiltIn("volume", [], ["shelf"], "A shelf.");

    /// <inheritdoc/>
    public override GoValue[] DataOf(ResourceNode node, ProvisioningOptions options) => [GoValue.Of($"paper of {options.ProjectName}")];

    /// <inheritdoc/>
    public override void AddTo(GoMap request, ResourceNode node, ProvisioningOptions options) => request["paper"] = GoValue.Of(options.ProjectName);

    /// <inheritdoc/>
    public override ResourceOutputs EnvironmentOf(ResourceNode node, YamlMapping? parameters) => new PlainEnvironment();

    /// <inheritdoc/>
    public override ResourceOutputs VolumeOf(ResourceNode node) => new PlainVolume(node.Name);

    /// <inheritdoc/>
    public override FallbackOutputs FallbackOf(ResourceNode node) => new PlainFallback(node.Name);

    /// <inheritdoc/>
    public override YamlMapping? MountOf(string uid, YamlMapping outputs) => outputs["shelf"] is null ? null : outputs;

    /// <inheritdoc/>
    public override long PortOf(ServicePort port) => port.Port + 10_000;

    /// <inheritdoc/>
    public override PlatformProject Translate(IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, DiagnosticBag diagnostics) =>
        PlainProject.Of(workloads, resources, diagnostics);
}

/// <summary>A list of texts, of which empty ones are left out.</summary>
internal sealed class NoteList : SectionShape
{
    /// <inheritdoc/>
    public override bool IsMapping => false;

    /// <inheritdoc/>
    public override string Description => "a list of notes";

    /// <inheritdoc/>
    public override YamlNode? Check(YamlNode made, SectionReport report)
    {
        YamlSequence notes = new();
        foreach (YamlNode item in ((YamlSequence)made).Items)
        {
            if (item is YamlScalar { Kind: YamlScalarKind.String }) notes.Items.Add(item);
            else report.Sentence($"a note must be a string, and this is {item.Description}.");
        }

        return notes.Items.Count > 0 ? notes : null;
    }
}
