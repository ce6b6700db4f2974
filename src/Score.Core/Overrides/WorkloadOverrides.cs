using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Overrides;

/// <summary>What a project changes in a score file before the file is checked.</summary>
/// <param name="Files">Overrides files, in the order in which they are applied.</param>
/// <param name="Properties">Values at single paths, applied in this order after the files.</param>
internal sealed record WorkloadOverrides(IReadOnlyList<SourceText> Files, IReadOnlyList<PropertyOverride> Properties)
{
    /// <summary>What <see cref="Apply"/> left out because the score file has nothing of the kind, and another one may have it.</summary>
    public List<PropertyOverride> LeftOut { get; } = [];

    /// <summary>Applies all overrides.</summary>
    /// <param name="root">The score file's tree, as written; it is not changed.</param>
    /// <param name="diagnostics">Receives what is wrong with the overrides themselves: SCORE00xx in their files, SCORE0605, SCORE0607 to SCORE0609 and
    /// SCORE0672.</param>
    public YamlMapping Apply(YamlMapping root, DiagnosticBag diagnostics)
    {
        foreach (SourceText file in Files)
        {
            DiagnosticBag own = new();
            YamlNode? node = YamlReader.Read(file, own);
            if (node is null && own.ToSortedList().All(d => d.Descriptor == DiagnosticDescriptors.EmptyFile)) continue; // It changes nothing.
            diagnostics.AddRange(own);
            if (node is null) continue;
            if (node is YamlMapping changes)
            {
                OverrideTargets.Check(root, changes, diagnostics);
                root = TreeMerge.Merge(root, changes);
                continue;
            }

            diagnostics.Add(DiagnosticDescriptors.OverridesNotMapping, node.Span with { EndLine = node.Span.Line, EndColumn = node.Span.Column + 1 },
                new Phrase(node.Description));
        }

        foreach (PropertyOverride property in Properties)
        {
            if (property.IsForAny && !OverrideTargets.Fits(root, property.Path))
            {
                LeftOut.Add(property);
                continue;
            }

            OverrideTargets.Check(root, property, diagnostics);
            root = property.Apply(root, diagnostics);
        }

        return root;
    }
}
