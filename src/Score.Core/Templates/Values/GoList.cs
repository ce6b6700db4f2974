using System.Collections.Generic;

namespace Score.Core.Templates.Values;

/// <summary>A list. Functions that change lists make new ones, but for <c>sortAlpha</c>, which sorts a list of strings where it is.</summary>
internal sealed class GoList
{
    /// <summary>No elements. The framework's own empty array is compiled at run time for each struct of ours.</summary>
    public static readonly GoValue[] NoItems = new GoValue[0];

    public GoList(GoType type, GoValue[] items)
    {
        Type = type;
        Items = items;
    }

    /// <summary>The list type.</summary>
    public GoType Type { get; }

    /// <summary>The elements.</summary>
    public GoValue[] Items { get; }

    public int Count => Items.Length;

    public GoValue this[int index] => Items[index];

    /// <summary>A list of values of any type.</summary>
    public static GoList Of(params GoValue[] items) => new(GoType.AnyList, items);

    /// <summary>A list of values of any type.</summary>
    public static GoList Of(GoListBuilder items) => new(GoType.AnyList, items.ToArray());

    /// <summary>A list of strings.</summary>
    public static GoList OfStrings(IReadOnlyList<string> items)
    {
        GoValue[] values = new GoValue[items.Count];
        for (int i = 0; i < values.Length; i++) values[i] = GoValue.Of(items[i]);
        return new GoList(GoType.StringList, values);
    }
}
