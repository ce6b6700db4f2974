using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Compose.Outputs;

/// <summary>Outputs of type <c>environment</c>: each names an environment variable.</summary>
/// <param name="parameters">
/// The defaults of variables, by name: a value, or a mapping with <c>default</c> and <c>description</c>; null when there are none.
/// </param>
internal sealed class EnvironmentOutputs(YamlMapping? parameters) : ResourceOutputs
{
    private const string Default = "default";
    private const string Description = "description";

    public override Phrase HintFor(IReadOnlyList<string> path) => new(" An output of an environment resource is the name of one variable.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 ? ResourceOutput.Of(new EnvironmentReference(path[0], Required: false) { Default = DefaultOf(parameters?[path[0]]) }) : null;

    /// <summary>Whether there may be variables with defaults.</summary>
    public bool HasDefaults => parameters is { Count: > 0 };

    /// <summary>The variables with defaults or descriptions, in the order in which they are written.</summary>
    /// <param name="diagnostics">Receives SCORE0415.</param>
    public IEnumerable<DefaultVariable> Defaults(DiagnosticBag diagnostics)
    {
        foreach (YamlEntry entry in parameters ?? [])
        {
            if (ProblemOf(entry) is { } problem)
            {
                diagnostics.Add(DiagnosticDescriptors.InvalidDefault, entry.Key.Span, entry.Name, new Phrase(problem));
            }
            else
            {
                yield return new DefaultVariable(entry.Name, DefaultOf(entry.Value) ?? "",
                    ((entry.Value as YamlMapping)?[Description] as YamlScalar)?.Text ?? "");
            }
        }
    }

    private static string? ProblemOf(YamlEntry entry)
    {
        if (!VariableName.IsValid(entry.Name)) return "no env file can hold that name. Use letters, digits and '_', not beginning with a digit.";
        if (entry.Value is YamlScalar { Kind: not YamlScalarKind.Null }) return null;
        if (entry.Value is not YamlMapping mapping)
            return $"a default is a value, or a mapping with 'default' and 'description', and this is {entry.Value.Description}.";
        foreach (YamlEntry part in mapping)
        {
            if (part.Name is not (Default or Description)) return $"'{Excerpt.Of(part.Name)}' is not known here. Use 'default' and 'description'.";
            if (part.Value is not YamlScalar { Kind: not YamlScalarKind.Null }) return $"'{part.Name}' must be a value, and this is {part.Value.Description}.";
        }

        return mapping.Count == 0 ? "it has neither 'default' nor 'description'." : null;
    }

    private static string? DefaultOf(YamlNode? given) => given switch
    {
        YamlScalar { Kind: not YamlScalarKind.Null } scalar => scalar.Text,
        YamlMapping mapping => DefaultOf(mapping[Default] as YamlScalar),
        _ => null,
    };
}

/// <summary>A variable with a default.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">Its default; empty when there is none.</param>
/// <param name="Description">What it is for; empty when nobody says.</param>
internal sealed record DefaultVariable(string Name, string Value, string Description);
