using System.Collections.Generic;
using System.Globalization;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>
/// Sprig's chapter "Dictionaries and Dict Functions". Go lists the keys and values of a map in any order; here they are in
/// the order of the keys.
/// </summary>
internal static class DictFunctions
{
    public static readonly string[] Names =
    [
        "deepCopy", "dict", "dig", "get", "hasKey", "keys", "merge", "mergeOverwrite", "mustDeepCopy", "mustMerge", "mustMergeOverwrite", "omit", "pick",
        "pluck", "set", "unset", "values",
    ];

    public static TemplateFunction? Create(string name) => name switch
    {
        "dict" => TemplateFunction.Variadic(name, Dict, GoType.Any),
        "get" => TemplateFunction.Create(name, c => c.Map(0).TryGet(c.Text(1), out GoValue value) ? value : GoValue.Of(""), GoType.AnyMap, GoType.String),
        "set" => TemplateFunction.Create(name, Set, GoType.AnyMap, GoType.String, GoType.Any),
        "unset" => TemplateFunction.Create(name, Unset, GoType.AnyMap, GoType.String),
        "hasKey" => TemplateFunction.Create(name, c => GoValue.Of(c.Map(0).ContainsKey(c.Text(1))), GoType.AnyMap, GoType.String),
        "pluck" => TemplateFunction.Variadic(name, Pluck, GoType.String, GoType.AnyMap),
        "keys" => TemplateFunction.Variadic(name, Keys, GoType.AnyMap),
        "values" => TemplateFunction.Create(name, c => GoValue.Of(GoList.Of(c.Map(0).SortedValues())), GoType.AnyMap),
        "pick" => TemplateFunction.Variadic(name, Pick, GoType.AnyMap, GoType.String),
        "omit" => TemplateFunction.Variadic(name, Omit, GoType.AnyMap, GoType.String),
        "dig" => TemplateFunction.Variadic(name, Dig, GoType.Any),
        "merge" or "mustMerge" => TemplateFunction.Variadic(name, c => MergeAll(c, false), GoType.AnyMap, GoType.AnyMap),
        "mergeOverwrite" or "mustMergeOverwrite" => TemplateFunction.Variadic(name, c => MergeAll(c, true), GoType.AnyMap, GoType.AnyMap),
        "deepCopy" or "mustDeepCopy" => TemplateFunction.Create(name, c => DeepValue.Copy(c.Budget, c[0]), GoType.Any),
        _ => null,
    };

    // An odd last key gets an empty string.
    private static GoValue Dict(FunctionCall call)
    {
        GoMap map = new();
        for (int i = 0; i < call.Count; i += 2)
            map[SprigText.Of(call.Budget, call[i])] = i + 1 < call.Count ? call[i + 1] : GoValue.Of("");
        return GoValue.Of(map);
    }

    private static GoValue Set(FunctionCall call)
    {
        if (call[0].IsNilReference) throw new FunctionException("An entry cannot be set in nil.");
        call.Map(0)[call.Text(1)] = call[2];
        return call[0];
    }

    private static GoValue Unset(FunctionCall call)
    {
        call.Map(0).Remove(call.Text(1));
        return call[0];
    }

    private static GoValue Pluck(FunctionCall call)
    {
        GoListBuilder found = new();
        for (int i = 1; i < call.Count; i++)
        {
            if (call.Map(i).TryGet(call.Text(0), out GoValue value)) found.Add(value);
        }

        return GoValue.Of(GoList.Of(found));
    }

    private static GoValue Keys(FunctionCall call)
    {
        List<string> keys = [];
        for (int i = 0; i < call.Count; i++) keys.AddRange(call.Map(i).SortedKeys());
        return StringListFunctions.Strings(keys);
    }

    private static GoValue Pick(FunctionCall call)
    {
        GoMap picked = new();
        for (int i = 1; i < call.Count; i++)
        {
            if (call.Map(0).TryGet(call.Text(i), out GoValue value)) picked[call.Text(i)] = value;
        }

        return GoValue.Of(picked);
    }

    private static GoValue Omit(FunctionCall call)
    {
        GoMap rest = new();
        foreach (string key in call.Map(0).SortedKeys()) rest[key] = call.Map(0)[key];
        for (int i = 1; i < call.Count; i++) rest.Remove(call.Text(i));
        return GoValue.Of(rest);
    }

    // dig KEY... DEFAULT MAP: the default for the first key that is missing, but an error for a value in between that is no map.
    private static GoValue Dig(FunctionCall call)
    {
        if (call.Count < 3) throw new FunctionException("It needs at least a key, a default and a map.");
        GoValue current = call[call.Count - 1];
        for (int i = 0; i < call.Count - 2; i++)
        {
            if (call[i].Kind != GoKind.String) throw new FunctionException($"The keys must be strings, but this is {Describe.Value(call[i])}.");
            if (current.Kind != GoKind.Map || !current.Type.Is(GoType.AnyMap))
            {
                string where = i == 0 ? "The last argument" : $"The value of the key {i.ToString(CultureInfo.InvariantCulture)}";
                throw new FunctionException($"{where} must be a map, but it is {Describe.Value(current)}.");
            }

            if (!current.AsMap.TryGet(call.Text(i), out current)) return call[call.Count - 2];
        }

        return current;
    }

    private static GoValue MergeAll(FunctionCall call, bool overwrites)
    {
        if (call[0].IsNilReference) throw new FunctionException("Nothing can be merged into nil.");
        for (int i = 1; i < call.Count; i++) Merge(call.Budget, call.Map(0), call.Map(i), overwrites, 0);
        return call[0];
    }

    // Maps are merged key by key. Another value is taken when the target has none or an empty one, or when overwriting; but
    // neither a nil nor, over a list, an empty list replaces anything in a merge that keeps.
    private static void Merge(Budget budget, GoMap target, GoMap source, bool overwrites, int depth)
    {
        budget.CheckValueDepth(depth);
        foreach (string key in source.SortedKeys())
        {
            budget.Charge(1);
            GoValue value = source[key];
            bool exists = target.TryGet(key, out GoValue existing);
            if (value.IsNilReference)
            {
                if (overwrites) target[key] = value;
                continue;
            }

            bool isFilled = exists && Truth.Of(existing);
            if (isFilled && value.Kind == GoKind.Map && existing.Kind == GoKind.Map)
            {
                if (!ReferenceEquals(existing.AsMap, value.AsMap)) Merge(budget, existing.AsMap, value.AsMap, overwrites, depth + 1);
                continue;
            }

            if (isFilled && value.Kind == GoKind.Slice && existing.Kind == GoKind.Slice && value.AsList.Count == 0) continue;
            if (overwrites || !isFilled) target[key] = value;
        }
    }
}
