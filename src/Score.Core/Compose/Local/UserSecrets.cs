using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Platforms;
using Score.Core.Text;

namespace Score.Core.Compose.Local;

/// <summary>
/// The user secrets of a project, where the variables of its workload are settings for a run on this machine. What the user has there
/// stays, with comments and all; only the values of the workload's variables are changed.
/// </summary>
internal static class UserSecrets
{
    /// <summary>The key of a variable, as the configuration of .NET calls it.</summary>
    public static string KeyOf(string variable) => variable.Replace("__", ":");

    /// <summary>Changes the text of a file of user secrets.</summary>
    /// <param name="existing">The text; empty when there is none.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="earlier">The keys that an earlier build has added; those that no variable has any more are taken away.</param>
    /// <returns>The new text, or null when the old one is no JSON object.</returns>
    public static string? Update(string existing, IReadOnlyList<OutputVariable> variables, IEnumerable<string> earlier)
    {
        string text = existing.Trim('\uFEFF', ' ', '\t', '\r', '\n').Length == 0 ? "{\n}\n" : existing;
        if (JsonText.Read(text) is null) return null;
        HashSet<string> wanted = new(variables.Select(v => KeyOf(v.Name)), StringComparer.OrdinalIgnoreCase);
        foreach (string key in earlier.Where(k => !wanted.Contains(k))) text = Without(text, key);
        foreach (OutputVariable variable in variables) text = With(text, KeyOf(variable.Name), variable.Value);
        return text;
    }

    private static string With(string text, string key, string value)
    {
        JsonText json = JsonText.Read(text)!;
        if (Find(json, key) is { } property)
            return property.Text == value ? text : text.Substring(0, property.ValueStart) + JsonString.Quote(value) + text.Substring(property.End);
        string line = text.Contains("\r\n") ? "\r\n" : "\n";
        // A comment at the end of the last line stays there.
        int at = json.LastEnd;
        if (text.Substring(at).TrimStart(' ', '\t').StartsWith("//", StringComparison.Ordinal) && text.IndexOf('\n', at) is > 0 and int next)
            at = next - (text[next - 1] == '\r' ? 1 : 0);
        string before = text.Substring(0, json.LastEnd) + (json.NeedsComma ? "," : "") + text.Substring(json.LastEnd, at - json.LastEnd);
        string rest = text.Substring(at);
        bool ends = json.NeedsComma || (rest.Length > 0 && rest[0] is '\n' or '\r');
        return $"{before}{line}  {JsonString.Quote(key)}: {JsonString.Quote(value)}{(ends ? "" : line)}{rest}";
    }

    private static string Without(string text, string key)
    {
        JsonText json = JsonText.Read(text)!;
        if (Find(json, key) is not { IsAtTop: true } property) return text;
        int start = property.Start;
        int end = property.End;
        if (end < text.Length && text[end] == ',')
        {
            end++;
        }
        else
        {
            int before = start - 1;
            while (before >= 0 && char.IsWhiteSpace(text[before])) before--;
            if (before >= 0 && text[before] == ',') start = before;
        }

        while (start > 0 && text[start - 1] is ' ' or '\t') start--;
        if (start > 0 && text[start - 1] == '\n') start -= start > 1 && text[start - 2] == '\r' ? 2 : 1;
        return JsonText.Read(text.Remove(start, end - start)) is null ? text : text.Remove(start, end - start);
    }

    private static JsonProperty? Find(JsonText json, string key) => json.Properties.Find(p => string.Equals(p.Key, key, StringComparison.OrdinalIgnoreCase));
}
