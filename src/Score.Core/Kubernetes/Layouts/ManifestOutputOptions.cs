using System.Collections.Generic;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>What the files of Kubernetes objects depend on besides the objects.</summary>
/// <param name="ScoreFiles">The names of the score files, without folders, so that the text is the same on every machine.</param>
internal sealed record ManifestOutputOptions(IReadOnlyList<string> ScoreFiles)
{
    /// <summary>The namespace that the translation gave to all objects, or empty.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the only file of <see cref="ManifestLayout.File"/>.</summary>
    public string FileName { get; init; } = "manifests.yaml";

    /// <summary>The name of the Helm chart. What a chart's name cannot hold is replaced.</summary>
    public string ChartName { get; init; } = "";

    /// <summary>What the Helm chart is, in a sentence; one of our own when empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The version of the application in the Helm chart, such as <c>1.4.0-rc.1</c>, of which the chart's own is made; not given when empty.</summary>
    public string AppVersion { get; init; } = "";
}
