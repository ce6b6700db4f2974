using System;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Values compared and copied with all that is in them.</summary>
internal static class DeepValue
{
    /// <summary>Whether two values have the same types and content throughout.</summary>
    public static bool AreEqual(Budget budget, GoValue a, GoValue b) => AreEqual(budget, a.Wrap(), b.Wrap(), 0);

    /// <summary>A copy that shares no map with the original.</summary>
    public static GoValue Copy(Budget budget, GoValue value) => Copy(budget, value, 0);

    private static bool AreEqual(Budget budget, GoValue a, GoValue b, int depth)
    {
        budget.Charge(1);
        budget.CheckValueDepth(depth);
        if (!a.Type.Is(b.Type)) return false;
        switch (a.Kind)
        {
            case GoKind.Interface: return true;
            case GoKind.Float64: return a.AsDouble == b.AsDouble;
            case GoKind.String:
                if (a.AsString.Length != b.AsString.Length) return false;
                budget.ChargeText(a.AsString.Length);
                return string.Equals(a.AsString, b.AsString, StringComparison.Ordinal);
            case GoKind.Slice:
                if (a.IsNilReference != b.IsNilReference || a.AsList.Count != b.AsList.Count) return false;
                for (int i = 0; i < a.AsList.Count; i++)
                {
                    if (!AreEqual(budget, a.AsList[i], b.AsList[i], depth + 1)) return false;
                }

                return true;
            case GoKind.Map:
                if (a.IsNilReference != b.IsNilReference || a.AsMap.Count != b.AsMap.Count) return false;
                budget.ChargeText(a.AsMap.LongKeys);
                foreach (string key in a.AsMap.SortedKeys())
                {
                    if (!b.AsMap.TryGet(key, out GoValue other) || !AreEqual(budget, a.AsMap[key], other, depth + 1)) return false;
                }

                return true;
            case GoKind.Struct when a.Type.Fields.Count > 0:
                for (int i = 0; i < a.Type.Fields.Count; i++)
                {
                    if (!AreEqual(budget, a.AsStruct[i], b.AsStruct[i], depth + 1)) return false;
                }

                return true;
            case GoKind.Struct or GoKind.Pointer: return Equals(a.Reference, b.Reference);
            default: return a.AsLong == b.AsLong;
        }
    }

    private static GoValue Copy(Budget budget, GoValue value, int depth)
    {
        budget.Charge(1);
        budget.CheckValueDepth(depth);
        if (value.IsNilReference) return value;
        switch (value.Kind)
        {
            case GoKind.Slice:
                GoValue[] items = new GoValue[value.AsList.Count];
                for (int i = 0; i < items.Length; i++) items[i] = Copy(budget, value.AsList[i], depth + 1);
                return GoValue.Of(new GoList(value.Type, items));
            case GoKind.Map:
                budget.ChargeText(value.AsMap.LongKeys);
                GoMap map = new(value.Type);
                foreach (string key in value.AsMap.SortedKeys()) map[key] = Copy(budget, value.AsMap[key], depth + 1);
                return GoValue.Of(map);
            case GoKind.Struct when value.Type.Fields.Count > 0:
                GoValue[] fields = new GoValue[value.Type.Fields.Count];
                for (int i = 0; i < fields.Length; i++) fields[i] = Copy(budget, value.AsStruct[i], depth + 1);
                return GoValue.Of(new GoStruct(value.Type, fields));
            default: return value;
        }
    }
}
