using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Text;

namespace Score.Core.Init;

/// <summary>Guesses the resources of a project from its connection strings and packages.</summary>
internal static class Suggestions
{
    private const int MinNameLength = 2;

    /// <summary>The resources: first those of connection strings, in their order, then those that only packages speak of.</summary>
    /// <param name="connections">Connection strings by name, of several files.</param>
    /// <param name="packages">The names of packages.</param>
    public static IReadOnlyList<SuggestedResource> Find(IEnumerable<KeyValuePair<string, string>> connections, IReadOnlyCollection<string> packages)
    {
        List<ResourceKind> used = ResourceKind.All.Where(k => k.PackageAmong(packages) is not null).ToList();
        List<SuggestedResource> found = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (IGrouping<string, KeyValuePair<string, string>> same in connections.GroupBy(c => c.Key, StringComparer.OrdinalIgnoreCase))
        {
            ResourceKind? kind = same.Select(c => c.Value).OrderBy(v => v.Length == 0).Select(v => ConnectionText.KindOf(same.Key, v, used))
                .FirstOrDefault(k => k is { Connection: not null });
            if (kind is null) continue;
            string name = Free(NameOf(same.Key, kind), names);
            found.Add(new SuggestedResource(name, kind.Type, "ConnectionStrings:" + same.Key.Replace("__", ":"), kind.Variables(name, same.Key)));
        }

        foreach (ResourceKind kind in used.Where(k => found.All(f => f.Type != k.Type)))
        {
            string name = Free(kind.DefaultName, names);
            found.Add(new SuggestedResource(name, kind.Type, kind.PackageAmong(packages)!, kind.Variables(name, name == kind.DefaultName ? null : name)));
        }

        return found;
    }

    /// <summary>A name in the form of the specification: lower-case letters, digits and dashes.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="otherwise">The name when nothing of the text can be used.</param>
    public static string Name(string text, string otherwise)
    {
        StringBuilder name = new();
        for (int i = 0; i < text.Length && name.Length < DnsName.MaxLabelLength; i++)
        {
            char lower = char.ToLowerInvariant(text[i]);
            bool isWord = i > 0 && char.IsUpper(text[i]) && (char.IsLower(text[i - 1]) || char.IsDigit(text[i - 1]));
            if (!DnsName.IsLowerOrDigit(lower) || isWord)
            {
                if (name.Length > 0 && name[name.Length - 1] != '-') name.Append('-');
            }

            if (DnsName.IsLowerOrDigit(lower)) name.Append(lower);
        }

        string result = name.ToString();
        if (result.Length > DnsName.MaxLabelLength) result = result.Substring(0, DnsName.MaxLabelLength);
        result = result.Trim('-');
        return result.Length >= MinNameLength ? result : otherwise;
    }

    private static string NameOf(string connection, ResourceKind kind) =>
        connection.StartsWith("Default", StringComparison.OrdinalIgnoreCase) ? kind.DefaultName : Name(connection, kind.DefaultName);

    private static string Free(string name, HashSet<string> names)
    {
        string free = name;
        string beginning = name.Substring(0, Math.Min(name.Length, DnsName.MaxLabelLength - 4)).TrimEnd('-');
        for (int i = 2; !names.Add(free); i++) free = $"{beginning}-{i}";
        return free;
    }
}
