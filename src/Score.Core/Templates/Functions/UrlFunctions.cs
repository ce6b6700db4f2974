using System;
using System.Globalization;
using System.Text;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "URL Functions". Parts of a URL are decoded and encoded by the rules of Go's <c>net/url</c>.</summary>
internal static class UrlFunctions
{
    public static readonly string[] Names = ["urlJoin", "urlParse"];

    // What stays as it is in a path, in the user's part, and in a fragment, besides letters and digits.
    private const string PathCharacters = "$&+,/:;=@";
    private const string UserCharacters = "$&+,;=";
    private const string FragmentCharacters = "$&+,/:;=?@!()*'";

    public static TemplateFunction? Create(string name) => name switch
    {
        "urlParse" => TemplateFunction.Create(name, c => GoValue.Of(Parse(c.Text(0))), GoType.String),
        "urlJoin" => TemplateFunction.Create(name, c => GoValue.Of(Join(c.Map(0))), GoType.AnyMap),
        _ => null,
    };

    private static GoMap Parse(string url)
    {
        foreach (char c in url)
        {
            if (c is < ' ' or '\x7F') throw Invalid("it contains a control character");
        }

        GoMap map = new();
        foreach (string key in new[] { "scheme", "host", "hostname", "path", "query", "opaque", "fragment", "userinfo" }) map[key] = GoValue.Of("");
        string rest = CutAfter(url, '#', out string fragment);
        map["fragment"] = GoValue.Of(Decoded(fragment));
        rest = TakeScheme(rest, out string scheme);
        map["scheme"] = GoValue.Of(scheme);
        rest = CutAfter(rest, '?', out string query);
        map["query"] = GoValue.Of(query);
        if (!rest.StartsWith('/'))
        {
            if (scheme.Length > 0)
            {
                map["opaque"] = GoValue.Of(rest);
                return map;
            }

            int colon = rest.IndexOf(':');
            int slash = rest.IndexOf('/');
            if (colon >= 0 && (slash < 0 || colon < slash)) throw Invalid("the first part of its path contains a colon");
        }

        bool hasAuthority = rest.StartsWith("//", StringComparison.Ordinal) && (scheme.Length > 0 || !rest.StartsWith("///", StringComparison.Ordinal));
        if (hasAuthority)
        {
            int end = rest.IndexOf('/', 2);
            string authority = end < 0 ? rest.Substring(2) : rest.Substring(2, end - 2);
            rest = end < 0 ? "" : rest.Substring(end);
            ParseAuthority(map, authority);
        }

        map["path"] = GoValue.Of(Decoded(rest));
        return map;
    }

    private static void ParseAuthority(GoMap map, string authority)
    {
        int at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            string user = authority.Substring(0, at);
            int colon = user.IndexOf(':');
            string name = Decoded(colon < 0 ? user : user.Substring(0, colon));
            string? password = colon < 0 ? null : Decoded(user.Substring(colon + 1));
            map["userinfo"] = GoValue.Of(UserText(name, password));
        }

        string host = authority.Substring(at + 1);
        int portAt = host.StartsWith('[') ? host.IndexOf("]:", StringComparison.Ordinal) + 1 : host.LastIndexOf(':');
        if (host.StartsWith('[') && host.IndexOf(']') < 0) throw Invalid("a ']' is missing in its host");
        for (int i = portAt + 1; portAt >= 0 && host.Length > portAt && host[portAt] == ':' && i < host.Length; i++)
        {
            if (host[i] is < '0' or > '9') throw Invalid("its port is not a number");
        }

        if (host.IndexOf(' ') >= 0) throw Invalid("its host contains a space");
        host = Decoded(host);
        map["host"] = GoValue.Of(host);
        map["hostname"] = GoValue.Of(HostName(host));
    }

    private static string HostName(string host)
    {
        int colon = host.LastIndexOf(':');
        bool hasPort = colon >= 0 && host.IndexOf(']', colon) < 0;
        if (hasPort) host = host.Substring(0, colon);
        return host.StartsWith('[') && host.EndsWith(']') ? host.Substring(1, host.Length - 2) : host;
    }

    private static string UserText(string name, string? password)
    {
        string text = UrlEscaping.Escape(name, UserCharacters);
        return password is null ? text : text + ":" + UrlEscaping.Escape(password, UserCharacters);
    }

    // The part after the first separator, without it.
    private static string CutAfter(string text, char separator, out string after)
    {
        int at = text.IndexOf(separator);
        after = at < 0 ? "" : text.Substring(at + 1);
        return at < 0 ? text : text.Substring(0, at);
    }

    private static string TakeScheme(string text, out string scheme)
    {
        scheme = "";
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) continue;
            if (c == ':')
            {
                if (i == 0) throw Invalid("its scheme is missing");
                scheme = text.Substring(0, i).ToLowerInvariant();
                return text.Substring(i + 1);
            }

            if (i == 0 || c is not ((>= '0' and <= '9') or '+' or '-' or '.')) return text;
        }

        return text;
    }

    private static string Decoded(string text) => UrlEscaping.Unescape(text) ?? throw Invalid("a '%' in it is not followed by two hexadecimal digits");

    private static string Join(GoMap map)
    {
        (string scheme, string opaque, string host, string path) = (Part(map, "scheme"), Part(map, "opaque"), Part(map, "host"), Part(map, "path"));
        (string query, string fragment, string user) = (Part(map, "query"), Part(map, "fragment"), Part(map, "userinfo"));
        if (user.Length > 0) user = Parse("proto://" + user + "@host")["userinfo"].AsString;
        StringBuilder url = new();
        if (scheme.Length > 0) url.Append(scheme).Append(':');
        if (opaque.Length > 0)
        {
            url.Append(opaque);
        }
        else
        {
            if (scheme.Length > 0 || host.Length > 0 || user.Length > 0)
            {
                if (host.Length > 0 || path.Length > 0 || user.Length > 0) url.Append("//");
                if (user.Length > 0) url.Append(user).Append('@');
                url.Append(UrlEscaping.Escape(host, "!$&'()*+,;=:[]<>\""));
            }

            string escaped = UrlEscaping.Escape(path, PathCharacters);
            if (escaped.Length > 0 && escaped[0] != '/' && host.Length > 0) url.Append('/');
            int colon = escaped.IndexOf(':');
            bool looksLikeScheme = url.Length == 0 && colon >= 0 && escaped.LastIndexOf('/', colon) < 0;
            url.Append(looksLikeScheme ? "./" : "").Append(escaped);
        }

        if (query.Length > 0) url.Append('?').Append(query);
        if (fragment.Length > 0) url.Append('#').Append(UrlEscaping.Escape(fragment, FragmentCharacters));
        return url.ToString();
    }

    private static string Part(GoMap map, string key)
    {
        if (!map.TryGet(key, out GoValue value)) return "";
        if (value.Kind == GoKind.String) return value.AsString;
        string message = string.Format(CultureInfo.InvariantCulture, "The value of '{0}' must be a string, but it is {1}.", key, Describe.Value(value));
        throw new FunctionException(message);
    }

    // The URL itself may hold a password.
    private static FunctionException Invalid(string why) => new($"The text is not a URL: {why}.");
}
