using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>The assemblies of the package: for which platforms they are, what they leave to run time, and that they do not say where they were built.</summary>
[TestClass]
public sealed class AssemblyTests
{
    private static readonly Lazy<Dictionary<string, byte[]>> Packed = new(() => Read(PackageFeed.PackageFile, ".dll"));

    // What the ahead-of-time compiler adds to the machine's number, by operating system.
    private const int Linux = 0x7B79;
    private const int Apple = 0x4644;

    [TestMethod]
    [DataRow("linux-x64", (int)Machine.Amd64 ^ Linux)]
    [DataRow("linux-arm64", (int)Machine.Arm64 ^ Linux)]
    [DataRow("osx-x64", (int)Machine.Amd64 ^ Apple)]
    [DataRow("osx-arm64", (int)Machine.Arm64 ^ Apple)]
    [DataRow("win-x64", (int)Machine.Amd64)]
    public void ImagesHaveCodeForTheirPlatformAndThisRuntime(string platform, int machine)
    {
        (int Major, _) = ReadyToRunVersion(File.ReadAllBytes(typeof(object).Assembly.Location))!.Value;
        foreach ((string name, byte[] bytes) in Packed.Value.Where(a => a.Key.StartsWith($"tasks/net10.0/{platform}/", StringComparison.Ordinal)))
        {
            using PEReader reader = new(new MemoryStream(bytes));
            Assert.AreEqual((Machine)machine, reader.PEHeaders.CoffHeader.Machine, name);
            Assert.AreEqual(Major, ReadyToRunVersion(bytes)?.Major, name);
        }
    }

    [TestMethod]
    [DataRow("net472")]
    [DataRow("net8.0")]
    public void OtherAssembliesAreForAllPlatforms(string folder)
    {
        foreach ((string name, byte[] bytes) in Packed.Value.Where(a => a.Key.StartsWith($"tasks/{folder}/", StringComparison.Ordinal)))
            Assert.IsNull(ReadyToRunVersion(bytes), name);
    }

    [TestMethod]
    public void NoAssemblyIsPackedTwice()
    {
        IEnumerable<string> twice = Packed.Value.GroupBy(a => Convert.ToHexString(SHA256.HashData(a.Value))).Where(g => g.Count() > 1)
            .Select(g => string.Join(" = ", g.Select(a => a.Key)));
        Assert.IsEmpty(twice, string.Join("\n", twice));
        Assert.IsLessThan(20 * 1024 * 1024, new FileInfo(PackageFeed.PackageFile).Length);
    }

    [TestMethod]
    [DataRow("linux-x64", "", "net10.0/linux-x64")]
    [DataRow("linux-arm64", "", "net10.0/linux-arm64")]
    [DataRow("linux-musl-x64", "", "net10.0/linux-x64")]
    [DataRow("linux-musl-arm64", "", "net10.0/linux-arm64")]
    [DataRow("osx-x64", "", "net10.0/osx-x64")]
    [DataRow("osx-arm64", "", "net10.0/osx-arm64")]
    [DataRow("win-x64", "", "net10.0/win-x64")]
    [DataRow("win-arm64", "", "net8.0")]
    [DataRow("linux-bionic-x64", "", "net8.0")]
    [DataRow("ubuntu.24.04-x64", "linux-x64", "net10.0/linux-x64")]
    [DataRow("alpine.3.22-x64", "linux-musl-x64", "net10.0/linux-x64")]
    public void TasksAreChosenByThePlatformOfTheSdk(string platform, string portable, string folder)
    {
        string script = Path.Combine(Unpacked.Value.Root, "choose.proj");
        DotNetOutcome chosen = DotNet.Run(Unpacked.Value.Root, "msbuild", script, "-getProperty:_ScoreTaskFolder", $"-p:NETCoreSdkRuntimeIdentifier={platform}",
            $"-p:NETCoreSdkPortableRuntimeIdentifier={portable}", "-p:BundledNETCoreAppTargetFrameworkVersion=10.0");
        Assert.AreEqual(folder, chosen.Output.Trim());
        DotNetOutcome older = DotNet.Run(Unpacked.Value.Root, "msbuild", script, "-getProperty:_ScoreTaskFolder", $"-p:NETCoreSdkRuntimeIdentifier={platform}",
            $"-p:NETCoreSdkPortableRuntimeIdentifier={portable}", "-p:BundledNETCoreAppTargetFrameworkVersion=9.0");
        Assert.AreEqual("net8.0", older.Output.Trim());
    }

    [TestMethod]
    public void AssembliesDoNotSayWhereTheyWereBuilt()
    {
        Dictionary<string, byte[]> packedSymbols = Read(PackageFeed.PackageFile, ".pdb");
        Assert.HasCount(4, packedSymbols);
        foreach ((string name, byte[] bytes) in Packed.Value.Concat(packedSymbols)) Assert.IsFalse(Holds(bytes, Repository.Root), name);
        foreach ((string name, byte[] bytes) in packedSymbols)
        {
            using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(bytes));
            MetadataReader symbols = provider.GetMetadataReader();
            foreach (DocumentHandle document in symbols.Documents)
                StringAssert.StartsWith(symbols.GetString(symbols.GetDocument(document).Name), "/_/src/", name);
            foreach (CustomDebugInformationHandle information in symbols.CustomDebugInformation)
                Assert.IsFalse(Holds(symbols.GetBlobBytes(symbols.GetCustomDebugInformation(information).Value), Repository.Root), name);
        }
    }

    [TestMethod]
    public void TheSameSourcesInAnotherFolderGiveTheSameAssemblies()
    {
        using TemporaryFolder copy = new("another place");
        foreach (string folder in (string[])["src", "build", "buildTransitive", "buildMultiTargeting", "docs", "schema"])
            Copy(Path.Combine(Repository.Root, folder), copy.PathOf(folder));
        foreach (string file in Directory.GetFiles(Repository.Root)) File.Copy(file, copy.PathOf(Path.GetFileName(file)), overwrite: true);

        // Of Git the builds know the commit only.
        if (CommitOf(Packed.Value["tasks/net8.0/Score.Core.dll"]) is { } commit)
        {
            File.Delete(copy.PathOf(".git"));
            copy.Write(".git/HEAD", commit + "\n");
            copy.Write(".git/config", "[core]\n\trepositoryformatversion = 0\n");
            copy.Write(".git/objects/info/none", "");
            copy.Write(".git/refs/none", "");
        }

        DotNetOutcome pack = PackageFeed.Pack("src/Score.MSBuild", copy.Root, copy.PathOf("feed"), "-p:ReadyToRunRuntimes=linux-x64");
        Assert.AreEqual(0, pack.ExitCode, pack.Output);
        Dictionary<string, byte[]> again = Read(Directory.GetFiles(copy.PathOf("feed"), "*.nupkg").Single(), ".dll");
        Assert.IsGreaterThan(10, again.Count);
        foreach ((string name, byte[] bytes) in again)
            Assert.IsTrue(bytes.AsSpan().SequenceEqual(Packed.Value[name]), name);
    }

    [TestMethod]
    [DataRow("full-example")]
    [DataRow("resources")]
    [Timeout(300_000)]
    public void ColdBuildCompilesLittleAtRunTime(string example)
    {
        string tasks = Path.Combine(Unpacked.Value.Root, "tasks", "net10.0", RuntimeInformation.RuntimeIdentifier);
        if (!Directory.Exists(tasks)) Assert.Inconclusive($"The package has no code for {RuntimeInformation.RuntimeIdentifier}.");
        DotNetOutcome run = DotNet.Run(Repository.Root, "run", "-c", "Release", "--project", "bench/Score.ColdStart", "--", tasks,
            $"bench/{example}.score.yaml", "--methods");
        MatchCollection counts = Regex.Matches(run.Output, @"(\d+) methods compiled, (\d+) of ours");
        Assert.HasCount(2, counts, run.Output);
        foreach (Match platform in counts)
        {
            Assert.IsLessThanOrEqualTo(25, int.Parse(platform.Groups[1].Value, CultureInfo.InvariantCulture), run.Output);
            Assert.IsLessThanOrEqualTo(10, int.Parse(platform.Groups[2].Value, CultureInfo.InvariantCulture), run.Output);
        }
    }

    // The package as a folder, with a project that has nothing but the choice of the tasks.
    private static readonly Lazy<TemporaryFolder> Unpacked = new(() =>
    {
        TemporaryFolder folder = new("unpacked");
        ZipFile.ExtractToDirectory(PackageFeed.PackageFile, folder.Root);
        folder.Write("choose.proj", """<Project><Import Project="build/Score.MSBuild.targets" /></Project>""");
        return folder;
    });

    [ClassCleanup]
    public static void DeleteUnpacked()
    {
        if (Unpacked.IsValueCreated) Unpacked.Value.Dispose();
    }

    private static Dictionary<string, byte[]> Read(string packageFile, string extension)
    {
        using ZipArchive package = ZipFile.OpenRead(packageFile);
        return package.Entries.Where(e => e.FullName.EndsWith(extension, StringComparison.Ordinal)).ToDictionary(e => e.FullName, e =>
        {
            using Stream stream = e.Open();
            using MemoryStream copy = new();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }

    // The version of the format of ahead-of-time code, or null for an assembly that has none.
    private static (int Major, int Minor)? ReadyToRunVersion(byte[] image)
    {
        using PEReader reader = new(new MemoryStream(image));
        DirectoryEntry header = reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory;
        if (header.Size == 0) return null;
        BlobReader blob = reader.GetSectionData(header.RelativeVirtualAddress).GetReader();
        Assert.AreEqual(0x00525452u, blob.ReadUInt32()); // RTR
        return (blob.ReadUInt16(), blob.ReadUInt16());
    }

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static string? CommitOf(byte[] assembly)
    {
        using PEReader reader = new(new MemoryStream(assembly));
        MetadataReader metadata = reader.GetMetadataReader();
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            // The value of AssemblyInformationalVersion, behind the prolog: 0.1.0-test+COMMIT
            string value = Encoding.UTF8.GetString(metadata.GetBlobBytes(metadata.GetCustomAttribute(handle).Value));
            int plus = value.IndexOf("-test+", StringComparison.Ordinal);
            if (plus >= 0) return value.Substring(plus + "-test+".Length, 40);
        }

        return null;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string folder in Directory.GetDirectories(from).Where(f => Path.GetFileName(f) is not ("bin" or "obj")))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
