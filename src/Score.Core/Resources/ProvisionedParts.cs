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

    /// <summary>Kubernetes objects. Each needs what tells it from others.</summary>
    /// <param name="made">What the provisioner made.</param>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="diagnostics">Receives SCORE0341.</param>
    public static IReadOnlyList<YamlMapping> Manifests(YamlSequence? made, ResourceNode node, Provisioner provisioner, DiagnosticBag diagnostics)
    {
        SourceSpan at = (provisioner.Entry.Find(TemplateSections.Manifests)?.Key ?? provisioner.Uri).Span;
        List<YamlMapping> manifests = [];
        for (int i = 0; i < (made?.Items.Count ?? 0); i++)
        {
            YamlNode item = made!.Items[i];
            string? problem = item is YamlMapping manifest ? ProblemOf(manifest) : $"it must be a mapping, and this is {item.Description}.";
            if (problem is null) manifests.Add((YamlMapping)item);
            else diagnostics.Add(DiagnosticDescriptors.InvalidManifest, at, provisioner.Uri.Text, node.Uid, new Phrase($"object {i + 1} of the list: {problem}"));
        }

        return manifests;
    }

    /// <summary>Warns about promised outputs that were not made.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="outputs">The outputs that it made.</param>
    /// <param name="diagnostics">Receives SCORE0323.</param>
    /// <returns>The outputs with what is promised of them.</returns>
    public static TemplateOutputs Outputs(ResourceNode node, Provisioner provisioner, YamlMapping outputs, DiagnosticBag diagnostics)
    {
        foreach (YamlScalar promised in provisioner.ExpectedOutputs ?? [])
        {
            if (outputs[promised.Text] is null) diagnostics.Add(DiagnosticDescriptors.ExpectedOutputMissing, promised.Span, provisioner.Uri.Text, promised.Text);
        }

        return new TemplateOutputs(node.Uid, outputs, provisioner.ExpectedOutputs is { } promises ? new HashSet<string>(promises.Select(p => p.Text), StringComparer.Ordinal) : null);
    }

    private static string? ProblemOf(YamlMapping manifest)
    {
        foreach (string key in (string[])["apiVersion", "kind"])
        {
            if (!IsText(manifest[key])) return $"it needs the key '{key}', a string.";
        }

        if (manifest["metadata"] is not YamlMapping metadata) return "it needs the key 'metadata', a mapping.";
        return IsText(metadata["name"]) ? null : "its 'metadata' needs the key 'name', a string.";
    }

    private static bool IsText(YamlNode? node) => node is YamlScalar { Kind: YamlScalarKind.String, Text.Length: > 0 };
}
