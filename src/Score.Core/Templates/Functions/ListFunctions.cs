using System;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Lists and List Functions". The forms with "must" report what the others report too.</summary>
internal static class ListFunctions
{
    public static readonly string[] Names =
    [
        "append", "chunk", "compact", "concat", "first", "has", "initial", "last", "list", "mustAppend", "mustChunk", "mustCompact", "mustFirst", "mustHas",
        "mustInitial", "mustLast", "mustPrepend", "mustPush", "mustRest", "mustReverse", "mustSlice", "mustUniq", "mustWithout", "prepend", "push",
        "rest", "reverse", "slice", "tuple", "uniq", "without",
    ];

    public static TemplateFunction? Create(string name) => name switch
    {
        "list" or "tuple" => TemplateFunction.Variadic(name, c => GoValue.Of(GoList.Of(c.From(0))), GoType.Any),
        "append" or "push" or "mustAppend" or "mustPush" => TemplateFunction.Create(name, c => Append(c, Items(c[0])), GoType.Any, GoType.Any),
        "prepend" or "mustPrepend" => TemplateFunction.Create(name, Prepend, GoType.Any, GoType.Any),
        "first" or "mustFirst" => TemplateFunction.Create(name, c => Items(c[0]) is { Length: > 0 } items ? items[0] : GoValue.Nil, GoType.Any),
        "last" or "mustLast" => TemplateFunction.Create(name, c => Items(c[0]) is { Length: > 0 } items ? items[items.Length - 1] : GoValue.Nil, GoType.Any),
        "rest" or "mustRest" => TemplateFunction.Create(name, c => Part(Items(c[0]), 1, 0), GoType.Any),
        "initial" or "mustInitial" => TemplateFunction.Create(name, c => Part(Items(c[0]), 0, 1), GoType.Any),
        "reverse" or "mustReverse" => TemplateFunction.Create(name, c => Reverse(Items(c[0])), GoType.Any),
        "uniq" or "mustUniq" => TemplateFunction.Create(name, c => Unique(c.Budget, Items(c[0])), GoType.Any),
        "without" or "mustWithout" =>
            TemplateFunction.Variadic(name, c => Where(Items(c[0]), item => !Contains(c.Budget, c.From(1), item)), GoType.Any, GoType.Any),
        "compact" or "mustCompact" => TemplateFunction.Create(name, c => Where(Items(c[0]), Truth.Of), GoType.Any),
        "has" or "mustHas" => TemplateFunction.Create(name, c => GoValue.Of(!c[1].IsNothing && Contains(c.Budget, Items(c[1]), c[0])), GoType.Any, GoType.Any),
        "slice" or "mustSlice" => TemplateFunction.Variadic(name, Slice, GoType.Any, GoType.Any),
        "concat" => TemplateFunction.Variadic(name, Concat, GoType.Any),
        "chunk" or "mustChunk" => TemplateFunction.Create(name, Chunk, GoType.Int, GoType.Any),
        _ => null,
    };

    private static GoValue[] Items(GoValue value) =>
        value.Kind == GoKind.Slice ? value.AsList.Items : throw new FunctionException($"A list is expected, but this is {Describe.Value(value)}.");

    private static GoValue Append(FunctionCall call, GoValue[] items)
    {
        call.Budget.CheckElements(items.Length + 1L);
        GoValue[] longer = new GoValue[items.Length + 1];
        items.CopyTo(longer, 0);
        longer[items.Length] = call[1];
        return GoValue.Of(GoList.Of(longer));
    }

    private static GoValue Prepend(FunctionCall call)
    {
        GoValue[] items = Items(call[0]);
        call.Budget.CheckElements(items.Length + 1L);
        GoValue[] longer = new GoValue[items.Length + 1];
        items.CopyTo(longer, 1);
        longer[0] = call[1];
        return GoValue.Of(GoList.Of(longer));
    }

    // Of an empty list, nil remains.
    private static GoValue Part(GoValue[] items, int start, int fromEnd)
    {
        if (items.Length == 0) return GoValue.Zero(GoType.AnyList);
        GoValue[] part = new GoValue[items.Length - start - fromEnd];
        Array.Copy(items, start, part, 0, part.Length);
        return GoValue.Of(GoList.Of(part));
    }

    private static GoValue Reverse(GoValue[] items)
    {
        GoValue[] reversed = new GoValue[items.Length];
        for (int i = 0; i < items.Length; i++) reversed[i] = items[items.Length - 1 - i];
        return GoValue.Of(GoList.Of(reversed));
    }

    private static GoValue Unique(Budget budget, GoValue[] items)
    {
        GoValue[] unique = new GoValue[items.Length];
        int count = 0;
        foreach (GoValue item in items)
        {
            if (!Contains(budget, unique, count, item)) unique[count++] = item;
        }

        GoValue[] found = new GoValue[count];
        Array.Copy(unique, found, count);
        return GoValue.Of(GoList.Of(found));
    }

    private static GoValue Where(GoValue[] items, Func<GoValue, bool> isWanted)
    {
        GoListBuilder wanted = new();
        foreach (GoValue item in items)
        {
            if (isWanted(item)) wanted.Add(item);
        }

        return GoValue.Of(GoList.Of(wanted));
    }

    private static bool Contains(Budget budget, GoValue[] items, GoValue wanted) => Contains(budget, items, items.Length, wanted);

    private static bool Contains(Budget budget, GoValue[] items, int count, GoValue wanted)
    {
        for (int i = 0; i < count; i++)
        {
            if (DeepValue.AreEqual(budget, items[i], wanted)) return true;
        }

        return false;
    }

    private static GoValue Slice(FunctionCall call)
    {
        GoValue[] items = Items(call[0]);
        if (items.Length == 0) return GoValue.Nil;
        long start = call.Count > 1 ? Numbers.ToLong(call[1]) : 0;
        long end = call.Count > 2 ? Numbers.ToLong(call[2]) : items.Length;
        if (start < 0 || end > items.Length || start > end)
            throw new FunctionException($"The range is not within the list, which has {items.Length} elements.");
        GoValue[] part = new GoValue[end - start];
        Array.Copy(items, (int)start, part, 0, part.Length);
        return GoValue.Of(new GoList(call[0].Type, part));
    }

    private static GoValue Concat(FunctionCall call)
    {
        GoListBuilder all = new();
        for (int i = 0; i < call.Count; i++)
        {
            GoValue[] items = Items(call[i]);
            call.Budget.CheckElements((long)all.Count + items.Length);
            all.AddRange(items);
        }

        return GoValue.Of(GoList.Of(all));
    }

    private static GoValue Chunk(FunctionCall call)
    {
        GoValue[] items = Items(call[1]);
        long size = call.Long(0);
        if (size < 1) throw new FunctionException("The size of a chunk must be at least 1.");
        GoListBuilder chunks = new();
        for (long at = 0; at < items.Length; at += size)
        {
            GoValue[] chunk = new GoValue[Math.Min(size, items.Length - at)];
            Array.Copy(items, at, chunk, 0, chunk.Length);
            chunks.Add(GoValue.Of(GoList.Of(chunk)));
        }

        return GoValue.Of(new GoList(GoType.ListOf(GoType.AnyList), chunks.ToArray()));
    }
}
