using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Gives the objects of built-in servers what the params of resources say of them.</summary>
internal sealed class ServerObjects
{
    private static readonly string[] Pod = ["spec", "template", "spec"];

    private readonly ServerParams _params;

    /// <summary>Reads the params.</summary>
    /// <param name="additions">What the provisioners made of the resources.</param>
    /// <param name="diagnostics">Receives SCORE0363 and SCORE0364.</param>
    public ServerObjects(IReadOnlyList<ResourceAdditions> additions, DiagnosticBag diagnostics) =>
        _params = ServerParams.Of(additions, a => ServerOf(a) is { } server ? ManifestParts.Name(server) : null, diagnostics);

    /// <summary>The object that runs the built-in server of a resource; null when it has none.</summary>
    public static YamlMapping? ServerOf(ResourceAdditions added)
    {
        if (!added.Provisioner.IsBuiltIn) return null;
        foreach (YamlMapping manifest in added.Items<YamlMapping>(KubernetesPlatform.Manifests))
        {
            if (ManifestParts.Kind(manifest) == "StatefulSet") return manifest;
        }

        return null;
    }

    /// <summary>An object of a resource, with what is said of its server.</summary>
    public YamlMapping Of(YamlMapping manifest, ResourceAdditions added)
    {
        return _params.IsEmpty || ServerOf(added) is not { } server ? manifest : Of(manifest, server);
    }

    private YamlMapping Of(YamlMapping manifest, YamlMapping server)
    {
        string name = ManifestParts.Name(server);
        if (_params[name, ServerParams.Image] is { } image) manifest = WithImage(manifest, ImageOf(server), image);
        if (ManifestParts.Kind(manifest) != "StatefulSet") return manifest;
        if (manifest["spec"] is not YamlMapping spec || spec["volumeClaimTemplates"] is not YamlSequence claims) return manifest;
        YamlSequence sized = new(claims.Items.Select(c => Claim((YamlMapping)c, _params[name, ServerParams.Size], _params[name, ServerParams.StorageClass])));
        return ManifestParts.With(manifest, "spec", ManifestParts.With(spec, "volumeClaimTemplates", sized));
    }

    private static YamlMapping Claim(YamlMapping claim, string? size, string? storageClass)
    {
        if (size is not null) claim = ManifestParts.With(claim, ["spec", "resources", "requests", "storage"], YamlScalar.String(size));
        return storageClass is null || claim["spec"] is not YamlMapping spec
            ? claim
            : ManifestParts.With(claim, "spec", ManifestParts.With(spec, "storageClassName", YamlScalar.String(storageClass), after: "accessModes"));
    }

    // What sets a server up runs in the same image.
    private static YamlMapping WithImage(YamlMapping manifest, string from, string to)
    {
        if (ManifestParts.Mapping(manifest, Pod) is not { } pod) return manifest;
        foreach (string list in (string[])["initContainers", "containers"])
        {
            if (pod[list] is not YamlSequence containers) continue;
            pod = ManifestParts.With(pod, list, new YamlSequence(containers.Items.Select(c =>
                c is YamlMapping container && ManifestParts.Text(container, "image") == from
                    ? ManifestParts.With(container, "image", YamlScalar.String(to))
                    : c)));
        }

        return ManifestParts.With(manifest, Pod, pod);
    }

    private static string ImageOf(YamlMapping server) =>
        ManifestParts.Mapping(server, Pod)?["containers"] is YamlSequence { Items: [YamlMapping first, ..] } ? ManifestParts.Text(first, "image") : "";
}
