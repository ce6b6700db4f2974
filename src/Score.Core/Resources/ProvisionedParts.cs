using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>Checks the parts that provisioners make, by whatever means. What is wrong is told in a sentence, and left out.</summary>
internal static class ProvisionedParts
{
    /// <summary>A mapping from names to mappings, or null when it is empty.</summary>
    /// <param name="made">What the provisioner made.</param>
    /// <param name="mayBeNull">Whether a name without a value stands for an empty mapping.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static YamlMapping? Named(YamlMapping? made, bool mayBeNull, Action<string> report)
    {
        if (made is not { Count: > 0 }) return null;
        YamlMapping named = new();
        foreach (YamlEntry entry in made)
        {
            if (entry.Value is YamlMapping) named.Set(entry.Name, entry.Value);
            else if (mayBeNull && entry.Value is YamlScalar { Kind: YamlScalarKind.Null }) named.Set(entry.Name, new YamlMapping());
            else report($"'{Excerpt.Of(entry.Name)}' must be a mapping, and this is {entry.Value.Description}.");
        }

        return named;
    }

    /// <summary>The texts of files by path, or null when there are none.</summary>
    public static YamlMapping? Files(YamlMapping? made, Action<string> report)
    {
        if (made is not { Count: > 0 }) return null;
        YamlMapping files = new();
        foreach (YamlEntry entry in made)
        {
            if (entry.Value is YamlScalar { Kind: YamlScalarKind.String }) files.Set(entry.Name, entry.Value);
            else if (entry.Value is not YamlScalar { Kind: YamlScalarKind.Null }) report($"the content of '{Excerpt.Of(entry.Name)}' must be a string, and this is {entry.Value.Description}.");
        }

        return files;
    }

    /// <summary>The folders to make.</summary>
    public static IReadOnlyList<string> Directories(YamlMapping? made, Action<string> report)
    {
        if (made is not { Count: > 0 }) return [];
        List<string> directories = [];
        foreach (YamlEntry entry in made)
        {
            if (entry.Value is YamlScalar { Value: bool isThere })
            {
                if (isThere) directories.Add(entry.Name);
            }
            else
            {
                report($"'{Excerpt.Of(entry.Name)}' must be true or false, and this is {entry.Value.Description}.");
            }
        }

        return directories;
    }

    /// <summary>Kubernetes objects, each of which says what it is and how it is called.</summary>
    /// <param name="made">What the provisioner made.</param>
    /// <param name="report">Receives what is wrong with the list.</param>
    /// <param name="incomplete">Receives the number of an object, and what it lacks.</param>
    public static IReadOnlyList<YamlMapping> Manifests(YamlSequence? made, Action<string> report, Action<int, Phrase> incomplete)
    {
        List<YamlMapping> manifests = [];
        for (int i = 0; i < (made?.Items.Count ?? 0); i++)
        {
            YamlNode item = made!.Items[i];
            if (item is not YamlMapping manifest) report($"an item of the list must be a mapping, and this is {item.Description}.");
            else if (ManifestId.Missing(manifest) is { } missing) incomplete(i + 1, missing);
            else manifests.Add(manifest);
        }

        return manifests;
    }

    /// <summary>Warns about promised outputs that were not made.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="outputs">The outputs that it made.</param>
    /// <param name="platform">What the build writes for.</param>
    /// <param name="diagnostics">Receives SCORE0323.</param>
    /// <returns>The outputs with what is promised of them.</returns>
    public static TemplateOutputs Outputs(ResourceNode node, Provisioner provisioner, YamlMapping outputs, Platform platform, DiagnosticBag diagnostics)
    {
        foreach (YamlScalar promised in provisioner.ExpectedOutputs ?? [])
        {
            if (outputs[promised.Text] is null) diagnostics.Add(DiagnosticDescriptors.ExpectedOutputMissing, provisioner.PlaceFor(node, promised.Span), provisioner.Uri.Text, promised.Text);
        }

        return new TemplateOutputs(node.Uid, outputs, platform, provisioner.ExpectedOutputs is { } promises ? new HashSet<string>(promises.Select(p => p.Text), StringComparer.Ordinal) : null);
    }
}
