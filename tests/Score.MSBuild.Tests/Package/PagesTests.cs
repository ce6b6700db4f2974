using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>What people read of the package: its pages, its description in a gallery, and whose work is in it.</summary>
[TestClass]
public sealed class PagesTests
{
    private static readonly Lazy<Dictionary<string, string>> Texts = new(() =>
    {
        using ZipArchive package = ZipFile.OpenRead(PackageFeed.PackageFile);
        return package.Entries.ToDictionary(e => e.FullName, e =>
        {
            using StreamReader reader = new(e.Open());
            return Path.GetExtension(e.FullName) is ".md" or ".txt" or ".nuspec" ? reader.ReadToEnd() : "";
        });
    });

    [TestMethod]
    public void LinksOfPagesLeadToPackedFilesAndTheirHeadings()
    {
        List<string> broken = [];
        int count = 0;
        foreach ((string page, string text) in Texts.Value.Where(e => e.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            foreach (Match link in Regex.Matches(WithoutCode(text), @"\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)"))
            {
                count++;
                string path = link.Groups[1].Length == 0 ? page : Resolve(page, link.Groups[1].Value);
                bool isThere = Texts.Value.ContainsKey(path) || Texts.Value.Keys.Any(e => e.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));
                if (!isThere || (link.Groups[2].Success && !Anchors(Texts.Value[path]).Contains(link.Groups[2].Value))) broken.Add($"{page}: {link.Value}");
            }
        }

        Assert.IsGreaterThan(100, count);
        Assert.IsEmpty(broken, string.Join("\n", broken));
    }

    [TestMethod]
    public void GalleriesShowWhatThePackageIs()
    {
        XElement metadata = XDocument.Parse(Texts.Value["Score.MSBuild.nuspec"]).Root!.Elements().First();
        string Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value ?? "";
        XElement repository = metadata.Elements().Single(e => e.Name.LocalName == "repository");

        Assert.AreEqual("README.md", Value("readme"));
        Assert.AreEqual("icon.png", Value("icon"));
        Assert.AreEqual("Apache-2.0", Value("license"));
        Assert.AreEqual("https://github.com/score-msbuild/score-msbuild", Value("projectUrl"));
        Assert.AreEqual(Value("projectUrl"), repository.Attribute("url")?.Value);
        Assert.AreEqual("git", repository.Attribute("type")?.Value);

        // The newest section of the changelog, and no other.
        string notes = Value("releaseNotes").Trim().Replace("\r", "", StringComparison.Ordinal);
        StringAssert.StartsWith(notes, "## ");
        StringAssert.Contains(Texts.Value["CHANGELOG.md"], notes);
        Assert.AreEqual(Texts.Value["CHANGELOG.md"].IndexOf("\n## ", StringComparison.Ordinal) + 1,
            Texts.Value["CHANGELOG.md"].IndexOf(notes, StringComparison.Ordinal));
        Assert.IsFalse(notes.Contains("\n## ", StringComparison.Ordinal), notes);
    }

    [TestMethod]
    public void IconIsASmallSquareImage()
    {
        byte[] icon = File.ReadAllBytes(Path.Combine(Repository.Root, "icon.png"));
        CollectionAssert.AreEqual((byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 128, 0, 0, 0, 128], (byte[])[.. icon[..4], .. icon[16..24]]);
        Assert.IsLessThan(16 * 1024, icon.Length);
    }

    [TestMethod]
    public void NoticesNameEveryAssemblyOfOthersWithItsVersionAndTheLicenceOfItsPackage()
    {
        string notices = Texts.Value["THIRD-PARTY-NOTICES.txt"];
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string assets = File.ReadAllText(Path.Combine(Repository.Root, "src", "Score.MSBuild", "obj", "project.assets.json"));
        List<string> names = Texts.Value.Keys.Where(e => e.EndsWith(".dll", StringComparison.Ordinal)).Select(e => Path.GetFileNameWithoutExtension(e)!)
            .Where(n => !n.StartsWith("Score.", StringComparison.Ordinal)).Distinct().ToList();
        Assert.IsGreaterThan(4, names.Count);
        foreach (string name in names)
        {
            string version = Regex.Match(assets, $"\"{Regex.Escape(name)}/([^\"]+)\": \\{{").Groups[1].Value;
            StringAssert.Contains(notices, $"\n{name} {version}\n");
            string nuspec = File.ReadAllText(Path.Combine(packages, name.ToLowerInvariant(), version, name.ToLowerInvariant() + ".nuspec"));
            Assert.IsTrue(nuspec.Contains("<license type=\"expression\">MIT</license>", StringComparison.Ordinal)
                || nuspec.Contains("dotnet/corefx/blob/master/LICENSE.TXT", StringComparison.Ordinal), name);
        }

        // And none that is not there.
        foreach (Match named in Regex.Matches(notices, @"^([A-Za-z]+(?:\.[A-Za-z]+)*) \d+\.\d+\.\d+$", RegexOptions.Multiline))
            CollectionAssert.Contains(names, named.Groups[1].Value);
    }

    private static string Resolve(string page, string link)
    {
        List<string> parts = [.. page.Split('/')[..^1]];
        foreach (string part in link.Split('/'))
        {
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else return link;
        }

        return string.Join('/', parts);
    }

    // As readers of Markdown make them of headings.
    private static HashSet<string> Anchors(string page) => Regex.Matches(page, "^#+ (.*)$", RegexOptions.Multiline)
        .Select(m => Regex.Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'))
        .ToHashSet(StringComparer.Ordinal);

    private static string WithoutCode(string page) => Regex.Replace(page, "^```.*?^```", "", RegexOptions.Multiline | RegexOptions.Singleline);
}
