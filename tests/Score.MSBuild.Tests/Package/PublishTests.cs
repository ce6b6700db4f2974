using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.MSBuild.Tests.Package;

/// <summary>The SDK publishes images to a registry on this machine, and the outputs name what the registry then has.</summary>
[TestClass]
public sealed class PublishTests
{
    private const string Score = """
        apiVersion: score.dev/v1b1
        metadata:
          name: shop
        containers:
          web:
            image: .
          side:
            image: .
        """;

    [TestMethod]
    [Timeout(900_000)]
    public void OutputsNameThePublishedImageByItsDigest()
    {
        using LoopbackRegistry registry = new();
        using Consumer consumer = Prepare(registry, "<TargetFramework>net10.0</TargetFramework>");
        consumer.Build();
        AssertImages(consumer, $"{registry.Host}/app:1.0");
        string first = Publish(consumer, registry, "-t:PublishContainer");

        // An ordinary build keeps it, and has nothing to do.
        consumer.Build("--no-restore");
        AssertImages(consumer, $"{registry.Host}/app@{first}");
        consumer.Build("--no-restore", "-question");

        // Another program, another image.
        consumer.Folder.Write("Program.cs", consumer.Folder.Read("Program.cs") + "\n// " + Guid.NewGuid());
        string second = Publish(consumer, registry, "-p:PublishProfile=DefaultContainer");
        Assert.AreNotEqual(first, second);

        // Another name has not been published.
        consumer.Build("--no-restore", "-p:ContainerImageTags=2.0");
        AssertImages(consumer, $"{registry.Host}/app:2.0");
    }

    [TestMethod]
    [Timeout(900_000)]
    public void DigestOfSeveralArchitecturesIsThatOfTheIndex()
    {
        using LoopbackRegistry registry = new();
        const string Two =
            "<TargetFramework>net10.0</TargetFramework><RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers><UseAppHost>false</UseAppHost>";
        using Consumer consumer = Prepare(registry, Two);
        string digest = Publish(consumer, registry, "-t:PublishContainer");
        StringAssert.Contains(registry.Find("app", digest).Type, "index");

        // The images in it are the SDK's alone: what was asked before the build has given them no more tags.
        CollectionAssert.AreEquivalent((string[])["1.0", "1.0-linux-arm64", "1.0-linux-x64", "latest", "latest-linux-arm64", "latest-linux-x64"],
            registry.Tags("app"));
        StringAssert.Contains(registry.Find("app", "1.0-linux-arm64").Type, "manifest");
    }

    [TestMethod]
    [Timeout(900_000)]
    public void OneOfSeveralTargetFrameworksIsPublished()
    {
        using LoopbackRegistry registry = new();
        const string Two = "<TargetFrameworks>net10.0;net8.0</TargetFrameworks><OutputType>Exe</OutputType><UseAppHost>false</UseAppHost>";
        using Consumer consumer = Prepare(registry, Two + "<EnableSdkContainerSupport>true</EnableSdkContainerSupport>", "Microsoft.NET.Sdk");
        consumer.Folder.Write("Program.cs", "System.Console.WriteLine(1);");
        consumer.Build();
        AssertImages(consumer, $"{registry.Host}/app:1.0");
        string digest = Publish(consumer, registry, "-t:PublishContainer", "-f", "net10.0");
        StringAssert.Contains(registry.Find("app", digest).Type, "manifest");
        consumer.Build("--no-restore", "-question");
        AssertImages(consumer, $"{registry.Host}/app@{digest}");
    }

    [TestMethod]
    [Timeout(900_000)]
    public void FailedPublishChangesNoDigest()
    {
        using LoopbackRegistry registry = new();
        using LoopbackRegistry closed = new(asksForCredentials: true);
        using Consumer consumer = Prepare(registry, "<TargetFramework>net10.0</TargetFramework>");
        string digest = Publish(consumer, registry, "-t:PublishContainer");
        string images = consumer.Folder.Read("obj/score/images.json");
        foreach (string host in (string[])[closed.Host, LoopbackRegistry.Nobody()])
        {
            DotNetOutcome outcome = consumer.Run("publish", "-t:PublishContainer", "-p:ContainerRegistry=" + host);
            Assert.AreEqual(1, outcome.ExitCode, outcome.Output);
            Assert.IsTrue(outcome.Findings.Any(f => f.Contains("error CONTAINER1", StringComparison.Ordinal)), outcome.Output);
            AssertImages(consumer, $"{host}/app:1.0");
            Assert.AreEqual(images, consumer.Folder.Read("obj/score/images.json"));
            consumer.Build("--no-restore");
            AssertImages(consumer, $"{registry.Host}/app@{digest}");
        }
    }

    private static Consumer Prepare(LoopbackRegistry registry, string properties, string sdk = "Microsoft.NET.Sdk.Web")
    {
        Consumer consumer = new(Score);
        string image = $"<ContainerRegistry>{registry.Host}</ContainerRegistry><ContainerBaseImage>{registry.BaseImage}</ContainerBaseImage>";
        consumer.WriteProject("app.csproj", properties + image + "<ContainerImageTags>1.0;latest</ContainerImageTags><ScoreGenerateK8s>true</ScoreGenerateK8s>",
            Consumer.Reference, sdk);
        return consumer;
    }

    // The digest that the registry has is the one in all outputs.
    private static string Publish(Consumer consumer, LoopbackRegistry registry, params string[] arguments)
    {
        DotNetOutcome outcome = consumer.Run(["publish", .. arguments]);
        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);
        Assert.DoesNotContain("latest,1.0-", outcome.Output);
        string digest = registry.Find("app", "1.0").Digest;
        AssertImages(consumer, $"{registry.Host}/app@{digest}");
        JsonElement image = JsonDocument.Parse(File.ReadAllText(consumer.Folder.PathOf("obj/score/images.json"))).RootElement.EnumerateArray().Single();
        Assert.AreEqual("shop", image.GetProperty("workload").GetString());
        Assert.AreEqual($"{registry.Host}/app:1.0", image.GetProperty("image").GetString());
        Assert.AreEqual(digest, image.GetProperty("digest").GetString());
        return digest;
    }

    private static void AssertImages(Consumer consumer, string image)
    {
        foreach (string file in (string[])["compose.yaml", "manifests.yaml"])
            Assert.HasCount(3, consumer.Folder.Read(file).Split($"image: {image}\n"), consumer.Folder.Read(file));
    }
}
