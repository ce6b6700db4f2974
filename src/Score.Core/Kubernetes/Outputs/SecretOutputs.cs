using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;

namespace Score.Core.Kubernetes.Outputs;

/// <summary>Outputs of type <c>secret</c> in Kubernetes: keys of a Secret that the user makes.</summary>
/// <param name="secret">The Secret's name.</param>
internal sealed class SecretOutputs(string secret) : ResourceOutputs
{
    /// <inheritdoc/>
    public override Phrase HintFor(IReadOnlyList<string> path)
    {
        string problem = SecretMark.ProblemOf(Reference(path));
        return new Phrase(problem.Length > 0 ? $" {problem}." : "");
    }

    /// <inheritdoc/>
    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        SecretMark.ProblemOf(Reference(path)).Length == 0 ? ResourceOutput.Of(Reference(path)) : null;

    private SecretReference Reference(IReadOnlyList<string> path) => new(secret, string.Join(".", path));
}
