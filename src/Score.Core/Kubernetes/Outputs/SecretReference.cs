using Score.Core.Resources.Outputs;

namespace Score.Core.Kubernetes.Outputs;

/// <summary>A key of a Kubernetes Secret.</summary>
/// <param name="Secret">The Secret's name.</param>
/// <param name="Key">The key.</param>
internal sealed record SecretReference(string Secret, string Key) : OutputReference
{
    /// <inheritdoc/>
    public override string InParams(ParamContext build) => SecretMark.Write(this);
}
