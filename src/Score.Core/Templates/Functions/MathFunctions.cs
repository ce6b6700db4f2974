using System;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Integer Math Functions", with the rounding functions. Sums wrap around at 64 bits.</summary>
internal static class MathFunctions
{
    public static readonly string[] Names = ["add", "add1", "biggest", "ceil", "div", "floor", "max", "min", "mod", "mul", "round", "sub"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "add" => TemplateFunction.Variadic(name, c => GoValue.Int64(Fold(c, 0, 0, static (a, b) => unchecked(a + b))), GoType.Any),
        "add1" => TemplateFunction.Create(name, c => GoValue.Int64(unchecked(Numbers.ToLong(c[0]) + 1)), GoType.Any),
        "sub" => Binary(name, static (a, b) => unchecked(a - b)),
        "div" => Binary(name, static (a, b) => Divide(a, b)),
        "mod" => Binary(name, static (a, b) => Remainder(a, b)),
        "mul" => Folding(name, static (a, b) => unchecked(a * b)),
        "max" or "biggest" => Folding(name, Math.Max),
        "min" => Folding(name, Math.Min),
        "ceil" => TemplateFunction.Create(name, c => GoValue.Of(Math.Ceiling(Numbers.ToDouble(c[0]))), GoType.Any),
        "floor" => TemplateFunction.Create(name, c => GoValue.Of(Math.Floor(Numbers.ToDouble(c[0]))), GoType.Any),
        "round" => TemplateFunction.Variadic(name, c => GoValue.Of(Round(c)), GoType.Any, GoType.Int, GoType.Float64),
        _ => null,
    };

    private static TemplateFunction Binary(string name, Func<long, long, long> operation) =>
        TemplateFunction.Create(name, c => GoValue.Int64(operation(Numbers.ToLong(c[0]), Numbers.ToLong(c[1]))), GoType.Any, GoType.Any);

    private static TemplateFunction Folding(string name, Func<long, long, long> operation) =>
        TemplateFunction.Variadic(name, c => GoValue.Int64(Fold(c, 1, Numbers.ToLong(c[0]), operation)), GoType.Any, GoType.Any);

    private static long Fold(FunctionCall call, int start, long value, Func<long, long, long> operation)
    {
        for (int i = start; i < call.Count; i++) value = operation(value, Numbers.ToLong(call[i]));
        return value;
    }

    // The smallest number divided by -1 wraps around, where .NET would throw.
    private static long Divide(long a, long b) => b switch
    {
        0 => throw new FunctionException("Division by zero."),
        -1 => unchecked(-a),
        _ => a / b,
    };

    private static long Remainder(long a, long b) => b switch
    {
        0 => throw new FunctionException("Division by zero."),
        -1 => 0,
        _ => a % b,
    };

    // The third argument says from which fraction on to round up.
    private static double Round(FunctionCall call)
    {
        double threshold = call.Count > 2 ? call.Double(2) : 0.5;
        double power = Math.Pow(10, call.Long(1));
        double digits = power * Numbers.ToDouble(call[0]);
        double fraction = digits - Math.Truncate(digits);
        return (fraction >= threshold ? Math.Ceiling(digits) : Math.Floor(digits)) / power;
    }
}
