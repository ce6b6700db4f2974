using Score.Core.Diagnostics;
using Score.Core.Resources.Provisioners;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>A list of objects, each of which says what it is and how it is called.</summary>
internal sealed class ManifestList : SectionShape
{
    /// <inheritdoc/>
    public override bool IsMapping => false;

    /// <inheritdoc/>
    public override string Description => "a list of Kubernetes objects";

    /// <inheritdoc/>
    public override YamlNode? Check(YamlNode made, SectionReport report)
    {
        YamlSequence manifests = new();
        int number = 0;
        foreach (YamlNode item in ((YamlSequence)made).Items)
        {
            number++;
            if (item is not YamlMapping manifest) report.Sentence($"an item of the list must be a mapping, and this is {item.Description}.");
            else if (ManifestId.Missing(manifest) is { } missing)
                report.Diagnostics.Add(DiagnosticDescriptors.IncompleteManifest, report.Place, number, report.Provisioner.Uri.Text, report.Node.Uid, missing);
            else manifests.Items.Add(manifest);
        }

        return manifests.Items.Count > 0 ? manifests : null;
    }
}
