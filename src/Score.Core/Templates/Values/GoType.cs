using System;
using System.Collections.Generic;

namespace Score.Core.Templates.Values;

/// <summary>
/// The type of a value: what <c>typeOf</c> prints, what a function's parameter accepts, and what a nil list or a missing
/// struct is the zero value of. Two types are the same when their names are.
/// </summary>
internal sealed class GoType
{
    /// <summary>Whatever the dynamic type is.</summary>
    public static readonly GoType Any = new(GoKind.Interface, "interface {}");

    /// <summary>
    /// A parameter that also takes "no value" as it is, where any other would see nil. Only functions of the language
    /// itself have such parameters.
    /// </summary>
    public static readonly GoType Raw = new(GoKind.Interface, "reflect.Value");

    public static readonly GoType Bool = new(GoKind.Bool, "bool");
    public static readonly GoType Int = new(GoKind.Int, "int");
    public static readonly GoType Int64 = new(GoKind.Int64, "int64");
    public static readonly GoType Uint8 = new(GoKind.Uint8, "uint8");
    public static readonly GoType Uint64 = new(GoKind.Uint64, "uint64");
    public static readonly GoType Float64 = new(GoKind.Float64, "float64");
    public static readonly GoType String = new(GoKind.String, "string");
    public static readonly GoType AnyList = ListOf(Any);
    public static readonly GoType StringList = ListOf(String);
    public static readonly GoType IntList = ListOf(Int);
    public static readonly GoType AnyMap = MapOf(Any);
    public static readonly GoType StringMap = MapOf(String);

    private GoType(GoKind kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>What sort of values it has.</summary>
    public GoKind Kind { get; }

    /// <summary>The name, as Go prints it.</summary>
    public string Name { get; }

    /// <summary>The type of a list's elements or a map's values.</summary>
    public GoType? Element { get; private init; }

    /// <summary>The fields of a struct type, in order.</summary>
    public IReadOnlyList<GoField> Fields { get; private init; } = [];

    /// <summary>How values print, when the type decides that itself.</summary>
    public Func<GoValue, string>? Print { get; private init; }

    /// <summary>The text that a value becomes in JSON, when that is not by its kind.</summary>
    public Func<GoValue, string>? JsonText { get; private init; }

    /// <summary>The methods of a named type, by name. The first argument of such a function is the receiver.</summary>
    public Func<string, TemplateFunction?>? FindMethod { get; private init; }

    /// <summary>Whether <c>eq</c> can compare two values of the type.</summary>
    public bool IsComparable
    {
        get
        {
            if (Kind is GoKind.Slice or GoKind.Map) return false;
            foreach (GoField member in Fields)
            {
                if (!member.Type.IsComparable) return false;
            }

            return true;
        }
    }

    /// <summary>A list type.</summary>
    public static GoType ListOf(GoType element) => new(GoKind.Slice, "[]" + element.Name) { Element = element };

    /// <summary>The type of a map from strings.</summary>
    public static GoType MapOf(GoType element) => new(GoKind.Map, "map[string]" + element.Name) { Element = element };

    /// <summary>A struct type with fields.</summary>
    /// <param name="name">The name with its package, as <c>typeOf</c> shows it.</param>
    /// <param name="fields">The fields in the order in which they print.</param>
    public static GoType StructOf(string name, params GoField[] fields) => new(GoKind.Struct, name) { Fields = fields };

    /// <summary>A type with a name of its own and methods.</summary>
    public static GoType Named(
        GoKind kind,
        string name,
        Func<GoValue, string>? print,
        Func<string, TemplateFunction?> findMethod,
        Func<GoValue, string>? jsonText = null) => new(kind, name) { Print = print, FindMethod = findMethod, JsonText = jsonText };

    /// <summary>Whether both are the same type.</summary>
    public bool Is(GoType other) => ReferenceEquals(this, other) || string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
