using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Platforms;
using Score.Core.Resources.Secrets;
using Score.Core.Text;

namespace Score.MSBuild;

/// <content>Secrets, and the files with their values.</content>
public sealed partial class GenerateK8sManifests
{
    private const string StoreProperty = "ScoreK8sSecretStore";
    private const int MaxShown = 3;

    private readonly Dictionary<string, ExistingSecrets> _existing = new(StringComparer.Ordinal);

    /// <summary>Where Secrets go: <c>Separate</c> (the default), <c>Inline</c>, <c>External</c> or <c>ExternalSecrets</c>.</summary>
    public string Secrets { get; set; } = "";

    /// <summary>The name of the store that ExternalSecrets name, such as <c>vault</c>.</summary>
    public string SecretStore { get; set; } = "";

    /// <summary>The kind of that store: <c>SecretStore</c> (the default) or <c>ClusterSecretStore</c>.</summary>
    public string SecretStoreKind { get; set; } = "";

    /// <summary>Whether the build runs on a build agent, where a new key of random values is an error: <c>true</c> or anything else.</summary>
    public string IsContinuousIntegration { get; set; } = "";

    private bool IsHelm => string.Equals(Layout, nameof(ManifestLayout.Helm), StringComparison.OrdinalIgnoreCase);

    private bool IsFile => !IsHelm && !string.Equals(Layout, nameof(ManifestLayout.Kustomize), StringComparison.OrdinalIgnoreCase);

    // Beside what it belongs to. A chart is packed with all that is in its folder.
    private string SecretsOfFile => Path.ChangeExtension(ManifestsFile.ItemSpec, null) + ".secrets" + Path.GetExtension(ManifestsFile.ItemSpec);

    private string SecretsOfChart => IsProjectFolder ? "values.secrets.yaml" : ManifestsDirectory.ItemSpec.TrimEnd('/', '\\') + ".secrets.yaml";

    private bool IsProjectFolder => PathComparer.Equals(FullPath(ManifestsDirectory).TrimEnd('/', '\\'), FullPath(ProjectDirectory).TrimEnd('/', '\\'));

    /// <inheritdoc/>
    private protected override PlatformBuild Run(WorkloadSet workloads, BuildOptions options, DiagnosticBag diagnostics)
    {
        DiagnosticBag found = new();
        PlatformBuild build = base.Run(workloads, options, found);
        if (build.Patched is KubernetesProject { Secrets.Again: { } given })
        {
            found = new DiagnosticBag();
            SecretValues secrets = new(name => Environment.GetEnvironmentVariable(name) ?? (given.TryGetValue(name, out string? value) ? value : null));
            build = base.Run(workloads, options with { Secrets = secrets }, found);
        }

        diagnostics.AddRange(found);
        if (Shared.MadeSeed.Length > 0 && !Verifies && !diagnostics.HasErrors) CheckSeed(build, diagnostics);
        return build;
    }

    private SecretsOptions ReadSecrets(DiagnosticBag diagnostics)
    {
        SecretsMode mode = (SecretsMode)Option("ScoreK8sSecrets", Secrets, PropertyWords.SecretsMode, diagnostics);
        int kind = Option("ScoreK8sSecretStoreKind", SecretStoreKind, PropertyWords.SecretStoreKind, diagnostics);
        string storeKind = PropertyWords.SecretStoreKind[kind];
        if (mode == SecretsMode.ExternalSecrets && SecretStore.Length == 0)
            diagnostics.Add(DiagnosticDescriptors.NoSecretStore, Project.PropertyPlace, new Phrase($"a {storeKind}"));
        else if (SecretStore.Length > 0 && !DnsName.IsSubdomain(SecretStore))
            AddInvalidProperty(StoreProperty, SecretStore, new Phrase("lower-case letters, digits, '-' and '.', as in 'vault'"), diagnostics);
        return new SecretsOptions(mode) { Store = SecretStore, StoreKind = storeKind, Existing = environment => ReadExisting(environment, diagnostics) };
    }

    // The values move along when the layout changes: what the last build wrote is known.
    private ExistingSecrets ReadExisting(string environment, DiagnosticBag diagnostics)
    {
        if (_existing.TryGetValue(environment, out ExistingSecrets? known)) return known;
        ExistingSecrets existing = _existing[environment] = new ExistingSecrets();
        SecretsReader reader = new(existing, diagnostics);
        bool isOverlay = environment != EnvironmentName;
        string folder = FullPath(ManifestsDirectory);
        if (isOverlay) reader.ReadFolder(Path.Combine(folder, "overlays", environment, SecretFiles.Folder));
        if (isOverlay) return existing;

        if (IsFile) reader.ReadObjects(Absolute(SecretsOfFile), keeps: true);
        else if (IsHelm) reader.ReadValues(Absolute(SecretsOfChart));
        else ReadFolders();
        string overlays = Path.Combine(folder, "overlays") + Path.DirectorySeparatorChar;
        foreach (string path in Notes.ReadPaths(NotesFile, OutputKind.Secrets).Where(p => !p.StartsWith(overlays, StringComparison.Ordinal)))
        {
            if (Path.GetFileName(path) == ".gitignore") reader.ReadFolder(Path.GetDirectoryName(path)!);
            if (!path.EndsWith(".secrets.yaml", StringComparison.Ordinal)) continue;
            reader.ReadObjects(path, keeps: false);
            reader.ReadValues(path);
        }

        return existing;

        void ReadFolders()
        {
            reader.ReadFolder(Path.Combine(folder, "base", SecretFiles.Folder));
            reader.ReadFolder(Path.Combine(folder, SecretFiles.Folder));
        }
    }

    private void AddSecrets(OutputFiles outputs, IReadOnlyList<PlatformFile> files, DiagnosticBag diagnostics)
    {
        foreach (PlatformFile file in files.Where(f => f.Kind == PlatformFileKind.Secrets))
        {
            string shown = IsFile ? SecretsOfFile : IsHelm ? SecretsOfChart : Path.Combine(ManifestsDirectory.ItemSpec, file.Path);
            string path = Absolute(shown);
            outputs.AddSecret(path, shown, IsFile ? "ScoreK8sManifestsFile" : "ScoreK8sManifestsDirectory", file.Bytes,
                isNewOnly: Path.GetFileName(path) == ".gitignore");
            bool isChanged = BoundedFile.Read(path, file.Bytes.Length).Bytes is not { } existing || !existing.SequenceEqual(file.Bytes);
            if ((IsFile || IsHelm) && isChanged && GitIgnore.Covers(path) == false)
                diagnostics.Add(DiagnosticDescriptors.SecretsNotIgnored, SourceSpan.WholeFile(path), shown, Path.GetFileName(path));
        }

        HashSet<string> current = new(outputs.PathsOf(OutputKind.Secrets), PathComparer);
        List<string> gone = Notes.ReadPaths(NotesFile, OutputKind.Secrets).Where(p => !current.Contains(p) && File.Exists(p)).ToList();
        if (gone.Count == 0) return;

        // Of those in one folder one stands for all.
        string first = gone.Find(p => Path.GetFileName(p) == ".gitignore") is { } ignore ? Path.GetDirectoryName(ignore)! : gone[0];
        diagnostics.Add(DiagnosticDescriptors.SecretsNotUsed, SourceSpan.WholeFile(first), RelativePath.Of(first, Project.Directory));
    }

    // A build that does not keep values apart is done once more to find out which they are.
    private void CheckSeed(PlatformBuild build, DiagnosticBag diagnostics)
    {
        KubernetesProject project = (KubernetesProject)build.Patched;
        if (project.Options.Secrets.Mode == SecretsMode.Inline)
        {
            BuildOptions options = build.Options with { Secrets = new SecretValues(Environment.GetEnvironmentVariable) };
            project = (KubernetesProject)PlatformBuild.Run(build.Workloads, options, new DiagnosticBag()).Patched;
        }
        else if (project.Options.Secrets.Mode != SecretsMode.Separate)
        {
            return;
        }

        IReadOnlyList<string> unknown = project.Secrets.Unknown;
        if (unknown.Count == 0) return;
        string more = unknown.Count > MaxShown ? $" and {unknown.Count - MaxShown} more" : "";
        Phrase names = new(string.Join(", ", unknown.Take(MaxShown).Select(n => $"'{n}'")) + more);
        bool isError = string.Equals(IsContinuousIntegration, "true", StringComparison.OrdinalIgnoreCase);
        diagnostics.Add(isError ? DiagnosticDescriptors.NewSeedInSecretOfCi : DiagnosticDescriptors.NewSeedInSecret, Project.PropertyPlace, names);

        // Or the next build of the same agent would take it for one that is in use.
        if (isError) Try(Shared.MadeSeed, diagnostics, () => File.Delete(Shared.MadeSeed));
    }

    private string Absolute(string path) => Path.GetFullPath(Path.Combine(FullPath(ProjectDirectory), path));
}
