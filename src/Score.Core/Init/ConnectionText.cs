using System;
using System.Collections.Generic;
using System.Linq;

namespace Score.Core.Init;

/// <summary>Tells by a connection string what it connects to. Its values go nowhere, as they may be secret.</summary>
internal static class ConnectionText
{
    private static readonly KeyValuePair<string, string>[] Schemes =
    [
        new("postgres://", "postgres"), new("postgresql://", "postgres"), new("mongodb://", "mongodb"), new("mongodb+srv://", "mongodb"),
        new("amqp://", "amqp"), new("amqps://", "amqp"), new("redis://", "redis"), new("rediss://", "redis"), new("mysql://", "mysql"),
    ];

    // Each belongs to the connection strings of one library only.
    private static readonly KeyValuePair<string, string>[] Keys =
    [
        new("initial catalog", "mssql"), new("trustservercertificate", "mssql"), new("trust server certificate", "mssql"),
        new("trusted_connection", "mssql"), new("integrated security", "mssql"), new("multipleactiveresultsets", "mssql"), new("attachdbfilename", "mssql"),
        new("search path", "postgres"), new("searchpath", "postgres"), new("include error detail", "postgres"), new("ssl mode", "postgres"),
        new("sslmode", "mysql"), new("allowpublickeyretrieval", "mysql"), new("allowuservariables", "mysql"), new("connectiontimeout", "mysql"),
        new("abortconnect", "redis"), new("bootstrap.servers", "kafka-topic"),
    ];

    /// <summary>The kind of resource that a connection string is for, or null.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The string, which may be empty.</param>
    /// <param name="packages">The kinds that the project's packages are for.</param>
    public static ResourceKind? KindOf(string name, string value, IReadOnlyCollection<ResourceKind> packages)
    {
        foreach (KeyValuePair<string, string> scheme in Schemes)
        {
            if (value.StartsWith(scheme.Key, StringComparison.OrdinalIgnoreCase)) return ResourceKind.Of(scheme.Value);
        }

        Dictionary<string, string> parts = Parts(value);
        string source = Part(parts, "data source", "datasource", "filename");
        if (source.Length > 0 && IsFile(source)) return null;
        foreach (KeyValuePair<string, string> key in Keys)
        {
            if (parts.ContainsKey(key.Key)) return ResourceKind.Of(key.Value);
        }

        if (source.Length > 0 || parts.ContainsKey("server") || parts.ContainsKey("host") || parts.ContainsKey("database")) return Database(parts, packages);
        ResourceKind? meant = ResourceKind.All.FirstOrDefault(k => k.Words.Any(w => name.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0));
        if (meant is not null) return meant;
        if (IsHostAndPort(value, out int port)) return PortOf(port);
        List<ResourceKind> databases = packages.Where(k => k.IsSql).ToList();
        return value.Trim().Length == 0 && databases.Count == 1 ? databases[0] : null;
    }

    // Several libraries take 'Server' and 'Database', so the package decides if there is only one.
    private static ResourceKind Database(Dictionary<string, string> parts, IReadOnlyCollection<ResourceKind> packages)
    {
        List<ResourceKind> databases = packages.Where(k => k.IsSql).ToList();
        if (databases.Count == 1) return databases[0];
        if (parts.ContainsKey("host") || parts.ContainsKey("username")) return ResourceKind.Of("postgres");
        if (Part(parts, "port") == "5432") return ResourceKind.Of("postgres");
        return ResourceKind.Of(parts.ContainsKey("port") || parts.ContainsKey("uid") || parts.ContainsKey("user") ? "mysql" : "mssql");
    }

    private static ResourceKind? PortOf(int port) => port switch
    {
        6379 => ResourceKind.Of("redis"),
        9092 => ResourceKind.Of("kafka-topic"),
        9200 => ResourceKind.Of("elasticsearch"),
        _ => null,
    };

    private static bool IsHostAndPort(string value, out int port)
    {
        string first = value.Split(',')[0];
        int colon = first.LastIndexOf(':');
        port = 0;
        return colon >= 0 && int.TryParse(first.Substring(colon + 1).TrimEnd('/'), out port);
    }

    // Of SQLite.
    private static bool IsFile(string source) =>
        source == ":memory:"
        || Array.Exists((string[])[".db", ".db3", ".sqlite", ".sqlite3", ".sdf"], e => source.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string> Parts(string value)
    {
        Dictionary<string, string> parts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in value.Split(';', ','))
        {
            int equals = part.IndexOf('=');
            if (equals > 0) parts[part.Substring(0, equals).Trim()] = part.Substring(equals + 1).Trim();
        }

        return parts;
    }

    private static string Part(Dictionary<string, string> parts, params string[] names)
    {
        foreach (string name in names)
        {
            if (parts.TryGetValue(name, out string? value)) return value;
        }

        return "";
    }
}
