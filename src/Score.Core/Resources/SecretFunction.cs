using System;
using System.Linq;
using Score.Core.Templates;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Resources;

/// <summary>The function <c>encodeSecretRef SECRET KEY</c> of templates for Kubernetes.</summary>
internal static class SecretFunction
{
    private const int LongestName = 253;

    /// <summary>All functions of templates for Kubernetes.</summary>
    public static TemplateFunctions WithStandard() =>
        TemplateFunctions.Standard.With(TemplateFunction.Create("encodeSecretRef", Encode, GoType.String, GoType.String));

    private static GoValue Encode(FunctionCall call)
    {
        string secret = call.Text(0);
        string key = call.Text(1);
        if (!IsName(secret)) throw new FunctionException($"'{secret}' is not the name of a Secret. Use lower-case letters, digits, '-' and '.', with a letter or digit at both ends.");
        if (!IsKey(key)) throw new FunctionException($"'{key}' is not a key of a Secret. Use letters, digits, '-', '_' and '.'.");
        return GoValue.Of(SecretMark.Write(new SecretReference(secret, key)));
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.Split('.').All(l => l.Length > 0 && l[0] != '-' && l[l.Length - 1] != '-' && l.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'));

    private static bool IsKey(string key) =>
        key.Length is > 0 and <= LongestName && key is not ("." or "..") && !key.StartsWith("..", StringComparison.Ordinal)
        && key.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.');
}
