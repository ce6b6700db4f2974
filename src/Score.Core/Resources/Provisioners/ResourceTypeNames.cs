using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;

namespace Score.Core.Resources.Provisioners;

/// <summary>Finds the type that somebody meant by another name.</summary>
internal static class ResourceTypeNames
{
    // Names under which people know what the types stand for.
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pg"] = "postgres",
        ["postgresdb"] = "postgres",
        ["postgresql"] = "postgres",
        ["mongo"] = "mongodb",
        ["mariadb"] = "mysql",
        ["sqlserver"] = "mssql",
        ["sql-server"] = "mssql",
        ["rabbitmq"] = "amqp",
        ["rabbit"] = "amqp",
        ["kafka"] = "kafka-topic",
        ["elastic"] = "elasticsearch",
        ["bucket"] = "s3",
        ["minio"] = "s3",
        ["redis-cache"] = "redis",
        ["valkey"] = "redis",
        ["env"] = "environment",
        ["environment-variables"] = "environment",
        ["secrets"] = "secret",
        ["password"] = "secret",
        ["persistent-volume"] = "volume",
        ["workload"] = "service",
        ["ingress"] = "route",
        ["domain"] = "dns",
    };

    /// <summary>The known type that another one stands for or is spelt like, or null.</summary>
    /// <param name="type">The type as written.</param>
    /// <param name="known">The types that there are.</param>
    public static string? Meant(string type, IReadOnlyCollection<string> known) =>
        Others.TryGetValue(type, out string? meant) && known.Contains(meant) ? meant : Suggestion.Find(type, known);
}
