using System;
using System.Collections.Generic;
using System.Globalization;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Integer List Functions".</summary>
internal static class IntegerListFunctions
{
    public static readonly string[] Names = ["seq", "until", "untilStep"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "until" => TemplateFunction.Create(name, c => List(Count(c.Budget, 0, c.Long(0), c.Long(0) < 0 ? -1 : 1)), GoType.Int),
        "untilStep" => TemplateFunction.Create(name, c => List(Count(c.Budget, c.Long(0), c.Long(1), c.Long(2))), GoType.Int, GoType.Int, GoType.Int),
        "seq" => TemplateFunction.Variadic(name, c => GoValue.Of(Sequence(c)), GoType.Int),
        _ => null,
    };

    // The numbers from one to before another; none when the step leads away.
    private static List<long> Count(Budget budget, long start, long stop, long step)
    {
        List<long> numbers = [];
        if (step == 0 || (step > 0) != (stop > start)) return numbers;
        decimal count = Math.Ceiling(((decimal)stop - start) / step);
        budget.CheckElements(count > long.MaxValue ? long.MaxValue : (long)count);
        for (long i = 0; i < count; i++) numbers.Add(start + (i * step));
        return numbers;
    }

    private static GoValue List(List<long> numbers)
    {
        GoValue[] items = new GoValue[numbers.Count];
        for (int i = 0; i < items.Length; i++) items[i] = GoValue.Int(numbers[i]);
        return GoValue.Of(new GoList(GoType.IntList, items));
    }

    // As the shell's seq: "end", "start end" or "start step end", the end included.
    private static string Sequence(FunctionCall call)
    {
        if (call.Count is 0 or > 3) return "";
        long start = call.Count == 1 ? 1 : call.Long(0);
        long end = call.Long(call.Count - 1);
        long direction = end < start ? -1 : 1;
        long step = call.Count == 3 ? call.Long(1) : direction;
        if (call.Count == 3 && end < start && step > 0) return "";
        if (end is long.MaxValue or long.MinValue) call.Budget.CheckElements(long.MaxValue);
        LimitedText text = new(call.Budget);
        foreach (long number in Count(call.Budget, start, end + direction, step))
        {
            if (text.Length > 0) text.Append(' ');
            text.Append(number.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
