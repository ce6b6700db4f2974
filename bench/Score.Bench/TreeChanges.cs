using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Settings;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>Changes score files in their structure, so that most of them can still be read.</summary>
internal sealed class TreeChanges
{
    private static readonly string[] Values =
    [
        "0", "1", "2", "65535", "100%", "true", "false", "a", "aa", "shop", "peer", "web", "side", "x:1", ".", "..", "-", "$", "$(A)", "$$(A)",
        "${metadata.name}", "${resources.db.host}", "${resources.db.password}", "${resources.env.A}", "${resources.data}", "{{ x }}", "{{", "}}", "a\n",
        "a\n\n", "a  \nb  ", "\ta", " ", "\u0085", "\u00e9", "---", "---\nb: c\n", "# x", "'", "\"", "null", "yes", "1e3", "0x1f", "2024-01-02",
        "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "NodePort", "LoadBalancer", "Recreate", "Restricted", "OnFailure", "@daily", "* * * * *",
        "*", "namespace", "10.0.0.0/8:80, ::/0", "/tmp", "/tmp, /data", "/etc/app", "/etc/app/a.conf", "/data", "/", "C:\\a\\b", "/a:b", "0000", "0777",
        "complete", "healthy", "started", "TCP", "UDP", "500m", "0.5", "128Mi", "64K",
        "postgres", "redis", "route", "dns", "service-port", "environment", "s3", "amqp", "kafka-topic", "mongodb", "mysql", "mssql", "elasticsearch",
        "postgres-instance", "volume", "shared", new string('a', 63), new string('b', 52),
    ];

    private readonly Random _random;
    private readonly Dictionary<string, List<YamlEntry>> _known = new(StringComparer.Ordinal);

    public TreeChanges(IEnumerable<YamlNode> files, int seed)
    {
        _random = new Random(seed);
        foreach (YamlNode file in files) Learn(file, "");
    }

    /// <summary>A file with changes in a few places.</summary>
    public YamlNode Change(YamlNode node, string parent = "")
    {
        switch (node)
        {
            case YamlSequence list:
                return new YamlSequence(list.Items.Select(i => Change(i, parent)));
            case YamlMapping mapping:
                YamlMapping changed = new();
                foreach (YamlEntry entry in mapping)
                {
                    if (_random.Next(150) == 0) continue;
                    changed.TryAdd(_random.Next(300) == 0 ? YamlScalar.String(Pick(Values)) : entry.Key, Change(entry.Value, entry.Name));
                }

                // What has been seen below the same key elsewhere fits here.
                while (_random.Next(12) == 0 && _known.TryGetValue(parent, out List<YamlEntry>? others))
                {
                    YamlEntry other = Pick(others);
                    changed.TryAdd(other.Key, Change(other.Value, other.Name));
                }

                while (parent == "annotations" && _random.Next(3) == 0) changed.Set(WorkloadIdentity.Prefix + Pick(KnownSettings.All).Name, Pick(Values));
                return changed;
            default:
                return _random.Next(100) == 0 ? YamlScalar.String(Pick(Values)) : node;
        }
    }

    private void Learn(YamlNode node, string parent)
    {
        if (node is YamlSequence list)
        {
            foreach (YamlNode item in list.Items) Learn(item, parent);
        }

        if (node is not YamlMapping mapping) return;
        if (!_known.TryGetValue(parent, out List<YamlEntry>? entries)) _known.Add(parent, entries = []);
        foreach (YamlEntry entry in mapping)
        {
            entries.Add(entry);
            Learn(entry.Value, entry.Name);
        }
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
