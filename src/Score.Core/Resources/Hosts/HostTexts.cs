using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Resources.Hosts;

/// <summary>
/// Marks what templates cannot tell: the ports, and the hosts that stand in a template as they are, or come from a program. An output
/// is a host by its name or by its place in a text, and never because it happens to be the same as one.
/// </summary>
internal sealed class HostTexts
{
    private static readonly string[] HostWords = ["HOST", "HOSTNAME", "SERVER", "ADDRESS", "ADDR", "ENDPOINT", "BROKER", "BROKERS", "SERVICE"];

    private readonly HostMarks _marks;
    private readonly List<string> _unmarked;

    private HostTexts(HostMarks marks, List<string> unmarked)
    {
        _marks = marks;
        _unmarked = unmarked;
    }

    /// <summary>The outputs with hosts and ports marked.</summary>
    /// <param name="outputs">The outputs; they are not changed.</param>
    /// <param name="marks">The marks.</param>
    public static YamlMapping Mark(YamlMapping outputs, HostMarks marks)
    {
        SortedSet<string> marked = new(StringComparer.Ordinal);
        AddServices(outputs, marks, marked);

        // The longest first, since a short name may be a part of it.
        List<string> unmarked = marks.Services.Where(s => !marked.Contains(s)).OrderByDescending(s => s.Length).ThenBy(s => s, StringComparer.Ordinal).ToList();
        HostTexts texts = new(marks, unmarked);
        return texts.MarkPorts((YamlMapping)texts.MarkHosts("", outputs), null);
    }

    private YamlNode MarkHosts(string key, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                YamlMapping result = new() { Span = mapping.Span };
                foreach (YamlEntry entry in mapping) result.TryAdd(entry.Key, MarkHosts(entry.Name, entry.Value));
                return result;
            case YamlSequence list: return new YamlSequence(list.Items.Select(i => MarkHosts(key, i))) { Span = list.Span };
            case YamlScalar { Kind: YamlScalarKind.String } scalar:
                string text = _unmarked.Aggregate(scalar.Text, (t, s) => MarkHost(key, t, s));
                return text == scalar.Text ? scalar : YamlScalar.String(text);
            default: return node;
        }
    }

    private string MarkHost(string key, string text, string service)
    {
        if (text == service) return IsHost(key) ? _marks.HostOf(service) : text;
        for (int at = text.IndexOf(service, StringComparison.Ordinal); at >= 0; at = text.IndexOf(service, at + 1, StringComparison.Ordinal))
        {
            if (IsHostAt(text, at, at + service.Length)) text = text.Substring(0, at) + _marks.HostOf(service) + text.Substring(at + service.Length);
        }

        return text;
    }

    private static bool IsHost(string key) => SecretNames.Words(key).Split('_').Any(w => HostWords.Contains(w, StringComparer.Ordinal));

    // The host of a URL, a host with its port, or the value of a key such as Host or Server.
    private static bool IsHostAt(string text, int at, int end)
    {
        if ((at > 0 && IsOfName(text[at - 1])) || (end < text.Length && IsOfName(text[end]))) return false;
        int authority = text.LastIndexOf("://", at, StringComparison.Ordinal);
        int path = authority < 0 ? -1 : text.IndexOfAny(['/', '?', '#'], authority + 3);
        if (authority >= 0 && (path < 0 || path >= at))
        {
            int user = text.LastIndexOf('@', path < 0 ? text.Length - 1 : path - 1);
            return at > user && text[at - 1] is '/' or '@' or ',';
        }

        if (end + 1 < text.Length && text[end] is ':' or ',' && text[end + 1] is >= '0' and <= '9') return true;
        int equals = text.LastIndexOf('=', at);
        if (equals < 0 || text.Substring(equals + 1, at - equals - 1).Trim() is not ("" or "tcp:")) return false;
        int key = text.LastIndexOfAny([';', ' ', '&', '?'], equals);
        string written = text.Substring(key + 1, equals - key - 1);
        return IsHost(written) || (written == "Source" && key >= 4 && text.Substring(key - 4, 4) == "Data");
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';

    // A port is that of the one host beside it, else of the one around it.
    private YamlMapping MarkPorts(YamlMapping mapping, string? outer)
    {
        SortedSet<string> services = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in mapping.Where(e => e.Value is YamlScalar)) AddServices(entry.Value, _marks, services);
        if (services.Count == 0 && outer is null) AddServices(mapping, _marks, services);
        string? service = services.Count == 1 ? services.Min : services.Count == 0 ? outer : null;
        YamlMapping result = new() { Span = mapping.Span };
        foreach (YamlEntry entry in mapping)
        {
            YamlNode value = entry.Value;
            if (value is YamlMapping inner) value = MarkPorts(inner, service);
            else if (value is YamlScalar scalar && service is not null && IsPort(entry.Name) && PortOf(scalar.Text) is > 0 and int port)
                value = YamlScalar.String(_marks.PortOf(service, port));
            result.TryAdd(entry.Key, value);
        }

        return result;
    }

    private static bool IsPort(string key) => SecretNames.Words(key).Split('_').Contains("PORT", StringComparer.Ordinal);

    /// <summary>The port that a text is, or 0.</summary>
    public static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535 ? port : 0;

    private static void AddServices(YamlNode node, HostMarks marks, ISet<string> services)
    {
        if (node is YamlMapping mapping)
        {
            foreach (YamlEntry entry in mapping) AddServices(entry.Value, marks, services);
        }
        else if (node is YamlSequence list)
        {
            foreach (YamlNode item in list.Items) AddServices(item, marks, services);
        }
        else if (node is YamlScalar scalar)
        {
            int at = 0;
            while (marks.Next(scalar.Text, at, out _, out at) is { } mark) services.Add(mark.Service);
        }
    }
}
