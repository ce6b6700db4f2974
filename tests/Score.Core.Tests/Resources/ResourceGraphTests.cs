using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Tests.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class ResourceGraphTests
{
    private static readonly string Link = "- uri: template://test/link\n  type: link\n  outputs: |\n    value: \"{{ .Id }}<{{ dig \"from\" \"\" (.Params | " +
        "default dict) }}>\"\n";

    [TestMethod]
    public void ResourceComesAfterThoseThatItsParamsName()
    {
        ResourceGraph graph = Of(Text("shop",
            "  aa: {type: xx, params: {a: ['${resources.cc.out}']}}\n  bb: {type: xx}\n  cc: {type: xx, params: {b: {c: '${resources.bb.out}'}}}\n" +
            "  dd: {type: xx}\n"),
            out string findings);
        Assert.AreEqual("shop.bb shop.cc shop.aa shop.dd", string.Join(" ", graph.Order.Select(n => n.Id.Id)));
        Assert.AreEqual("", findings);
    }

    [TestMethod]
    public void PlaceholderForTheResourceItselfIsNoNeed()
    {
        ResourceGraph graph = Of(Text("shop", "  aa: {type: xx, params: {a: '${resources.aa}'}}\n"), out string findings);
        Assert.HasCount(1, graph.Order);
        Assert.AreEqual("", findings);
    }

    [TestMethod]
    public void CycleNamesItsChain()
    {
        ResourceGraph graph = Of(Text("shop",
            "  aa: {type: xx, params: {a: '${resources.bb.o}'}}\n  bb: {type: xx, params: {a: '${resources.cc.o}'}}\n" +
            "  cc: {type: xx, params: {a: '${resources.bb.o}'}}\n  dd: {type: xx}\n"),
            out string findings);
        Assert.AreEqual("SCORE0320 (7,3)-(7,5): These resources need each other's outputs for their params: xx.default#shop.bb -> xx.default#shop.cc -> " +
            "xx.default#shop.bb. Remove one of the placeholders.",
            findings);
        Assert.AreEqual("shop.dd", graph.Order.Single().Id.Id);
        Assert.HasCount(3, graph.Cyclic);
    }

    [TestMethod]
    public void SharedResourceIsDefinedByTheWorkloadWithParams()
    {
        ResourceGraph graph = Of([Text("alpha", "  one: {type: xx, id: main}\n"),
            Text("gamma", "  two: {type: xx, id: main, params: {a: 1}, metadata: {b: 2}}\n"),
            Text("beta", "  three: {type: xx, id: main, params: {a: 1}}\n")], out string findings);
        ResourceNode node = graph.Order.Single();
        Assert.AreEqual("", findings);
        Assert.AreEqual("beta", node.Source.Name.Text);
        Assert.AreEqual("three", node.Definition.Name);
        Assert.AreEqual("{\"b\":2}", CanonicalJson.Write(node.Metadata!));
    }

    [TestMethod]
    [DataRow("params: {a: 1}", "params: {a: 2}", "params")]
    [DataRow("metadata: {a: 1}", "metadata: {a: 2}", "metadata")]
    public void TwoDefinitionsAreAConflict(string first, string second, string what)
    {
        Of([Text("alpha", $"  one: {{type: xx, id: main, {first}}}\n"), Text("beta", $"  two: {{type: xx, id: main, {second}}}\n")], out string findings);
        Assert.AreEqual($"SCORE0321 (6,3)-(6,6): The resource 'xx.default#main' has other {what} in the workload 'alpha'. Give them in one workload only, or " +
            "another 'id' to one of the two.",
            findings);
    }

    [TestMethod]
    [Timeout(300_000)]
    public void FiveThousandResourcesInOneChainAreProvisioned()
    {
        const int Count = 5000;
        StringBuilder resources = new();
        for (int i = 0; i < Count; i++)
            resources.Append(CultureInfo.InvariantCulture, $"  r{i}: {{type: link, params: {{n: '{(i == 0 ? "start" : $"${{resources.r{i - 1}.n}}")}'}}}}\n");
        string provisioner = "- uri: template://test/link\n  type: link\n  outputs: |\n    n: {{ .Params.n }}\n";
        Translated result = Translated.From([Text("shop", resources.ToString()).Replace("{main: {image: x}}",
            $"{{main: {{image: x, variables: {{A: '${{resources.r{Count - 1}.n}}'}}}}}}", StringComparison.Ordinal)],
            provisioners: Provisioned.Read(provisioner));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("start", result["services.shop-main.environment.A"]);
    }

    [TestMethod]
    public void CycleDoesNotHideOtherFindings()
    {
        Translated result = Translated.From(
            [Text("shop", "  aa: {type: link, params: {from: '${resources.bb.value}'}}\n  bb: {type: link, params: {from: '${resources.aa.value}'}}\n" +
                "  cc: {type: link, params: {from: '${resources.dd.valeu}'}}\n  dd: {type: link}\n")],
            provisioners: Provisioned.Read(Link));
        Assert.HasCount(2, result.Findings.Split('\n'), result.Findings);
        StringAssert.Contains(result.Findings, "SCORE0320 (6,3)", StringComparison.Ordinal);
        StringAssert.Contains(result.Findings, "has no output 'valeu'. Did you mean 'value'?", StringComparison.Ordinal);
    }

    private static string Text(string name, string resources) =>
        $"apiVersion: score.dev/v1b1\nmetadata:\n  name: {name}\ncontainers: {{main: {{image: x}}}}\nresources:\n{resources}";

    private static ResourceGraph Of(string text, out string findings) => Of([text], out findings);

    private static ResourceGraph Of(string[] texts, out string findings)
    {
        DiagnosticBag bag = new();
        ResourceGraph graph = ResourceGraph.Of(texts.Select((t, i) => WorkloadLoader.Parse(new SourceText($"/{i}.yaml", t), bag)!).ToList(), bag);
        findings = Check.Show(bag.ToSortedList());
        return graph;
    }
}
