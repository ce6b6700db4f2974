using System;

namespace Score.Core.Templates.Values;

/// <summary>
/// A value that a template works with: a type and its content. The types are kept as strictly apart as the reference
/// keeps them, because they show: <c>eq 1 1.0</c> is an error, and <c>repeat (add 1 2) "x"</c> too, as <c>add</c> gives
/// an int64. There are two sorts of nothing. <see cref="None"/> is the absence of a value: a missing key, on which further
/// keys may be asked for. <see cref="Nil"/> is a null that was found in a list or map, and has no keys.
/// </summary>
internal readonly struct GoValue
{
    private readonly GoType? _type;
    private readonly object? _reference;
    private readonly long _bits;

    private GoValue(GoType type, object? reference, long bits)
    {
        _type = type;
        _reference = reference;
        _bits = bits;
    }

    /// <summary>No value at all.</summary>
    public static GoValue None => default;

    /// <summary>A null that stands in a list, a map or an argument.</summary>
    public static GoValue Nil => new(GoType.Any, null, 0);

    public static GoValue True => new(GoType.Bool, null, 1);

    public static GoValue False => new(GoType.Bool, null, 0);

    /// <summary>The type; that of a nil is <see cref="GoType.Any"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public GoType Type => _type ?? throw new InvalidOperationException("No value has no type.");

    /// <summary>The kind of the type.</summary>
    public GoKind Kind => _type?.Kind ?? GoKind.Invalid;

    /// <summary>Whether there is no value at all.</summary>
    public bool IsNone => _type is null;

    /// <summary>Whether it is either sort of nothing.</summary>
    public bool IsNothing => _type is null || _type.Kind == GoKind.Interface;

    /// <summary>Whether it is nothing, or a list, map or reference that was never made.</summary>
    public bool IsNilReference => IsNothing || (_reference is null && Kind is GoKind.Slice or GoKind.Map or GoKind.Pointer);

    /// <summary>The content of a bool.</summary>
    public bool AsBool => _bits != 0;

    /// <summary>The content of any of the integer kinds, as its bits.</summary>
    public long AsLong => _bits;

    /// <summary>The content of an unsigned integer.</summary>
    public ulong AsUnsigned => unchecked((ulong)_bits);

    /// <summary>The content of a floating point number.</summary>
    public double AsDouble => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The content of a string.</summary>
    public string AsString => (string?)_reference ?? "";

    /// <summary>The elements of a list; none for a nil list.</summary>
    public GoList AsList => (GoList?)_reference ?? new GoList(_type!, GoList.NoItems);

    /// <summary>The entries of a map; none for a nil map.</summary>
    public GoMap AsMap => (GoMap?)_reference ?? new GoMap(_type!);

    /// <summary>The fields of a struct.</summary>
    public GoStruct AsStruct => (GoStruct)_reference!;

    /// <summary>The .NET object behind a value of a named type.</summary>
    public object? Reference => _reference;

    /// <summary>What the type of the receiver of a field would be in Go, where elements are known as interfaces only.</summary>
    public string TypeName => _type is null ? "<nil>" : _type.Name;

    public bool IsSigned => Kind is GoKind.Int or GoKind.Int64;

    public bool IsUnsigned => Kind is GoKind.Uint8 or GoKind.Uint64;

    public static GoValue Of(bool value) => value ? True : False;

    public static GoValue Of(string value) => new(GoType.String, value, 0);

    public static GoValue Of(double value) => new(GoType.Float64, null, BitConverter.DoubleToInt64Bits(value));

    public static GoValue Of(GoList value) => new(value.Type, value, 0);

    public static GoValue Of(GoMap value) => new(value.Type, value, 0);

    public static GoValue Of(GoStruct value) => new(value.Type, value, 0);

    /// <summary>A whole number of the kind that literals and lengths have.</summary>
    public static GoValue Int(long value) => new(GoType.Int, null, value);

    /// <summary>A whole number of the kind that Sprig's arithmetic gives.</summary>
    public static GoValue Int64(long value) => new(GoType.Int64, null, value);

    /// <summary>An unsigned number.</summary>
    public static GoValue Uint64(ulong value) => new(GoType.Uint64, null, unchecked((long)value));

    /// <summary>A byte.</summary>
    public static GoValue Byte(byte value) => new(GoType.Uint8, null, value);

    /// <summary>A number of a named integer type.</summary>
    public static GoValue Named(GoType type, long value) => new(type, null, value);

    /// <summary>A value of a named type that is known by its methods.</summary>
    public static GoValue Named(GoType type, object reference) => new(type, reference, 0);

    /// <summary>What a variable of a type holds before anything is put there.</summary>
    public static GoValue Zero(GoType type) => type.Kind switch
    {
        GoKind.Interface => Nil,
        GoKind.Struct when type.Fields.Count > 0 => Of(GoStruct.Zero(type)),
        _ => new GoValue(type, null, 0),
    };

    /// <summary>The value as the end of a pipeline leaves it: a nil becomes no value.</summary>
    public GoValue Unwrap() => Kind == GoKind.Interface ? None : this;

    /// <summary>The value as an element or argument holds it: no value becomes nil.</summary>
    public GoValue Wrap() => _type is null ? Nil : this;
}
