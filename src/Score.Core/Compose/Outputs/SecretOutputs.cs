using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Text;

namespace Score.Core.Compose.Outputs;

/// <summary>Outputs of type <c>secret</c>: environment variables that the user sets.</summary>
/// <param name="name">The id or the name of the resource, with which the names of the variables begin.</param>
internal sealed class SecretOutputs(string name) : ResourceOutputs
{
    /// <inheritdoc/>
    public override Phrase HintFor(IReadOnlyList<string> path) =>
        new($" It would be the environment variable '{EnvironmentFallback.VariableName(name, path)}'. Use letters, digits, '-', '_' and '.'.");

    /// <inheritdoc/>
    public override ResourceOutput? Find(IReadOnlyList<string> path)
    {
        string variable = EnvironmentFallback.VariableName(name, path);
        return VariableName.IsValid(variable) ? ResourceOutput.Of(new EnvironmentReference(variable, Required: true)) : null;
    }
}
