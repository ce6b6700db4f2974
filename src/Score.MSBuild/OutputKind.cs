namespace Score.MSBuild;

/// <summary>
/// What a generated file is: the metadata <c>Kind</c> of the item <c>ScoreGeneratedFile</c>. The value is the number of the list of such
/// files in the notes.
/// </summary>
internal enum OutputKind
{
    /// <summary>The Compose file.</summary>
    Compose = Notes.Compose + Notes.Kinds,

    /// <summary>The Compose file of the resources alone, for runs on this machine.</summary>
    Resources,

    /// <summary>A file with the values of this machine.</summary>
    EnvironmentFile,

    /// <summary>A file that containers mount, or one about these.</summary>
    Mount,

    /// <summary>Kubernetes manifests.</summary>
    Manifest = Notes.Kubernetes + Notes.Kinds,

    /// <summary>A <c>kustomization.yaml</c>.</summary>
    Kustomization,

    /// <summary>The <c>Chart.yaml</c> of a Helm chart.</summary>
    Chart,

    /// <summary>The values of a Helm chart.</summary>
    Values,

    /// <summary>A file with the values of Secrets.</summary>
    Secrets,
}
