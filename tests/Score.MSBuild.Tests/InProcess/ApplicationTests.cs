using System;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>An application: the workloads of several projects become one compose.yaml and one set of manifests.</summary>
[TestClass]
public sealed class ApplicationTests
{
    private const string Database = "resources:\n  db: {type: postgres, id: orders}\n";
    private const string OfApi = "resources:\n  api: {type: service-port, params: {workload: api, port: http}}\n";

    [TestMethod]
    public void WorkloadsOfItsProjectsShareWhatHasOneId()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api", "    variables: {DB: '${resources.db.host}'}\n" + Database);
        ApplicationProject.WritePart(folder, "web", "    variables: {DB: '${resources.db.host}', API: '${resources.api.hostname}'}\n" + Database +
            OfApi.Replace("resources:\n", "", StringComparison.Ordinal));
        ApplicationProject.Write(folder, "", "api/api.proj", "web/web.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreGenerateK8s=true"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());

        string compose = folder.Read("compose.yaml");
        Assert.HasCount(1, compose.Split("\n  postgres-server:\n").Skip(1).ToList());
        StringAssert.Contains(compose, "\n      API: api\n");
        StringAssert.Contains(compose, "\n      DB: postgres-server\n");
        Assert.HasCount(1, folder.Read("manifests.yaml").Split("kind: StatefulSet").Skip(1).ToList());
        Assert.IsTrue(folder.Has(".score-compose/mounts/postgres-server/init/init.sh"));
        Assert.IsFalse(folder.Has("api/compose.yaml") || folder.Has("web/compose.yaml") || folder.Has("api/manifests.yaml"));

        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreGenerateK8s=true"], question: true).Succeeded);
    }

    [TestMethod]
    public void ChangeInAProjectIsNoticed()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api");
        ApplicationProject.Write(folder, "", "api/api.proj");
        InProcessBuild.Run(folder);
        folder.Write("api/score.yaml", folder.Read("api/score.yaml").Replace("nginx:1.27", "nginx:1.29", StringComparison.Ordinal));
        folder.Touch("api/score.yaml");
        InProcessBuild.Run(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "image: nginx:1.29");

        ApplicationProject.WritePart(folder, "api", content: """<ItemGroup><ScoreOverride Include="containers.main.image" Value="nginx:1.30" /></ItemGroup>""");
        InProcessBuild.Run(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "image: nginx:1.30");
        folder.Write("api/api.proj", folder.Read("api/api.proj").Replace("</Project>",
            """<ItemGroup><ScorePublish Include="8080:api:8080" /></ItemGroup></Project>""", StringComparison.Ordinal));
        InProcessBuild.Run(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "published: \"8080\"");
    }

    [TestMethod]
    public void WhatAProjectSaysIsForItsOwnWorkload()
    {
        using TemporaryFolder folder = new();
        string content = """
            <PropertyGroup><ScoreOverrides>containers.main.variables.A='1'</ScoreOverrides><ScoreOverridesFile>more.yaml</ScoreOverridesFile></PropertyGroup>
            <ItemGroup><ScoreOverride Include="containers.main.variables.B" Value="'2'" /><ScoreBuild Include="api/main" Context="." /></ItemGroup>
            """;
        ApplicationProject.WritePart(folder, "api", content: content);
        folder.Write("api/more.yaml", "containers: {main: {variables: {C: '3'}}}\n");
        ApplicationProject.WritePart(folder, "web");
        ApplicationProject.Write(folder, """<ItemGroup><ScoreOverride Include="containers.main.variables.D" Value="'4'" /></ItemGroup>""", "api/api.proj",
            "web/web.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        string compose = folder.Read("compose.yaml");
        string api = compose[..compose.IndexOf("\n  web-main:", StringComparison.Ordinal)];
        StringAssert.Contains(api, "      A: \"1\"\n      B: \"2\"\n      C: \"3\"\n      D: \"4\"\n");
        StringAssert.Contains(api, "context: ./api\n");
        StringAssert.Contains(compose[api.Length..], "    environment:\n      D: \"4\"\n    annotations");
    }

    [TestMethod]
    public void WhatIsSaidToAllProjectsCountsOnce()
    {
        using TemporaryFolder folder = new();
        const string Said = """
            <PropertyGroup><ScoreOverrides>service=</ScoreOverrides><ScoreOverridesFile>more.yaml</ScoreOverridesFile></PropertyGroup>
            <ItemGroup><ScoreOverride Include="containers.main.image" Value="nginx:1.29" /></ItemGroup>
            """;
        foreach (string name in (string[])["api", "web"])
        {
            ApplicationProject.WritePart(folder, name, content: Said);
            folder.Write($"{name}/more.yaml", $"containers: {{main: {{args: [{name}]}}}}\n");
        }

        ApplicationProject.Write(folder, Said, "api/api.proj", "web/web.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.IsEmpty(outcome.Findings, outcome.ToString());
        string compose = folder.Read("compose.yaml");
        StringAssert.Contains(compose, "      - api\n");
        StringAssert.Contains(compose, "      - web\n");
        Assert.HasCount(3, compose.Split("image: nginx:1.29\n"));
    }

    [TestMethod]
    public void ProvisionersOfAProjectServeItsOwnWorkload()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api", "    variables: {DB: '${resources.db.host}'}\nresources:\n  db: {type: postgres}\n");
        ApplicationProject.WritePart(folder, "web", "    variables: {DB: '${resources.db.host}'}\nresources:\n  db: {type: postgres}\n");
        folder.Write("api/.score/a.provisioners.yaml", Provisioner("of-api"));
        ApplicationProject.Write(folder, "", "api/api.proj", "web/web.proj");
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
        string compose = folder.Read("compose.yaml");
        StringAssert.Contains(compose, "DB: of-api\n");
        StringAssert.Contains(compose, "DB: postgres-server\n");

        folder.Write(".score/a.provisioners.yaml", Provisioner("of-all"));
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
        compose = folder.Read("compose.yaml");
        StringAssert.Contains(compose, "DB: of-api\n");
        StringAssert.Contains(compose, "DB: of-all\n");
        BuildOutcome list = InProcessBuild.Run(folder, target: "ScoreListResources");
        Assert.IsTrue(list.Succeeded, list.ToString());
        CollectionAssert.AreEqual(new[] { "template://of-api", "template://of-all" }, list.Items.Select(i => i.GetMetadata("Provisioner")).ToList());
    }

    [TestMethod]
    public void SharedResourceOfAProjectsOwnProvisionerIsAConflict()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api", Database);
        ApplicationProject.WritePart(folder, "web", Database);
        folder.Write("api/.score/a.provisioners.yaml", Provisioner("of-api"));
        ApplicationProject.Write(folder, "", "api/api.proj", "web/web.proj");
        Finding finding = Failed(folder, "SCORE0664");
        Assert.AreEqual(folder.PathOf("api/.score/a.provisioners.yaml"), finding.File);
        Assert.AreEqual(1, finding.Line);

        // Named by the application too, it serves all.
        ApplicationProject.Write(folder, """<ItemGroup><ScoreProvisioners Include="api/.score/*.provisioners.yaml" /></ItemGroup>""", "api/api.proj",
            "web/web.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
    }

    [TestMethod]
    public void PatchesOfAProjectChangeItsOwnWorkload()
    {
        using TemporaryFolder folder = new();
        const string Item = """<ItemGroup><ScorePatch Include="all.tpl" /><ScorePatch Include="k8s.tpl" Platform="Kubernetes" /></ItemGroup>""";
        ApplicationProject.WritePart(folder, "api", Database + "  cache: {type: redis}\n", Item);
        ApplicationProject.WritePart(folder, "web", Database + "  cache: {type: redis}\n");
        folder.Write("api/all.tpl",
            "{{ range $n, $s := .Compose.services }}\n- {op: set, path: services.{{ $n }}.init, value: true}\n{{ end }}\n" +
            "- {op: set, path: volumes.more, value: {}}\n");
        folder.Write("api/k8s.tpl",
            "{{ range $i, $m := .Manifests }}\n- {op: set, path: {{ $i }}.metadata.labels.patched, value: {{ join \"-\" (keys $.Workloads) }}}\n{{ end }}\n");
        folder.Write("all.tpl",
            "- {op: set, path: services.web-main.init, value: {{ len .Compose.services | gt 4 }}}\n- {op: set, path: services.api-main.tty, value: true}\n");
        ApplicationProject.Write(folder, """<ItemGroup><ScorePatch Include="all.tpl" /></ItemGroup>""", "api/api.proj", "web/web.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", "NoWarn=SCORE0576;SCORE0577"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        string compose = folder.Read("compose.yaml");
        Assert.AreEqual("api-main redis-api-cache",
            string.Join(" ", Regex.Matches(compose, "(?m)^  (\\S+):\n(    .*\n)*?    init: true$").Select(m => m.Groups[1].Value)), compose);
        StringAssert.Contains(compose, "\n    tty: true\n");
        StringAssert.Contains(compose, "\n  more: {}\n");
        string[] manifests = folder.Read("manifests.yaml").Split("\n---\n");
        CollectionAssert.AreEqual(manifests.Select(m => Regex.IsMatch(m, "name: (api|redis-api-cache)")).ToList(),
            manifests.Select(m => m.Contains("patched: api\n", StringComparison.Ordinal)).ToList());

        folder.Write("api/all.tpl", "- {op: set, path: services.api-main.init, value: true}\n- {op: set, path: services.postgres-server.init, value: true}\n");
        Finding finding = Failed(folder, "SCORE0667");
        Assert.AreEqual($"{folder.PathOf("api/all.tpl")} 2", $"{finding.File} {finding.Line}");
        StringAssert.Contains(finding.Message, "'services.postgres-server'");
    }

    [TestMethod]
    public void FindingNamesTheScoreFileOrTheProjectOfTheWorkload()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api", "    variables: {X: '${resources.x.y}'}\n");
        ApplicationProject.Write(folder, "", "api/api.proj");
        Assert.AreEqual(folder.PathOf("api/score.yaml"), Failed(folder, "SCORE0203", also: "SCORE0659").File);

        ApplicationProject.WritePart(folder, "api", content: """<ItemGroup><ScorePublish Include="8080:apo:80" /></ItemGroup>""");
        Assert.AreEqual(folder.PathOf("api/api.proj"), Failed(folder, "SCORE0616").File);
    }

    [TestMethod]
    public void WorkloadThatIsElsewhereIsLeftToTheApplication()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "web", OfApi + "  other: {type: service, id: worker}\n");
        BuildOutcome alone = InProcessBuild.Run(folder, project: "web/web.proj");
        Assert.IsTrue(alone.Succeeded);
        CollectionAssert.AreEqual(new[] { "message SCORE0665 11", "message SCORE0665 12" },
            alone.Findings.Select(f => $"{f.Severity} {f.Code} {f.Line}").ToList(), alone.ToString());

        // Without ScoreApplication it is an error that knows about applications.
        BuildOutcome single = InProcessBuild.Run(folder, ["ScoreApplication=false"], project: "web/web.proj");
        Assert.IsFalse(single.Succeeded);
        StringAssert.Contains(single.Findings[0].Message, "let an application bring both together");
    }

    [TestMethod]
    public void ApplicationWithoutReferencesIsAnError()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.Write(folder, "");
        Assert.AreEqual(folder.PathOf("app.proj"), Failed(folder, "SCORE0656").File);

        ApplicationProject.WritePart(folder, "lib", score: null);
        ApplicationProject.Write(folder, "", "lib/lib.proj");
        Finding finding = Failed(folder, "SCORE0656", also: "SCORE0657");
        StringAssert.Contains(finding.Message, "no project that has a score file");

        folder.Write("score.yaml", Samples.Minimal);
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("message SCORE0657", $"{outcome.Findings.Single().Severity} {outcome.Findings.Single().Code}");
    }

    [TestMethod]
    public void WorkloadsOfOneNameInTwoProjectsAreAnError()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api");
        ApplicationProject.WritePart(folder, "web");
        folder.Write("web/score.yaml", folder.Read("api/score.yaml"));
        ApplicationProject.Write(folder, "", "api/api.proj", "web/web.proj");
        Finding finding = Failed(folder, "SCORE0208");
        Assert.AreEqual(folder.PathOf("web/score.yaml"), finding.File);
        StringAssert.Contains(finding.Message, "'api/score.yaml'");
    }

    [TestMethod]
    public void ProjectThatIsReferencedTwiceCountsOnce()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api");
        ApplicationProject.Write(folder, "", "api/api.proj", "api/../api/api.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("warning SCORE0658", $"{outcome.Findings.Single().Severity} {outcome.Findings.Single().Code}");
    }

    [TestMethod]
    [DataRow("app.proj")]
    [DataRow("web/web.proj")]
    public void ReferenceBackToTheApplicationIsAnError(string project)
    {
        using TemporaryFolder folder = new("it's @ 50$ (a)");
        ApplicationProject.WritePart(folder, "web",
            content: $"""
                <ItemGroup><ProjectReference Include="../app.proj" Condition="'{project}' != 'app.proj'" /></ItemGroup>
                <Target Name="BuildReferences" BeforeTargets="CoreCompile"><MSBuild Projects="@(ProjectReference)" /></Target>
                """);
        ApplicationProject.Write(folder, "", project == "app.proj" ? ["web/web.proj", "app.proj"] : ["web/web.proj"]);
        Assert.AreEqual(folder.PathOf(project), Failed(folder, "SCORE0660", also: "MSB4006").File);
    }

    [TestMethod]
    public void ReferenceThatIsNotThereIsAnError()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api");
        ApplicationProject.Write(folder, "", "api/api.proj", "wbe/web.proj");
        StringAssert.Contains(Failed(folder, "SCORE0661").Message, "'wbe/web.proj'");
    }

    [TestMethod]
    public void ApplicationOfApplicationsIsAnError()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api");
        ApplicationProject.Write(folder, "", "api/api.proj");
        folder.Write("inner.proj", folder.Read("app.proj"));
        ApplicationProject.Write(folder, "", "api/api.proj", "inner.proj");
        StringAssert.Contains(Failed(folder, "SCORE0666").Message, "'inner.proj'");
    }

    [TestMethod]
    public void ProjectThatCannotBeBuiltLeavesTheApplicationAsItWas()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api");
        ApplicationProject.Write(folder, "", "api/api.proj");
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
        string before = folder.Read("compose.yaml");
        ApplicationProject.WritePart(folder, "api",
            content: """<Target Name="Fail" BeforeTargets="CoreCompile"><Error Code="CS1002" Text="; expected" /></Target>""");
        folder.Touch("api/score.yaml");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        CollectionAssert.AreEqual(new[] { "CS1002", "SCORE0659" }, outcome.Findings.Select(f => f.Code).ToList(), outcome.ToString());
        Assert.AreEqual(before, folder.Read("compose.yaml"));
    }

    [TestMethod]
    public void ProjectThatWritesToTheSameFileIsAnErrorThatNamesIt()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api", content: "<PropertyGroup><ScoreApplication>false</ScoreApplication></PropertyGroup>");
        ApplicationProject.Write(folder, "", "api/api.proj");
        BuildOutcome apart = InProcessBuild.Run(folder);
        Assert.IsTrue(apart.Succeeded, apart.ToString());
        Assert.AreEqual("message SCORE0662", $"{apart.Findings.Single().Severity} {apart.Findings.Single().Code}");
        Assert.AreEqual(folder.PathOf("api/api.proj"), apart.Findings.Single().File);
        Assert.IsTrue(folder.Has("api/compose.yaml") && folder.Has("compose.yaml"));

        ApplicationProject.Write(folder, "<PropertyGroup><ScoreComposeFile>api/compose.yaml</ScoreComposeFile></PropertyGroup>", "api/api.proj");
        StringAssert.Contains(Failed(folder, "SCORE0643", also: "SCORE0662").Message, "'api.proj'");
    }

    [TestMethod]
    public void ScoreFileThatTwoProjectsNameIsThatOfItsFolder()
    {
        using TemporaryFolder folder = new();
        ApplicationProject.WritePart(folder, "api", content: """<ItemGroup><ScoreOverride Include="containers.main.image" Value="nginx:1.29" /></ItemGroup>""");
        ApplicationProject.WritePart(folder, "web", content: """<ItemGroup><ScoreFile Include="score.yaml;../api/score.yaml" /></ItemGroup>""");
        ApplicationProject.Write(folder, "", "web/web.proj", "api/api.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Finding finding = outcome.Findings.Single();
        Assert.AreEqual($"warning SCORE0663 {folder.PathOf("web/web.proj")}", $"{finding.Severity} {finding.Code} {finding.File}");
        StringAssert.Contains(folder.Read("compose.yaml"), "image: nginx:1.29");
    }

    [TestMethod]
    public void FolderNameWithSpecialCharactersWorks()
    {
        using TemporaryFolder folder = new("it's @ a%20b");
        ApplicationProject.WritePart(folder, "api", "    files:\n      /etc/a: {source: a b%20.txt}\n");
        folder.Write("api/a b%20.txt", "x");
        ApplicationProject.Write(folder, "", "api/api.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.IsTrue(InProcessBuild.Run(folder, question: true).Succeeded);
        folder.Touch("api/a b%20.txt");
        Assert.IsFalse(InProcessBuild.Run(folder, question: true).Succeeded);
    }

    private static Finding Failed(TemporaryFolder folder, string code, string also = "")
    {
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsFalse(outcome.Succeeded);
        Finding finding = outcome.Findings.Single(f => f.Code == code);
        Assert.IsEmpty(outcome.Findings.Where(f => f.Code != code && f.Code != also), outcome.ToString());
        return finding;
    }

    private static string Provisioner(string name) => $"- uri: template://{name}\n  type: postgres\n  outputs: |\n    host: {name}\n";
}
