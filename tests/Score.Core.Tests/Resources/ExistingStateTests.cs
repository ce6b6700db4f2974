using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Tests.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class ExistingStateTests
{
    // As the tools write it, with more than is read here.
    private const string Text = """
        workloads:
          shop:
            spec:
              apiVersion: score.dev/v1b1
              metadata: {name: shop}
              containers: {web: {image: nginx}}
            file: score.yaml
            instance_suffix: -a1b2c3
        resources:
          cache.default#shop.res:
            guid: 1e3a2a80-3f0c-4f43-a3c5-2b1c2d3e4f50
            type: cache
            class: default
            id: shop.res
            metadata: {}
            params: {}
            source_workload: shop
            provisioner: template://test/cache
            state:
              password: kept-password
            outputs: {host: old}
          cache.default#other:
            guid: 00000000-0000-4000-8000-000000000000
            state: {}
        shared_state:
          instance: kept-instance
        compose_project: old-name
        mounts_directory: .score-compose/mounts
        """;

    [TestMethod]
    public void StateAndSharedStateGoOn()
    {
        string keys = "  init: '{drawn: {{ randAlphaNum 8 }}, before: {{ .State.password }}}'\n" +
            "  state: '{password: {{ dig \"password\" .Init.drawn .State | quote }}}'\n  shared: '{instance: {{ dig \"instance\" \"new\" .Shared }}}'\n" +
            "  outputs: '{host: \"{{ .State.password }} {{ .Init.before }} {{ .Shared.instance }}\"}'\n";
        Translated result = Translated.From([Provisioned.Score], provisioners: Provisioned.Read("- uri: template://test/cache\n  type: cache\n" + keys),
            with: o => o with { State = Read(Text) });
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("kept-password kept-password kept-instance", result["services.shop-web.environment.A"]);
    }

    [TestMethod]
    public void OneBuildLeavesNothingForTheNext()
    {
        ExistingState state = Read(Text);
        string keys = "  state: '{password: changed}'\n  shared: '{instance: changed, more: 1}'\n  outputs: '{host: \"{{ .State.password }}\"}'\n";
        for (int i = 0; i < 2; i++)
        {
            Translated.From([Provisioned.Score], provisioners: Provisioned.Read("- uri: template://test/cache\n  type: cache\n" + keys),
                with: o => o with { State = state });
        }
        Assert.AreEqual("""{"password":"kept-password"}""", CanonicalJson.Write(state.StateOf("cache.default#shop.res")));
        Assert.AreEqual("""{"instance":"kept-instance"}""", CanonicalJson.Write(state.Shared));
    }

    [TestMethod]
    public void WhatKubernetesNeedsIsThere()
    {
        ExistingState state = Read(Text);
        Assert.AreEqual("1e3a2a80-3f0c-4f43-a3c5-2b1c2d3e4f50", state.GuidOf("cache.default#shop.res"));
        Assert.AreEqual("-a1b2c3", state.InstanceSuffixOf("shop"));
        Assert.AreEqual("old-name", state.ProjectName);
        Assert.IsNull(state.GuidOf("cache.default#none"));
        Assert.IsNull(state.InstanceSuffixOf("none"));
        Assert.AreEqual("{}", CanonicalJson.Write(state.StateOf("cache.default#none")));
    }

    [TestMethod]
    public void StateOfAFreshInitHoldsNothing() => Assert.AreEqual("{}", CanonicalJson.Write(Read("workloads: {}\nresources: {}\nshared_state: {}\n").Shared));

    [TestMethod]
    [DataRow("", 1, "It is empty.")]
    [DataRow("resources: [\n", 1, "This bracket or brace is not closed")]
    [DataRow("resources: {}\nresources: {s3cret: }\n", 2, "A key is there twice.")]
    [DataRow("a:\n  b: *s3cret\n", 2, "there is none of that name")]
    [DataRow("- s3cret\n", 1, "It must be a mapping, and this is a list.")]
    [DataRow("image: s3cret\n", 1, "It has none of the keys")]
    [DataRow("resources: s3cret\n", 1, "'resources' must be a mapping, and this is a string.")]
    [DataRow("workloads: {}\nresources:\n  a: s3cret\n", 3, "An entry of 'resources' must be a mapping")]
    [DataRow("resources:\n  a:\n    state: s3cret\n", 3, "The 'state' of a resource must be a mapping")]
    public void FileThatIsNoStateIsAnErrorThatQuotesNothing(string text, int line, string words)
    {
        DiagnosticBag bag = new();
        Assert.IsNull(ExistingState.Read(".score-compose/state.yaml", new SourceText("/x/state.yaml", text), bag));
        Diagnostic finding = bag.ToSortedList().Single();
        Assert.AreEqual("SCORE0340", finding.Descriptor.Code);
        Assert.AreEqual(line, finding.Span.Line);
        StringAssert.Contains(finding.Message, words, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", finding.Message);
    }

    private static ExistingState Read(string text)
    {
        DiagnosticBag bag = new();
        return ExistingState.Read("state.yaml", new SourceText("state.yaml", text), bag) ?? throw new InvalidOperationException(Check.Show(bag.ToSortedList()));
    }
}
