using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
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

    [TestMethod]
    [Timeout(900_000)]
    public void ApplicationPublishesTheImagesAndThenItsOutputs()
    {
        using LoopbackRegistry registry = new();
        using Consumer consumer = Prepare(registry, "<TargetFramework>net10.0</TargetFramework><ScoreApplication>true</ScoreApplication>");
        const string Mounted = "\n    files:\n      /etc/a.conf: {content: a}\n";
        const string One = "<TargetFramework>net10.0</TargetFramework>";
        const string Two = "<TargetFrameworks>net10.0;net8.0</TargetFrameworks><OutputType>Exe</OutputType><UseAppHost>false</UseAppHost>";
        string web = consumer.Folder.Read("app.csproj");
        string api = web.Replace(".Sdk.Web", ".Sdk", StringComparison.Ordinal)
            .Replace(One, Two + "<EnableSdkContainerSupport>true</EnableSdkContainerSupport>", StringComparison.Ordinal);
        foreach (string name in (string[])["api", "web"])
        {
            consumer.Folder.Write($"{name}/{name}.csproj", name == "api" ? api : web);
            consumer.Folder.Write($"{name}/Program.cs", name == "api" ? "System.Console.WriteLine(1);" : consumer.Folder.Read("Program.cs"));
            consumer.Folder.Write($"{name}/score.yaml", Score.Replace("name: shop", "name: " + name, StringComparison.Ordinal) + Mounted);
        }

        File.Delete(consumer.Folder.PathOf("app.csproj"));
        File.Delete(consumer.Folder.PathOf("score.yaml"));
        const string References = """<ProjectReference Include="../api/api.csproj;../web/web.csproj" />""";
        const string Properties = "<ScoreGenerateK8s>true</ScoreGenerateK8s><ScoreK8sLayout>Kustomize</ScoreK8sLayout><ScoreEnvFile>.env</ScoreEnvFile>";
        consumer.WriteProject("shop/shop.csproj", Properties, References, "Score.MSBuild.Sdk/" + PackageFeed.Version);
        DotNetOutcome outcome = consumer.Run("publish", "shop", "-o", "out");
        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);
        foreach (string name in (string[])["api", "web"])
        {
            string image = $"{registry.Host}/{name}@{registry.Find(name, "1.0").Digest}";
            StringAssert.Contains(consumer.Folder.Read("out/compose.yaml"), $"image: {image}\n");
            Assert.IsTrue(Directory.GetFiles(consumer.Folder.PathOf("out/k8s"))
                .Any(f => File.ReadAllText(f).Contains($"image: {image}\n", StringComparison.Ordinal)), name);
        }

        string[] mounted = Directory.GetFiles(consumer.Folder.PathOf("out/.score-compose/mounts/files"), "*", SearchOption.AllDirectories);
        Assert.HasCount(2, mounted.Where(f => File.ReadAllText(f) == "a").ToList());

        Assert.IsEmpty(Directory.GetFiles(consumer.Folder.PathOf("out"), "*.dll"));
        Assert.AreEqual(consumer.Folder.Read("shop/compose.yaml"), consumer.Folder.Read("out/compose.yaml"));
        consumer.Build("shop", "--no-restore", "-question", "-c", "Release");
    }

    [TestMethod]
    [Timeout(900_000)]
    public void OutputsOfASingleProjectArePublishedBesideTheImageAndNotInIt()
    {
        using LoopbackRegistry registry = new();
        using Consumer consumer = Prepare(registry, "<TargetFramework>net10.0</TargetFramework><ScorePublishOutputs>true</ScorePublishOutputs>");
        Assert.AreEqual(0, consumer.Run("publish", "-o", "out").ExitCode);
        Assert.IsTrue(consumer.Folder.Has("out/compose.yaml") && consumer.Folder.Has("out/manifests.yaml") && consumer.Folder.Has("out/app.dll"));
        string first = Publish(consumer, registry, "-t:PublishContainer", "-o", "out");
        StringAssert.Contains(consumer.Folder.Read("out/compose.yaml"), "@" + first);
        StringAssert.Contains(consumer.Folder.Read("out/manifests.yaml"), "@" + first);

        // The copies of before are there, and an image is made of all that is there.
        DotNetOutcome archived = consumer.Run("publish", "-t:PublishContainer", "-o", "out", "-p:ContainerRegistry=",
            "-p:ContainerArchiveOutputPath=image.tar.gz");
        Assert.AreEqual(0, archived.ExitCode, archived.Output);
        List<string> files = Entries(File.ReadAllBytes(consumer.Folder.PathOf("image.tar.gz"))).SelectMany(e => Entries(e.Bytes)).Select(e => e.Name).ToList();
        Assert.IsTrue(files.Exists(f => f.EndsWith("app/app.dll", StringComparison.Ordinal)), string.Join("\n", files));
        Assert.IsFalse(files.Exists(f => f.EndsWith(".yaml", StringComparison.Ordinal)), string.Join("\n", files));
        Assert.IsTrue(consumer.Folder.Has("out/compose.yaml") && consumer.Folder.Has("out/manifests.yaml"));
    }

    // The files of a tar archive, compressed or not; none of anything else.
    private static List<(string Name, byte[] Bytes)> Entries(byte[] content)
    {
        List<(string, byte[])> entries = [];
        Stream stream = new MemoryStream(content);
        if (content is [0x1F, 0x8B, ..])
        {
            MemoryStream plain = new();
            using (GZipStream unzipped = new(stream, CompressionMode.Decompress)) unzipped.CopyTo(plain);
            plain.Position = 0;
            stream = plain;
        }

        if (stream.Length < 512 || ((MemoryStream)stream).ToArray()[257..262] is not [(byte)'u', (byte)'s', (byte)'t', (byte)'a', (byte)'r']) return entries;
        using TarReader reader = new(stream);
        while (reader.GetNextEntry() is { } entry)
        {
            MemoryStream bytes = new();
            entry.DataStream?.CopyTo(bytes);
            entries.Add((entry.Name, bytes.ToArray()));
        }

        return entries;
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
