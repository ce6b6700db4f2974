using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>
/// Reads the operations that a patch template made. Messages quote only what stands in the template as well, since
/// what a template makes may be secret.
/// </summary>
internal sealed class PatchReader(PatchText text, DiagnosticBag diagnostics)
{
    private const string Set = "set";
    private const string Delete = "delete";
    private static readonly string[] Operations = [Set, Delete];
    private static readonly string[] Keys = ["op", "path", "value", "description"];

    private readonly List<PatchOperation> _operations = [];

    /// <summary>Reads the operations.</summary>
    /// <param name="text">What the template made.</param>
    /// <param name="diagnostics">Receives SCORE0623 to SCORE0625 and SCORE0628.</param>
    /// <returns>Those that can be used.</returns>
    public static IReadOnlyList<PatchOperation> Read(PatchText text, DiagnosticBag diagnostics)
    {
        PatchReader reader = new(text, diagnostics);
        reader.ReadList();
        return reader._operations;
    }

    private void ReadList()
    {
        DiagnosticBag reading = new();
        YamlNode? root = YamlReader.Read(text.Source, reading);

        // A warning too: it is about a second document, whose operations would be lost.
        Diagnostic? problem = reading.ToSortedList().FirstOrDefault();
        if ((root is null && problem?.Descriptor == DiagnosticDescriptors.EmptyFile)
            || root is YamlScalar { Kind: YamlScalarKind.Null } or YamlSequence { Items.Count: 0 })
        {
            diagnostics.Add(DiagnosticDescriptors.PatchEmpty, text.Place);
        }
        else if (problem is not null)
        {
            // Not the reader's own message, which may quote what the template inserted.
            Phrase where = new(problem.Span.Line == 0
                ? $" ({problem.Descriptor.Code})"
                : $" ({problem.Descriptor.Code} in line {problem.Span.Line} of the text)");
            diagnostics.Add(DiagnosticDescriptors.PatchNotYaml, text.PlaceOf(problem.Span), where);
        }
        else if (root is YamlSequence list)
        {
            for (int i = 0; i < list.Items.Count; i++) ReadOperation(list.Items[i], text.NameOf(i + 1, list.Items[i]));
        }
        else
        {
            diagnostics.Add(DiagnosticDescriptors.PatchNotOperations, text.PlaceOf(StartOf(root!)), new Phrase(root!.Description));
        }
    }

    private void ReadOperation(YamlNode node, Phrase name)
    {
        if (node is not YamlMapping operation)
        {
            Report(StartOf(node), name, $"It must be a mapping with 'op' and 'path', and it is {node.Description}.");
            return;
        }

        bool isSound = true;
        foreach (YamlEntry entry in operation)
        {
            if (!Keys.Contains(entry.Name))
            {
                isSound = Report(entry.Key.Span, name,
                    $"{Quoted(entry.Key, "A key")} is not one of its keys.{Suggestion.SentenceOrList(entry.Name, Keys, "They are")}");
            }
            else if (entry.Name != "value")
            {
                isSound &= IsText(entry, name);
            }
        }

        foreach (string key in (string[])["op", "path"])
        {
            if (operation.Find(key) is null) isSound = Report(StartOf(operation), name, $"It has no '{key}'.");
        }

        string? op = (operation["op"] as YamlScalar)?.Text;
        if (op is not null && Array.IndexOf(Operations, op) < 0 && isSound)
        {
            isSound = Report(operation["op"]!.Span, name,
                $"{Quoted((YamlScalar)operation["op"]!, "Its 'op'")} is not an operation.{Suggestion.SentenceOrList(op, Operations, "There are")}");
        }
        YamlNode? value = operation["value"];
        if (op == Set && value is null)
            isSound = Report(operation.Find("op")!.Value.Span, name, "It has no 'value' to set. Write 'value: null' to set null, or 'op: delete'.");
        if (!isSound) return;
        YamlScalar path = (YamlScalar)operation["path"]!;
        _operations.Add(new PatchOperation(path.Text, op == Set ? value : null, name, text.PlaceOf(path.Span), text.Shown(path)));
    }

    // A number is text too: the path '0' is the first manifest.
    private bool IsText(YamlEntry entry, Phrase name) =>
        entry.Value is YamlScalar { Kind: not YamlScalarKind.Null }
        || (entry.Name == "description" && entry.Value is YamlScalar)
        || Report(StartOf(entry.Value), name, $"Its '{entry.Name}' must be a string, and it is {entry.Value.Description}.");

    private string Quoted(YamlScalar scalar, string otherwise) => text.IsWritten(scalar.Span) ? $"'{Excerpt.Of(scalar.Text)}'" : otherwise;

    // Always false, for the callers.
    private bool Report(SourceSpan span, Phrase name, string problem)
    {
        diagnostics.Add(DiagnosticDescriptors.InvalidPatchOperation, text.PlaceOf(span), name, new Phrase(problem));
        return false;
    }

    // A mapping's own span is all of its lines.
    private static SourceSpan StartOf(YamlNode node) => node is YamlScalar ? node.Span : node.FirstCharacter;
}
