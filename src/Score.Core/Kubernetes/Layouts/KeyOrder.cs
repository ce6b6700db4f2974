using System;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>
/// One order of keys for all objects, whoever made them: what an object is first, then what belongs to it, then what it runs.
/// Keys that nothing is said of keep their order.
/// </summary>
internal static class KeyOrder
{
    private static readonly Keys Root = new(["apiVersion", "kind", "metadata", "immutable", "type", "data", "stringData", "binaryData", "spec"], ["status"]);

    private static readonly Keys Metadata = new(["name", "generateName", "namespace", "labels", "annotations"], []);

    private static readonly Keys Labels = new(
        ["app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component", "app.kubernetes.io/managed-by"], []);

    private static readonly Keys Spec = new(["type", "clusterIP", "serviceName", "replicas"],
        ["selector", "ports", "jobTemplate", "template", "volumeClaimTemplates"]);

    private static readonly Keys Pod = new(
        ["serviceAccountName", "automountServiceAccountToken", "enableServiceLinks", "imagePullSecrets", "priorityClassName", "securityContext"],
        ["initContainers", "containers", "volumes", "restartPolicy", "terminationGracePeriodSeconds"]);

    private static readonly Keys Container = new(
        ["name", "image", "imagePullPolicy", "command", "args", "restartPolicy", "ports", "envFrom", "env", "resources", "securityContext", "volumeMounts"],
        ["startupProbe", "livenessProbe", "readinessProbe"]);

    /// <summary>The object with its keys in order. It is not changed itself.</summary>
    public static YamlMapping Of(YamlMapping manifest)
    {
        YamlMapping result = Object(manifest, Root);
        return result["spec"] is YamlMapping spec ? ManifestParts.With(result, "spec", OfSpec(spec)) : result;
    }

    private static YamlMapping Object(YamlMapping mapping, Keys keys)
    {
        YamlMapping result = keys.Sort(mapping);
        if (result["metadata"] is not YamlMapping metadata) return result;
        YamlMapping sorted = Metadata.Sort(metadata);
        return ManifestParts.With(result, "metadata",
            sorted["labels"] is YamlMapping labels ? ManifestParts.With(sorted, "labels", Labels.Sort(labels)) : sorted);
    }

    private static YamlMapping OfSpec(YamlMapping spec)
    {
        YamlMapping result = Spec.Sort(spec);
        if (result["selector"] is YamlMapping selector) result = ManifestParts.With(result, "selector", OfSelector(selector));
        if (result["jobTemplate"] is YamlMapping job) result = ManifestParts.With(result, "jobTemplate", Of(job));
        if (result["template"] is YamlMapping template && template["spec"] is YamlMapping pod)
            result = ManifestParts.With(result, "template", ManifestParts.With(Object(template, Root), "spec", OfPod(pod)));
        if (result["volumeClaimTemplates"] is YamlSequence claims)
            result = ManifestParts.With(result, "volumeClaimTemplates", Each(claims, Of));
        return result;
    }

    private static YamlMapping OfSelector(YamlMapping selector) =>
        selector["matchLabels"] is YamlMapping labels ? ManifestParts.With(selector, "matchLabels", Labels.Sort(labels)) : Labels.Sort(selector);

    private static YamlMapping OfPod(YamlMapping pod)
    {
        YamlMapping result = Pod.Sort(pod);
        foreach (string list in (string[])["initContainers", "containers"])
        {
            if (result[list] is YamlSequence containers) result = ManifestParts.With(result, list, Each(containers, Container.Sort));
        }

        return result;
    }

    private static YamlSequence Each(YamlSequence list, Func<YamlMapping, YamlMapping> change)
    {
        YamlSequence changed = new() { Span = list.Span };
        foreach (YamlNode item in list.Items) changed.Items.Add(item is YamlMapping mapping ? change(mapping) : item);
        return changed;
    }

    /// <summary>The keys that come first and last.</summary>
    private sealed class Keys(string[] first, string[] last)
    {
        public YamlMapping Sort(YamlMapping mapping)
        {
            YamlMapping sorted = new() { Span = mapping.Span };
            Add(sorted, mapping, first);
            foreach (YamlEntry entry in mapping)
            {
                if (Array.IndexOf(last, entry.Name) < 0) sorted.TryAdd(entry.Key, entry.Value);
            }

            Add(sorted, mapping, last);
            return sorted;
        }

        private static void Add(YamlMapping sorted, YamlMapping mapping, string[] keys)
        {
            foreach (string key in keys)
            {
                if (mapping.Find(key) is { } entry) sorted.TryAdd(entry.Key, entry.Value);
            }
        }
    }
}
