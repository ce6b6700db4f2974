using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Yaml;

namespace Score.Core.Resources.Provisioners;

/// <summary>Checks the parts that provisioners make, by whatever means. What is wrong is told in a sentence, and left out.</summary>
internal static class ProvisionedParts
{
    /// <summary>How many values, mappings and lists there are in a tree, which is not deep.</summary>
    public static long NodesOf(YamlNode node)
    {
        long count = 1;
        if (node is YamlMapping mapping)
        {
            foreach (YamlEntry entry in mapping) count += 1 + NodesOf(entry.Value);
        }
        else if (node is YamlSequence list)
        {
            foreach (YamlNode item in list.Items) count += NodesOf(item);
        }

        return count;
    }

    /// <summary>Warns about promised outputs that were not made.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="outputs">The outputs that it made.</param>
    /// <param name="platform">What the build writes for.</param>
    /// <param name="diagnostics">Receives SCORE0323.</param>
    /// <returns>The outputs with what is promised of them.</returns>
    public static TemplateOutputs Outputs(ResourceNode node, Provisioner provisioner, YamlMapping outputs, ProvisioningPlatform platform,
        DiagnosticBag diagnostics)
    {
        HashSet<string>? promises = provisioner.ExpectedOutputs is null ? null : new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlScalar promised in provisioner.ExpectedOutputs ?? [])
        {
            promises!.Add(promised.Text);
            if (outputs[promised.Text] is null)
                diagnostics.Add(DiagnosticDescriptors.ExpectedOutputMissing, provisioner.PlaceFor(node, promised.Span), provisioner.Uri.Text, promised.Text);
        }

        return new TemplateOutputs(node.Uid, outputs, platform, promises);
    }
}
