using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

/// <summary>Workloads with resources that the built-in provisioners serve, translated to Kubernetes manifests.</summary>
internal sealed class BuiltInManifests
{
    private readonly DiagnosticBag _bag = new();

    public KubernetesProject Project { get; private set; } = null!;

    /// <summary>The findings, one a line.</summary>
    public string Findings => Check.Show(_bag.ToSortedList());

    /// <summary>The objects of resources as <c>Kind/name</c>, in their order.</summary>
    public string Objects => string.Join(" ", OfResources.Select(Id));

    /// <summary>The objects of resources.</summary>
    public IReadOnlyList<YamlMapping> OfResources { get; private set; } = [];

    /// <summary>The manifests as text.</summary>
    public string Yaml => Write(Project.Manifests);

    /// <summary>What stands in an object at a path of keys and indexes: a scalar's text, else JSON; nothing when there is nothing.</summary>
    public string this[string id, string path] => Text(Object(id), path);

    /// <summary>Translates a workload <c>shop</c> with a port, which uses outputs of its resources.</summary>
    /// <param name="keep">The name under which the manifests are kept for the strict reader when they have no errors; a part of it when empty.</param>
    /// <param name="resources">The resources, one a line.</param>
    /// <param name="outputs">What to put into variables of their own.</param>
    public static BuiltInManifests Run(string keep, string resources, params string[] outputs) =>
        Translate(keep, [BuiltInSample.Score("shop", resources, outputs)]);

    /// <summary>Translates score files.</summary>
    public static BuiltInManifests Translate(string keep, IEnumerable<string> scores, RouteOptions? route = null, byte seed = 1, string project = "project",
        string provisioners = "", string state = "")
    {
        BuiltInManifests result = new();
        List<LoadedWorkload> workloads = [];
        foreach ((string text, int number) in scores.Select((t, i) => (t, i)))
        {
            string path = Path.Combine(Path.GetTempPath(), $"score-{number}.yaml");
            workloads.Add(WorkloadLoader.Load(SourceReader.Decode(path, Encoding.UTF8.GetBytes(text), result._bag)!, path, result._bag)!);
        }

        if (result._bag.HasErrors) throw new InvalidOperationException(result.Findings);
        BuildOptions options = new(new KubernetesPlatform(new KubernetesOptions { Route = route ?? RouteOptions.Default }), project, _ => null, "")
        {
            Provisioners = provisioners.Length == 0 ? [] : Provisioned.Read(provisioners),
            UseBuiltIn = true,
            Unknown = UnknownResources.Error,
            Seed = () => [seed],
            State = state.Length == 0 ? ExistingState.None : ExistingState.Read("state.yaml", new SourceText("state.yaml", state), result._bag)!,
        };
        PlatformBuild build = PlatformBuild.Run(workloads, options, result._bag);
        result.Project = (KubernetesProject)build.Patched;
        HashSet<string> made = build.Resources.Additions.SelectMany(a => a.Items<YamlMapping>(KubernetesPlatform.Manifests)).Select(Id)
            .ToHashSet(StringComparer.Ordinal);
        result.OfResources = result.Project.Manifests.Where(m => made.Contains(Id(m))).ToList();
        if (!result._bag.HasErrors) result.Keep($"stock-{keep}-{Hexadecimal.OfHash(result.Yaml, 6)}");
        return result;
    }

    /// <summary>An object by its <c>Kind/name</c>.</summary>
    public YamlMapping Object(string id) =>
        Project.Manifests.FirstOrDefault(m => Id(m) == id) ?? throw new InvalidOperationException($"There is no {id}: {Objects}");

    /// <summary>The name of the only object of a kind that a resource made and whose name begins so.</summary>
    public string Only(string kind, string start = "") => OfResources.Select(Id).Single(i => i.StartsWith($"{kind}/{start}", StringComparison.Ordinal));

    /// <summary>A variable of the workload's container: its value, or <c>Secret/key</c>.</summary>
    public string Variable(string name)
    {
        YamlSequence env = (YamlSequence)Node(Object("Deployment/shop"), "spec.template.spec.containers.0.env")!;
        YamlMapping variable = env.Items.OfType<YamlMapping>().Single(v => Text(v, "name") == name);
        return variable["value"] is { } value
            ? ((YamlScalar)value).Text
            : $"{Text(variable, "valueFrom.secretKeyRef.name")}/{Text(variable, "valueFrom.secretKeyRef.key")}";
    }

    /// <summary>The passwords and keys in the Secrets.</summary>
    public IReadOnlyList<string> Passwords => OfResources.Where(m => Text(m, "kind") == "Secret")
        .SelectMany(m => (YamlMapping)m["stringData"]!).Where(e => e.Name is "password" or "secret-key").Select(e => ((YamlScalar)e.Value).Text).ToList();

    /// <summary><c>Kind/name</c>.</summary>
    public static string Id(YamlMapping manifest) => $"{Text(manifest, "kind")}/{Text(manifest, "metadata.name")}";

    /// <summary>What stands at a path, in which <c>!</c> stands for a dot of a key.</summary>
    public static YamlNode? Node(YamlNode? node, string path)
    {
        foreach (string step in path.Split('.'))
        {
            node = node switch
            {
                YamlMapping mapping => mapping[step.Replace('!', '.')],
                YamlSequence list => list.Items.ElementAtOrDefault(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)),
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The text of what stands at a path.</summary>
    public static string Text(YamlNode? node, string path) => Node(node, path) switch
    {
        null => "",
        YamlScalar scalar => scalar.Text,
        { } other => CanonicalJson.Write(other),
    };

    /// <summary>Objects as text.</summary>
    public static string Write(IEnumerable<YamlMapping> manifests) =>
        ManifestsText.Write(ManifestFormat.Yaml, manifests.ToList(), ManifestsText.Header(["score.yaml"]));

    // What resources made is kept a second time where it keeps to the standard 'restricted', for a reader that asks for it.
    private void Keep(string name)
    {
        if (Environment.GetEnvironmentVariable("SCORE_MANIFEST_ARTIFACTS") is not { Length: > 0 } keep) return;
        ManifestArtifacts.Keep(name, Project);
        ManifestArtifacts.KeepChart(name, Project);
        if (OfResources.Any(m => Text(m, "kind") == "HTTPRoute"))
            File.WriteAllLines(Path.Combine(keep, name, "external.txt"), ["Gateway/default", "Gateway/outside"]);
        if (OfResources.Any(m => Text(m, "kind") is "HTTPRoute" or "Ingress") || !OfResources.All(IsReadOnly)) return;
        if (OfResources.Count == 0) return;
        string restricted = Path.Combine(keep, name + "-restricted");
        Directory.CreateDirectory(restricted);
        File.WriteAllText(Path.Combine(restricted, "manifests.yaml"), Write(OfResources));
        File.WriteAllText(Path.Combine(restricted, "restricted"), "");
    }

    private static bool IsReadOnly(YamlMapping manifest) =>
        Node(manifest, "spec.template.spec.containers.0") is not { } container || Text(container, "securityContext.readOnlyRootFilesystem") == "true";
}
