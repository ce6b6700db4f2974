using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Network Functions".</summary>
internal static class NetworkFunctions
{
    public static readonly string[] Names = ["getHostByName"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "getHostByName" => TemplateFunction.Create(name, _ => throw NoLookUps(), GoType.String),
        _ => null,
    };

    private static FunctionException NoLookUps() => new("A build makes no network look-ups.", TemplateErrorKind.Unsupported);
}
