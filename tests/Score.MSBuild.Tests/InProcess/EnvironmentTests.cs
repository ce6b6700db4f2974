using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>The property <c>ScoreEnvironment</c>.</summary>
[TestClass]
public sealed class EnvironmentTests
{
    private const string Staging = "ScoreEnvironment=staging";
    private const string Cache = "- uri: template://test/cache\n  type: cache\n  outputs: |\n    host: general\n";
    private const string WithCache = Samples.Minimal + "    variables: {A: '${resources.cache.host}'}\nresources: {cache: {type: cache}}\n";
    private const string WithPassword = Samples.Minimal + "    variables: {A: '${resources.db.password}'}\nresources: {db: {type: postgres}}\n";

    [TestMethod]
    public void ScoreFileOfTheEnvironmentIsLaidOverTheGeneralOne()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.staging.yaml", "containers: {web: {image: staging}}");
        folder.Write("score.Release.yaml", "containers: {web: {image: release, args: [a]}}");
        Build(folder, Staging, "Configuration=Release", "ScoreConfigurationOverrides=true");
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "    image: staging\n");
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "      - a\n");
        Assert.IsFalse(folder.Has("compose.yaml"));

        folder.Write("own.yaml", "containers: {web: {image: own}}");
        Build(folder, Staging, "ScoreOverridesFile=own.yaml");
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "    image: own\n");
    }

    [TestMethod]
    public void EnvironmentWithoutFilesOfItsOwnIsNoMistake()
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = Build(folder, Staging);
        Assert.IsEmpty(outcome.Findings);
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "    image: nginx:1.27\n");
    }

    [TestMethod]
    public void EnvironmentsDoNotBuildOneAnotherAnew()
    {
        using TemporaryFolder folder = Prepare(Samples.WithFiles);
        folder.Write("assets/source.conf", "text");
        string[][] builds = [[], [Staging], ["ScoreEnvironment=production"]];
        foreach (string[] properties in builds) Build(folder, [.. properties, "ScoreGenerateK8s=true"]);
        foreach (string[] properties in builds)
            Assert.IsTrue(InProcessBuild.Run(folder, [.. properties, "ScoreGenerateK8s=true"], question: true).Succeeded, string.Join(" ", properties));
        foreach (string file in new[]
        {
            "compose.yaml", "compose.production.yaml", "manifests.yaml", "manifests.staging.yaml",
            ".score-compose/mounts/staging/files/billing/web/etc/inline.conf"
        })
        {
            Assert.IsTrue(folder.Has(file), file);
        }
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "source: .score-compose/mounts/staging/files/billing/web/etc/inline.conf\n");
    }

    [TestMethod]
    public void FileOfTheEnvironmentThatComesChangesAndGoesIsNoticed()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, Staging);
        folder.Write("score.staging.yaml", "containers: {web: {image: staging}}");
        File.SetLastWriteTimeUtc(folder.PathOf("score.staging.yaml"), DateTime.UtcNow.AddDays(-1));
        Build(folder, Staging);
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "    image: staging\n");
        Assert.IsTrue(InProcessBuild.Run(folder, [Staging], question: true).Succeeded);

        folder.Write("score.staging.yaml", "containers: {web: {image: other}}");
        folder.Touch("score.staging.yaml");
        Build(folder, Staging);
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "    image: other\n");

        File.Delete(folder.PathOf("score.staging.yaml"));
        Build(folder, Staging);
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "    image: nginx:1.27\n");
    }

    [TestMethod]
    public void ProvisionersOfTheEnvironmentGoBeforeTheGeneralOnes()
    {
        using TemporaryFolder folder = Prepare(WithCache);
        folder.Write(".score/00-cache.provisioners.yaml", Cache);
        folder.Write(".score/staging/90-cache.provisioners.yaml",
            Cache.Replace("general", "staging", StringComparison.Ordinal).Replace("test", "own", StringComparison.Ordinal));
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "A: general\n");
        Build(folder, Staging);
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "A: staging\n");
        Assert.IsTrue(InProcessBuild.Run(folder, [Staging], question: true).Succeeded);
    }

    [TestMethod]
    [DataRow("""<ScorePatch Include="*.tpl" />""")]
    [DataRow("""<ScorePatch Include="all.tpl" />""")]
    [DataRow("""<ScorePatch Include="all.tpl;all.staging.tpl;all.production.tpl" />""")]
    public void PatchOfTheEnvironmentComesAfterTheGeneralOne(string item)
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal, $"<ItemGroup>{item}</ItemGroup>");
        folder.Write("all.tpl", "- {op: set, path: x-order, value: all}\n- {op: set, path: x-all, value: true}\n");
        folder.Write("all.staging.tpl", "- {op: set, path: x-order, value: staging}\n");
        folder.Write("all.production.tpl", "- {op: set, path: x-order, value: production}\n");
        foreach ((string environment, string order) in new[] { ("", "all"), (".staging", "staging"), (".production", "production"), (".test", "all") })
        {
            BuildOutcome outcome = Build(folder, environment.Length == 0 ? [] : ["ScoreEnvironment=" + environment[1..]]);
            StringAssert.Contains(folder.Read($"compose{environment}.yaml"), "x-all: true\n");
            StringAssert.Contains(folder.Read($"compose{environment}.yaml"), $"x-order: {order}\n");
            bool isListed = environment.Length == 0 && !item.Contains("\"all.tpl\"", StringComparison.Ordinal);
            Assert.AreEqual(isListed ? 2 : 0, outcome.Findings.Count(f => f.Code == "SCORE0671"), outcome.ToString());
        }

        Assert.IsEmpty(Build(folder, "ScoreEnvironments=staging%3Bproduction", "ScoreProjectName=other").Findings);
    }

    [TestMethod]
    public void EditedPatchOfTheEnvironmentRegenerates()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal, """<ItemGroup><ScorePatch Include="all.tpl" /></ItemGroup>""");
        folder.Write("all.tpl", "- {op: set, path: x-order, value: all}\n");
        Build(folder, Staging);
        folder.Write("all.staging.tpl", "- {op: set, path: x-order, value: one}\n");
        Build(folder, Staging);
        folder.Write("all.staging.tpl", "- {op: set, path: x-order, value: two}\n");
        folder.Touch("all.staging.tpl");
        Build(folder, Staging);
        StringAssert.Contains(folder.Read("compose.staging.yaml"), "x-order: two\n");
    }

    [TestMethod]
    [DataRow("deploy/compose.yaml", "deploy/compose.staging.yaml")]
    [DataRow("deploy/compose.$(ScoreEnvironment).yaml", "deploy/compose.staging.yaml")]
    [DataRow("$(ScoreEnvironment)/compose.yaml", "staging/compose.yaml")]
    [DataRow("compose-$(ScoreEnvironment).yaml", "compose-staging.yaml")]
    [DataRow("staging-tools/compose.yaml", "staging-tools/compose.staging.yaml")]
    [DataRow("out.v2.yml", "out.v2.staging.yml")]
    public void NameThatTheProjectGivesFollowsTheRule(string given, string expected)
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal, $"<PropertyGroup><ScoreComposeFile>{given}</ScoreComposeFile></PropertyGroup>");
        Build(folder, Staging);
        Assert.IsTrue(folder.Has(expected));
        Assert.IsTrue(InProcessBuild.Run(folder, [Staging], question: true).Succeeded);
    }

    [TestMethod]
    public void NameOnTheCommandLineIsTheLastWord()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, Staging, "ScoreComposeFile=out.yaml");
        Assert.IsTrue(folder.Has("out.yaml"));
    }

    [TestMethod]
    public void FoldersHaveAFolderForTheEnvironmentAndAnEnvFileItsNameAtTheEnd()
    {
        const string Unknown = Samples.Minimal + "    variables: {A: '${resources.key.text}'}\nresources: {key: {type: nobody-knows}}\n";
        using TemporaryFolder folder = Prepare(Unknown, "<PropertyGroup><ScoreEnvFile>.env</ScoreEnvFile></PropertyGroup>");
        Build(folder, Staging, "ScoreGenerateK8s=true", "ScoreK8sLayout=Kustomize");
        Build(folder, Staging, "ScoreGenerateK8s=true", "ScoreK8sLayout=Helm");
        foreach (string file in new[] { "k8s/staging/kustomization.yaml", "chart/staging/Chart.yaml", ".env.staging" }) Assert.IsTrue(folder.Has(file), file);
        Assert.IsFalse(folder.Has("k8s/kustomization.yaml"));
        Assert.IsFalse(folder.Has(".env"));
    }

    [TestMethod]
    [DataRow("a/b", "")]
    [DataRow("..", "")]
    [DataRow("a b", " Did you mean 'a-b'?")]
    [DataRow("Staging", " Did you mean 'staging'?")]
    [DataRow("-a", "")]
    [DataRow("a.b", "")]
    [DataRow("it's", "")]
    public void WrongNameIsAnErrorAtTheProjectFile(string name, string suggestion)
    {
        const string Allowed = "Use a name of at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends, such as 'staging'.";
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreEnvironment=" + name]);
        Assert.AreEqual($"app.proj(0,0): error SCORE0603: '{name}' is not a value of the property ScoreEnvironment. {Allowed}{suggestion}", outcome.ToString());
        Assert.IsFalse(Directory.EnumerateFiles(folder.PathOf("."), "compose*", SearchOption.AllDirectories).Any());
        StringAssert.Contains(InProcessBuild.Run(folder, ["ScoreEnvironments=" + name]).ToString(), "the property ScoreEnvironments");
    }

    [TestMethod]
    public void NameThatTheProjectDoesNotKnowIsAWarning()
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = Build(folder, "ScoreEnvironment=stagng", "ScoreEnvironments=staging%3Bproduction");
        Assert.AreEqual("app.proj(0,0): warning SCORE0670: 'stagng' is not one of the environments that the property ScoreEnvironments names. Did you mean " +
            "'staging'?",
            outcome.ToString());
    }

    [TestMethod]
    [DataRow("containers: [", "score.staging.yaml(1,")]
    [DataRow("- a\n", "score.staging.yaml(1,1): error SCORE0605")]
    [DataRow("containers:\n  web:\n    imaeg: x\n", "score.staging.yaml(3,5): error SCORE0101: 'imaeg'")]
    public void BrokenOverridesOfAnEnvironmentAreReportedInTheirFile(string overrides, string expected)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.staging.yaml", overrides);
        Build(folder);
        BuildOutcome outcome = InProcessBuild.Run(folder, [Staging]);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.StartsWith(outcome.ToString(), expected);
        Assert.IsFalse(folder.Has("compose.staging.yaml"));
    }

    [TestMethod]
    public void EnvironmentsShareNeitherPasswordsNorContainers()
    {
        using TemporaryFolder folder = Prepare(WithPassword);
        string[] names = ["", ".staging", ".production"];
        foreach (string name in names) Build(folder, name.Length == 0 ? ["ScoreGenerateK8s=true"] : ["ScoreEnvironment=" + name[1..], "ScoreGenerateK8s=true"]);
        Assert.AreEqual(3, names.Select(n => Regex.Match(folder.Read($".env{n}"), "POSTGRES_INSTANCE_PASSWORD=(.*)").Value).Distinct().Count());
        Assert.AreEqual(3, names.Select(n => Regex.Match(folder.Read($"compose{n}.yaml"), "\nname: (.*)").Value).Distinct().Count());
        Assert.AreEqual(3, names.Select(n => Regex.Match(folder.Read($"manifests{n}.secrets.yaml"), " password: (.*)").Value).Distinct().Count());
    }

    [TestMethod]
    public void DefaultItemsCanBeUpdatedAndRemoved()
    {
        using TemporaryFolder folder = Prepare(WithCache, """<ItemGroup><ScoreFile Update="score.yaml" OverridesFile="own.yaml" /></ItemGroup>""");
        folder.Write("own.yaml", "containers: {web: {image: own}}");
        folder.Write(".score/cache.provisioners.yaml", Cache);
        folder.Write(".score/z-first.provisioners.yaml",
            Cache.Replace("general", "first", StringComparison.Ordinal).Replace("test", "first", StringComparison.Ordinal));
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "    image: own\n");

        Write("""<ItemGroup><ScoreFile Update="*.yaml" OverridesFile="own.yaml" /><ScoreProvisioners Remove=".score/cache.provisioners.yaml" /></ItemGroup>""");
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "    image: own\n");
        StringAssert.Contains(folder.Read("compose.yaml"), "A: first\n");

        Write("""<ItemGroup><ScoreFile Include="score.yaml" /></ItemGroup>""");
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "    image: nginx:1.27\n");

        Write("""<ItemGroup><ScoreFile Include="*.yaml" Exclude="compose.yaml;own.yaml" OverridesFile="own.yaml" /></ItemGroup>""");
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "    image: own\n");

        File.Delete(folder.PathOf("compose.yaml"));
        Write("""<ItemGroup><ScoreFile Remove="score.yaml" /></ItemGroup>""");
        Build(folder);
        Assert.IsFalse(folder.Has("compose.yaml"));

        void Write(string project) => folder.Write("app.proj", InProcessBuild.Project(project));
    }

    private static TemporaryFolder Prepare(string score = Samples.Minimal, string project = "")
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", score);
        folder.Write("app.proj", InProcessBuild.Project(project));
        return folder;
    }

    private static BuildOutcome Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return outcome;
    }
}
