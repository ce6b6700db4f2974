using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources.Stock;

/// <summary>
/// The provisioners that come along: an embedded file for each type, in the format of everybody's provisioner files. A file is
/// read when a resource asks for its type, so that the others cost nothing.
/// </summary>
internal sealed class StockProvisioners(Platform platform)
{
    // Written down, because looking for the files takes longer than reading one.
    private static readonly string[] ComposeTypes =
        ["amqp", "dns", "elasticsearch", "kafka-topic", "mongodb", "mssql", "mysql", "postgres", "postgres-instance", "redis", "route", "s3", "service", "volume"];

    // Without 'volume', which is an emptyDir with them or without them.
    private static readonly string[] KubernetesTypes =
        ["amqp", "dns", "elasticsearch", "kafka-topic", "mongodb", "mssql", "mysql", "postgres", "postgres-instance", "redis", "route", "s3", "service"];

    private readonly Dictionary<string, Provisioner> _read = new(StringComparer.Ordinal);

    /// <summary>The types of a platform, in ordinal order.</summary>
    public static IReadOnlyList<string> Types(Platform platform) => platform == Platform.Compose ? ComposeTypes : KubernetesTypes;

    /// <summary>The provisioner of a type, the same one each time; null when there is none.</summary>
    public Provisioner? Find(string type)
    {
        if (!Types(platform).Contains(type)) return null;
        if (!_read.TryGetValue(type, out Provisioner? provisioner)) _read.Add(type, provisioner = Read(type));
        return provisioner;
    }

    private Provisioner Read(string type)
    {
        using Stream stream = typeof(StockProvisioners).Assembly.GetManifestResourceStream($"Stock/{Folder(platform)}/{type}")!;
        using StreamReader text = new(stream);
        DiagnosticBag findings = new();
        ProvisionerFileReader reader = new(findings);
        bool isRead = reader.Read(new SourceText($"(stock) {type}.provisioners.yaml", text.ReadToEnd()));

        // Nothing that a user does can lead here; a test reads them all.
        if (!isRead || findings.HasErrors) throw new InvalidOperationException(findings.ToSortedList()[0].Message);
        return reader.Provisioners[0] with { IsStock = true };
    }

    // Not ToString, which reflects.
    private static string Folder(Platform platform) => platform == Platform.Kubernetes ? "Kubernetes" : "Compose";
}
