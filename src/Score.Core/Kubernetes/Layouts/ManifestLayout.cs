namespace Score.Core.Kubernetes.Layouts;

/// <summary>How Kubernetes objects are spread over files.</summary>
internal enum ManifestLayout
{
    /// <summary>All in one file.</summary>
    File,

    /// <summary>A folder for <c>kubectl apply -k</c>: one file for each object, and a kustomization.yaml.</summary>
    Kustomize,

    /// <summary>A Helm chart.</summary>
    Helm,
}
