using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Settings;
using Score.Core.Platforms;
using Score.Core.Specification;
using Score.Core.Tests.Resources;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes;

/// <summary>Score files translated to Kubernetes manifests.</summary>
internal sealed class Manifested
{
    private readonly DiagnosticBag _bag = new();

    public KubernetesProject Project { get; private set; } = null!;

    /// <summary>The findings, one a line.</summary>
    public string Findings => Check.Show(_bag.ToSortedList());

    /// <summary>The objects as <c>Kind/name</c>, in their order.</summary>
    public string Objects => string.Join(" ", Project.Manifests.Select(Id));

    /// <summary>What the user brings, as <c>Kind/name: keys</c>.</summary>
    public string External => string.Join(" ", Project.External.Select(o => $"{o.Kind}/{o.Name}:{string.Join(",", o.Keys)}"));

    /// <summary>What stands in an object at a path of keys and indexes: a scalar's text, else JSON; nothing when there is nothing.</summary>
    public string this[string id, string path]
    {
        get
        {
            YamlNode? node = Project.Manifests.FirstOrDefault(m => Id(m) == id);
            if (node is null) throw new InvalidOperationException($"There is no {id}: {Objects}");
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

    /// <summary>What stands in the pod of the workload <c>shop</c>.</summary>
    public string Pod(string path) => this["Deployment/shop", "spec.template.spec." + path];

    /// <summary>What stands in its first container.</summary>
    public string Container(string path) => Pod("containers.0." + path);

    /// <summary>Translates a score file. What has no errors is kept for the strict reader.</summary>
    public static Manifested From(string text, string provisioners = "", string? ns = null, bool generateNamespace = false, string image = "",
        string project = "project", SettingDefaults? defaults = null, bool isRestricted = false, string? otlp = null, [CallerFilePath] string file = "",
        [CallerMemberName] string test = "") =>
        From([text], provisioners, ns, generateNamespace, image, project, defaults, isRestricted, otlp, file, test);

    /// <summary>Translates score files.</summary>
    public static Manifested From(IEnumerable<string> texts, string provisioners = "", string? ns = null, bool generateNamespace = false, string image = "",
        string project = "project", SettingDefaults? defaults = null, bool isRestricted = false, string? otlp = null, [CallerFilePath] string file = "",
        [CallerMemberName] string test = "")
    {
        Manifested result = new();
        List<LoadedWorkload> workloads = [];
        foreach ((string text, int number) in texts.Select((t, i) => (t, i)))
        {
            string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"score-{number}.yaml");
            workloads.Add(WorkloadLoader.Load(SourceReader.Decode(path, Encoding.UTF8.GetBytes(text), result._bag)!, path, result._bag)!);
        }

        if (result._bag.HasErrors) throw new InvalidOperationException(result.Findings);
        KubernetesOptions options = new()
        {
            Image = image,
            Namespace = ns ?? "",
            GenerateNamespace = generateNamespace,
            Defaults = defaults ?? new SettingDefaults(),
            Telemetry = otlp is null ? null : new Telemetry(otlp),
        };
        BuildOptions build = new(new KubernetesPlatform(options), project, _ => null, "")
        {
            Provisioners = provisioners.Length == 0 ? [] : Provisioned.Read(provisioners),
            Seed = () => [1],
        };
        result.Project = (KubernetesProject)PlatformBuild.Run(workloads, build, result._bag).Patched;

        // The strict reader minds what this finding is about.
        if (!result._bag.HasErrors && !result.Findings.Contains(DiagnosticDescriptors.AutoscalerWithoutRequest.Code, StringComparison.Ordinal))
        {
            string key = Hexadecimal.OfHash(string.Concat(texts) + provisioners + ns, 6);
            ManifestArtifacts.Keep($"{System.IO.Path.GetFileNameWithoutExtension(file)}-{test}-{key}", result.Project, isRestricted);
        }

        return result;
    }

    /// <summary>Translates a score file in which findings are marked: one at each mark, and no others. Their codes and messages are given.</summary>
    public static string Finds(string marked, string provisioners = "", string image = "", [CallerFilePath] string file = "",
        [CallerMemberName] string test = "")
    {
        string text = Check.Strip(marked, out List<string> places);
        string findings = From(text, provisioners, image: image, file: file, test: test).Findings;
        List<string> found = findings.Split('\n').Select(f => f.Split(' ')[1].TrimEnd(':')).ToList();
        return found.SequenceEqual(places) ? findings : throw new InvalidOperationException($"Expected at {string.Join(" ", places)}: {findings}");
    }

    private static string Id(YamlMapping manifest) =>
        $"{((YamlScalar)manifest["kind"]!).Text}/{((YamlScalar)((YamlMapping)manifest["metadata"]!)["name"]!).Text}";
}
