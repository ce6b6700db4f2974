using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class ComposeTranslatorTests
{
    private const string Everything = """
        apiVersion: score.dev/v1b1
        metadata:
          name: iii
          annotations: {example.com/team: core}
        containers:
          init:
            image: busybox
            before: {main: {ready: complete}}
          main:
            image: nginx
            command: [/bin/sh]
            args: [-c, "echo $HI"]
            variables: {IP: '${resources.info.ip}', ID: '${resources.env.ID}'}
            files: {/i/I: {content: 'I', mode: '0444'}}
            volumes: {/data: {source: '${resources.data}', path: sub, readOnly: true}}
            resources: {limits: {memory: 1.5Gi, cpu: 1250m}}
            livenessProbe: {exec: {command: [ls]}}
        service: {ports: {www: {port: 80}}}
        resources:
          info: {type: info}
          env: {type: environment}
          data: {type: volume}

        """;

    [TestMethod]
    public void VolumeResourceIsAnExternalVolume()
    {
        Translated result = Translated.From(Check.Container + "    volumes: {/d: {source: '${resources.data}'}}\nresources: {data: {type: volume}}\n");
        Assert.AreEqual("""[{"source":"shop-data","target":"/d","type":"volume"}]""", result["services.shop-web.volumes"]);
        Assert.AreEqual("""{"shop-data":{"external":true,"name":"shop-data"}}""", result["volumes"]);
    }

    [TestMethod]
    public void VolumeWithAnIdIsNamedByIt() => Assert.AreEqual(
        """{"team-data":{"external":true,"name":"team-data"}}""",
        Translated.From(Check.Container + "    volumes: {/d: {source: '${resources.data}'}}\nresources: {data: {type: volume, id: team.data}}\n")["volumes"]);

    [TestMethod]
    [DataRow("my-data")]
    [DataRow("${metadata.name}_data")]
    public void LiteralSourceIsAnExternalVolume(string source)
    {
        string name = source.Replace("${metadata.name}", "shop", StringComparison.Ordinal);
        Assert.AreEqual($$$"""{"{{{name}}}":{"external":true,"name":"{{{name}}}"}}""",
            Translated.From($"{Check.Container}    volumes: {{/d: {{source: '{source}'}}}}\n")["volumes"]);
    }

    [TestMethod]
    public void SubPathAndReadOnlyArePassedOn() => Assert.AreEqual(
        """[{"read_only":true,"source":"data","target":"/d","type":"volume","volume":{"subpath":"a/b"}}]""",
        Translated.From(Check.Container + "    volumes: {/d: {source: data, path: a/b, readOnly: true}}\n")["services.shop-web.volumes"]);

    [TestMethod]
    [DataRow("./data")]
    [DataRow("/var/data")]
    [DataRow("")]
    [DataRow("${resources.env.NAME}")]
    public void SourceThatIsNoVolumeNameIsReported(string source) => StringAssert.StartsWith(
        Translated.From($"{Check.Container}    volumes: {{/d: {{source: '{source}'}}}}\nresources: {{env: {{type: environment}}}}\n").Findings,
        $"SCORE0405 (7,28)-(7,{30 + source.Length}): '{source}' is not the name of a volume. Write '${{resources.NAME}}'",
        StringComparison.Ordinal);

    [TestMethod]
    public void OutputThatIsMissingInASourceIsReportedOnce() => StringAssert.Matches(
        Translated.From(Check.Container + "    volumes: {/d: {source: '${resources.data.nope}'}}\nresources: {data: {type: volume}}\n").Findings,
        new("^SCORE0303 [^\n]*$"));

    [TestMethod]
    public void ResourceThatIsNoVolumeCannotBeMounted() => StringAssert.Contains(
        Translated.From(Check.Container + "    volumes: {/d: {source: '${resources.env}'}}\nresources: {env: {type: environment}}\n").Findings,
        "SCORE0406 (7,28)-(7,46): The resource 'env' is of type 'environment' and cannot be mounted.",
        StringComparison.Ordinal);

    [TestMethod]
    public void ImageOfTheBuildTakesThePlaceOfADot() =>
        Assert.AreEqual("registry/shop:1",
            Translated.From(Check.Head + "containers: {web: {image: .}}\n", image: "registry/shop:1")["services.shop-web.image"]);

    [TestMethod]
    public void DotWithoutAnImageOfTheBuildIsReported() => Assert.AreEqual(
        "SCORE0401 (4,27)-(4,28): The container 'web' has the image '.', which stands for the image that the build makes. Set the property ScoreImage to its " +
        "name, or add a ScoreBuild item for the container.",
        Translated.From(Check.Head + "containers: {web: {image: .}}\n").Findings);

    [TestMethod]
    public void WorkloadsShareOneProject()
    {
        Translated result = Translated.From([Named("bb", "web"), Named("aa", "web")]);
        Assert.AreEqual("project", result["name"]);
        Assert.AreEqual("aa-web bb-web", string.Join(" ", ((YamlMapping)result.Project.Content["services"]!).Select(s => s.Name)));
        Assert.AreEqual("aa bb", result["services.aa-web.hostname"] + " " + result["services.bb-web.hostname"]);
    }

    [TestMethod]
    public void ContainersThatWouldBeOneServiceAreReported() => Assert.AreEqual(
        "SCORE0403 (4,14)-(4,19): The container 'cc-dd' of workload 'bb' would become the service 'bb-cc-dd', which stands for container 'dd' of workload " +
        "'bb-cc'. Rename one of them.",
        Translated.From([Named("bb-cc", "dd"), Named("bb", "cc-dd")]).Findings);

    [TestMethod]
    public void EnvironmentValuesAreWrittenIntoFiles()
    {
        Translated result = Translated.From(
            Check.Container + "    files: {/a: {content: 'x=${resources.env.X} $${y} $$ ${metadata.name}'}}\nresources: {env: {type: environment}}\n",
            read: name => name == "X" ? "one$two" : null);
        Assert.AreEqual("x=one$two ${y} $ shop", Encoding.UTF8.GetString(result.Project.Files.Single().Bytes));
        Assert.AreEqual("X", string.Join(" ", result.Project.VariablesRead));
        Assert.HasCount(0, result.Project.Variables);
        Assert.AreEqual("", result.Findings);
    }

    [TestMethod]
    public void UnsetVariableInAFileIsReportedAtItsPlaceholder() => Assert.AreEqual(
        "SCORE0304 (11,11)-(11,29): The environment variable 'X' is not set, and the build needs its value here. Set it in the env file.",
        Translated.From(Check.Container +
            "    files:\n      /a:\n        content: |\n          one\n          ${resources.env.X}\nresources: {env: {type: environment}}\n").Findings);

    [TestMethod]
    public void UnsetVariableInASourceFileIsReportedInThatFile()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.ini", "\nx=${resources.env.X}\n");
        Translated result = Translated.From([Check.Container + "    files: {/a: {source: a.ini}}\nresources: {env: {type: environment}}\n"],
            folder: folder.Path);
        StringAssert.StartsWith(result.Findings, "SCORE0304 (2,3)-(2,21): ", StringComparison.Ordinal);
    }

    [TestMethod]
    public void ContentThatIsNotExpandedIsCopied()
    {
        Translated result = Translated.From(Check.Container + "    files: {/a: {content: '${x} $$', noExpand: true}, /b: {binaryContent: AAEC}}\n");
        Assert.AreEqual("${x} $$", Encoding.UTF8.GetString(result.Project.Files[0].Bytes));
        CollectionAssert.AreEqual(new byte[] { 0, 1, 2 }, result.Project.Files[1].Bytes);
    }

    [TestMethod]
    public void KeysStandInTheOrderThatPeopleExpect()
    {
        Translated result = Translated.From(Everything);
        YamlMapping service = (YamlMapping)((YamlMapping)result.Project.Content["services"]!)["iii-main"]!;
        Assert.AreEqual("image entrypoint command hostname environment volumes depends_on healthcheck deploy labels annotations",
            string.Join(" ", service.Select(e => e.Name)));
    }

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("ar-SA")]
    [DataRow("de-DE")]
    public void OutputIsTheSameInEveryCulture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        Translated expected = Translated.From(Everything);
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Translated actual = Translated.From(Everything);
            Assert.AreEqual(expected.Yaml, actual.Yaml);
            Assert.AreEqual(expected.Findings, actual.Findings);
            Assert.AreEqual("files/iii/main/i/I", actual.Project.Files.Single().Path);
            StringAssert.Contains(actual.Yaml, "INFO_IP", StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void OutputDoesNotDependOnTheOrderOfKeys()
    {
        string reversed = Check.Head +
            "containers:\n  web:\n    variables: {B: b, A: a}\n    files: {/b: {content: b}, /a: {content: a}}\n    image: x\n  api: {image: y}\n";
        string sorted = Check.Head +
            "containers:\n  api: {image: y}\n  web:\n    image: x\n    files: {/a: {content: a}, /b: {content: b}}\n    variables: {A: a, B: b}\n";
        Assert.AreEqual(Translated.From(sorted).Yaml, Translated.From(reversed).Yaml);
    }

    [TestMethod]
    public void FileBeginsWithACommentThatNamesItsSourcesAndNothingOfTheMachine()
    {
        string text = Encoding.UTF8.GetString(ComposeFile.Write(Translated.From(Named("aa", "web")).Project.Content, ["score.yaml", "odd\nname.yaml"]));
        StringAssert.StartsWith(
            text,
            "# Generated by Score.MSBuild from score.yaml, odd\\nname.yaml. Edit that file instead: the next build writes this one anew.\nname: project\n",
            StringComparison.Ordinal);
        Assert.IsFalse(text.Contains(Path.GetTempPath(), StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("Shop", "shop")]
    [DataRow("My Shop.Web", "myshopweb")]
    [DataRow("_-9lives", "9lives")]
    [DataRow("a_b-c", "a_b-c")]
    [DataRow("ÄÖ", "")]
    [DataRow("---", "")]
    [DataRow("IİI", "ii")]
    public void ProjectNameIsWhatComposeWouldDerive(string folder, string name)
    {
        Assert.AreEqual(name, ComposeFile.ProjectName(folder));
        Assert.AreEqual(name.Length > 0, ComposeFile.IsProjectName(name));
    }

    [TestMethod]
    [DataRow("Shop")]
    [DataRow("-a")]
    [DataRow("a b")]
    [DataRow("")]
    public void NameThatComposeRefusesIsNoProjectName(string name) => Assert.IsFalse(ComposeFile.IsProjectName(name));

    private static string Named(string workload, string container) =>
        $"apiVersion: score.dev/v1b1\nmetadata:\n  name: {workload}\ncontainers: {{{container}: {{image: x}}}}\n";
}
