using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>What <c>image: .</c> stands for, with targets in the place of the SDK's.</summary>
[TestClass]
public sealed class ImageTests
{
    private const string Score = """
        apiVersion: score.dev/v1b1
        metadata:
          name: shop
        containers:
          web:
            image: .
          side:
            image: "."
        """;

    // What the SDK has: the target that computes the names, and the one that publishes.
    private const string Sdk = """
        <PropertyGroup>
          <SDKContainerSupportEnabled>true</SDKContainerSupportEnabled>
          <EnableSdkContainerSupport Condition="'$(EnableSdkContainerSupport)' == ''">true</EnableSdkContainerSupport>
          <IsPublishable Condition="'$(IsPublishable)' == ''">true</IsPublishable>
          <AssemblyName>Shop.Web</AssemblyName>
        </PropertyGroup>
        <Target Name="ComputeContainerConfig">
          <Message Text="The SDK was asked" />
          <PropertyGroup>
            <ContainerRepository Condition="'$(ContainerRepository)' == ''">shop-web</ContainerRepository>
          </PropertyGroup>
          <ItemGroup>
            <ContainerImageTags Include="$(ContainerImageTags);$(ContainerImageTag)" />
            <ContainerImageTags Include="latest" Condition="'@(ContainerImageTags)' == ''" />
          </ItemGroup>
        </Target>
        <Target Name="PublishContainer" DependsOnTargets="ComputeContainerConfig">
          <PropertyGroup>
            <GeneratedContainerManifest Condition="'$(Index)' == ''">{}</GeneratedContainerManifest>
            <GeneratedContainerDigest Condition="'$(Index)' == ''">$(Made)</GeneratedContainerDigest>
            <GeneratedImageIndex>$(Index)</GeneratedImageIndex>
          </PropertyGroup>
        </Target>
        """;

    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string Asked = "The SDK was asked";

    [TestMethod]
    [DataRow("", "shop-web:latest")]
    [DataRow("ContainerRegistry=registry.example.com", "registry.example.com/shop-web:latest")]
    [DataRow("ContainerRegistry=localhost:5000 ContainerRepository=team/shop ContainerImageTag=1.4.0", "localhost:5000/team/shop:1.4.0")]
    [DataRow("ContainerImageTags=2.0%3Blatest", "shop-web:2.0")]
    public void ImageIsTheOneOfTheSdkInEveryContainerAndOnBothPlatforms(string properties, string expected)
    {
        using TemporaryFolder folder = Prepare();
        string[] all = ["ScoreGenerateK8s=true", .. properties.Replace("%3B", ";", System.StringComparison.Ordinal).Split(' ').Where(p => p.Length > 0)];
        BuildOutcome first = Build(folder, all);
        CollectionAssert.Contains(first.Messages.ToList(), Asked);
        foreach (string file in (string[])["compose.yaml", "manifests.yaml"]) Assert.HasCount(3, folder.Read(file).Split($"image: {expected}\n"), file);

        BuildOutcome second = Build(folder, all);
        CollectionAssert.DoesNotContain(second.Messages.ToList(), Asked);
        Assert.IsTrue(InProcessBuild.Run(folder, all, question: true).Succeeded);
    }

    [TestMethod]
    [DataRow("ContainerImageTag=2.0", "image: shop-web:2.0\n")]
    [DataRow("ContainerRegistry=r.example.com", "image: r.example.com/shop-web:latest\n")]
    [DataRow("ContainerRepository=other", "image: other:latest\n")]
    public void ChangedPropertyOfTheSdkRegenerates(string property, string expected)
    {
        using TemporaryFolder folder = Prepare();
        Build(folder);
        Build(folder, property);
        StringAssert.Contains(folder.Read("compose.yaml"), expected);
        Assert.IsTrue(InProcessBuild.Run(folder, [property], question: true).Succeeded);
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "image: shop-web:latest\n");
    }

    [TestMethod]
    [DataRow("", true)]
    [DataRow("SelfContained=false", true)]
    [DataRow("SelfContained=true", false)]
    [DataRow("PublishAot=True", false)]
    [DataRow("ContainerRuntimeIdentifier=win-x64", false)]
    [DataRow("ScoreImage=shop:1.0", false)]
    [DataRow("ScoreComposeHttpProbe=warn", false)]
    public void ImageOfTheSdkWithTheRuntimeIsProbedWithIt(string property, bool isProbed)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", Score + "\n    livenessProbe: {httpGet: {path: /, port: 8080}}\n    readinessProbe: {httpGet: {path: /, port: 8080}}\n");

        // The strictest build: no warning, and nothing is said twice.
        string[] all = ["ScoreGenerateK8s=true", "TreatWarningsAsErrors=true", .. property.Length > 0 ? [property] : System.Array.Empty<string>()];
        BuildOutcome outcome = Build(folder, all);
        Assert.AreEqual(isProbed ? 0 : 1, outcome.Findings.Count(f => f.Code == "SCORE0402"), outcome.ToString());
        CollectionAssert.AllItemsAreUnique(outcome.Findings.Select(f => $"{f.Line} {f.Code}").ToList());
        Assert.AreEqual(isProbed, folder.Has(".score-compose/mounts/probe/score-probe.dll"));
        Assert.AreEqual(isProbed, folder.Read("compose.yaml").Contains("score-probe.dll", System.StringComparison.Ordinal));
        Assert.IsTrue(InProcessBuild.Run(folder, all, question: true).Succeeded);
    }

    [TestMethod]
    public void ImageThatLosesTheRuntimeIsNotProbedWithItAnyMore()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", Score + "\n    livenessProbe: {httpGet: {path: /, port: 8080}}\n");
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "score-probe.dll");
        Build(folder, "PublishAot=true");
        Assert.DoesNotContain("score-probe.dll", folder.Read("compose.yaml"));
        Assert.IsTrue(InProcessBuild.Run(folder, ["PublishAot=true"], question: true).Succeeded);
        System.IO.File.WriteAllText(folder.PathOf("obj/score/app.image.txt"), "");
        Build(folder, "PublishAot=true");
    }

    [TestMethod]
    public void ChangedProjectFileAsksTheSdkAgain()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder);
        folder.Write("app.proj", folder.Read("app.proj").Replace(">shop-web<", ">store<", System.StringComparison.Ordinal));
        folder.Touch("app.proj");
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "image: store:latest\n");
    }

    [TestMethod]
    [DataRow("ScoreImage=a:1", "", "image: a:1\n")]
    [DataRow("", """<ScoreBuild Include="web;side" />""", "build:\n")]
    [DataRow("", """<ScoreFile Include="score.yaml" Image="b:2" />""", "image: b:2\n")]
    public void SdkIsNotAskedWhereTheProjectSaysTheImage(string property, string item, string expected)
    {
        using TemporaryFolder folder = Prepare($"<ItemGroup>{item}</ItemGroup>");
        BuildOutcome outcome = Build(folder, property.Length > 0 ? [property] : []);
        CollectionAssert.DoesNotContain(outcome.Messages.ToList(), Asked);
        StringAssert.Contains(folder.Read("compose.yaml"), expected);
    }

    [TestMethod]
    public void SdkIsAskedOnlyWhenAScoreFileSaysSoAfterItsOverrides()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml",
            Score.Replace("image: .", "image: a:1", System.StringComparison.Ordinal).Replace("image: \".\"", "image: b:1", System.StringComparison.Ordinal));
        CollectionAssert.DoesNotContain(Build(folder).Messages.ToList(), Asked);
        Build(folder, "ScoreOverrides=containers.side.image=.");
        StringAssert.Contains(folder.Read("compose.yaml"), "image: shop-web:latest\n");
        Build(folder);
        Assert.DoesNotContain("shop-web:latest", folder.Read("compose.yaml"));
    }

    [TestMethod]
    public void ImageOfAScoreFileIsItsOwn()
    {
        using TemporaryFolder folder = Prepare("""<ItemGroup><ScoreFile Include="score.yaml" Image="one:1" /><ScoreFile Include="two.yaml" /></ItemGroup>""");
        folder.Write("two.yaml", Score.Replace("shop", "two", System.StringComparison.Ordinal));
        Build(folder, "ScoreGenerateK8s=true");
        foreach (string file in (string[])["compose.yaml", "manifests.yaml"])
        {
            Assert.HasCount(3, folder.Read(file).Split("image: one:1\n"), file);
            Assert.HasCount(3, folder.Read(file).Split("image: shop-web:latest\n"), file);
        }

        folder.Write("app.proj", folder.Read("app.proj").Replace("one:1", "one:2", System.StringComparison.Ordinal));
        Build(folder, "ScoreGenerateK8s=true");
        StringAssert.Contains(folder.Read("compose.yaml"), "image: one:2\n");
    }

    [TestMethod]
    [DataRow("", "Dockerfile", "context: \".\"\n    environment")]
    [DataRow("ScoreComposeFile=deploy/compose.yaml", "Dockerfile", "context: \"..\"\n")]
    [DataRow("DockerfileContext=..", "Dockerfile", "context: \"..\"\n      dockerfile: app/Dockerfile\n")]
    [DataRow("DockerfileFile=docker/web.Dockerfile", "docker/web.Dockerfile", "context: \".\"\n      dockerfile: docker/web.Dockerfile\n")]
    public void DockerfileOfAProjectWithoutContainersOfTheSdkIsBuilt(string property, string file, string expected)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(file, "FROM scratch\n");
        string[] all = ["EnableSdkContainerSupport=false", .. property.Split(' ').Where(p => p.Length > 0)];
        BuildOutcome outcome = Build(folder, all);
        Assert.IsEmpty(outcome.Findings, outcome.ToString());
        string compose = folder.Read(property.StartsWith("ScoreCompose", System.StringComparison.Ordinal) ? "deploy/compose.yaml" : "compose.yaml");
        Assert.HasCount(3, compose.Split("build:\n      " + expected.Split("\n    environment")[0]), compose);
        Assert.IsTrue(InProcessBuild.Run(folder, all, question: true).Succeeded);
    }

    [TestMethod]
    [DataRow("EnableSdkContainerSupport=false", "because EnableSdkContainerSupport is false, and the project has no Dockerfile.")]
    [DataRow("IsPublishable=false", "because the project cannot be published (IsPublishable), and the project has no Dockerfile.")]
    public void NeitherSdkNorDockerfileIsAnErrorThatSaysBothWays(string property, string expected)
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, [property]);
        Assert.HasCount(2, outcome.Findings);
        StringAssert.StartsWith(outcome.ToString(),
            "score.yaml(6,12): error SCORE0401: The container 'web' has the image '.', which stands for the image that the build makes. The SDK makes none, ");
        StringAssert.Contains(outcome.ToString(), expected);
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void ClusterCannotBuildADockerfile()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("Dockerfile", "FROM scratch\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["EnableSdkContainerSupport=false", "ScoreGenerateK8s=true"]);
        Assert.AreEqual("SCORE0502 SCORE0502", string.Join(" ", outcome.Findings.Select(f => f.Code)));
        StringAssert.Contains(outcome.ToString(), "only Docker Compose builds with the Dockerfile.");
    }

    [TestMethod]
    public void DockerfileBesideAnImageOfTheSdkIsSaidOnce()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("Dockerfile", "FROM scratch\n");
        BuildOutcome outcome = Build(folder, "ScoreGenerateK8s=true", "ContainerRegistry=r.example.com");
        Assert.HasCount(1, outcome.Findings, outcome.ToString());
        StringAssert.StartsWith(
            outcome.ToString(),
            "app.proj(0,0): message SCORE0646: The project has the Dockerfile 'Dockerfile', and the image '.' is the one that the SDK makes, " +
            "'r.example.com/shop-web:latest'.");
    }

    [TestMethod]
    [DataRow("", true)]
    [DataRow("ContainerRepository=team/shop", true)]
    [DataRow("ContainerRegistry=localhost:5000", false)]
    [DataRow("ScoreImage=shop:1", false)]
    public void ClusterThatWouldLookAtDockerHubIsSaid(string property, bool isSaid)
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = Build(folder, ["ScoreGenerateK8s=true", .. property.Split(' ').Where(p => p.Length > 0)]);
        Assert.AreEqual(isSaid ? "SCORE0649" : "", string.Join(" ", outcome.Findings.Select(f => f.Code)), outcome.ToString());
        Assert.IsEmpty(Build(folder, [.. property.Split(' ').Where(p => p.Length > 0)]).Findings);
    }

    [TestMethod]
    public void MetadataOfAScoreFileIsChecked()
    {
        using TemporaryFolder folder = Prepare("""<ItemGroup><ScoreFile Include="score.yaml" Image="shop:" /></ItemGroup>""");
        Assert.AreEqual(
            "app.proj(0,0): error SCORE0644: The metadata Image of the ScoreFile item gives 'shop:' for 'image: .', which is not the name of an image. Its " +
            "tag is empty.",
            InProcessBuild.Run(folder).ToString());
    }

    [TestMethod]
    public void ProjectsOfAnApplicationSayTheirImages()
    {
        using TemporaryFolder folder = new();
        const string Own = """<ItemGroup><ScoreOverride Include="containers.main.image" Value="." /></ItemGroup>""";
        const string Off = "<PropertyGroup><EnableSdkContainerSupport>false</EnableSdkContainerSupport></PropertyGroup>";
        ApplicationProject.WritePart(folder, "api", content: Sdk + Own);
        ApplicationProject.WritePart(folder, "web", content: Off + Sdk + Own);
        ApplicationProject.Write(folder, "", "api/api.proj", "web/web.proj");
        BuildOutcome neither = InProcessBuild.Run(folder);
        Assert.AreEqual("SCORE0401", neither.Findings.Single(f => f.Severity == "error").Code, neither.ToString());
        StringAssert.Contains(neither.ToString(), "because EnableSdkContainerSupport is false, and the project has no Dockerfile.");

        folder.Write("web/Dockerfile", "FROM scratch\n");
        Build(folder);
        string compose = folder.Read("compose.yaml");
        StringAssert.Contains(compose, "    image: shop-web:latest\n");
        StringAssert.Contains(compose, "    build:\n      context: ./web\n");
        Assert.IsTrue(InProcessBuild.Run(folder, question: true).Succeeded);

        Build(folder, "ContainerImageTag=2.0");
        StringAssert.Contains(folder.Read("compose.yaml"), "    image: shop-web:2.0\n");

        BuildOutcome refused = InProcessBuild.Run(folder, ["ContainerImageTag=a/b"]);
        Assert.AreEqual(folder.PathOf("api/api.proj"), refused.Findings.Single(f => f.Severity == "error").File, refused.ToString());
    }

    [TestMethod]
    public void BuildsForEachArchitectureWriteNothing()
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = Build(folder, "_ContainerImageTags=1.0", "RuntimeIdentifier=linux-arm64");
        Assert.IsFalse(folder.Has("compose.yaml"));
        CollectionAssert.DoesNotContain(outcome.Messages.ToList(), Asked);
    }

    [TestMethod]
    [DataRow("""<ScoreBuild Include="web;side" Context="src" Dockerfile="../Dockerfile" />""", "")]
    [DataRow("", "DockerfileContext=src")]
    public void DockerfileOutsideItsContextIsAWarning(string item, string property)
    {
        using TemporaryFolder folder = Prepare($"<ItemGroup>{item}</ItemGroup>");
        folder.Write("Dockerfile", "FROM scratch\n");
        BuildOutcome outcome = Build(folder, ["EnableSdkContainerSupport=false", .. property.Split(' ').Where(p => p.Length > 0)]);
        StringAssert.StartsWith(outcome.Findings[0].ToString(), "app.proj(0,0): warning SCORE0645: The Dockerfile 'Dockerfile' is outside its context 'src'.");
        StringAssert.Contains(folder.Read("compose.yaml"), "dockerfile: ../Dockerfile\n");
    }

    [TestMethod]
    [DataRow("shop:", "Its tag is empty.")]
    [DataRow("shop :1", "It holds a space.")]
    [DataRow("Shop:1", "'Shop' has capitals: write 'shop'.")]
    [DataRow("shop:1@sha256:12", "After '@' stands a digest: sha256, a colon and 64 hexadecimal digits.")]
    public void TextThatNamesNoImageIsAnErrorWhereItComesFrom(string image, string problem)
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome property = InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", $"ScoreImage={image}"]);
        Assert.AreEqual($"app.proj(0,0): error SCORE0644: The property ScoreImage gives '{image}' for 'image: .', which is not the name of an image. {problem}",
            property.ToString());

        BuildOutcome text = InProcessBuild.Run(folder, [$"ScoreOverrides=containers.web.image={image}"]);
        Assert.AreEqual("SCORE0518", text.Findings.Single().Code, text.ToString());
        Assert.AreEqual(folder.PathOf("app.proj"), text.Findings.Single().File);

        folder.Write("score.yaml", Score.Replace("image: .", $"image: '{image}'", System.StringComparison.Ordinal));
        BuildOutcome file = InProcessBuild.Run(folder);
        StringAssert.StartsWith(file.ToString(),
            $"score.yaml(6,12): error SCORE0518: '{image}' is not the name of an image, so nothing could pull it. {problem}");
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    [TestMethod]
    [DataRow("ContainerImageTag=feature/x", "'feature/x'")]
    [DataRow("ContainerImageTags=1.0;a b", "'a b'")]
    [DataRow("ContainerImageTag=.x", "'.x'")]
    public void TagThatTheSdkRefusesIsAnErrorAtTheProject(string property, string tag)
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", property]);
        StringAssert.StartsWith(outcome.ToString(),
            $"app.proj(0,0): error SCORE0648: The property ContainerImageTag or ContainerImageTags names a tag that the SDK refuses. {tag} is not a tag: ");
        Assert.HasCount(1, outcome.Findings, outcome.ToString());
        CollectionAssert.DoesNotContain(outcome.Messages.ToList(), Asked);
    }

    [TestMethod]
    public void PublishedImageIsNamedByItsDigestUntilItsNameChanges()
    {
        using TemporaryFolder folder = Prepare();
        string[] all = ["ScoreGenerateK8s=true", "ContainerRegistry=r.example.com", "Made=" + Digest];
        Build(folder, all);
        StringAssert.Contains(folder.Read("compose.yaml"), "image: r.example.com/shop-web:latest\n");
        Publish(folder, all);
        string pinned = $"image: r.example.com/shop-web@{Digest}\n";
        foreach (string file in (string[])["compose.yaml", "manifests.yaml"]) Assert.HasCount(3, folder.Read(file).Split(pinned), file);
        Assert.AreEqual(
            $$"""
            [
              { "workload": "shop", "image": "r.example.com/shop-web:latest", "digest": "{{Digest}}", "reference": "r.example.com/shop-web@{{Digest}}" }
            ]

            """,
            folder.Read("obj/score/images.json"));

        Build(folder, all);
        StringAssert.Contains(folder.Read("compose.yaml"), pinned);
        Assert.IsTrue(InProcessBuild.Run(folder, all, question: true).Succeeded);

        Build(folder, [.. all, "ContainerImageTag=2.0"]);
        StringAssert.Contains(folder.Read("compose.yaml"), "image: r.example.com/shop-web:2.0\n");
        string other = Digest.Replace("0123", "3210", System.StringComparison.Ordinal);
        Publish(folder, "ScoreGenerateK8s=true", "ContainerRegistry=r.example.com", "ContainerImageTag=2.0", "Made=" + other);
        StringAssert.Contains(folder.Read("manifests.yaml"), $"image: r.example.com/shop-web@{other}\n");
        StringAssert.Contains(folder.Read("obj/score/images.json"), "shop-web:2.0");
    }

    [TestMethod]
    public void CleanForgetsWhatWasPublished()
    {
        using TemporaryFolder folder = Prepare();
        string[] all = ["ContainerRegistry=r.example.com", "Made=" + Digest];
        Build(folder, all);
        Publish(folder, all);
        Assert.IsTrue(InProcessBuild.Run(folder, all, "Clean").Succeeded);
        Assert.IsFalse(folder.Has("obj/score/images.json"));
        Build(folder, all);
        StringAssert.Contains(folder.Read("compose.yaml"), "image: r.example.com/shop-web:latest\n");
    }

    [TestMethod]
    public void DigestOfSeveralArchitecturesIsThatOfTheirIndex()
    {
        using TemporaryFolder folder = Prepare();
        string[] all = ["ContainerRegistry=r.example.com", """Index={"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json"}"""];
        Build(folder, all);
        Publish(folder, all);
        StringAssert.Contains(folder.Read("compose.yaml"),
            "image: r.example.com/shop-web@sha256:INDEX\n".Replace("INDEX", Hash(all[1]["Index=".Length..]), System.StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("", "ContainerRegistry is not set, and the engine of this machine may not find its own images by digest.")]
    [DataRow("ContainerRegistry=r.example.com ContainerArchiveOutputPath=out.tar.gz", "it was written to an archive and is in no registry.")]
    public void ImageThatIsInNoRegistryKeepsItsTag(string properties, string why)
    {
        using TemporaryFolder folder = Prepare();
        string[] all = ["Made=" + Digest, .. properties.Split(' ').Where(p => p.Length > 0)];
        Build(folder, all);
        BuildOutcome outcome = Publish(folder, all);
        string image = (properties.Length > 0 ? "r.example.com/" : "") + "shop-web:latest";
        Assert.AreEqual($"app.proj(0,0): message SCORE0647: The outputs keep '{image}' without a digest, because {why}", outcome.Findings[^1].ToString());
        StringAssert.Contains(folder.Read("compose.yaml"), $"image: {image}\n");
        StringAssert.Contains(folder.Read("obj/score/images.json"), Digest);
    }

    [TestMethod]
    public void BuildTakesTagsPlatformsAndSecretsAsComposeHasThem()
    {
        using TemporaryFolder folder = Prepare("""
            <ItemGroup>
              <ScoreBuild Include="web" Tags="shop:1.0;r.example.com/shop:latest" Platforms="linux/amd64;linux/arm64" Secrets="NPM_TOKEN;ca=certs/ca.pem" />
              <ScoreBuild Include="side" Secrets="NPM_TOKEN" />
            </ItemGroup>
            """);
        Build(folder);
        string compose = folder.Read("compose.yaml");
        StringAssert.Contains(compose, "      tags:\n        - shop:1.0\n        - r.example.com/shop:latest\n      platforms:\n" +
            "        - linux/amd64\n        - linux/arm64\n      secrets:\n        - NPM_TOKEN\n        - ca\n");
        StringAssert.Contains(compose, "\nsecrets:\n  NPM_TOKEN:\n    environment: NPM_TOKEN\n  ca:\n    file: ./certs/ca.pem\n");
    }

    private static string Hash(string text) =>
        System.Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static TemporaryFolder Prepare(string content = "")
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write("app.proj", InProcessBuild.Project(Sdk + content));
        return folder;
    }

    private static BuildOutcome Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return outcome;
    }

    private static BuildOutcome Publish(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties, "PublishContainer");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return outcome;
    }
}
