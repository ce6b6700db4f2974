namespace Score.Core.Kubernetes.Layouts;

/// <summary>How a Helm template writes a value.</summary>
internal enum HelmInsertForm
{
    /// <summary>As a text in quotes.</summary>
    Text,

    /// <summary>As a number, or whatever scalar it is.</summary>
    Scalar,

    /// <summary>As a mapping or list.</summary>
    Tree,
}
