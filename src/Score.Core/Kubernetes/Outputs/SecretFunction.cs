using Score.Core.Templates;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Kubernetes.Outputs;

/// <summary>The function <c>encodeSecretRef SECRET KEY</c> of templates for Kubernetes.</summary>
internal static class SecretFunction
{
    /// <summary>All functions of templates for Kubernetes.</summary>
    public static TemplateFunctions WithStandard() =>
        TemplateFunctions.Standard.With(TemplateFunction.Create("encodeSecretRef", Encode, GoType.String, GoType.String));

    private static GoValue Encode(FunctionCall call)
    {
        SecretReference reference = new(call.Text(0), call.Text(1));
        string problem = SecretMark.ProblemOf(reference);
        return problem.Length == 0 ? GoValue.Of(SecretMark.Write(reference)) : throw new FunctionException(problem + ".");
    }
}
