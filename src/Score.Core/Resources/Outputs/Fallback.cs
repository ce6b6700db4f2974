using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Specification;

namespace Score.Core.Resources.Outputs;

/// <summary>A resource of unknown type.</summary>
/// <param name="Node">The resource.</param>
/// <param name="Outputs">Its outputs.</param>
/// <param name="HintIfUnused">What to do about it when nothing asks for an output.</param>
/// <param name="HintIfUsed">What to do about it when something does.</param>
internal sealed record Fallback(ResourceNode Node, FallbackOutputs Outputs, Phrase HintIfUnused, Phrase HintIfUsed)
{
    /// <summary>Says which resources fall back to values that the user brings, after a translation has asked for the outputs it needs.</summary>
    /// <param name="fallbacks">The resources.</param>
    /// <param name="diagnostics">Receives SCORE0301 and SCORE0305.</param>
    public static void Report(IEnumerable<Fallback> fallbacks, DiagnosticBag diagnostics)
    {
        Dictionary<string, ResourceId> owners = new(StringComparer.Ordinal);
        foreach (Fallback fallback in fallbacks)
        {
            (Resource resource, ResourceId id, FallbackOutputs outputs) = (fallback.Node.Definition, fallback.Node.Id, fallback.Outputs);
            Phrase hint = outputs.Used.Count > 0 ? fallback.HintIfUsed : fallback.HintIfUnused;
            diagnostics.Add(DiagnosticDescriptors.FallbackToEnvironment, (resource.Type ?? resource.Key).Span, id.Type,
                outputs.Consequence(resource.Name), hint);
            if (!outputs.SharesNames) continue;
            foreach (string name in outputs.Used)
            {
                if (owners.TryGetValue(name, out ResourceId? other))
                    diagnostics.Add(DiagnosticDescriptors.SharedVariable, resource.Key.Span, name, other.ToString(), id.ToString());
                else owners.Add(name, id);
            }
        }
    }
}
