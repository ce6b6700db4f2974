using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Specification;
using Score.Core.Tests;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>Patch templates, applied to what one score file becomes on both platforms. What they make is written and read back.</summary>
internal sealed class PatchFuzz : IFuzzTarget
{
    private static readonly LoadedWorkload Loaded = WorkloadLoader.Load(
        new SourceText("score.yaml", "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\nservice: {ports: {http: {port: 80}}}\n" +
            "containers: {web: {image: x, variables: {A: b, C: \"1\"}, files: {/etc/a: {content: x}}}}\n"),
        "score.yaml",
        new DiagnosticBag())!;

    private static readonly PlatformProject Compose = Translated(TestPlatforms.Compose);
    private static readonly PlatformProject Kubernetes = Translated(TestPlatforms.Kubernetes);

    public string Name => "patches";

    public TimeSpan Longest => TimeSpan.FromSeconds(5);

    public string[] Tokens { get; } =
    [
        .. new TemplateFuzz().Tokens,
        "- op: set\n  path: ", "- op: delete\n  path: ", "- {op: set, path: a, value: 1}\n", "op: ", "set", "delete", "path: ", "value: ", "value: null",
        "description: x", "metadata.name", "0.kind", "-1", "services.shop-web", "services.shop-web.image", "volumes", "0", "1", "99", "\\.", "..", ".", "\"\"",
        "'", "[]", "{}", "[a, {b: c}]", "&a ", "*a", "<<: *a", "|\n    ", "---\n", "0x1f", "yes", "12:30",
        "{{ range $i, $m := .Manifests }}", "{{ range $n, $s := .Compose.services }}", "{{ $i }}", "{{ $n | replace \".\" \"\\\\.\" }}", "{{ toJson . }}",
        "{{ substituteValue \"shop\" \"${metadata.name}\" }}", "{{ .Namespace }}", "{{ (index .Workloads \"shop\").metadata.name }}",
        "{{ set .Compose \"a\" 1 }}",
    ];

    public IReadOnlyList<byte[]> Corpus() => new[]
    {
        "- op: set\n  path: services.shop-web.image\n  value: y\n- {op: delete, path: services.shop-web.environment.A}\n",
        "{{ range $name, $service := .Compose.services }}\n- op: set\n  path: services.{{ $name }}.labels\n  value: {a: {{ $service.image | quote }}}\n" +
            "{{ end }}\n",
        "{{ range $i, $m := .Manifests }}\n- op: set\n  path: {{ $i }}.metadata.labels.team\n  value: {{ $m.kind | quote }}\n  description: team\n{{ end }}\n",
        "- {op: set, path: -1, value: {apiVersion: v1, kind: ConfigMap, metadata: {name: n}, data: {a: b}}}\n- {op: delete, path: '0'}\n",
        "{{ if .Namespace }}- {op: set, path: 0.metadata.namespace, value: {{ toJson .Namespace }}}{{ end }}\n",
    }.Concat(FuzzTargets.Cases("*.tpl").Select(Encoding.UTF8.GetString)).Select(Encoding.UTF8.GetBytes).ToList();

    public Outcome Run(byte[] content)
    {
        // Half of the files are for the one platform, half for the other.
        DiagnosticBag bag = new();
        List<byte> output = [];
        if (SourceReader.Decode("x.tpl", content, bag) is not { } source) return new Outcome(bag.ToSortedList(), null);
        PatchFile[] files = [new("x.tpl", source)];
        if (Hexadecimal.OfHash(source.Text, 1)[0] < '8')
        {
            YamlMapping tree = (YamlMapping)Patched(Compose, files, bag).Tree;
            if (!bag.HasErrors) output.AddRange(Encoding.UTF8.GetBytes(ReadBack(tree)));
        }
        else
        {
            IReadOnlyList<YamlMapping> manifests = ((KubernetesProject)Patched(Kubernetes, files, bag)).Manifests;
            if (!bag.HasErrors) output.AddRange(RoundTrip.AllFiles(manifests, new ManifestOutputOptions(["score.yaml"])));
        }

        return new Outcome(bag.ToSortedList(), bag.HasErrors ? null : [.. output]);
    }

    private static string ReadBack(YamlMapping tree)
    {
        string written = YamlWriter.Write(tree);
        DiagnosticBag reading = new();
        YamlNode? read = tree.Count == 0 ? tree : YamlReader.Read(new SourceText("x", written), reading);
        if (read is null || CanonicalJson.Write(read) != CanonicalJson.Write(tree))
        {
            throw new InvalidOperationException("What was written is not what is read: " + written +
                string.Join(" ", reading.ToSortedList().Select(d => d.Message)));
        }
        return written;
    }

    private static PlatformProject Patched(PlatformProject project, PatchFile[] files, DiagnosticBag bag) =>
        PlatformBuild.Patch(project, new BuildOptions(TestPlatforms.Compose, "project", name => "value of " + name, "")
        {
            Seed = () => [1],
            Patches = files,
        }, bag);

    private static PlatformProject Translated(Platform platform)
    {
        DiagnosticBag bag = new();
        PlatformProject project = PlatformBuild.Run([Loaded], new BuildOptions(platform, "project", _ => "", ""), bag).Translated;
        return bag.HasErrors ? throw new InvalidOperationException(bag.ToSortedList()[0].Message) : project;
    }
}
