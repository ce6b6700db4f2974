using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>The README's quick start, as far as it goes without a Docker engine.</summary>
[TestClass]
public sealed class QuickStartTests
{
    private const int MaxCommands = 6;

    [TestMethod]
    [Timeout(900_000)]
    public void CommandsOfTheReadmeWriteAComposeFileForThePublishedImage()
    {
        string section = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split("## Quick start\n")[1].Split("\n## ")[0];
        string[] commands = Block(section, "shell").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.IsLessThanOrEqualTo(MaxCommands, commands.Length);

        using LoopbackRegistry registry = new();
        using TemporaryFolder folder = new("quick start");
        folder.Write("nuget.config", PackageFeed.Config);
        string current = folder.Root;
        List<string> run = [];
        foreach (string[] words in commands.Select(c => c.Split(' ')))
        {
            run.Add(string.Join(' ', words.Take(2)));
            switch (words)
            {
                case ["cd", var to]:
                    current = Path.Combine(current, to);
                    File.WriteAllText(Path.Combine(current, "score.yaml"), Block(section, "yaml"));
                    break;
                case ["dotnet", "new", ..]:
                    Run(current, words);
                    break;
                case ["dotnet", "add", "package", _]:
                    Run(current, [.. words, "--version", PackageFeed.Version]);
                    break;
                case ["dotnet", "publish", ..]:
                    Run(current, [.. words, $"-p:ContainerRegistry={registry.Host}", $"-p:ContainerBaseImage={registry.BaseImage}"]);
                    break;
                case ["docker", "compose", "up", ..]: // .ci/run lets Docker Compose read what was written.
                    string compose = File.ReadAllText(Path.Combine(current, "compose.yaml"));
                    StringAssert.Contains(compose, $"image: {registry.Host}/shop@{registry.Find("shop", "latest").Digest}\n");
                    StringAssert.Contains(compose, "Password=${POSTGRES_SHOP_DB_PASSWORD}\n");
                    StringAssert.Contains(File.ReadAllText(Path.Combine(current, ".env")), "\nPOSTGRES_SHOP_DB_PASSWORD=");
                    break;
                case ["curl", var address]:
                    Assert.AreEqual("http://shop.localhost:8080", address);
                    StringAssert.Contains(File.ReadAllText(Path.Combine(current, "compose.yaml")), "published: \"8080\"");
                    break;
                default:
                    Assert.Fail(string.Join(' ', words));
                    break;
            }
        }

        CollectionAssert.AreEqual(
            (string[])["dotnet new", "cd shop", "dotnet add", "dotnet publish", "docker compose", "curl http://shop.localhost:8080"],
            run);
    }

    private static void Run(string folder, string[] words)
    {
        DotNetOutcome outcome = DotNet.Run(folder, words[1..]);
        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);
        Assert.IsEmpty(outcome.Findings, outcome.Output);
    }

    private static string Block(string section, string language) => section.Split($"```{language}\n")[1].Split("```")[0];
}
