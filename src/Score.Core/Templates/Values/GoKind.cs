namespace Score.Core.Templates.Values;

/// <summary>What sort of value a value is. The kinds are Go's, as far as a template can meet them.</summary>
internal enum GoKind
{
    /// <summary>No value at all: a missing key, or what a nil becomes at the end of a pipeline.</summary>
    Invalid,

    /// <summary>A truth value.</summary>
    Bool,

    /// <summary>The kind of a whole number in a template or in YAML; 64 bits wide.</summary>
    Int,

    /// <summary>The kind that Sprig's arithmetic gives.</summary>
    Int64,

    /// <summary>A byte, as indexing into a string gives it.</summary>
    Uint8,

    /// <summary>A whole number beyond the signed range, and the parts of a semantic version.</summary>
    Uint64,

    /// <summary>A floating point number.</summary>
    Float64,

    /// <summary>Text.</summary>
    String,

    /// <summary>A list.</summary>
    Slice,

    /// <summary>A map from strings.</summary>
    Map,

    /// <summary>A value with fixed fields, where asking for any other is an error.</summary>
    Struct,

    /// <summary>A reference to a struct that is only known by its methods.</summary>
    Pointer,

    /// <summary>Only as the type of an element or parameter, and as the kind of a nil that stands in a list or map.</summary>
    Interface,
}
