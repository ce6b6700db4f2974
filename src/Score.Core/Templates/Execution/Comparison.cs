using System;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Execution;

/// <summary>
/// Equality and order of values. Values of different kinds cannot be compared, except that any integer can be compared with
/// any other.
/// </summary>
internal static class Comparison
{
    private enum Basic
    {
        None,
        Bool,
        Signed,
        Unsigned,
        Float,
        String,
    }

    /// <summary>What <c>eq</c> says of two values.</summary>
    public static bool AreEqual(GoValue a, GoValue b)
    {
        (a, b) = (a.Unwrap(), b.Unwrap());
        (Basic x, Basic y) = (KindOf(a), KindOf(b));
        if (x != y)
        {
            if (x is Basic.Signed or Basic.Unsigned && y is Basic.Signed or Basic.Unsigned) return CompareIntegers(a, b) == 0;
            if (a.IsNone || b.IsNone) return false;
            throw Incompatible(a, b);
        }

        switch (x)
        {
            case Basic.Bool: return a.AsBool == b.AsBool;
            case Basic.Signed or Basic.Unsigned: return a.AsLong == b.AsLong;
            case Basic.Float: return a.AsDouble == b.AsDouble;
            case Basic.String: return string.Equals(a.AsString, b.AsString, StringComparison.Ordinal);
        }

        if (a.IsNilReference || b.IsNilReference) return a.IsNilReference == b.IsNilReference;
        if (a.Kind != b.Kind) throw Incompatible(a, b);
        if (!b.Type.IsComparable) throw new FunctionException($"Two values of type {Describe.Type(b.Type)} cannot be compared.");
        return AreSame(a, b);
    }

    /// <summary>What <c>lt</c> says of two values.</summary>
    public static bool IsLess(GoValue a, GoValue b)
    {
        (a, b) = (a.Unwrap(), b.Unwrap());
        (Basic x, Basic y) = (KindOf(a), KindOf(b));
        if (x is Basic.None) throw Unordered(a);
        if (y is Basic.None) throw Unordered(b);
        if (x is Basic.Signed or Basic.Unsigned && y is Basic.Signed or Basic.Unsigned) return CompareIntegers(a, b) < 0;
        if (x != y) throw Incompatible(a, b);
        return x switch
        {
            Basic.Float => a.AsDouble < b.AsDouble,
            Basic.String => GoText.Compare(a.AsString, b.AsString) < 0,
            _ => throw Unordered(a),
        };
    }

    /// <summary>What <c>le</c> says of two values.</summary>
    public static bool IsLessOrEqual(GoValue a, GoValue b) => IsLess(a, b) || AreEqual(a, b);

    private static Basic KindOf(GoValue value) => value.Kind switch
    {
        GoKind.Bool => Basic.Bool,
        GoKind.Int or GoKind.Int64 => Basic.Signed,
        GoKind.Uint8 or GoKind.Uint64 => Basic.Unsigned,
        GoKind.Float64 => Basic.Float,
        GoKind.String => Basic.String,
        _ => Basic.None,
    };

    private static int CompareIntegers(GoValue a, GoValue b)
    {
        if (a.IsSigned && b.IsSigned) return a.AsLong.CompareTo(b.AsLong);
        if (a.IsSigned && a.AsLong < 0) return -1;
        if (b.IsSigned && b.AsLong < 0) return 1;
        return a.AsUnsigned.CompareTo(b.AsUnsigned);
    }

    // Structs of comparable fields, and references.
    private static bool AreSame(GoValue a, GoValue b)
    {
        if (!a.Type.Is(b.Type)) return false;
        if (a.Kind != GoKind.Struct || a.Type.Fields.Count == 0) return Equals(a.Reference, b.Reference);
        for (int i = 0; i < a.Type.Fields.Count; i++)
        {
            if (!AreEqual(a.AsStruct[i], b.AsStruct[i])) return false;
        }

        return true;
    }

    private static FunctionException Incompatible(GoValue a, GoValue b) =>
        new($"{Describe.TypeOf(a)} and {Describe.TypeOf(b)} cannot be compared.");

    private static FunctionException Unordered(GoValue value) => new($"A value of type {Describe.TypeOf(value)} has no order.");
}
