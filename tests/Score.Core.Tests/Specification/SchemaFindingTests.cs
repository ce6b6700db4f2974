using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Specification;

namespace Score.Core.Tests.Specification;

/// <summary>Each rule of the schema is reported in one sentence, at the key or value concerned.</summary>
[TestClass]
public sealed class SchemaFindingTests
{
    [TestMethod]
    public void MissingKeyIsReportedAtItsParent() => Check.Finds(
        Check.Head + "containers:\n  «web»:\n    args: [a]\n",
        "SCORE0102",
        "'web' of containers needs the key 'image'",
        "image: .");

    [TestMethod]
    public void MissingTopLevelKeyIsReportedAtTheStart() =>
        Check.Finds("«a»piVersion: score.dev/v1b1\nmetadata: {name: shop}\n", "SCORE0102", "The workload needs the key 'containers'");

    [TestMethod]
    public void MissingNameIsReportedAtMetadata() =>
        Check.Finds("apiVersion: score.dev/v1b1\n«metadata»: {}\ncontainers: {web: {image: x}}\n", "SCORE0102", "'name'", "the workload's name");

    [TestMethod]
    [DataRow("nmae")]
    [DataRow("=name")]
    public void MisspeltNameIsReportedThoughMetadataMayHaveOtherKeys(string key) => Check.Finds(
        $"apiVersion: score.dev/v1b1\nmetadata: {{«{key}»: shop}}\ncontainers: {{web: {{image: x}}}}\n",
        "SCORE0102",
        $"'metadata' needs the key 'name'. If '{key}' is meant to be it, rename it.");

    [TestMethod]
    public void SeveralMissingKeysAreAllReported() => Check.Finds(
        Check.Container + "    livenessProbe:\n      ««httpGet»»: {}\n",
        new Expected("SCORE0102", "'path'"),
        new Expected("SCORE0102", "'port'"));

    [TestMethod]
    [DataRow("    command: «npm start»", "must be a list", "a string", "Write ['npm', 'start'].")]
    [DataRow("    «variables»: [A]", "must be a mapping", "a list", "without dashes")]
    [DataRow("    «args»: {a: b}", "must be a list", "a mapping", "Begin each item with a dash")]
    [DataRow("    variables:\n      A: «8080»", "must be a string", "a number", "Put it in quotes: \"8080\".")]
    [DataRow("    variables:\n      A: «true»", "must be a string", "a boolean", "Put it in quotes: \"true\".")]
    [DataRow("    variables:\n      A: «2024-01-02»", "must be a string", "a date", "Put it in quotes: \"2024-01-02\".")]
    [DataRow("    args: [a, «1»]", "Item 2 of containers.web.args must be a string", "a number", "quotes")]
    [DataRow("    files: {/a: {content: x, noExpand: «\"yes\"»}}", "true or false", "a string", "")]
    [DataRow("    files: {/a: {content: x, noExpand: «\"true\"»}}", "true or false", "a string", "Remove the quotes.")]
    public void WrongTypeSaysWhatIsExpectedAndWhatToDo(string lines, params string[] words) =>
        Check.Finds($"{Check.Container}{lines}\n", "SCORE0103", words);

    [TestMethod]
    public void QuotedPortIsToldToLoseItsQuotes() =>
        Check.Finds(Check.Container + "service:\n  ports:\n    www:\n      port: «\"80\"»\n", "SCORE0103", "a whole number", "Remove the quotes.");

    [TestMethod]
    public void FractionIsNoPort() =>
        Check.Finds(Check.Container + "service:\n  ports:\n    www:\n      port: «80.5»\n", "SCORE0103", "must be a whole number, and this is 80.5.");

    [TestMethod]
    public void WholeNumberWithAPointIsAPort() => Check.FindsNothing(Check.Container + "service: {ports: {www: {port: 80.0}}}\n");

    [TestMethod]
    [DataRow("    «image»:\n", "'image' of containers.web has no value", "image: .")]
    [DataRow("    image: «~»\n", "'image' of containers.web has no value", "image: .")]
    public void ImageWithoutValueSaysWhatToWrite(string line, params string[] words) =>
        Check.Finds(Check.Head + "containers:\n  web:\n" + line, "SCORE0104", words);

    [TestMethod]
    public void MappingWithoutValueIsReportedAtItsKey() => Check.Finds(
        Check.Container + "    «variables»:\n    «livenessProbe»:\n«service»:\n«resources»:\n",
        new Expected("SCORE0104", "'variables' of containers.web has no value", "It must be a mapping; give it one or remove the key."),
        new Expected("SCORE0104", "'livenessProbe'"),
        new Expected("SCORE0104", "'service' has no value"),
        new Expected("SCORE0104", "'resources'"));

    [TestMethod]
    public void ContainerWithoutValueIsReportedAtItsName() =>
        Check.Finds(Check.Head + "containers:\n  «web»:\n", "SCORE0104", "'web' of containers", "a mapping");

    [TestMethod]
    public void UnknownVersionIsNotAllowed() =>
        Check.Finds("apiVersion: «score.dev/v1b2»\nmetadata: {name: shop}\ncontainers: {web: {image: x}}\n", "SCORE0105",
            "'score.dev/v1b2' is not a value of 'apiVersion'", "Use 'score.dev/v1b1'");

    [TestMethod]
    public void LowerCaseSchemeGetsASuggestion() => Check.Finds(
        Check.Container + "    livenessProbe: {httpGet: {path: /, port: 80, scheme: «http»}}\n",
        "SCORE0105",
        "Use 'HTTP' or 'HTTPS'.",
        "Did you mean 'HTTP'?");

    [TestMethod]
    public void UnknownProtocolIsNotAllowed() =>
        Check.Finds(Check.Container + "service: {ports: {www: {port: 80, protocol: «tpc»}}}\n", "SCORE0105", "'TCP' or 'UDP'", "Did you mean 'TCP'?");

    [TestMethod]
    [DataRow("0")]
    [DataRow("65536")]
    [DataRow("-1")]
    [DataRow("99999999999999999999")]
    [DataRow("18446744073709551615")]
    [DataRow("1e30")]
    [DataRow(".inf")]
    [DataRow("-.inf")]
    public void PortOutOfRangeNamesTheRange(string number) =>
        Check.Finds($"{Check.Container}service: {{ports: {{www: {{port: «{number}»}}}}}}\n", "SCORE0106", "from 1 to 65535, and this is " + number);

    [TestMethod]
    [DataRow("memory: «12Mb»", "amount of memory", "512Mi")]
    [DataRow("cpu: «0,5»", "amount of processors", "500m")]
    public void AmountThatDoesNotFitSaysHowToWriteIt(string line, params string[] words) =>
        Check.Finds($"{Check.Container}    resources:\n      limits:\n        {line}\n", "SCORE0107", words);

    [TestMethod]
    public void ModeMustBeOctal() =>
        Check.Finds(Check.Container + "    files: {/a: {content: x, mode: «\"0888\"»}}\n", "SCORE0107", "access mode", "'0644'");

    [TestMethod]
    public void HeaderNameMustBeAToken() => Check.Finds(
        Check.Container + "    livenessProbe: {httpGet: {path: /, port: 80, httpHeaders: [{name: «X A», value: b}]}}\n",
        "SCORE0107",
        "header name");

    [TestMethod]
    [DataRow("type: «post gres»", "resource type")]
    [DataRow("type: ab\n    class: «-x»", "resource class")]
    [DataRow("type: ab\n    id: «A.b»", "resource id")]
    public void ResourceTypeClassAndIdHaveAForm(string lines, string words) =>
        Check.Finds($"{Check.Container}resources:\n  db:\n    {lines}\n", "SCORE0107", words);

    [TestMethod]
    [DataRow("containers:\n  «my_app»: {image: x}\n", "container", "Try 'my-app'.")]
    [DataRow("containers:\n  «WebApp»: {image: x}\n", "container", "Try 'webapp'.")]
    [DataRow("containers:\n  «a»: {image: x}\n", "container", "2 to 63")]
    [DataRow("containers: {web: {image: x}}\nresources:\n  «my_db»: {type: ab}\n", "resource", "Try 'my-db'.")]
    [DataRow("containers: {web: {image: x}}\nservice:\n  ports:\n    «Web_Port»: {port: 80}\n", "port", "Try 'web-port'.")]
    public void NameWithUnderscoresOrCapitalsGetsAProposal(string lines, string kind, string words) =>
        Check.Finds(Check.Head + lines, "SCORE0108", $"is not a valid {kind} name", words);

    [TestMethod]
    public void WorkloadNameIsReportedAtItsValue() =>
        Check.Finds("apiVersion: score.dev/v1b1\nmetadata:\n  name: «My_Shop»\ncontainers: {web: {image: x}}\n", "SCORE0108", "workload name",
            "Try 'my-shop'.");

    [TestMethod]
    public void AnnotationKeyIsReportedAtItself() => Check.Finds(
        "apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n  annotations:\n    «Example.com/a»: x\ncontainers: {web: {image: x}}\n"
        + "resources: {db: {type: ab, metadata: {annotations: {«/»: x}}}}\n",
        new Expected("SCORE0109", "'Example.com/a' is not a valid annotation key"),
        new Expected("SCORE0109", "'/'"));

    [TestMethod]
    [DataRow("«/a»: {}", "has none")]
    [DataRow("«/a»: {mode: '0644'}", "has none")]
    [DataRow("«/a»: {content: x, source: y}", "has 'content' and 'source'")]
    public void FileNeedsExactlyOneContent(string line, string words) =>
        Check.Finds($"{Check.Container}    files:\n      {line}\n", "SCORE0110", "'/a' of containers.web.files", words);

    [TestMethod]
    public void EmptyProbeNeedsAWay() => Check.Finds(Check.Container + "    «livenessProbe»: {}\n", "SCORE0111", "needs 'httpGet', 'exec' or both");

    [TestMethod]
    public void WorkloadNeedsAContainer() => Check.Finds(Check.Head + "«containers»: {}\n", "SCORE0112", "at least one container");

    [TestMethod]
    public void EmptyImageSaysWhatToWrite() =>
        Check.Finds(Check.Head + "containers:\n  web:\n    image: «''»\n", "SCORE0113", "'image' of containers.web must not be empty",
            "'.' for the image that the build makes");

    [TestMethod]
    public void EmptySourceIsReportedOnce() => Check.Finds(Check.Container + "    files: {/a: {source: «''»}}\n", "SCORE0113", "'source'");

    [TestMethod]
    [DataRow("«A=b»: c", "Write 'NAME: VALUE'.")]
    [DataRow("«\"\"»: c", "must not be empty")]
    public void VariableNameHoldsNoEqualsSign(string line, string words) => Check.Finds($"{Check.Container}    variables:\n      {line}\n", "SCORE0114", words);

    [TestMethod]
    public void AllFindingsOfAFileComeInOneBuild() => Check.Finds(
        "apiVersion: «score/v1»\nmetadata:\n  name: «Shop»\ncontainers:\n  web:\n    image: «''»\n    «env»: {}\n    variables:\n      A: «1»\n" +
        "      B: \"«${x}»\"\n"
        + "      C: «${resources.db.host}»\n"
        + "    before: {«job»: {ready: started}}\n",
        new Expected("SCORE0105"),
        new Expected("SCORE0108"),
        new Expected("SCORE0113"),
        new Expected("SCORE0101"),
        new Expected("SCORE0103"),
        new Expected("SCORE0201"),
        new Expected("SCORE0203"),
        new Expected("SCORE0205"));

    [TestMethod]
    [DataRow("my_app", "my-app")]
    [DataRow("My App!", "my-app")]
    [DataRow("__x__y__", "x-y")]
    [DataRow("ÄÖ", null)]
    [DataRow("a", null)]
    public void ProposedNameIsValidOrAbsent(string text, string? proposed) => Assert.AreEqual(proposed, NameRules.Propose(text));

    [TestMethod]
    public void LongNameIsCutToAValidOne() => Assert.IsTrue(NameRules.IsName(NameRules.Propose(string.Concat(Enumerable.Repeat("Ab_", 100)))!));
}
