namespace Score.Core.Kubernetes.Layouts;

/// <summary>The dialect of YAML that objects are written in.</summary>
internal enum ManifestFormat
{
    /// <summary>Block style.</summary>
    Yaml,

    /// <summary>Kubernetes' own subset of flow style.</summary>
    Kyaml,
}
