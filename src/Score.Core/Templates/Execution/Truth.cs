using Score.Core.Templates.Values;

namespace Score.Core.Templates.Execution;

/// <summary>What counts as true: everything but nothing, zero, and what is empty. A struct is always true.</summary>
internal static class Truth
{
    public static bool Of(GoValue value) => value.Kind switch
    {
        GoKind.Bool => value.AsBool,
        GoKind.Int or GoKind.Int64 or GoKind.Uint8 or GoKind.Uint64 => value.AsLong != 0,
        GoKind.Float64 => value.AsDouble != 0,
        GoKind.String => value.AsString.Length > 0,
        GoKind.Slice => value.AsList.Count > 0,
        GoKind.Map => value.AsMap.Count > 0,
        GoKind.Struct or GoKind.Pointer => true,
        _ => false,
    };
}
