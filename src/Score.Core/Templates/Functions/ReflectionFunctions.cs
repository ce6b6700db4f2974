using System;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Reflection Functions".</summary>
internal static class ReflectionFunctions
{
    public static readonly string[] Names = ["deepEqual", "kindIs", "kindOf", "typeIs", "typeIsLike", "typeOf"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "deepEqual" => TemplateFunction.Create(name, c => GoValue.Of(DeepValue.AreEqual(c.Budget, c[0], c[1])), GoType.Any, GoType.Any),
        "kindIs" => TemplateFunction.Create(name, c => GoValue.Of(Same(c.Text(0), KindOf(c[1]))), GoType.String, GoType.Any),
        "kindOf" => TemplateFunction.Create(name, c => GoValue.Of(KindOf(c[0])), GoType.Any),
        "typeIs" => TemplateFunction.Create(name, c => GoValue.Of(Same(c.Text(0), TypeOf(c[1]))), GoType.String, GoType.Any),
        "typeIsLike" =>
            TemplateFunction.Create(name, c => GoValue.Of(Same(c.Text(0), TypeOf(c[1])) || Same("*" + c.Text(0), TypeOf(c[1]))), GoType.String, GoType.Any),
        "typeOf" => TemplateFunction.Create(name, c => GoValue.Of(TypeOf(c[0])), GoType.Any),
        _ => null,
    };

    private static string TypeOf(GoValue value) => value.IsNothing ? "<nil>" : value.TypeName;

    private static string KindOf(GoValue value) => value.Kind switch
    {
        GoKind.Invalid or GoKind.Interface => "invalid",
        GoKind.Bool => "bool",
        GoKind.Int => "int",
        GoKind.Int64 => "int64",
        GoKind.Uint8 => "uint8",
        GoKind.Uint64 => "uint64",
        GoKind.Float64 => "float64",
        GoKind.String => "string",
        GoKind.Slice => "slice",
        GoKind.Map => "map",
        GoKind.Pointer => "ptr",
        _ => "struct",
    };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
