using System;
using System.Linq;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Default Functions". A value is empty when a template would call it false.</summary>
internal static class DefaultsFunctions
{
    public static readonly string[] Names = ["all", "any", "coalesce", "default", "empty", "ternary"];

    public static TemplateFunction Create(string name) => name switch
    {
        "all" => TemplateFunction.Variadic(name, c => GoValue.Of(c.From(0).All(Truth.Of)), GoType.Any),
        "any" => TemplateFunction.Variadic(name, c => GoValue.Of(c.From(0).Any(Truth.Of)), GoType.Any),
        "coalesce" => TemplateFunction.Variadic(name, c => c.From(0).FirstOrDefault(Truth.Of), GoType.Any),
        "default" => TemplateFunction.Variadic(name, c => c.Count > 1 && Truth.Of(c[1]) ? c[1] : c[0], GoType.Any, GoType.Any),
        "empty" => TemplateFunction.Create(name, c => GoValue.Of(!Truth.Of(c[0])), GoType.Any),
        "ternary" => TemplateFunction.Create(name, c => c.Flag(2) ? c[0] : c[1], GoType.Any, GoType.Any, GoType.Bool),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
