using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class ProvisionerTests
{
    private const string File = ".score/10-cache.provisioners.yaml";
    private const string Score = "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n" +
        "  web: {image: x, variables: {A: '${resources.cache.host}'}}\nresources:\n  cache: {type: cache}\n";
    private const string Cache = "- uri: template://test/cache\n  type: cache\n  outputs: |\n    host: cache-one\n  services: |\n" +
        "    cache: {image: redis}\n  files: |\n    cache/redis.conf: text\n  directories: |\n    data: true\n";
    private const string Random = "- uri: template://test/cache\n  type: cache\n  outputs: |\n    host: {{ randAlphaNum 20 }}\n";

    [TestMethod]
    public void ProvisionerFileBesideTheProjectIsUsed()
    {
        using TemporaryFolder folder = Prepare(Cache);
        Build(folder);
        string compose = folder.Read("compose.yaml");
        StringAssert.Contains(compose, "A: cache-one\n");
        StringAssert.Contains(compose, "image: redis\n");
        Assert.AreEqual("text", folder.Read(".score-compose/mounts/cache/redis.conf"));
        Assert.IsTrue(Directory.Exists(folder.PathOf(".score-compose/mounts/data")));
        Assert.IsTrue(InProcessBuild.Run(folder, question: true).Succeeded);
    }

    [TestMethod]
    public void EditedProvisionerFileRegenerates()
    {
        using TemporaryFolder folder = Prepare(Cache);
        Build(folder);
        folder.Write(File, Cache.Replace("cache-one", "cache-two", StringComparison.Ordinal));
        folder.Touch(File);

        Assert.IsFalse(InProcessBuild.Run(folder, question: true).Succeeded);
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "A: cache-two\n");
    }

    [TestMethod]
    public void RemovedAndAddedProvisionerFilesRegenerate()
    {
        using TemporaryFolder folder = Prepare(Cache);
        Build(folder);
        folder.Write(".score-compose/00-first.provisioners.yaml",
            Cache.Replace("cache-one", "cache-first", StringComparison.Ordinal).Replace("test", "first", StringComparison.Ordinal));
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "A: cache-first\n");

        System.IO.File.Delete(folder.PathOf(".score-compose/00-first.provisioners.yaml"));
        System.IO.File.Delete(folder.PathOf(File));
        BuildOutcome outcome = Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "A: ${CACHE_HOST?required}\n");
        StringAssert.Contains(outcome.ToString(), "SCORE0301");
    }

    [TestMethod]
    public void FileThatNoProvisionerMakesAnyMoreIsDeleted()
    {
        using TemporaryFolder folder = Prepare(Cache);
        Build(folder);
        folder.Write(".score-compose/mounts/cache/mine.txt", "not generated");
        folder.Write(File, Cache.Replace("redis.conf", "other.conf", StringComparison.Ordinal));
        folder.Touch(File);

        Build(folder);
        Assert.IsFalse(folder.Has(".score-compose/mounts/cache/redis.conf"));
        Assert.IsTrue(folder.Has(".score-compose/mounts/cache/other.conf"));
        Assert.IsTrue(folder.Has(".score-compose/mounts/cache/mine.txt"));
    }

    [TestMethod]
    public void CleanDeletesTheFilesOfProvisionersWhenAsked()
    {
        using TemporaryFolder folder = Prepare(Cache);
        folder.Write(".score-compose/mounts/cache/mine.txt", "not generated");
        Build(folder, "ScoreEnvFile=.score-compose/mounts/cache/.env");
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreCleanOutputs=true"], target: "Clean").Succeeded);
        Assert.IsFalse(folder.Has(".score-compose/mounts/cache/redis.conf"));
        Assert.IsFalse(folder.Has("compose.yaml"));
        Assert.IsTrue(folder.Has(".score-compose/mounts/cache/mine.txt"));
    }

    [TestMethod]
    public void ItemReplacesTheDefault()
    {
        using TemporaryFolder folder = Prepare(Cache);
        folder.Write("other/x.yaml", Cache.Replace("cache-one", "cache-other", StringComparison.Ordinal));
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreProvisioners Include="other/x.yaml" /></ItemGroup>"""));
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "A: cache-other\n");
    }

    [TestMethod]
    public void ErrorIsAtItsPlaceInTheProvisionerFileAndOutputsStay()
    {
        using TemporaryFolder folder = Prepare(Cache);
        Build(folder);
        string original = folder.Read("compose.yaml");
        folder.Write(File, Cache.Replace("cache-one", "{{ .Wrong }}", StringComparison.Ordinal));
        folder.Touch(File);

        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.StartsWith(outcome.ToString(), "10-cache.provisioners.yaml(4,14): error SCORE0315: ");
        Assert.AreEqual(original, folder.Read("compose.yaml"));
    }

    [TestMethod]
    public void MissingProvisionerFileIsOneError()
    {
        using TemporaryFolder folder = Prepare(Cache);
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreProvisioners Include="none.yaml" /></ItemGroup>"""));
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.AreEqual("SCORE0001", outcome.Findings.Single().Code);
    }

    [TestMethod]
    public void SeedDecidesRandomValues()
    {
        string first = BuildWith(Random, "ScoreSeed=one", "ScoreComposeSecrets=Inline");
        Assert.AreEqual(first, BuildWith(Random, "ScoreSeed=one", "ScoreComposeSecrets=Inline"));
        Assert.AreNotEqual(first, BuildWith(Random, "ScoreSeed=two", "ScoreComposeSecrets=Inline"));
    }

    [TestMethod]
    public void ChangedSeedRegenerates()
    {
        using TemporaryFolder folder = Prepare(Random);
        Build(folder, "ScoreSeed=one", "ScoreComposeSecrets=Inline");
        string first = folder.Read("compose.yaml");
        Build(folder, "ScoreSeed=two", "ScoreComposeSecrets=Inline");
        Assert.AreNotEqual(first, folder.Read("compose.yaml"));
    }

    [TestMethod]
    public void WithoutTheSeedPropertyAFileOfTheUserIsMadeWhenOneIsNeeded()
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("XDG_DATA_HOME is Linux's.");
        using TemporaryFolder home = new();
        Dictionary<string, string> environment = new() { ["XDG_DATA_HOME"] = home.Root };
        using TemporaryFolder plain = Prepare(Cache);
        Assert.IsTrue(InProcessBuild.Run(plain, environment: environment).Succeeded);
        Assert.IsFalse(home.Has("Score.MSBuild/seed"));

        using TemporaryFolder folder = Prepare(Random);
        string[] properties = ["ScoreProjectName=same"];
        Assert.IsTrue(InProcessBuild.Run(folder, properties, environment: environment).Succeeded);
        Assert.AreEqual(32, new FileInfo(home.PathOf("Score.MSBuild/seed")).Length);
        using TemporaryFolder other = Prepare(Random);
        Assert.IsTrue(InProcessBuild.Run(other, properties, environment: environment).Succeeded);
        Assert.AreEqual(folder.Read("compose.yaml"), other.Read("compose.yaml"));

        home.Write("Score.MSBuild/seed", "short");
        using TemporaryFolder broken = Prepare(Random);
        BuildOutcome outcome = InProcessBuild.Run(broken, environment: environment);
        Assert.AreEqual("SCORE0325", outcome.Findings.Single().Code, outcome.ToString());
    }

    [TestMethod]
    public void ServiceWithoutAnImageIsAnErrorUnlessAPatchNamesOne()
    {
        using TemporaryFolder folder = Prepare(Cache.Replace("{image: redis}", "{restart: always}", StringComparison.Ordinal));
        Finding error = InProcessBuild.Run(folder).Findings.Single();
        Assert.AreEqual("SCORE0411", error.Code);
        Assert.AreEqual(6, error.Line);

        folder.Write("image.tpl", "- {op: set, path: services.cache.image, value: redis}");
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScorePatch Include="image.tpl" /></ItemGroup>"""));
        Build(folder);
        folder.Write("image.tpl", "- {op: set, path: services.other.restart, value: always}\n- {op: set, path: services.cache.image, value: redis}");
        error = InProcessBuild.Run(folder).Findings.Single();
        Assert.AreEqual("SCORE0411", error.Code);
        StringAssert.EndsWith(error.File, "image.tpl", StringComparison.Ordinal);
    }

    private static string BuildWith(string provisioners, params string[] properties)
    {
        using TemporaryFolder folder = Prepare(provisioners);
        Build(folder, [.. properties, "ScoreProjectName=same"]);
        return folder.Read("compose.yaml");
    }

    private static TemporaryFolder Prepare(string provisioners)
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write(File, provisioners);
        return folder;
    }

    private static BuildOutcome Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return outcome;
    }
}
