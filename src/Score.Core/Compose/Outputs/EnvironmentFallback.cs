using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;

namespace Score.Core.Compose.Outputs;

/// <summary>For Compose: environment variables.</summary>
internal sealed class EnvironmentFallback(string resourceName) : FallbackOutputs
{
    /// <inheritdoc/>
    public override Phrase Description => new($"environment variables that you set: {Shown(VariableName(resourceName, ["OUTPUT"]))}");

    /// <inheritdoc/>
    public override string Origin => "environment variables";

    /// <inheritdoc/>
    public override bool SharesNames => true;

    /// <summary>The variable for an output: upper case, with <c>_</c> for dashes, dots and slashes.</summary>
    public static string VariableName(string resourceName, IEnumerable<string> path) =>
        string.Join("_", path.Prepend(resourceName)).Replace('-', '_').Replace('.', '_').Replace('/', '_').ToUpperInvariant();

    /// <inheritdoc/>
    public override ResourceOutput Find(IReadOnlyList<string> path)
    {
        string name = VariableName(resourceName, path);
        Use(name);
        return ResourceOutput.Of(new EnvironmentReference(name, Required: true));
    }
}
