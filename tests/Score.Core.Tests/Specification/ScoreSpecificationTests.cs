using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests.Specification;

/// <summary>The quick verdict of every build and the JSON schema, which are made of one description, say the same of every file.</summary>
[TestClass]
public sealed class ScoreSpecificationTests
{
    // Every key that the specification names, so that each can be spoilt.
    private const string Full = """
        apiVersion: score.dev/v1b1
        metadata:
          name: shop
          annotations: { example.com/team: blue, plain: x }
          other: [1, two]
        containers:
          web:
            image: nginx
            command: [serve]
            args: [--port, "80"]
            variables: { A: b, C: "${metadata.name}" }
            files:
              /etc/a.conf: { content: x, mode: "0644", noExpand: true }
              /etc/b.conf: { source: b.conf }
              /etc/c.conf: { binaryContent: YQ== }
            volumes:
              /data: { source: "${resources.data}", path: sub, readOnly: false }
            resources:
              limits: { memory: 128Mi, cpu: "0.5" }
              requests: { memory: 1M, cpu: 250m }
            livenessProbe:
              httpGet: { path: /, port: 80, scheme: HTTPS, host: example.com, httpHeaders: [{ name: X-A, value: b }] }
            readinessProbe:
              exec: { command: [check] }
            before:
              other: { ready: started }
          other:
            image: .
        service:
          ports:
            web: { port: 80, targetPort: 8080, protocol: TCP }
        resources:
          data: { type: volume, class: default, id: shared.data, metadata: { annotations: { some-key: x }, more: 1 }, params: { a: [1] } }
        """;

    private static readonly string[] Values =
    [
        "null", "~", "''", "a", "aa", "A", "-a", "a.b", "Aa/bb", "\"a\\nb\"", "0", "1", "65535", "65536", "-1", "80.0", "80.5", "1e3", "1e300", ".inf",
        ".nan", "0x50", "0o17",
        "18446744073709551615", "99999999999999999999", "'80'", "true", "false", "'true'", "yes", "2024-01-02", "!!binary YQ==", "[]", "[a]", "[1]", "[null]",
        "[[a]]", "{}", "{ a: b }", "{ aa: b }", "{ aa: 1 }",
        "{ aa: {} }", "{ aa: { image: x } }", "{ content: a, source: b }", "{ content: null }", "{ httpGet: { path: a, port: 1 }, exec: { command: [] } }",
        "{ '': a }", "{ a=b: c }", "0644", "'0644'", "'644'",
        "'0999'", "128Mi", "'01'", "'0.5'", "HTTP", "http", "complete", "score.dev/v1b1", "é",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];

    [TestMethod]
    public void WholeSpecificationIsInTheDocumentOfTheseTests()
    {
        HashSet<KeyRule> present = [], described = [];
        Visit(ScoreSpecification.Root, [Read(Full)], present, described);
        Assert.AreEqual("", string.Join(", ", described.Except(present).Select(k => k.Name)));
        Assert.IsGreaterThan(40, described.Count);
    }

    [TestMethod]
    public void EveryValueAtEveryPlaceGetsOneVerdict()
    {
        YamlNode full = Read(Full);
        Agree(full);
        Assert.IsTrue(ScoreSpecification.Root.Accepts(full));
        int accepted = 0, refused = 0;
        YamlNode[] values = Values.Select(Read).ToArray();
        foreach (Func<YamlNode, YamlNode?> changed in Changes(full, values))
        {
            YamlNode document = changed(full)!;
            if (Agree(document)) accepted++;
            else refused++;
        }

        Assert.IsGreaterThan(500, accepted);
        Assert.IsGreaterThan(3000, refused);
    }

    [TestMethod]
    public void EveryDocumentOfTheReferenceGetsOneVerdict()
    {
        JObject file = JObject.Parse(File.ReadAllText(Path.Combine(ConformanceValidationTests.Folder(), "validation.json")));
        foreach (JToken testCase in file["cases"]!) Agree(Upgraded(ConformanceValidationTests.Document(file, (JObject)testCase).ToString()));
        foreach (string path in Directory.GetFiles(Path.Combine(ConformanceValidationTests.Folder(), "cases"), "*score.yaml", SearchOption.AllDirectories))
            Agree(Upgraded(File.ReadAllText(path)));
    }

    // Whether both accept a document, which they say alike.
    private static bool Agree(YamlNode document)
    {
        DiagnosticBag bag = new();
        SchemaValidator.Explain(document, bag);
        bool verdict = ScoreSpecification.Root.Accepts(document);
        if (verdict == bag.HasErrors)
        {
            Assert.Fail(
                $"The verdict is {verdict}, and the schema says: {string.Join("; ", bag.ToSortedList().Select(d => d.Message))}\n{TreeAsJson.Of(document)}");
        }
        return verdict;
    }

    // A value set at each place, each entry taken away, and an entry with another key added.
    private static IEnumerable<Func<YamlNode, YamlNode?>> Changes(YamlNode root, YamlNode[] values)
    {
        foreach (object[] path in Paths(root, []))
        {
            foreach (YamlNode value in values) yield return tree => Change(tree, path, 0, _ => value);
            if (path.Length > 0) yield return tree => Change(tree, path, 0, _ => null);
            yield return tree => Change(tree, path, 0, node => Extended(node, "extra"));
            yield return tree => Change(tree, path, 0, node => Extended(node, "Extra=1"));
        }
    }

    private static IEnumerable<object[]> Paths(YamlNode node, object[] path)
    {
        yield return path;
        IEnumerable<(object Step, YamlNode Child)> children = node switch
        {
            YamlMapping mapping => mapping.Select(e => ((object)e.Name, e.Value)),
            YamlSequence sequence => sequence.Items.Select((item, i) => ((object)i, item)),
            _ => [],
        };
        foreach ((object step, YamlNode child) in children)
        {
            foreach (object[] below in Paths(child, [.. path, step])) yield return below;
        }
    }

    private static YamlNode? Change(YamlNode node, object[] path, int at, Func<YamlNode, YamlNode?> change)
    {
        if (at == path.Length) return change(node);
        if (node is YamlSequence sequence)
            return new YamlSequence(sequence.Items.Select((item, i) => i.Equals(path[at]) ? Change(item, path, at + 1, change) : item).OfType<YamlNode>());
        YamlMapping result = new();
        foreach (YamlEntry entry in (YamlMapping)node)
        {
            YamlNode? value = entry.Name.Equals(path[at]) ? Change(entry.Value, path, at + 1, change) : entry.Value;
            if (value is not null) result.Set(entry.Name, value);
        }

        return result;
    }

    // What a key would hold there if it were one of the mapping's own.
    private static YamlNode Extended(YamlNode node, string key)
    {
        if (node is not YamlMapping mapping) return node;
        YamlMapping result = new();
        foreach (YamlEntry entry in mapping) result.Set(entry.Name, entry.Value);
        result.Set(key, mapping.Count > 0 ? mapping[0].Value : YamlScalar.String("x"));
        return result;
    }

    private static void Visit(ValueRule rule, IEnumerable<YamlNode> nodes, HashSet<KeyRule> present, HashSet<KeyRule> described)
    {
        switch (rule)
        {
            case ObjectRule mapping:
                foreach (KeyRule key in mapping.Keys)
                {
                    YamlNode[] values = nodes.OfType<YamlMapping>().Select(m => m[key.Name]).OfType<YamlNode>().ToArray();
                    described.Add(key);
                    if (values.Length > 0) present.Add(key);
                    Visit(key.Value, values, present, described);
                }

                break;
            case MapRule map:
                Visit(map.Value, nodes.OfType<YamlMapping>().SelectMany(m => m.Select(e => e.Value)), present, described);
                break;
            case ListRule list:
                Visit(list.Item, nodes.OfType<YamlSequence>().SelectMany(s => s.Items), present, described);
                break;
        }
    }

    private static YamlNode Upgraded(string text) => DeprecatedForms.Upgrade((YamlMapping)Read(text), new DiagnosticBag());

    private static YamlNode Read(string text) => YamlReader.Read(new SourceText("score.yaml", text), new DiagnosticBag())!;
}
