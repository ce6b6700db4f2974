using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Network;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Settings;

/// <summary>What the text of a setting may be, and what manifests write for it.</summary>
internal sealed class SettingType
{
    private readonly Func<string, YamlNode?> _read;
    private readonly Func<string, Phrase> _hint;

    private SettingType(string allowed, Func<string, YamlNode?> read, Func<string, Phrase>? hint = null)
    {
        Allowed = allowed;
        _read = read;
        _hint = hint ?? (_ => new Phrase(""));
    }

    /// <summary>Any text. For settings that are checked where they are used.</summary>
    public static SettingType Text { get; } = new("a text", YamlScalar.String);

    /// <summary>A truth value. Capitals do not matter, because MSBuild itself writes them.</summary>
    public static SettingType Boolean { get; } = new("'true' or 'false'", text =>
        string.Equals(text, "true", StringComparison.OrdinalIgnoreCase)
            ? YamlScalar.Boolean(true)
            : string.Equals(text, "false", StringComparison.OrdinalIgnoreCase) ? YamlScalar.Boolean(false) : null);

    /// <summary>A number of pods, or a percentage of at most 100 of them.</summary>
    public static SettingType CountOrShare { get; } = new("a whole number or a percentage up to 100, such as '1' or '25%'",
        text => CountOrPercentage(text, 100));

    /// <summary>A number of pods, or a percentage of them.</summary>
    public static SettingType CountOrPercent { get; } = new("a whole number or a percentage, such as '1' or '25%'",
        text => CountOrPercentage(text, int.MaxValue));

    /// <summary>The name of an object.</summary>
    public static SettingType Name { get; } = new("the name of an object: lower-case letters, digits, '-' and '.', with a letter or digit at both ends",
        text => DnsName.IsSubdomain(text) ? YamlScalar.String(text) : null);

    /// <summary>Names of objects, with commas between them, which are written as references.</summary>
    public static SettingType References { get; } = new("names of objects with commas between them, such as 'one, two'", ReadReferences);

    /// <summary>Folders of a container, with commas between them.</summary>
    public static SettingType Folders { get; } = new("paths of folders with commas between them, such as '/tmp, /var/cache'", ReadFolders);

    /// <summary>Whom pods may connect to.</summary>
    public static SettingType Destinations { get; } =
        new("'*', or address ranges with commas between them, each optionally with a port, such as '10.1.0.0/16, 203.0.113.7/32:443, *:443'",
        text => PeerAddress.ReadAll(text) is { } peers && !peers.Exists(p => p.IsNamespace) ? YamlScalar.String(text) : null);

    /// <summary>Who may connect to pods.</summary>
    public static SettingType Origins { get; } =
        new("'*', 'namespace', or address ranges with commas between them, each optionally with a port, such as 'namespace, 10.1.0.0/16, 10.2.0.0/16:8080'",
        text => PeerAddress.ReadAll(text) is null ? null : YamlScalar.String(text));

    /// <summary>The name of a time zone. Which there are, only the cluster knows.</summary>
    public static SettingType TimeZone { get; } = new("the name of a time zone, such as 'Europe/Vienna' or 'Etc/UTC'",
        text => IsTimeZone(text) ? YamlScalar.String(text) : null);

    /// <summary>When something runs, in the form of cron.</summary>
    public static SettingType Schedule { get; } =
        new("five fields (minute, hour, day of the month, month, day of the week), such as '*/15 8-18 * * mon-fri', or a name such as '@daily'",
        text => CronSchedule.Mistake(text) is null ? YamlScalar.String(text.Trim()) : null, text => new Phrase($" {CronSchedule.Mistake(text)}"));

    /// <summary>What may be written, for messages.</summary>
    public string Allowed { get; }

    /// <summary>A whole number.</summary>
    /// <param name="least">The smallest.</param>
    /// <param name="most">The greatest.</param>
    public static SettingType Integer(int least, int most = int.MaxValue)
    {
        string allowed = least == most
            ? $"'{least}', the only number that Kubernetes takes here"
            : most == int.MaxValue ? $"a whole number from {least} on" : $"a whole number from {least} to {most}";
        return new SettingType(allowed, text => Number(text) is { } number && number >= least && number <= most ? YamlScalar.Integer(number) : null);
    }

    /// <summary>One of a few words.</summary>
    public static SettingType Words(params string[] words) =>
        new(Phrase.Alternatives(words.Select(w => $"'{w}'").ToArray()).ToString(), text => words.Contains(text) ? YamlScalar.String(text) : null,
            text => Suggestion.Sentence(text, words));

    /// <summary>One of a few words, whose capitals do not matter.</summary>
    public static SettingType WordsInAnyCase(params string[] words) =>
        new(
            Phrase.Alternatives(words.Select(w => $"'{w}'").ToArray()).ToString(),
            text => Array.Find(words, w => string.Equals(w, text, StringComparison.OrdinalIgnoreCase)) is { } word ? YamlScalar.String(word) : null,
            text => Suggestion.Sentence(text, words));

    /// <summary>What manifests write for a text; null when the text is not allowed.</summary>
    public YamlNode? Read(string text) => _read(text);

    /// <summary>For a text that is not allowed: a sentence with its leading space that helps to correct it, or nothing.</summary>
    public Phrase Hint(string text) => _hint(text);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static YamlScalar? CountOrPercentage(string text, int most)
    {
        if (!text.EndsWith('%')) return Number(text) is { } count ? YamlScalar.Integer(count) : null;
        return Number(text.Substring(0, text.Length - 1)) is { } percent && percent <= most ? YamlScalar.String($"{percent}%") : null;
    }

    private static YamlSequence? ReadReferences(string text)
    {
        YamlSequence references = new();
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (string name in text.Split(',').Select(n => n.Trim()))
        {
            if (!DnsName.IsSubdomain(name)) return null;
            if (!known.Add(name)) continue;
            references.Items.Add(new YamlMapping { ["name"] = name });
        }

        return references;
    }

    private static YamlSequence? ReadFolders(string text)
    {
        YamlSequence folders = new();
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (string folder in text.Split(',').Select(f => f.Trim().TrimEnd('/')))
        {
            if (folder.Length == 0
                || folder[0] != '/'
                || folder.Split('/').Skip(1).Any(s => s is "" or "." or "..")
                || folder.Any(c => c == ':' || char.IsControl(c)))
            {
                return null;
            }
            if (known.Add(folder)) folders.Items.Add(YamlScalar.String(folder));
        }

        return folders;
    }

    // 'Local' would be the zone of whichever machine runs the controller, which Kubernetes refuses.
    private static bool IsTimeZone(string text) =>
        text.Length > 0 && !string.Equals(text, "Local", StringComparison.OrdinalIgnoreCase) &&
        text.Split('/').All(p => p.Length > 0 && p.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '+'));
}
