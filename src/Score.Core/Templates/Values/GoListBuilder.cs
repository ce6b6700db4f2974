using System;

namespace Score.Core.Templates.Values;

/// <summary>A list in the making. Ahead-of-time code does not cover the framework's own lists of our structs.</summary>
internal sealed class GoListBuilder
{
    private GoValue[] _items = GoList.NoItems;

    public int Count { get; private set; }

    public GoValue this[int index] => _items[index];

    public void Add(GoValue item)
    {
        Reserve(1);
        _items[Count++] = item;
    }

    public void AddRange(GoValue[] items)
    {
        Reserve(items.Length);
        Array.Copy(items, 0, _items, Count, items.Length);
        Count += items.Length;
    }

    /// <summary>The elements so far, in an array of their own.</summary>
    public GoValue[] ToArray()
    {
        GoValue[] items = new GoValue[Count];
        Array.Copy(_items, items, Count);
        return items;
    }

    private void Reserve(int more)
    {
        if (Count + more <= _items.Length) return;
        GoValue[] larger = new GoValue[Math.Max(Count + more, Math.Max(4, 2 * _items.Length))];
        Array.Copy(_items, larger, Count);
        _items = larger;
    }
}
