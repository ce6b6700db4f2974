using System.Collections.Generic;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>
/// Makes workloads wait for the services of resources, by one service between them that waits for all of these and ends.
/// </summary>
internal static class WaitForResources
{
    /// <summary>The name of that service.</summary>
    public const string Name = "wait-for-resources";

    /// <summary>The image of services that only do a small thing and end.</summary>
    public const string Image = "alpine:3.22.1";

    private const string InitLabel = "dev.score.compose.labels.is-init-container";
    private const string WorkloadAnnotation = "compose.score.dev/workload-name";

    /// <summary>All services of a project.</summary>
    /// <param name="workloads">The services of workloads.</param>
    /// <param name="resources">The services of resources.</param>
    /// <param name="models">The models of each workload; null when there are none.</param>
    public static YamlMapping Add(YamlMapping workloads, YamlMapping resources, IReadOnlyDictionary<string, SortedSet<string>>? models)
    {
        YamlMapping all = new();
        foreach (YamlEntry entry in workloads)
        {
            YamlMapping service = (YamlMapping)entry.Value;
            if (resources.Count > 0) service = Dependencies.With(service, Name, "service_completed_successfully");
            if (models is not null) AddModels(service, models);
            all.Set(entry.Name, service);
        }

        foreach (YamlEntry entry in resources) all.Set(entry.Name, entry.Value);
        if (resources.Count == 0) return all;

        YamlMapping dependsOn = new();
        foreach (YamlEntry entry in resources.Sorted()) dependsOn.Set(entry.Name, Dependencies.Condition(ConditionOf((YamlMapping)entry.Value)));
        all[Name] = new YamlMapping { ["image"] = Image, ["command"] = YamlSequence.Strings((string[])["echo"]), ["depends_on"] = dependsOn };
        return all;
    }

    private static void AddModels(YamlMapping service, IReadOnlyDictionary<string, SortedSet<string>> models)
    {
        if (WorkloadOf(service) is { } workload && models.TryGetValue(workload, out SortedSet<string>? names))
            service.Set("models", YamlSequence.Strings(names));
    }

    private static string? WorkloadOf(YamlMapping service) => ((service["annotations"] as YamlMapping)?[WorkloadAnnotation] as YamlScalar)?.Text;

    private static string ConditionOf(YamlMapping service)
    {
        if (IsInit(service["labels"])) return "service_completed_successfully";
        return IsProbed(service["healthcheck"] as YamlMapping) ? "service_healthy" : "service_started";
    }

    private static bool IsInit(YamlNode? labels) => (labels as YamlMapping)?[InitLabel] is YamlScalar { Text: "true" };

    // Two ways to say that there is no check, also not that of the image. Waiting for it would never end.
    private static bool IsProbed(YamlMapping? check) =>
        check is not null
            && check["disable"] is not YamlScalar { Text: "true" }
            && (check["test"] as YamlSequence)?.Items is not [YamlScalar { Text: "NONE" }, ..];
}
