using System;

namespace Score.Core.Templates.Values;

/// <summary>A value with fixed fields.</summary>
internal sealed class GoStruct
{
    private readonly GoValue[] _values;

    /// <param name="type">A struct type.</param>
    /// <param name="values">A value for each of its fields, in order.</param>
    public GoStruct(GoType type, params GoValue[] values)
    {
        if (values.Length != type.Fields.Count) throw new ArgumentException("A struct has a value for each of its fields.", nameof(values));
        Type = type;
        _values = values;
    }

    /// <summary>The struct type.</summary>
    public GoType Type { get; }

    /// <summary>The value of the field at a place.</summary>
    public GoValue this[int index] => _values[index];

    /// <summary>A struct whose fields are all unset.</summary>
    public static GoStruct Zero(GoType type)
    {
        GoValue[] values = new GoValue[type.Fields.Count];
        for (int i = 0; i < values.Length; i++) values[i] = GoValue.Zero(type.Fields[i].Type);
        return new GoStruct(type, values);
    }

    /// <summary>Finds a field by its name.</summary>
    public bool TryGet(string name, out GoValue value)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (string.Equals(Type.Fields[i].Name, name, StringComparison.Ordinal))
            {
                value = _values[i];
                return true;
            }
        }

        value = default;
        return false;
    }
}
