using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Resources.CommandProvisioner;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests.Reported;

/// <summary>A folder of tests/Reported, built for a platform as a build does it: provisioner files, programs, patches.</summary>
internal sealed class ReportedBuild
{
    private readonly DiagnosticBag _bag = new();
    private readonly string _folder;
    private readonly Platform _platform;

    private ReportedBuild(string name, Platform platform)
    {
        _folder = Path.Combine(ConformanceValidationTests.Folder(), "..", "Reported", name);
        _platform = platform;
        if (!Directory.Exists(_folder)) throw new DirectoryNotFoundException(_folder);
    }

    /// <summary>The findings by file and position, one a line: code, place and message.</summary>
    public string Findings => Check.Show(_bag.ToSortedList());

    /// <summary>Each finding as <c>FILE CODE (l,c)-(l,c)</c>, by file and position.</summary>
    public IReadOnlyList<string> Codes =>
        _bag.ToSortedList().Select(d => $"{Path.GetFileName(d.Span.File)} {d.Descriptor.Code} {Check.Place(d.Span)}").ToList();

    /// <summary>The only finding's message.</summary>
    public string Message => _bag.ToSortedList().Single().Message;

    /// <summary>Whether a build fails and writes nothing.</summary>
    public bool HasErrors => _bag.HasErrors;

    /// <summary>compose.yaml as a tree; null when the build fails or is not for Compose.</summary>
    public ComposeProject? Compose { get; private set; }

    /// <summary>The manifests; null when the build fails or is not for Kubernetes.</summary>
    public KubernetesProject? Kubernetes { get; private set; }

    /// <summary>The text of compose.yaml or of the manifests; empty when the build fails.</summary>
    public string Output =>
        Compose is { } compose ? YamlWriter.Write(compose.Content)
        : Kubernetes is { } kubernetes ? ManifestsText.Write(ManifestFormat.Yaml, kubernetes.Manifests, "")
        : "";

    /// <summary>What stands in compose.yaml, or in the list of manifests, at a path of keys and positions ('!' is a dot in a key): a scalar's text, else JSON;
    /// nothing when there is nothing.</summary>
    public string this[string path]
    {
        get
        {
            YamlNode? node = Compose is null ? Kubernetes!.Tree : Compose.Tree;
            foreach (string step in path.Split('.'))
            {
                node = node switch
                {
                    YamlMapping mapping => mapping[step.Replace('!', '.')],
                    YamlSequence list => list.Items.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture)),
                    _ => null,
                };
            }

            return node switch { null => "", YamlScalar scalar => scalar.Text, _ => CanonicalJson.Write(node) };
        }
    }

    /// <summary>Builds a folder for Compose.</summary>
    /// <param name="name">The folder's name.</param>
    /// <param name="read">The environment; empty when null.</param>
    public static ReportedBuild ForCompose(string name, Func<string, string?>? read = null)
    {
        ReportedBuild build = new(name, TestPlatforms.Compose);
        build.Compose = build.Run(read ?? (_ => null)) as ComposeProject;
        return build;
    }

    /// <summary>Builds a folder for Kubernetes.</summary>
    /// <param name="name">The folder's name.</param>
    /// <param name="read">The environment; empty when null.</param>
    public static ReportedBuild ForKubernetes(string name, Func<string, string?>? read = null)
    {
        ReportedBuild build = new(name, TestPlatforms.Kubernetes);
        build.Kubernetes = build.Run(read ?? (_ => null)) as KubernetesProject;
        return build;
    }

    // Null when there is an error.
    private PlatformProject? Run(Func<string, string?> read)
    {
        if (Load() is not { } workloads) return null;
        ProvisionerFileReader provisioners = new(TestPlatforms.Sections, _bag);
        string own = Path.GetDirectoryName(_platform.StateFile)!;
        foreach (string path in Files("*.provisioners.yaml", "", ".score", own)) provisioners.Read(Read(path));
        BuildOptions options = new(_platform, "reported", read, "")
        {
            Provisioners = provisioners.Provisioners,
            UseBuiltIn = true,
            Commands = new CommandOptions(_folder, CommandOptions.DefaultTimeout),
            Seed = () => [1],
            Patches = Files("*.tpl", "").Select(p => new PatchFile(Path.GetFileName(p), Read(p))).ToList(),
        };
        PlatformProject project = PlatformBuild.Run(workloads, options, _bag).Patched;
        return HasErrors ? null : project;
    }

    // Null when a file has errors, after which a build goes no further.
    private List<LoadedWorkload>? Load()
    {
        List<LoadedWorkload> workloads = [];
        foreach (string path in Directory.GetFiles(_folder, "score.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (WorkloadLoader.Load(Read(path), path, _bag) is { } workload) workloads.Add(workload);
        }

        return _bag.HasErrors ? null : workloads;
    }

    private IEnumerable<string> Files(string pattern, params string[] folders) => folders
        .Select(f => Path.Combine(_folder, f))
        .Where(Directory.Exists)
        .SelectMany(f => Directory.GetFiles(f, pattern))
        .OrderBy(f => Path.GetFileName(f), StringComparer.Ordinal);

    private SourceText Read(string path) => SourceReader.Decode(path, File.ReadAllBytes(path), _bag)!;
}
