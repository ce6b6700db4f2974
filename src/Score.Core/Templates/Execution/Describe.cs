using Score.Core.Templates.Values;

namespace Score.Core.Templates.Execution;

/// <summary>Values and types in words that a message can use.</summary>
internal static class Describe
{
    /// <summary>A value: "a string of 16 characters", "a whole number". It may be secret, so no message has it.</summary>
    public static string Value(GoValue value) => value.Kind switch
    {
        GoKind.Invalid or GoKind.Interface => "nil",
        GoKind.Bool => "a truth value",
        GoKind.String => value.AsString.Length == 0 ? "an empty string" : $"a string of {value.AsString.Length} characters",
        GoKind.Float64 => "a floating point number",
        GoKind.Uint8 or GoKind.Uint64 or GoKind.Int or GoKind.Int64 => "a whole number",
        _ => "a value of type " + Type(value.Type),
    };

    /// <summary>The type of a value: "nil", "a string", "an integer (int64)".</summary>
    public static string TypeOf(GoValue value) => value.IsNothing ? "nil" : Type(value.Type);

    /// <summary>A type, with its name in the language where there could be a doubt.</summary>
    public static string Type(GoType type) => type.Kind switch
    {
        GoKind.Interface => "any value",
        GoKind.String => "string",
        GoKind.Bool => "bool",
        GoKind.Slice when type.Is(GoType.AnyList) => "list",
        GoKind.Map when type.Is(GoType.AnyMap) => "map",
        GoKind.Slice => $"list ({type.Name})",
        GoKind.Map => $"map ({type.Name})",
        _ => type.Name,
    };
}
