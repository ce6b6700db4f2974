using System.Linq;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>What a service waits for: its <c>depends_on</c>.</summary>
internal static class Dependencies
{
    private const string Key = "depends_on";

    // Where it has its place: before what the translator writes after it.
    private static readonly string[] Later = ["healthcheck", "deploy", "annotations"];

    /// <summary>A service that waits for one more; the service itself stays as it is, since an alias may refer to it.</summary>
    /// <param name="service">The service, with any form of <c>depends_on</c>.</param>
    /// <param name="name">What it waits for.</param>
    /// <param name="condition">Until when, such as <c>service_healthy</c>.</param>
    public static YamlMapping With(YamlMapping service, string name, string condition)
    {
        YamlMapping dependsOn = new();
        switch (service[Key])
        {
            case YamlMapping mapping:
                foreach (YamlEntry entry in mapping) dependsOn.Set(entry.Name, entry.Value);
                break;
            case YamlSequence names:
                foreach (YamlScalar other in names.Items.OfType<YamlScalar>()) dependsOn.Set(other.Text, Condition("service_started"));
                break;
        }

        dependsOn.Set(name, Condition(condition));
        return Set(service, Key, dependsOn, Later);
    }

    /// <summary>A mapping with one more entry, in the place of one with the same key, else before the first of some others.</summary>
    public static YamlMapping Set(YamlMapping mapping, string key, YamlNode value, string[] before)
    {
        YamlMapping result = new();
        bool isPlaced = mapping[key] is not null;
        foreach (YamlEntry entry in mapping)
        {
            if (!isPlaced && before.Contains(entry.Name)) result.Set(key, value);
            result.Set(entry.Key, entry.Name == key ? value : entry.Value);
        }

        result.Set(key, value);
        return result;
    }

    /// <summary>An entry of <c>depends_on</c>.</summary>
    public static YamlMapping Condition(string condition) => new() { ["condition"] = condition };
}
