using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Tests.Platforms.Plain;
using Score.Core.Tests.Resources;
using Score.Core.Yaml;

namespace Score.Core.Tests.Platforms;

/// <summary>A platform is one folder, and one line in a list: the folder <c>Plain</c> here, and a line in <see cref="TestPlatforms.All"/>.</summary>
[TestClass]
public sealed class ThirdPlatformTests
{
    private const string Shop = Check.Container + """
            variables:
              PEN: ${resources.pen.ink} on ${resources.pen.paper}
              COLOUR: ${resources.env.COLOUR}
              SEAL: ${resources.seal.wax.red}
              ADDRESS: ${resources.stock.hostname}:${resources.stock.port}
            volumes:
              /data: {source: '${resources.data}'}
        resources:
          pen: {type: pen, params: {for: '${resources.env.OWNER}'}}
          env: {type: environment}
          seal: {type: seal}
          data: {type: volume}
          box: {type: box}
          stock: {type: service-port, params: {workload: stock, port: web}}
        """;

    private const string Stock = """
        apiVersion: score.dev/v1b1
        metadata: {name: stock}
        service: {ports: {web: {port: 80, targetPort: 8080}}}
        containers: {main: {image: nginx}}
        """;

    private const string Pens = """
        - uri: template://test/pen
          type: pen
          outputs: |
            ink: black
            paper: {{ .Paper }}
          notes: |
            - A pen for {{ .Params.for }}
        """;

    [TestMethod]
    public void BuildWritesTheFilesOfThePlatform()
    {
        PlatformBuild build = Build(Options(Pens), out string findings);
        string[] files = build.Output.Files.Select(f => $"{f.Path}\n{Encoding.UTF8.GetString(f.Bytes)}").ToArray();
        Assert.HasCount(2, files);
        Assert.AreEqual(
            """
            shop.txt
            web ADDRESS: stock:10080
            web COLOUR: <environment COLOUR>
            web PEN: black on paper of project
            web SEAL: <seal-shop-seal/wax/red>
            web /data: volume-shop-data
            note of pen.default#shop.pen: A pen for <environment OWNER>

            """,
            files[0]);
        Assert.AreEqual("stock.txt\n", files[1]);
        StringAssert.Contains(findings, "lines that you add: wax/red", StringComparison.Ordinal);
        StringAssert.Contains(findings, "nothing is made for 'box'", StringComparison.Ordinal);
        Assert.HasCount(2, findings.Split('\n'), findings);
    }

    [TestMethod]
    public void PatchesChangeTheTreeOfThePlatform()
    {
        const string Template = "- {op: set, path: stock.first, value: 'of {{ len .Plain }} and {{ len .Workloads }}'}\n- {op: delete, path: shop.web PEN}\n";
        PlatformBuild build = Build(Options(Pens) with { Patches = [new PatchFile("a.tpl", new SourceText("/a.tpl", Template))] }, out string findings);
        Assert.AreEqual("first: of 2 and 2\n", Encoding.UTF8.GetString(build.Output.Files[1].Bytes), findings);
        Assert.DoesNotContain("PEN", Encoding.UTF8.GetString(build.Output.Files[0].Bytes));
    }

    [TestMethod]
    public void SectionIsCheckedAtItsPlace()
    {
        Build(Options(Pens.Replace("- A pen", "- [A pen]\n    - pen", StringComparison.Ordinal)), out string findings);
        StringAssert.Contains(findings, "a note must be a string, and this is a list", StringComparison.Ordinal);
        Build(Options(Pens.Replace("- A pen for {{ .Params.for }}", "a: mapping", StringComparison.Ordinal)), out findings);
        StringAssert.Contains(findings, "it must be a list of notes", StringComparison.Ordinal);
    }

    [TestMethod]
    public void UnknownTypeIsAnErrorWhenAskedFor()
    {
        Build(Options(Pens) with { Unknown = UnknownResources.Error }, out string findings);
        StringAssert.Contains(findings, "'seal'", StringComparison.Ordinal);
        StringAssert.Contains(findings, "SCORE0302", StringComparison.Ordinal);
    }

    [TestMethod]
    public void ListNamesResourcesAndProvisioners()
    {
        string[] resources = PlatformBuild.List(Workloads(), Options(Pens), new DiagnosticBag())
            .Resources.List().Select(r => $"{r.Uid} {r.Provisioner} {string.Join(',', r.Outputs ?? ["any"])}").Order(StringComparer.Ordinal).ToArray();
        CollectionAssert.AreEqual(
            new[]
            {
                "box.default#shop.box  any",
                "environment.default#shop.env builtin://environment any",
                "pen.default#shop.pen template://test/pen ink,paper",
                "seal.default#shop.seal  any",
                "service-port.default#shop.stock builtin://service-port hostname,port",
                "volume.default#shop.data builtin://volume shelf",
            },
            resources,
            string.Join('\n', resources));
        Assert.AreEqual("A shelf.", ListedProvisioner.All(Options(Pens)).Single(p => p.Type == "volume").Description);
    }

    [TestMethod]
    [DataRow("pen.default#shop.pen.ink", "black", null)]
    [DataRow("pen#shop.pen.ink", "black", null)]
    [DataRow("pen.default#shop.pen.inks", null, "SCORE0713")]
    [DataRow("pen.default#shop.pen", null, "SCORE0713")]
    [DataRow("seal.default#shop.seal.wax.red", null, "SCORE0714")]
    public void ValueOfAnOutputIsGivenWhereTheBuildKnowsIt(string name, string? value, string? code)
    {
        DiagnosticBag diagnostics = new();
        PlatformList list = PlatformBuild.List(Workloads(), Options(Pens), new DiagnosticBag());
        Assert.AreEqual(value, list.ValueOf(name, SourceSpan.WholeFile("/app.csproj"), diagnostics));
        Assert.AreEqual(code, diagnostics.ToSortedList().SingleOrDefault()?.Descriptor.Code);
    }

    /// <summary>What whoever adds a platform has to write. A new line here is more work for each of them.</summary>
    [TestMethod]
    public void PlatformNeedsTheseMembers()
    {
        Assert.AreEqual(
            "AddTo, BuiltIn, DataFields, DataOf, EnvironmentOf, FallbackOf, ListedVolume, MountOf, Name, PortOf, Sections, StateFile, Translate, VolumeOf",
            AbstractMembersOf(typeof(Platform)));
        Assert.AreEqual("PatchData, Tree, With, Write", AbstractMembersOf(typeof(PlatformProject)));
        Assert.AreEqual("Check", AbstractMembersOf(typeof(SectionShape)));
        Assert.AreEqual("Find", AbstractMembersOf(typeof(ResourceOutputs)));
        Assert.AreEqual("Description, Find", AbstractMembersOf(typeof(FallbackOutputs)));
        Assert.AreEqual("InParams", AbstractMembersOf(typeof(OutputReference)));
    }

    // Compilers add some of their own to records.
    private static string AbstractMembersOf(Type type) => string.Join(", ", type
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(m => m.IsAbstract && m.Name[0] != '<')
        .Select(m => m.Name.Replace("get_", "", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal));

    private static BuildOptions Options(string provisioners) =>
        new(new PlainPlatform(), "project", _ => null, " somewhere") { Provisioners = Provisioned.Read(provisioners), Seed = () => [1] };

    private static PlatformBuild Build(BuildOptions options, out string findings)
    {
        DiagnosticBag bag = new();
        PlatformBuild build = PlatformBuild.Run(Workloads(), options, bag);
        findings = Check.Show(bag.ToSortedList());
        return build;
    }

    private static List<LoadedWorkload> Workloads()
    {
        DiagnosticBag bag = new();
        List<LoadedWorkload> workloads = new[]
        {
            Shop, Stock
        }.Select((text, i) => WorkloadLoader.Load(new SourceText($"/{i}.yaml", text), $"/{i}.yaml", bag)!).ToList();
        return bag.HasErrors ? throw new InvalidOperationException(Check.Show(bag.ToSortedList())) : workloads;
    }
}
