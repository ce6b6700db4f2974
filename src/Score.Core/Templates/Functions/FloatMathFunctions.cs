using System;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Float Math Functions": in decimal arithmetic, so that 0.1 and 0.2 make 0.3.</summary>
internal static class FloatMathFunctions
{
    public static readonly string[] Names = ["add1f", "addf", "divf", "maxf", "minf", "mulf", "subf"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "add1f" => TemplateFunction.Create(name, c => GoValue.Of(BigDecimal.Of(Numbers.ToDouble(c[0])).Add(BigDecimal.Of(1)).ToDouble()), GoType.Any),
        "addf" => TemplateFunction.Variadic(name, c => GoValue.Of(Fold(BigDecimal.Of(0), c.From(0), static (a, b) => a.Add(b))), GoType.Any),
        "subf" => Folding(name, static (a, b) => a.Subtract(b)),
        "mulf" => Folding(name, static (a, b) => a.Multiply(b)),
        "divf" => Folding(name, static (a, b) => a.Divide(b)),
        "maxf" => TemplateFunction.Variadic(name, c => GoValue.Of(Extreme(c.From(0), Math.Max)), GoType.Any, GoType.Any),
        "minf" => TemplateFunction.Variadic(name, c => GoValue.Of(Extreme(c.From(0), Math.Min)), GoType.Any, GoType.Any),
        _ => null,
    };

    private static TemplateFunction Folding(string name, Func<BigDecimal, BigDecimal, BigDecimal> operation) =>
        TemplateFunction.Variadic(name, c => GoValue.Of(Fold(BigDecimal.Of(Numbers.ToDouble(c[0])), c.From(1), operation)), GoType.Any, GoType.Any);

    private static double Fold(BigDecimal value, GoValue[] operands, Func<BigDecimal, BigDecimal, BigDecimal> operation)
    {
        foreach (GoValue operand in operands) value = operation(value, BigDecimal.Of(Numbers.ToDouble(operand)));
        return value.ToDouble();
    }

    private static double Extreme(GoValue[] values, Func<double, double, double> choose)
    {
        double result = Numbers.ToDouble(values[0]);
        for (int i = 1; i < values.Length; i++) result = choose(result, Numbers.ToDouble(values[i]));
        return result;
    }
}
