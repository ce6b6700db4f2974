using Score.Core.Diagnostics;
using Score.Core.Resources.Provisioners;
using Score.Core.Yaml;

namespace Score.Core.Resources.TemplateProvisioner;

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

    /// <summary>Runs a section that adds to the platform.</summary>
    /// <param name="additions">Receives what it made.</param>
    /// <param name="section">The section.</param>
    public void AddTo(ResourceAdditions additions, AddedSection section)
    {
        if (!runner.TryRun(provisioner, section.Name, node, data, out YamlNode? made) || made is null) return;
        SourceSpan at = At(section.Name);
        if (section.Shape.IsMapping ? made is YamlMapping : made is YamlSequence)
        {
            additions.Add(section, made,
                new SectionReport(node, provisioner, at, sentence => Report(section.Name, sentence), diagnostics) { Written = Written(section.Name) });
        }
        else
        {
            Report(section.Name, $"it must be {section.Shape.Description}, and this is {made.Description}.");
        }
    }

    private string Written(string section) => (provisioner.Entry[section] as YamlScalar)?.Text ?? "";

    private void Report(string section, string sentence) =>
        diagnostics.Add(DiagnosticDescriptors.RenderedWrongType, At(section), section, provisioner.Uri.Text, node.Uid, new Phrase(sentence));

    private SourceSpan At(string section) => provisioner.PlaceFor(node, provisioner.Entry.Find(section)!.Key.Span);
}
