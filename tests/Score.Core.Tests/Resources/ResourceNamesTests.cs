using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Compose;

namespace Score.Core.Tests.Resources;

/// <summary>The field <c>.Name</c>, by which provisioners call services, volumes and objects.</summary>
[TestClass]
public sealed class ResourceNamesTests
{
    private const string Showing = "- uri: template://test/show\n  type: TYPE\n  services: |\n    {{ .Name }}: {image: x}\n";

    [TestMethod]
    [DataRow("cache", "", "", "cache-shop-res")]
    [DataRow("cache", "large", "", "cache-large-shop-res")]
    [DataRow("cache", "", "shop.cache", "cache-shop-cache")]
    [DataRow("SomeType", "", "", "sometype-shop-res")]
    [DataRow("3d", "", "", "r-3d-shop-res")]
    public void NameSaysWhatTheResourceIs(string type, string @class, string id, string expected)
    {
        string score = Resource(type, @class, id);
        Assert.AreEqual(expected, Names(type, score).Single());
    }

    [TestMethod]
    public void LongNameIsCutAndKeepsADifference()
    {
        string long1 = Names("cache", Resource("cache", "", new string('a', 60) + "1")).Single();
        string long2 = Names("cache", Resource("cache", "", new string('a', 60) + "2")).Single();

        Assert.IsTrue(long1.Length <= 52, long1);
        Assert.AreNotEqual(long1, long2);
    }

    [TestMethod]
    public void NamesThatWouldBeTheSameDiffer()
    {
        const string score = Check.Container + """
            resources:
              one: {type: cache, id: a-b.c}
              two: {type: cache, id: a.b-c}

            """;

        string[] names = Names("cache", score);

        Assert.AreEqual(2, names.Distinct().Count(), string.Join(" ", names));
        Assert.IsTrue(names.All(n => n.StartsWith("cache-a-b-c-", System.StringComparison.Ordinal)), string.Join(" ", names));
    }

    private static string Resource(string type, string @class, string id) =>
        Check.Container + $"resources:\n  res:\n    type: {type}\n" + (@class.Length > 0 ? $"    class: {@class}\n" : "") +
            (id.Length > 0 ? $"    id: {id}\n" : "");

    private static string[] Names(string type, string score)
    {
        Translated project = Translated.From([score], provisioners: Provisioned.Read(Showing.Replace("TYPE", type)));
        Assert.AreEqual("", project.Findings);
        return ((Score.Core.Yaml.YamlMapping)project.Project.Content["services"]!).Select(e => e.Name)
            .Where(n => n != "wait-for-resources" && !n.EndsWith("-web", System.StringComparison.Ordinal)).ToArray();
    }
}
