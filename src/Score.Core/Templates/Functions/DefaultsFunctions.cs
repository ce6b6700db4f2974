using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Default Functions". A value is empty when a template would call it false.</summary>
internal static class DefaultsFunctions
{
    public static readonly string[] Names = ["all", "any", "coalesce", "default", "empty", "ternary"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "all" => TemplateFunction.Variadic(name, c => GoValue.Of(Find(c.From(0), false) < 0), GoType.Any),
        "any" => TemplateFunction.Variadic(name, c => GoValue.Of(Find(c.From(0), true) >= 0), GoType.Any),
        "coalesce" => TemplateFunction.Variadic(name, c => Find(c.From(0), true) is >= 0 and int at ? c[at] : GoValue.None, GoType.Any),
        "default" => TemplateFunction.Variadic(name, c => c.Count > 1 && Truth.Of(c[1]) ? c[1] : c[0], GoType.Any, GoType.Any),
        "empty" => TemplateFunction.Create(name, c => GoValue.Of(!Truth.Of(c[0])), GoType.Any),
        "ternary" => TemplateFunction.Create(name, c => c.Flag(2) ? c[0] : c[1], GoType.Any, GoType.Any, GoType.Bool),
        _ => null,
    };

    // The place of the first value that is true, or that is false; negative when there is none.
    private static int Find(GoValue[] values, bool truth)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (Truth.Of(values[i]) == truth) return i;
        }

        return -1;
    }
}
