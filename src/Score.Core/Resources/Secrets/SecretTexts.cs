using System;
using System.Linq;
using Score.Core.Templates.Values;

namespace Score.Core.Resources.Secrets;

/// <summary>Changes the texts in values that go to programs and come from them: a program works with the secret values themselves.</summary>
internal static class SecretTexts
{
    private const int MaxDepth = 64;

    /// <summary>The value with the secret values themselves.</summary>
    public static GoValue Reveal(GoValue value, SecretValues secrets) => Map(value, secrets.Reveal, MaxDepth);

    /// <summary>The value with the texts that stand for secret values, where it has one that was given and is long enough to be told from others.</summary>
    public static GoValue Conceal(GoValue value, SecretValues secrets)
    {
        SecretIndex given = new();
        foreach (SecretValue secret in secrets.All.Where(s => s.Name.Length > 0 && s.Value != s.Text && s.Value.Length >= SecretIndex.LongEnough))
            given.Add(secret.Value, secret);
        return given.IsEmpty ? value : Map(value, t => given.Replace(t, (secret, _) => secret.Text), MaxDepth);
    }

    /// <summary>The value with its texts changed, those in lists and maps included.</summary>
    public static GoValue Map(GoValue value, Func<string, string> change) => Map(value, change, MaxDepth);

    /// <summary>The value with its texts changed, those in lists and maps included.</summary>
    /// <param name="value">The value.</param>
    /// <param name="change">Changes a text.</param>
    /// <param name="depth">How many lists and maps in one another are entered; what is deeper stays.</param>
    public static GoValue Map(GoValue value, Func<string, string> change, int depth)
    {
        if (depth == 0) return value;
        switch (value.Kind)
        {
            case GoKind.String: return GoValue.Of(change(value.AsString));
            case GoKind.Slice: return GoValue.Of(new GoList(value.Type, Map(value.AsList.Items, change, depth - 1)));
            case GoKind.Map:
                GoMap map = new(value.Type);
                foreach (string key in value.AsMap.SortedKeys()) map[key] = Map(value.AsMap[key], change, depth - 1);
                return GoValue.Of(map);
            default: return value;
        }
    }

    /// <summary>Values with their texts changed.</summary>
    /// <param name="values">The values.</param>
    /// <param name="change">Changes a text.</param>
    /// <param name="depth">How many lists and maps in one another are entered; what is deeper stays.</param>
    public static GoValue[] Map(GoValue[] values, Func<string, string> change, int depth)
    {
        GoValue[] changed = new GoValue[values.Length];
        for (int i = 0; i < values.Length; i++) changed[i] = Map(values[i], change, depth);
        return changed;
    }
}
