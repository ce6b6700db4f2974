using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Flow Control Functions".</summary>
internal static class FlowFunctions
{
    public static readonly string[] Names = ["fail"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "fail" => TemplateFunction.Create(name, c => throw new FunctionException(c.Text(0), TemplateErrorKind.Fail), GoType.String),
        _ => null,
    };
}
