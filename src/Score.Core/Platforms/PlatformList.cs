using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Platforms;

/// <summary>What a build knows of its resources, for people and scripts.</summary>
/// <param name="Resources">The resources as they were provisioned.</param>
/// <param name="Addresses">Where workloads and resources are reached from outside.</param>
internal sealed record PlatformList(ProvisionedResources Resources, IReadOnlyList<PublishedAddress> Addresses)
{
    /// <summary>The value of an output. One that is secret, or that comes from outside when a workload starts, is not given.</summary>
    /// <param name="name">The unique id of a resource, a dot and the output: <c>dns.default#shop.web.host</c>.</param>
    /// <param name="place">The place of the question.</param>
    /// <param name="diagnostics">Receives SCORE0713 or SCORE0714.</param>
    public string? ValueOf(string name, SourceSpan place, DiagnosticBag diagnostics)
    {
        // Ids and outputs may both have dots.
        Phrase hint = Suggestion.SentenceOrList(name, Outputs(), "The outputs are");
        for (int dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (Resources.Outputs.Find(name.Substring(0, dot)) is not { } outputs) continue;
            string[] path = name.Substring(dot + 1).Split('.');
            if (outputs.Find(path) is { } output) return TextOf(name, output, place, diagnostics);
            hint = outputs.HintFor(path);
        }

        diagnostics.Add(DiagnosticDescriptors.UnknownListedOutput, place, name, hint);
        return null;
    }

    private string? TextOf(string name, ResourceOutput output, SourceSpan place, DiagnosticBag diagnostics)
    {
        string? text = output.Value switch
        {
            YamlScalar scalar => scalar.Text,
            null => null,
            _ => CanonicalJson.Write(output.Value),
        };
        SecretValue? secret = text is null ? null : Resources.Options.Secrets?.Next(text, 0, out _, out _);
        string? kept = text is null ? null : Resources.Platform.SecretNamedBy(text);
        if (text is not null && secret is null && kept is null) return text;
        if (secret is { Name.Length: > 0 }) kept = Resources.Platform.PlaceOf(secret);
        diagnostics.Add(DiagnosticDescriptors.OutputNotShown, place, name, new Phrase(kept is null ? "" : $" It is, or holds, {kept}."));
        return null;
    }

    private IEnumerable<string> Outputs()
    {
        foreach (ResourceNode node in Resources.Nodes)
        {
            foreach (string output in Resources.Outputs.Of(node).Names ?? []) yield return $"{node.Uid}.{output}";
        }
    }
}
