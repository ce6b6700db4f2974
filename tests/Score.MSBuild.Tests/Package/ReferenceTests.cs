using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>In which ways the package may arrive in a project that has a score.yaml, and which of them are an invitation.</summary>
[TestClass]
public sealed class ReferenceTests
{
    private const string Classes = "<TargetFramework>net10.0</TargetFramework>";

    // A library that was packed with a reference to the package, without PrivateAssets.
    private static readonly Lazy<TemporaryFolder> Library = new(() =>
    {
        TemporaryFolder folder = new("library");
        folder.Write("nuget.config", PackageFeed.Config);
        folder.Write("Acme.Lib.csproj", Project("<TargetFramework>netstandard2.0</TargetFramework><Version>1.0.0-test</Version>", Consumer.Reference));
        DotNetOutcome pack = DotNet.Run(folder.Root, "pack", "-o", folder.PathOf("feed"));
        return pack.ExitCode == 0 ? folder : throw new InvalidOperationException(pack.Output);
    });

    private static string LibraryReference => """<PackageReference Include="Acme.Lib" Version="1.0.0-test" />""";

    [ClassCleanup]
    public static void DeleteLibrary()
    {
        if (Library.IsValueCreated) Library.Value.Dispose();
    }

    [TestMethod]
    [DataRow(Classes, false)]
    [DataRow(Classes + "<EnableScore>false</EnableScore>", false)]
    [DataRow(Classes + "<EnableScore>true</EnableScore>", true)]
    [DataRow("<TargetFrameworks>net10.0;net8.0</TargetFrameworks>", false)]
    [DataRow("<TargetFrameworks>net10.0;net8.0</TargetFrameworks><EnableScore>true</EnableScore>", true)]
    public void PackageThatComesWithAnotherPackageWorksWhenAskedOnly(string properties, bool works)
    {
        using Consumer consumer = WithLibrary();
        consumer.WriteProject("app.csproj", properties, LibraryReference, "Microsoft.NET.Sdk");
        AssertBuild(consumer, ".", works);
    }

    [TestMethod]
    public void NamingAScoreFileIsAsking()
    {
        using Consumer consumer = WithLibrary();
        consumer.WriteProject("app.csproj", Classes, LibraryReference + """<ScoreFile Include="score.yaml" />""", "Microsoft.NET.Sdk");
        AssertBuild(consumer, ".", works: true);
    }

    [TestMethod]
    [DataRow(Classes, true)]
    [DataRow(Classes + "<EnableScore>false</EnableScore>", false)]
    [DataRow("<TargetFrameworks>net10.0;net8.0</TargetFrameworks>", true)]
    public void OwnReferenceIsAsking(string properties, bool works)
    {
        using Consumer consumer = WithLibrary();
        consumer.WriteProject("app.csproj", properties,
            LibraryReference + Consumer.Reference.Replace(" />", " PrivateAssets=\"all\" />", StringComparison.Ordinal), "Microsoft.NET.Sdk");
        AssertBuild(consumer, ".", works);
    }

    [TestMethod]
    public void OwnReferenceOfOneTargetFrameworkIsAsking()
    {
        using Consumer consumer = WithLibrary();
        consumer.WriteProject("app.csproj", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>",
            Consumer.Reference.Replace(" />", " Condition=\"'$(TargetFramework)' == 'net10.0'\" />", StringComparison.Ordinal), "Microsoft.NET.Sdk");
        AssertBuild(consumer, ".", works: true);
    }

    [TestMethod]
    [DataRow("Directory.Build.props")]
    [DataRow("Directory.Build.targets")]
    public void ReferenceForAllProjectsIsAsking(string file)
    {
        using Consumer consumer = WithLibrary();
        consumer.WriteProject("app.csproj", Classes, LibraryReference, "Microsoft.NET.Sdk");
        consumer.Folder.Write(file, $"<Project><ItemGroup>{Consumer.Reference}</ItemGroup></Project>");
        AssertBuild(consumer, ".", works: true);
    }

    [TestMethod]
    [DataRow("""<PackageVersion Include="Score.MSBuild" Version="VERSION" />""", """<PackageReference Include="score.msbuild" PrivateAssets="all" />""", true)]
    [DataRow("""<GlobalPackageReference Include="Score.MSBuild" Version="VERSION" />""", "", true)]
    [DataRow("""<PackageVersion Include="Score.MSBuild" Version="VERSION" /><PackageVersion Include="Acme.Lib" Version="1.0.0-test" />""",
        """<PackageReference Include="Acme.Lib" />""", false)]
    public void CentralPackageManagementMakesNoDifference(string versions, string references, bool works)
    {
        using Consumer consumer = WithLibrary();
        consumer.Folder.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
              </PropertyGroup>
              <ItemGroup>{versions.Replace("VERSION", PackageFeed.Version, StringComparison.Ordinal)}</ItemGroup>
            </Project>
            """);
        consumer.WriteProject("app.csproj", Classes, references, "Microsoft.NET.Sdk");
        AssertBuild(consumer, ".", works);
    }

    [TestMethod]
    [DataRow("<TargetFramework>netstandard2.0</TargetFramework>", "PACKAGE", Classes, true)]
    [DataRow("<TargetFramework>netstandard2.0</TargetFramework>", "PACKAGE", Classes + "<EnableScore>false</EnableScore>", false)]
    [DataRow("<TargetFramework>netstandard2.0</TargetFramework>", "PACKAGE", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>", true)]
    [DataRow("<TargetFramework>netstandard2.0</TargetFramework>", "LIBRARY", Classes, false)]
    public void ReferenceOfAReferencedProjectIsAskingAndOneOfItsPackagesIsNot(string libraryProperties, string reference, string properties, bool works)
    {
        using Consumer consumer = WithLibrary();
        System.IO.File.Delete(consumer.Folder.PathOf("app.csproj"));
        System.IO.File.Delete(consumer.Folder.PathOf("Program.cs"));
        consumer.Folder.Write("front/score.yaml", Samples.Minimal);
        consumer.WriteProject("lib/lib.csproj", libraryProperties, reference == "PACKAGE" ? Consumer.Reference : LibraryReference, "Microsoft.NET.Sdk");
        consumer.WriteProject("front/front.csproj", properties, """<ProjectReference Include="../lib/lib.csproj" />""", "Microsoft.NET.Sdk");
        AssertBuild(consumer, "front", works);
    }

    private static Consumer WithLibrary()
    {
        Consumer consumer = new();
        consumer.Folder.Write("nuget.config", PackageFeed.Config.Replace("</packageSources>",
            $"""<add key="library" value="{Library.Value.PathOf("feed")}" /></packageSources>""", StringComparison.Ordinal));
        System.IO.File.Delete(consumer.Folder.PathOf("Program.cs"));
        return consumer;
    }

    private static void AssertBuild(Consumer consumer, string folder, bool works)
    {
        DotNetOutcome outcome = DotNet.Run(consumer.Folder.PathOf(folder), "build");
        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);
        Assert.IsEmpty(outcome.Findings, outcome.Output);
        Assert.AreEqual(works, consumer.Folder.Has($"{folder}/compose.yaml"), outcome.Output);
        Assert.AreEqual(works, System.IO.Directory.Exists(consumer.Folder.PathOf($"{folder}/obj/score")), outcome.Output);
    }

    private static string Project(string properties, string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{properties}</PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """;
}
