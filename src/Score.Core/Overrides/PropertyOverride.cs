using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Overrides;

/// <summary>A value that a project puts at one path of a score file.</summary>
/// <param name="Path">The path as written: see <see cref="TreePath"/>.</param>
/// <param name="Value">The value as YAML; nothing, or null, takes away what is there.</param>
/// <param name="Place">The project file that says so: neither items nor properties have lines.</param>
internal sealed record PropertyOverride(string Path, string Value, SourceSpan Place)
{
    /// <summary>Whether it is for those of several score files that have what its path begins with, and for no single one.</summary>
    public bool IsForAny { get; init; }

    /// <summary>Applies the override.</summary>
    /// <param name="root">The tree; it is not changed.</param>
    /// <param name="diagnostics">Receives SCORE0607 to SCORE0609.</param>
    /// <returns>The changed tree; the same one when there is a finding.</returns>
    public YamlMapping Apply(YamlMapping root, DiagnosticBag diagnostics)
    {
        YamlNode? value = ReadValue(diagnostics, out bool isValid);
        if (!isValid) return root;
        TreeEdit edit = new(root);
        switch (edit.Apply(Path, value, Place))
        {
            case TreeEditResult.Malformed:
                diagnostics.Add(DiagnosticDescriptors.InvalidOverride, Place, Path, new Phrase(edit.Problem));
                break;
            case TreeEditResult.NotApplicable:
                diagnostics.Add(DiagnosticDescriptors.OverrideNotApplicable, Place, Path, new Phrase(edit.Problem));
                break;
        }

        return (YamlMapping)edit.Root;
    }

    // Null when the path's value is to be taken away.
    private YamlNode? ReadValue(DiagnosticBag diagnostics, out bool isValid)
    {
        isValid = true;
        if (string.IsNullOrWhiteSpace(Value)) return null;

        DiagnosticBag own = new();
        YamlNode? node = YamlReader.Read(new SourceText(Place.File, Value), own);
        foreach (Diagnostic finding in own.ToSortedList())
        {
            // A warning too: in a text this short it can only be a mistake.
            isValid = false;
            string problem = finding.Descriptor == DiagnosticDescriptors.EmptyFile
                ? "It is only a comment. Put a text that begins with '#' in quotes."
                : finding.Message;
            diagnostics.Add(DiagnosticDescriptors.InvalidOverrideValue, Place, Path, new Phrase(problem));
        }

        if (node is null || TreeMerge.IsNull(node)) return null;
        return IsCutShort(node) ? new YamlScalar { Text = Value.Trim(), Value = Value.Trim(), Span = Place } : Placed(node);
    }

    // 'shop:$(Version)' without a version is a text that lacks its end, and no mapping with one key.
    private bool IsCutShort(YamlNode node) =>
        node is YamlMapping { Count: 1 } mapping && TreeMerge.IsNull(mapping[0].Value) && Value.Trim() == mapping[0].Name + ":";

    // The lines and columns of the value are not those of the project file.
    private YamlNode Placed(YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                YamlMapping placed = new() { Span = Place };
                foreach (YamlEntry entry in mapping) placed.TryAdd(Key(entry.Name), Placed(entry.Value));
                return placed;
            case YamlSequence sequence:
                YamlSequence items = new() { Span = Place };
                foreach (YamlNode item in sequence.Items) items.Items.Add(Placed(item));
                return items;
            default:
                YamlScalar scalar = (YamlScalar)node;
                return new YamlScalar { Text = scalar.Text, Kind = scalar.Kind, Value = scalar.Value, Span = Place };
        }
    }

    private YamlScalar Key(string name) => new() { Text = name, Value = name, Span = Place };
}
