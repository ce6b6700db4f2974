using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>The sections of one provisioner, run for one resource: what they make is checked here.</summary>
internal sealed class TemplateRun(TemplateRunner runner, Provisioner provisioner, ResourceNode node, TemplateData data, DiagnosticBag diagnostics)
{
    /// <summary>The mapping that a section makes, empty when it makes nothing; null with a finding when it fails.</summary>
    /// <param name="section">The section.</param>
    public YamlMapping? Mapping(string section)
    {
        if (!runner.TryRun(provisioner, section, node, data, out YamlNode? made)) return null;
        if (made is null) return new YamlMapping();
        if (made is YamlMapping mapping) return mapping;
        Report(section, $"it must be a mapping, and this is {made.Description}.");
        return null;
    }

    /// <summary>A mapping from names to mappings.</summary>
    public YamlMapping? Named(string section, bool mayBeNull) =>
        ProvisionedParts.Named(Mapping(section), mayBeNull, sentence => Report(section, sentence));

    /// <summary>The texts of files by path.</summary>
    public YamlMapping? Files() => ProvisionedParts.Files(Mapping(TemplateSections.Files), sentence => Report(TemplateSections.Files, sentence));

    /// <summary>The folders to make.</summary>
    public IReadOnlyList<string> Directories() =>
        ProvisionedParts.Directories(Mapping(TemplateSections.Directories), sentence => Report(TemplateSections.Directories, sentence));

    /// <summary>Kubernetes objects, each of which says what it is and how it is called.</summary>
    public IReadOnlyList<YamlMapping> Manifests()
    {
        if (!runner.TryRun(provisioner, TemplateSections.Manifests, node, data, out YamlNode? made) || made is null) return [];
        if (made is not YamlSequence list)
        {
            Report(TemplateSections.Manifests, $"it must be a list of Kubernetes objects, and this is {made.Description}.");
            return [];
        }

        return ProvisionedParts.Manifests(
            list,
            sentence => Report(TemplateSections.Manifests, sentence),
            (number, missing) => diagnostics.Add(DiagnosticDescriptors.IncompleteManifest, At(TemplateSections.Manifests), number, provisioner.Uri.Text, node.Uid, missing));
    }

    /// <summary>Shows what the provisioner has to say.</summary>
    public void ReportLogs()
    {
        if (!runner.TryRun(provisioner, TemplateSections.InfoLogs, node, data, out YamlNode? made) || made is null) return;
        if (made is not YamlSequence list)
        {
            Report(TemplateSections.InfoLogs, $"it must be a list of strings, and this is {made.Description}.");
            return;
        }

        foreach (YamlNode item in list.Items)
        {
            if (item is YamlScalar { Kind: YamlScalarKind.String } text) diagnostics.Add(DiagnosticDescriptors.ProvisionerMessage, At(TemplateSections.InfoLogs), new Phrase(Excerpt.OfMessage(text.Text)));
            else Report(TemplateSections.InfoLogs, $"an item of the list must be a string, and this is {item.Description}.");
        }
    }

    private void Report(string section, string sentence) =>
        diagnostics.Add(DiagnosticDescriptors.RenderedWrongType, At(section), section, provisioner.Uri.Text, node.Uid, new Phrase(sentence));

    private SourceSpan At(string section) => provisioner.PlaceFor(node, provisioner.Entry.Find(section)!.Key.Span);
}
