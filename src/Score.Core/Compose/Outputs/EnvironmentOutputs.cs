using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;

namespace Score.Core.Compose.Outputs;

/// <summary>Outputs of type <c>environment</c>: each names an environment variable.</summary>
internal sealed class EnvironmentOutputs : ResourceOutputs
{
    public override Phrase HintFor(IReadOnlyList<string> path) => new(" An output of an environment resource is the name of one variable.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 ? ResourceOutput.Of(new EnvironmentReference(path[0], Required: false)) : null;
}
