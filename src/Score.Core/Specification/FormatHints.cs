using System;
using System.Linq;

namespace Score.Core.Specification;

/// <summary>The text that the author of one in a wrong format may accept.</summary>
internal static class FormatHints
{
    // Units as other tools write them. In Docker's, a small letter is a power of 1024.
    private static readonly (string Written, string Unit)[] Units =
    [
        ("k", "Ki"), ("m", "Mi"), ("g", "Gi"), ("t", "Ti"),
        ("kb", "K"), ("mb", "M"), ("gb", "G"), ("tb", "T"), ("kib", "Ki"), ("mib", "Mi"), ("gib", "Gi"), ("tib", "Ti"),
        ("ki", "Ki"), ("mi", "Mi"), ("gi", "Gi"), ("ti", "Ti"), ("b", ""), ("bytes", ""),
    ];

    /// <summary>A text in the right format, or null.</summary>
    /// <param name="key">The key whose value the text is.</param>
    /// <param name="text">The text.</param>
    public static string? Propose(string key, string text) => key switch
    {
        "memory" => Memory(text),
        "cpu" => Valid(ScoreFormat.Cpu, (text.StartsWith('.') ? "0" : "") + Number(text)),
        "mode" => Valid(ScoreFormat.Mode, "0" + text.Substring(Math.Max(0, text.Length - 3))),
        "type" or "class" or "id" => NameRules.Propose(text.Trim()),
        _ => null,
    };

    private static string? Memory(string text)
    {
        string number = Number(text);
        string unit = text.Substring(number.Length).Trim();
        string right = Units.FirstOrDefault(u => string.Equals(u.Written, unit, StringComparison.OrdinalIgnoreCase)).Unit ?? unit;
        return Valid(ScoreFormat.Memory, (number.Length > 1 && number[1] != '.' ? number.TrimStart('0') : number) + right);
    }

    private static string Number(string text) => new(text.TakeWhile(c => c is (>= '0' and <= '9') or '.').ToArray());

    private static string? Valid(ScoreFormat format, string text) => format.IsValid(text) ? text : null;
}
