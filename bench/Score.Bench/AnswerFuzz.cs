using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Resources.CommandProvisioner;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Tests;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>Answers of programs, read for both platforms and made part of a Compose project, without running a program.</summary>
internal sealed class AnswerFuzz : IFuzzTarget
{
    private static readonly Provisioner Provisioner = new(ProvisionerKind.Command, YamlScalar.String("cmd://fuzz"), "cache", new YamlMapping());

    public string Name => "answers";

    public TimeSpan Longest => TimeSpan.FromSeconds(1);

    public string[] Tokens { get; } =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u0000", "\\ud800", "\\ud83d\\ude00", "\\n", "\\x", "null", "true", "false", "0", "-0", "-1", "1.5", "1e3",
        "1E-400", "1e999", "01", "+1", ".5", "9223372036854775808", "12345678901234567890123", "NaN", "é", "😀", "\u2028", "\u0085", "\uFEFF", "\0",
        "\t", "\r\n", " ",
        "//", "/*", "'a'", "{}", "[]", "\"\"", "\"a\":", "\"resource_state\":", "\"resource_outputs\":", "\"shared_state\":", "\"relative_directories\":",
        "\"relative_file_contents\":", "\"compose_networks\":", "\"compose_services\":", "\"compose_volumes\":", "\"compose_models\":", "\"manifests\":",
        "\"../a\":", "\"/a\":", "\"host\"", "\"type\":\"volume\"", "\"source\"", "\"image\"", "\"$X\"", "\"${Y}\"", "\"metadata\":{\"name\":\"n\"}",
        "\"2024-01-02\"", "\"yes\"", "\"0x1f\"",
    ];

    public IReadOnlyList<byte[]> Corpus() => new[]
    {
        """{"resource_state": {"n": 1}, "resource_outputs": {"host": "h-1", "port": 6379, "nested": {"a": [1, 2.5, null, true, "x"]}}, "shared_state": """ +
            """{"a": {"b": null}}, "relative_directories": {"data": true}, "relative_file_contents": {"a/b.conf": "text\\n", "gone": """ +
            """null}, "compose_services": {"srv": {"image": "redis", "healthcheck": {"test": ["CMD", "true"]}, "ports": [{"target": 6379}], "cpus": """ +
            """0.5}}, "compose_volumes": {"vol": null}, "compose_networks": {"net": {}}, "compose_models": {"m": {"model": "ai/x"}}}""",
        """{"resource_outputs": {"type": "volume", "source": "x", "volume": {"nocopy": true}, "host": "\\u00e9\\ud83d\\ude00"}}""",
        """{"manifests": [{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}, "data": {"a": "Yg=="}}], "resource_outputs": {"host": "x"}}""",
        "{\n  \"resource_outputs\": {\n    \"host\": \"x\"\n  },\n  \"compose_services\": {\n    \"a\": {\"image\": \"x\"},\n" +
            "    \"b\": {\"image\": \"y\"}\n  }\n}\n",
    }.Select(Encoding.UTF8.GetBytes).ToList();

    public Outcome Run(byte[] content)
    {
        DiagnosticBag bag = new();
        DiagnosticBag other = new();
        Read(content, TestPlatforms.Kubernetes, other);
        (CommandAnswer? answer, ResourceAdditions? additions) = Read(content, TestPlatforms.Compose, bag);
        byte[]? output = null;
        if (answer is not null && additions is not null && !bag.HasErrors)
        {
            YamlMapping tree = new();
            foreach (AddedSection section in TestPlatforms.Compose.Sections)
            {
                if (section.Shape is not FolderFlags && additions.Mapping(section.Name) is { } part) tree.Set(section.Name, part);
            }

            tree.Set("outputs", answer.Outputs);
            tree.Set("shared", answer.Shared);

            string written = YamlWriter.Write(tree);
            DiagnosticBag reading = new();
            YamlNode? read = tree.Count == 0 ? tree : YamlReader.Read(new SourceText("x", written), reading);
            if (read is null || CanonicalJson.Write(read) != CanonicalJson.Write(tree))
            {
                throw new InvalidOperationException("What was written is not what is read: " + written +
                    string.Join(" ", reading.ToSortedList().Select(d => d.Message)));
            }
            output = Encoding.UTF8.GetBytes(written);
        }

        return new Outcome([.. bag.ToSortedList(), .. other.ToSortedList().Where(d => d.Descriptor.Severity != DiagnosticSeverity.Error)], output);
    }

    private static (CommandAnswer? Answer, ResourceAdditions? Additions) Read(byte[] content, ProvisioningPlatform platform, DiagnosticBag bag)
    {
        Workload workload = WorkloadLoader.Load(new SourceText("score.yaml",
            "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers: {web: {image: x}}\nresources: {res: {type: cache}}\n"),
            "score.yaml", new DiagnosticBag())!.Workload;
        ResourceNode node = ResourceGraph.Of([workload], bag).Order[0];
        CommandAnswer? answer = CommandAnswer.Read(
            content,
            new ProvisioningOptions(platform, "project", _ => null, "") { KnownPlatforms = () => [TestPlatforms.Compose, TestPlatforms.Kubernetes] },
            sentence => bag.Add(DiagnosticDescriptors.CommandAnswerUnusable, new SourceSpan("x", 1, 1, 1, 1), "cmd://fuzz", node.Uid, new Phrase(sentence)));
        return (answer, answer?.Additions(node, Provisioner, bag));
    }
}
