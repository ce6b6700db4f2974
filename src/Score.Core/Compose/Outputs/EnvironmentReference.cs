using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Text;

namespace Score.Core.Compose.Outputs;

/// <summary>An environment variable.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Required">Whether starting without it is an error.</param>
internal sealed record EnvironmentReference(string Name, bool Required) : OutputReference
{
    /// <summary>The value of a variable that is not set; null when there is none.</summary>
    public string? Default { get; init; }

    /// <inheritdoc/>
    public override string? InParams(ParamContext build)
    {
        if (!VariableName.IsValid(Name))
        {
            build.Report(DiagnosticDescriptors.InvalidVariableReference, Name);
            return null;
        }

        string? value = build.ReadVariable(Name) ?? Default;
        if (value is null) build.Report(DiagnosticDescriptors.EnvironmentNotSet, Name, build.VariableHint);
        return value;
    }
}
