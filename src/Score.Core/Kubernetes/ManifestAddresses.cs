using System.Collections.Generic;
using System.Linq;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>
/// Where workloads are reached from outside of a cluster: the URLs of routes. Which port the gateway listens on, and whether it
/// speaks TLS, is known in the cluster only.
/// </summary>
internal static class ManifestAddresses
{
    /// <summary>The addresses, in the order in which the routes were provisioned.</summary>
    public static IEnumerable<PublishedAddress> Of(KubernetesProject project)
    {
        HashSet<string> there = [.. project.Manifests.Where(m => m["metadata"] is YamlMapping).Select(m => ManifestId.Of(m).ToString())];
        foreach (ResourceAdditions added in project.Resources.Additions)
        {
            bool isMade = added.Items<YamlMapping>(KubernetesPlatform.Manifests).Any(m => there.Contains(ManifestId.Of(m).ToString()));
            if (isMade && Routes.UrlOf(added, "") is { } url) yield return new PublishedAddress(url, "", added.Node.Uid);
        }
    }
}
