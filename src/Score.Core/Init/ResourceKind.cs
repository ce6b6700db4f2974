using System;
using System.Collections.Generic;
using System.Linq;

namespace Score.Core.Init;

/// <summary>A type of resource, and how .NET libraries connect to it.</summary>
/// <param name="Type">The type.</param>
/// <param name="DefaultName">The name of a resource for which nothing says one.</param>
/// <param name="Packages">The packages that are used with it: whole names, or beginnings of names, which end with an asterisk.</param>
/// <param name="Words">What the name of a connection string may contain that is for it.</param>
/// <param name="Connection">The connection string, with <c>@</c> in the place of <c>resources.NAME.</c>; null when there is none.</param>
internal sealed record ResourceKind(string Type, string DefaultName, string[] Packages, string[] Words, string? Connection)
{
    /// <summary>All that can be guessed.</summary>
    public static readonly IReadOnlyList<ResourceKind> All =
    [
        new("postgres", "db", ["Npgsql*", "Aspire.Npgsql*", "Marten*"], ["postgres", "npgsql"],
            "Host=${@host};Port=${@port};Database=${@name};Username=${@username};Password=${@password}"),
        new("mssql", "db", ["Microsoft.Data.SqlClient", "System.Data.SqlClient", "Microsoft.EntityFrameworkCore.SqlServer*", "Aspire.Microsoft.Data.SqlClient",
                "Aspire.Microsoft.EntityFrameworkCore.SqlServer"], ["sqlserver", "mssql"],
            "Server=${@server},${@port};Database=${@database};User ID=${@username};Password=${@password};TrustServerCertificate=true"),
        new("mysql", "db", ["MySqlConnector*", "MySql.Data*", "Pomelo.EntityFrameworkCore.MySql*", "MySql.EntityFrameworkCore*", "Aspire.MySqlConnector",
                "Aspire.Pomelo*"], ["mysql", "mariadb"],
            "Server=${@host};Port=${@port};Database=${@name};User ID=${@username};Password=${@password}"),
        new("mongodb", "mongo", ["MongoDB.Driver*", "MongoDB.EntityFrameworkCore", "Aspire.MongoDB*"], ["mongo"], "${@connection}"),
        new("redis", "cache", ["StackExchange.Redis*", "Microsoft.Extensions.Caching.StackExchangeRedis",
                "Microsoft.AspNetCore.OutputCaching.StackExchangeRedis", "Microsoft.AspNetCore.DataProtection.StackExchangeRedis",
                "Microsoft.AspNetCore.SignalR.StackExchangeRedis", "Aspire.StackExchange.Redis*"], ["redis", "cache", "valkey"],
            "${@host}:${@port},user=${@username},password=${@password}"),
        new("amqp", "queue", ["RabbitMQ.Client*", "MassTransit.RabbitMQ", "EasyNetQ*", "Aspire.RabbitMQ*"], ["rabbit", "amqp"],
            "amqp://${@username}:${@password}@${@host}:${@port}/${@vhost}"),
        new("kafka-topic", "topic", ["Confluent.Kafka*", "Aspire.Confluent.Kafka"], ["kafka"], "${@host}:${@port}"),
        new("elasticsearch", "search", ["Elastic.Clients.Elasticsearch*", "NEST", "Aspire.Elastic*"], ["elastic"],
            "http://${@username}:${@password}@${@host}:${@port}"),
        new("s3", "bucket", ["AWSSDK.S3"], [], null),
    ];

    /// <summary>Whether the type is a database that is reached by SQL.</summary>
    public bool IsSql => DefaultName == "db";

    /// <summary>The kind of a type.</summary>
    public static ResourceKind Of(string type) => All.First(k => k.Type == type);

    /// <summary>The first of the packages that is used with this; null when none is.</summary>
    public string? PackageAmong(IEnumerable<string> packages) =>
        packages.Where(p => Array.Exists(Packages, known => Fits(p, known))).OrderBy(p => p, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The variables that connect the application to a resource.</summary>
    /// <param name="resource">The resource's name.</param>
    /// <param name="connection">The name of the connection string, as the name of a variable has it; null when the application has none.</param>
    public IReadOnlyList<KeyValuePair<string, string>> Variables(string resource, string? connection)
    {
        List<KeyValuePair<string, string>> variables = [];
        if (Type == "s3")
        {
            Add("AWS_ENDPOINT_URL_S3", "${@endpoint}");
            Add("AWS_REGION", "${@region}");
            Add("AWS_ACCESS_KEY_ID", "${@access_key_id}");
            Add("AWS_SECRET_ACCESS_KEY", "${@secret_key}");
            Add("S3__Bucket", "${@bucket}");
            return variables;
        }

        if (Type == "kafka-topic" && connection is null)
        {
            Add("Kafka__BootstrapServers", Connection!);
            Add("Kafka__Topic", "${@name}");
            return variables;
        }

        Add("ConnectionStrings__" + (connection ?? char.ToUpperInvariant(DefaultName[0]) + DefaultName.Substring(1)), Connection!);
        return variables;

        void Add(string name, string value) => variables.Add(new KeyValuePair<string, string>(name, value.Replace("${@", $"${{resources.{resource}.")));
    }

    private static bool Fits(string package, string known)
    {
        if (known[known.Length - 1] != '*') return string.Equals(package, known, StringComparison.OrdinalIgnoreCase);
        string beginning = known.Substring(0, known.Length - 1);
        return package.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
            && (package.Length == beginning.Length || package[beginning.Length] == '.');
    }
}
