using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>What the files of Kubernetes objects depend on besides the objects.</summary>
/// <param name="ScoreFiles">The names of the score files, without folders, so that the text is the same on every machine.</param>
internal sealed record ManifestOutputOptions(IReadOnlyList<string> ScoreFiles)
{
    /// <summary>The namespace that the translation gave to all objects, or empty.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the only file of <see cref="ManifestLayout.File"/>.</summary>
    public string FileName { get; init; } = "manifests.yaml";

    /// <summary>The Secrets whose values go to files of their own.</summary>
    public IReadOnlyList<SecretObject> WrittenSecrets { get; init; } = [];

    /// <summary>Secrets that a user has put into the file with the values, as they stand there.</summary>
    public IReadOnlyList<YamlMapping> OtherSecrets { get; init; } = [];

    /// <summary>Those of the base, for the overlay of an environment.</summary>
    public IReadOnlyList<SecretObject> BaseSecrets { get; init; } = [];

    /// <summary>The secret values.</summary>
    public SecretValues Values { get; init; } = ConcealedSecrets.None.All;

    /// <summary>Lines for comments at the beginning of the first file.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The comments that the first file begins with.</summary>
    public string FirstHeader => ManifestsText.Header(ScoreFiles) + string.Concat(Notes.Select(n => $"# {n}".TrimEnd() + "\n"));

    /// <summary>The name of the Helm chart. What a chart's name cannot hold is replaced.</summary>
    public string ChartName { get; init; } = "";

    /// <summary>What the Helm chart is, in a sentence; one of our own when empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The version of the application in the Helm chart, such as <c>1.4.0-rc.1</c>, of which the chart's own is made; not given when empty.</summary>
    public string AppVersion { get; init; } = "";
}
