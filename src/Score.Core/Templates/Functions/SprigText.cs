using System.Collections.Generic;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>How Sprig turns values of any type into strings.</summary>
internal static class SprigText
{
    /// <summary>The text of a value.</summary>
    public static string Of(Budget budget, GoValue value) => GoPrinter.Print(budget, value);

    /// <summary>The texts of a list's elements that are not nil; those of one value when it is no list.</summary>
    public static List<string> ListOf(Budget budget, GoValue value)
    {
        List<string> texts = [];
        if (value.Kind == GoKind.Slice)
        {
            foreach (GoValue item in value.AsList.Items)
            {
                if (!item.IsNothing) texts.Add(Of(budget, item));
            }
        }
        else if (!value.IsNothing)
        {
            texts.Add(Of(budget, value));
        }

        return texts;
    }
}
