using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Resources;
using Score.Core.Tests.Compose;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class ProvisionedResourcesTests
{
    private const string Postgres = Check.Container +
        "    variables:\n      A: ${resources.my-db.host}:${resources.my-db.tls.ca-cert}\nresources:\n  my-db:\n    type: postgres\n";

    [TestMethod]
    public void OutputsOfAnUnknownTypeAreVariablesWithAWarningAtTheType()
    {
        Translated result = Translated.From(Postgres);
        Assert.AreEqual("${MY_DB_HOST?required}:${MY_DB_TLS_CA_CERT?required}", result["services.shop-web.environment.A"]);
        Assert.AreEqual(
            "SCORE0301 (11,11)-(11,19): No provisioner knows the resource type 'postgres', so the outputs of 'my-db' are environment variables that you set: " +
            "MY_DB_HOST, MY_DB_TLS_CA_CERT.",
            result.Findings);
        Assert.AreEqual("MY_DB_HOST MY_DB_TLS_CA_CERT", string.Join(" ", result.Project.Variables));
    }

    [TestMethod]
    public void ConnectionStringOfTheDocumentationIsTranslated()
    {
        Translated result = Translated.From(
            Check.Container +
            "    variables:\n      CONNECTION_STRING: " +
            "postgresql://${resources.db.username}:${resources.db.password}@${resources.db.host}:${resources.db.port}/${resources.db.name}\n"
            + "resources:\n  db:\n    type: postgres\n");
        Assert.AreEqual(
            "postgresql://${DB_USERNAME?required}:${DB_PASSWORD?required}@${DB_HOST?required}:${DB_PORT?required}/${DB_NAME?required}",
            result["services.shop-web.environment.CONNECTION_STRING"]);
    }

    [TestMethod]
    public void ManyVariablesAreNotAllNamedInTheWarning()
    {
        string text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"${{resources.db.o{i}}}"));
        Translated result = Translated.From($"{Check.Container}    variables:\n      A: {text}\nresources:\n  db: {{type: postgres}}\n");
        StringAssert.Contains(result.Findings, "and 4980 more.", System.StringComparison.Ordinal);
        Assert.IsLessThan(500, result.Findings.Length);
    }

    [TestMethod]
    [DataRow("postgres", "")]
    [DataRow("volum", " Did you mean 'volume'?")]
    public void UnknownTypeIsAnErrorWhenAskedFor(string type, string hint)
    {
        Translated result = Translated.From(
            $"{Check.Container}resources:\n  my-db:\n    type: {type}\n",
            unknown: UnknownResources.Error);
        StringAssert.StartsWith(
            result.Findings,
            $"SCORE0302 (9,11)-(9,{11 + type.Length}): No provisioner knows the resource type '{type}'. " +
            $"Known types: environment, secret, service-port, volume.{hint}",
            System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void OutputsOfAnEnvironmentAreVariablesByTheirOwnNames()
    {
        Translated result = Translated.From(Check.Container + "    variables:\n      A: x-${resources.env.My_Var}\nresources:\n  env: {type: environment}\n");
        Assert.AreEqual("x-${My_Var}", result["services.shop-web.environment.A"]);
        Assert.AreEqual("", result.Findings);
    }

    [TestMethod]
    [DataRow("environment", "${resources.res.A.B}", "no output 'A.B'", "name of one variable")]
    [DataRow("volume", "${resources.res.size}", "no output 'size'", "'type' and 'source'")]
    public void UnknownOutputIsReportedAtItsPlaceholder(string type, string placeholder, params string[] words)
    {
        Translated result = Translated.From($"{Check.Container}    variables:\n      A: x{placeholder}\nresources:\n  res: {{type: {type}}}\n");
        StringAssert.StartsWith(result.Findings, $"SCORE0303 (8,11)-(8,{11 + placeholder.Length}): The resource 'res' of type '{type}'",
            System.StringComparison.Ordinal);
        foreach (string word in words) StringAssert.Contains(result.Findings, word, System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void OneVariableForTwoResourcesGetsAWarning()
    {
        Translated result = Translated.From(
            Check.Container +
            "    variables: {A: '${resources.my-db.host}', B: '${resources.my.db-host}'}\nresources:\n  my: {type: aa}\n  my-db: {type: bb}\n");
        StringAssert.Contains(
            result.Findings,
            "SCORE0305 (10,3)-(10,8): The environment variable 'MY_DB_HOST' stands for an output of 'aa.default#shop.my' and of 'bb.default#shop.my-db', " +
            "which are different resources.",
            System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void OneResourceInSeveralWorkloadsIsOne()
    {
        static string Text(string name) => $"apiVersion: score.dev/v1b1\nmetadata: {{name: {name}}}\ncontainers:\n" +
            "  web: {image: x, variables: {A: '${resources.db.host}'}}\nresources:\n  db: {type: postgres, id: main}\n";
        Translated result = Translated.From([Text("one"), Text("two")]);
        Assert.HasCount(1, result.Findings.Split('\n'), result.Findings);
        StringAssert.Contains(result.Findings, "SCORE0301", System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void SameNameInTwoWorkloadsIsTwoResourcesAndGetsAWarning()
    {
        static string Text(string name) => $"apiVersion: score.dev/v1b1\nmetadata: {{name: {name}}}\ncontainers:\n" +
            "  web: {image: x, variables: {A: '${resources.db.host}'}}\nresources:\n  db: {type: postgres}\n";
        StringAssert.Contains(Translated.From([Text("one"), Text("two")]).Findings, "SCORE0305", System.StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("${resources.env.a-b}", "'a-b'")]
    [DataRow("${resources.env.1A}", "'1A'")]
    [DataRow("${resources.0db.host}", "'0DB_HOST'")]
    public void NameThatNoVariableCanHaveIsReported(string placeholder, string name)
    {
        Translated result = Translated.From(
            $"{Check.Container}    variables:\n      A: x{placeholder}\nresources:\n  env: {{type: environment}}\n  0db: {{type: postgres}}\n");
        StringAssert.Contains(result.Findings, $"SCORE0306 (8,11)-(8,{11 + placeholder.Length}): {name} cannot be the name of an environment variable",
            System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void TwoVolumesOfOneNameAreReported()
    {
        Translated result = Translated.From(
            Check.Container + "resources:\n  aa: {type: volume, id: x.y}\n  bb: {type: volume, class: fast, id: x-y}\n");
        Assert.AreEqual("SCORE0407 (9,3)-(9,5): The resources 'volume.default#x.y' and 'volume.fast#x-y' would share the volume 'x-y'. Rename one of them.",
            result.Findings);
    }

    [TestMethod]
    public void MetadataIsExpandedAsTextOrJson()
    {
        Translated result = Translated.From(
            "apiVersion: score.dev/v1b1\nmetadata: {name: shop, n: 3, big: 1.0, o: {b: [x], a: ~}, s: 'a$b'}\ncontainers:\n  web:\n    image: x\n"
            + "    variables: {A: '${metadata.name}-${metadata.n}', B: '${metadata.o}', C: '${metadata.s}', D: '${metadata.big}'}\n");
        Assert.AreEqual("shop-3", result["services.shop-web.environment.A"]);
        Assert.AreEqual("""{"a":null,"b":["x"]}""", result["services.shop-web.environment.B"]);
        Assert.AreEqual("a$$b", result["services.shop-web.environment.C"]);
        Assert.AreEqual("1", result["services.shop-web.environment.D"]);
    }

    [TestMethod]
    public void ExpansionThatMultipliesALargeValueIsStopped()
    {
        string text = string.Concat(Enumerable.Repeat("${metadata.big}", 1000));
        Translated result = Translated.From(
            $"apiVersion: score.dev/v1b1\nmetadata: {{name: shop, big: {new string('x', 500_000)}}}\ncontainers:\n  web:\n    image: x\n" +
            $"    variables: {{A: '{text}'}}\n");
        StringAssert.StartsWith(result.Findings, "SCORE0307 (6,", System.StringComparison.Ordinal);
        StringAssert.Contains(result.Findings, "more than 16 MiB", System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void AnnotationsThatEveryServiceRepeatsAreStopped()
    {
        string containers = string.Concat(Enumerable.Range(0, 1000).Select(i => $"  c{i}: {{image: x}}\n"));
        Translated result = Translated.From(
            $"apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n  annotations: {{note: {new string('x', 100_000)}}}\ncontainers:\n{containers}");
        StringAssert.StartsWith(result.Findings, "SCORE0307 (4,17)-(4,21): ", System.StringComparison.Ordinal);
    }
}
