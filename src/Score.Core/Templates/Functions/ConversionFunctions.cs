using Score.Core.Templates.Formatting;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Type Conversion Functions".</summary>
internal static class ConversionFunctions
{
    public static readonly string[] Names = ["atoi", "float64", "int", "int64", "toDecimal", "toString"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "atoi" => TemplateFunction.Create(name, c => GoValue.Int(GoNumber.ParseNearest(c.Text(0))), GoType.String),
        "float64" => TemplateFunction.Create(name, c => GoValue.Of(Numbers.ToDouble(c[0])), GoType.Any),
        "int" => TemplateFunction.Create(name, c => GoValue.Int(Numbers.ToLong(c[0])), GoType.Any),
        "int64" => TemplateFunction.Create(name, c => GoValue.Int64(Numbers.ToLong(c[0])), GoType.Any),
        "toDecimal" => TemplateFunction.Create(name, c => GoValue.Int64(Octal(SprigText.Of(c.Budget, c[0]))), GoType.Any),
        "toString" => TemplateFunction.Create(name, c => GoValue.Of(SprigText.Of(c.Budget, c[0])), GoType.Any),
        _ => null,
    };

    private static long Octal(string text) => GoNumber.TryParseLong(text, 8, out long value) ? value : 0;
}
