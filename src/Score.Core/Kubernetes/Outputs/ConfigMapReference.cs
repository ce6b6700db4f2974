using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;

namespace Score.Core.Kubernetes.Outputs;

/// <summary>A key of a Kubernetes ConfigMap.</summary>
/// <param name="ConfigMap">The ConfigMap's name.</param>
/// <param name="Key">The key.</param>
internal sealed record ConfigMapReference(string ConfigMap, string Key) : OutputReference
{
    /// <inheritdoc/>
    public override string? InParams(ParamContext build)
    {
        build.Report(DiagnosticDescriptors.ReferenceInParams, Key, ConfigMap);
        return null;
    }
}
