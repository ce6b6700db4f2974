using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>
/// The texts that Compose takes in place of mappings and lists. One that holds a variable, or anything else of which only Compose
/// itself can tell what it means, stays a text.
/// </summary>
internal static class ComposeShortForms
{
    private const string ShellSigns = ";&|<>()`";

    /// <summary>The words of a command, as Compose takes it apart; null when only Compose can tell.</summary>
    public static IReadOnlyList<string>? Words(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool isOpen = false;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '$')
            {
                // Compose puts in variables before it looks for words.
                if (i + 1 == text.Length || text[i + 1] != '$') return null;
                word.Append("$$");
                isOpen = true;
                i++;
            }
            else if (c == '\\' && quote != '\'')
            {
                if (++i == text.Length) return null;
                word.Append(text[i]);
                isOpen = true;
            }
            else if (quote != '\0')
            {
                if (c == quote) quote = '\0';
                else word.Append(c);
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                isOpen = true;
            }
            else if (c is ' ' or '\t' or '\r' or '\n')
            {
                if (isOpen) words.Add(word.ToString());
                word.Clear();
                isOpen = false;
            }
            else if (ShellSigns.Contains(c))
            {
                return null;
            }
            else
            {
                word.Append(c);
                isOpen = true;
            }
        }

        if (quote != '\0') return null;
        if (isOpen) words.Add(word.ToString());
        return words;
    }

    /// <summary>A port: <c>[[IP:]HOST:]CONTAINER[/PROTOCOL]</c>. Ranges stay as they are.</summary>
    public static YamlNode Port(YamlScalar written)
    {
        string[] protocol = written.Text.Split('/');
        string[] parts = protocol[0].Split(':');
        if (protocol.Length > 2 || parts.Length > 3 || Number(parts[parts.Length - 1]) is not { } target) return Whole(written);
        string? address = parts.Length == 3 ? parts[0] : null;
        if (address is not null && (address.Length == 0 || address.Any(c => c is not ((>= '0' and <= '9') or '.')))) return Whole(written);
        string? published = parts.Length > 1 ? parts[parts.Length - 2] : null;
        if (published is not null && Number(published) is null) return Whole(written);
        return new YamlMapping
        {
            ["host_ip"] = address,
            ["target"] = YamlScalar.Integer(target),
            ["published"] = published,
            ["protocol"] = protocol.Length == 2 ? protocol[1] : null,
        };
    }

    /// <summary>A mount: <c>[SOURCE:]TARGET[:MODE]</c>. Paths of Windows and modes other than <c>ro</c> and <c>rw</c> stay as they are.</summary>
    public static YamlNode Mount(YamlScalar written)
    {
        string text = written.Text;
        string[] parts = text.Split(':');
        string mode = parts.Length == 3 ? parts[2] : "rw";
        string target = parts[parts.Length == 1 ? 0 : 1];
        if (parts.Length > 3 || text.IndexOfAny(['$', '\\']) >= 0 || mode is not ("ro" or "rw") || !target.StartsWith('/')) return Whole(written);

        bool isPath = parts.Length > 1 && parts[0].Length > 0 && parts[0][0] is '.' or '/';
        if (parts.Length > 1 && (parts[0].Length < 2 || parts[0][0] == '~') && !isPath) return Whole(written);
        return new YamlMapping
        {
            ["type"] = isPath ? "bind" : "volume",
            ["source"] = parts.Length > 1 ? parts[0] : null,
            ["target"] = target,
            ["read_only"] = mode == "ro" ? YamlScalar.Boolean(true) : null,

            // The short form makes a folder that is not there.
            ["bind"] = isPath ? new YamlMapping { ["create_host_path"] = YamlScalar.Boolean(true) } : null,
        };
    }

    // A port is written as a text, so that no reader of YAML takes '22:22' for a number in base 60.
    private static YamlScalar Whole(YamlScalar written) => written.Kind == YamlScalarKind.String ? written : YamlScalar.String(written.Text);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535 ? port : null;
}
