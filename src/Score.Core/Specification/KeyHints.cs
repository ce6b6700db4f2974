using System;
using System.Collections.Generic;
using System.Linq;
using NJsonSchema;
using Score.Core.Diagnostics;

namespace Score.Core.Specification;

/// <summary>What to do about an unknown key: the mistakes that public score files make, else the closest known key.</summary>
internal static class KeyHints
{
    private const string ProbeTimings = "Score has no probe timings; the platform chooses them. Remove the key.";
    private const string Ports = "Ports belong to the workload: write them under 'service.ports' at the top level, each with a name.";
    private const string OldResource = "This is an older form of Score: remove it, and put inputs for the provisioner under 'params'.";

    private const string Patch = "Score has no key for it; change what the build writes with an item ScorePatch.";
    private const string Replicas = "For Kubernetes, set the annotation 'k8s.score.dev/replicas' under 'metadata.annotations'.";
    private const string Route = "Use a resource of type 'route'.";

    private static readonly Dictionary<string, string> Container = new(StringComparer.Ordinal)
    {
        ["env"] = "Use 'variables', a mapping from names to values.",
        ["environment"] = "Use 'variables', a mapping from names to values.",
        ["envFrom"] = "Use 'variables', with placeholders such as ${resources.NAME.OUTPUT}.",
        ["ports"] = Ports,
        ["port"] = Ports,
        ["expose"] = Ports,
        ["entrypoint"] = "Use 'command'.",
        ["cmd"] = "Use 'args', or 'command' to replace the image's entry point.",
        ["healthcheck"] = "Use 'livenessProbe' or 'readinessProbe'.",
        ["startupProbe"] = "Score has 'livenessProbe' and 'readinessProbe' only.",
        ["depends_on"] = "Use 'before' on the container that starts first; other workloads are reached through 'resources'.",
        ["dependsOn"] = "Use 'before' on the container that starts first; other workloads are reached through 'resources'.",
        ["volumeMounts"] = "Use 'volumes', a mapping from paths in the container.",
        ["build"] = "Set 'image: .' and let the build say which image that is.",
        ["name"] = "The container's name is its key under 'containers'.",
        ["limits"] = "Put it under 'resources'.",
        ["requests"] = "Put it under 'resources'.",
        ["liveness"] = "Use 'livenessProbe'.",
        ["readiness"] = "Use 'readinessProbe'.",
        ["secrets"] = "Use a resource, and 'variables' with placeholders such as ${resources.NAME.OUTPUT}.",
        ["imagePullPolicy"] = "For Kubernetes, set the annotation 'k8s.score.dev/image-pull-policy' under 'metadata.annotations'.",
        ["replicas"] = Replicas,
        ["securityContext"] = Patch,
        ["privileged"] = Patch,
        ["user"] = Patch,
        ["workingDir"] = Patch,
        ["working_dir"] = Patch,
        ["restart"] = Patch,
        ["networks"] = Patch,
        ["labels"] = Patch,
        ["lifecycle"] = Patch,
    };

    private static readonly Dictionary<string, string> Probe = new(StringComparer.Ordinal)
    {
        ["initialDelaySeconds"] = ProbeTimings,
        ["periodSeconds"] = ProbeTimings,
        ["timeoutSeconds"] = ProbeTimings,
        ["successThreshold"] = ProbeTimings,
        ["failureThreshold"] = ProbeTimings,
        ["terminationGracePeriodSeconds"] = ProbeTimings,
        ["interval"] = ProbeTimings,
        ["timeout"] = ProbeTimings,
        ["retries"] = ProbeTimings,
        ["tcpSocket"] = "Score probes by 'httpGet' or 'exec'.",
        ["grpc"] = "Score probes by 'httpGet' or 'exec'.",
        ["command"] = "Put it under 'exec'.",
        ["path"] = "Put it under 'httpGet'.",
        ["port"] = "Put it under 'httpGet'.",
    };

    private static readonly Dictionary<string, string> Resource = new(StringComparer.Ordinal)
    {
        ["properties"] = OldResource,
        ["parameters"] = "Use 'params'.",
        ["inputs"] = "Use 'params'.",
        ["outputs"] = "The provisioner decides the outputs; remove the key.",
        ["annotations"] = "Put it under 'metadata'.",
        ["name"] = "The resource's name is its key under 'resources'.",
        ["uri"] = "Use 'type'.",
    };

    private static readonly Dictionary<string, string> Root = new(StringComparer.Ordinal)
    {
        ["kind"] = "A score file has no 'kind'; remove it.",
        ["spec"] = "A score file has no 'spec'; its keys stand at the top level.",
        ["version"] = "A score file has no 'version'; remove it.",
        ["name"] = "Put it under 'metadata'.",
        ["annotations"] = "Put it under 'metadata'.",
        ["ports"] = "Put it under 'service'.",
        ["dependencies"] = "Use 'resources'.",
        ["requires"] = "Use 'resources'.",
        ["image"] = "Put it under 'containers.NAME'.",
        ["variables"] = "Put it under 'containers.NAME'.",
        ["env"] = "Put it under 'containers.NAME.variables'.",
        ["volumes"] = "Put it under 'containers.NAME'.",
        ["workload"] = "The keys of a workload stand at the top level.",
        ["services"] = "Use 'service' for the ports of this workload; other workloads are score files of their own.",
        ["replicas"] = Replicas,
        ["route"] = Route,
        ["routes"] = Route,
        ["ingress"] = Route,
        ["labels"] = "Put it under 'metadata.annotations'.",
        ["namespace"] = "For Kubernetes, set the property ScoreK8sNamespace.",
    };

    private static readonly Dictionary<string, string> File = new(StringComparer.Ordinal)
    {
        ["target"] = "The path in the container is the key of this mapping; remove 'target'.",
        ["path"] = "The path in the container is the key of this mapping; a file of the project is named by 'source'.",
    };

    private static readonly Dictionary<string, string> Volume = new(StringComparer.Ordinal)
    {
        ["target"] = "The path in the container is the key of this mapping; remove 'target'.",
        ["mountPath"] = "The path in the container is the key of this mapping.",
        ["read_only"] = "Use 'readOnly'.",
        ["subPath"] = "Use 'path'.",
        ["name"] = "Use 'source'.",
    };

    private static readonly Dictionary<string, string> Port = new(StringComparer.Ordinal)
    {
        ["containerPort"] = "Use 'targetPort'.",
        ["published"] = "Score does not publish ports on the host; the platform does.",
        ["expose"] = "Score does not publish ports on the host; the platform does.",
        ["nodePort"] = "Score does not publish ports on the host; the platform does.",
        ["name"] = "The port's name is its key under 'ports'.",
    };

    private static readonly Dictionary<string, string> HttpGet = new(StringComparer.Ordinal)
    {
        ["headers"] = "Use 'httpHeaders', a list of 'name' and 'value'.",
        ["url"] = "Use 'path' and 'port'.",
    };

    private static readonly Dictionary<string, string> ContainerResources = new(StringComparer.Ordinal)
    {
        ["cpu"] = "Put it under 'limits' or 'requests'.",
        ["memory"] = "Put it under 'limits' or 'requests'.",
        ["reservations"] = "Use 'requests'.",
        ["limit"] = "Use 'limits'.",
        ["request"] = "Use 'requests'.",
    };

    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    /// <summary>The sentence for an unknown key, with a leading space.</summary>
    /// <param name="schema">The schema of the mapping that holds the key.</param>
    /// <param name="key">The key.</param>
    public static Phrase For(JsonSchema schema, string key)
    {
        if (Known(ScoreSchema.Instance.RuleOf(schema)).TryGetValue(key, out string? hint)) return new Phrase(" " + hint);
        return Suggestion.Find(key, schema.Properties.Keys) is { } meant
            ? new Phrase($" Did you mean '{meant}'?")
            : new Phrase($" Known keys: {string.Join(", ", schema.Properties.Keys.OrderBy(k => k, StringComparer.Ordinal))}.");
    }

    /// <summary>Whether there is more to say about an unknown key than which keys there are.</summary>
    public static bool Knows(ObjectRule rule, string key) => rule.Find(key) is null && (Known(rule).ContainsKey(key) || Meant(rule, key) is not null);

    /// <summary>The known key in whose place an unknown one stands, or null. That one is not missing then.</summary>
    public static string? Meant(ObjectRule rule, string key)
    {
        if (rule.Find(key) is not null) return null;
        string? other = (rule.Definition, key) switch
        {
            ("", "name") => "metadata",
            ("", "spec" or "workload" or "image" or "services") => "containers",
            ("container", "build") => "image",
            ("resource", "uri" or "kind") => "type",
            ("containerVolume", "name" or "volume" or "resource") => "source",
            ("containerFile", "path" or "file" or "text") => "source",
            ("servicePort", "containerPort" or "number" or "published" or "nodePort") => "port",
            ("httpProbe", "url") => "path",
            _ => null,
        };
        return other ?? (Known(rule).ContainsKey(key) ? null : Suggestion.Find(key, rule.Keys.Select(k => k.Name)));
    }

    private static Dictionary<string, string> Known(ObjectRule? rule)
    {
        if (rule == ScoreSpecification.Container) return Container;
        if (rule == ScoreSpecification.Probe) return Probe;
        if (rule == ScoreSpecification.Resource) return Resource;
        if (rule == ScoreSpecification.Root) return Root;
        if (rule == ScoreSpecification.File) return File;
        if (rule == ScoreSpecification.Volume) return Volume;
        if (rule == ScoreSpecification.Port) return Port;
        if (rule == ScoreSpecification.ContainerResources) return ContainerResources;
        return rule == ScoreSpecification.HttpGet ? HttpGet : None;
    }
}
