using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>Properties are declared once: whoever adds one in the .props adds it everywhere else, or says here why not.</summary>
[TestClass]
public sealed class PropertyTests
{
    private static readonly string[] Tasks = ["ValidateScoreFile", "GenerateComposeFile", "GenerateK8sManifests", "ListScoreProvisioners", "CleanScoreOutputs"];

    private static readonly Dictionary<string, string> NotHashed = new()
    {
        ["EnableScore"] = "without it there are no score files, so nothing is compared",
        ["ScoreComposeProjectName"] = "ScoreProjectName takes its value",
        ["ScoreCleanOutputs"] = "outputs do not depend on it",
        ["ScoreVerify"] = "a build that verifies always runs",
        ["ScoreSeed"] = "its value is there as _ScoreSeed, unless it is an environment variable, which is hashed with those that templates read",
        ["ScorePublishOutputs"] = "outputs do not depend on it",
        ["ScoreOutput"] = "only a list reads it",
        ["ScoreRunLocal"] = "without it there is no _ScoreRunResourcesFile",
        ["ScoreResourcesFile"] = "it is there as _ScoreRunResourcesFile, when it is written",
        ["ScoreCheckResources"] = "outputs do not depend on it",
    };

    private static readonly Dictionary<string, string> NotGiven = new()
    {
        ["EnableScore"] = "without it there are no score files, so no task runs",
        ["ScoreComposeProjectName"] = "ScoreProjectName takes its value",
        ["ScoreCleanOutputs"] = "it says whether CleanScoreOutputs runs",
        ["ScoreSeed"] = "it is given as _ScoreSeed, unless it is an environment variable, which the tasks read themselves",
        ["ScorePublishOutputs"] = "it says whether PublishScoreOutputs runs",
        ["ScoreRunLocal"] = "without it there is no _ScoreRunResourcesFile",
        ["ScoreResourcesFile"] = "it is given as _ScoreRunResourcesFile, when it is written",
        ["ScoreCheckResources"] = "it says whether CheckScoreResources runs",
    };

    // What only a build that writes has: outputs, notes for the next build, and what another task of the build has said.
    private static readonly string[] OfWriting =
    [
        "NotesFile", "StampFile", "KeyFile", "BuildDirectories", "TakenFiles",
        "KeepRenderedTemplates", "RenderedFolder", "ReportParity", "ReportOnly", "FindingsReported", "Overlays",
        "IsContinuousIntegration", "Verify",
        "ResourcesFile", "ResourcesOnly",
    ];

    public static IEnumerable<object[]> Declared() => Properties().Select(p => new object[] { p });

    [TestMethod]
    public void TargetsSetNoPropertyThatIsNotDeclared()
    {
        List<string> set = Targets()
            .Descendants("PropertyGroup")
            .Elements()
            .Select(e => e.Name.LocalName)
            .Where(n => n.StartsWith("Score", StringComparison.Ordinal))
            .ToList();
        Assert.IsNotEmpty(set);
        Assert.IsEmpty(set.Except(Properties()));
        CollectionAssert.AllItemsAreUnique(Properties());
        Assert.IsEmpty(NotHashed.Keys.Concat(NotGiven.Keys).Except(Properties()));
    }

    [TestMethod]
    [DynamicData(nameof(Declared))]
    public void PropertyIsInTheHashOfTheInputs(string property)
    {
        string hashed = Targets().Descendants("_ScoreSettings").Single().Value;
        Assert.AreEqual(!NotHashed.ContainsKey(property), hashed.Contains($"$({property})", StringComparison.Ordinal));
    }

    [TestMethod]
    [DynamicData(nameof(Declared))]
    public void PropertyIsGivenToATask(string property)
    {
        List<string> given = Targets().Descendants().Where(e => Tasks.Contains(e.Name.LocalName)).Attributes().Where(a => a.Name != "Condition")
            .Select(a => a.Value).ToList();
        Assert.AreEqual(!NotGiven.ContainsKey(property), given.Contains($"$({property})"));
    }

    [TestMethod]
    public void ItemThatATaskTakesIsInTheHashOfTheInputs()
    {
        string hashed = Targets().Descendants("_ScoreSettings").Single().Value;
        List<string> items = Targets().Descendants().Where(e => Tasks.Contains(e.Name.LocalName)).Attributes()
            .Select(a => Regex.Match(a.Value, @"^@\((Score\w+)\)$"))
            .Where(m => m.Success)
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.HasCount(6, items);
        foreach (string item in items) Assert.IsTrue(Regex.IsMatch(hashed, $@"@\({item}\b"), item);
    }

    [TestMethod]
    [DataRow("GenerateComposeFile", "Compose")]
    [DataRow("GenerateK8sManifests", "Kubernetes")]
    public void ListOfResourcesTakesTheParametersOfTheBuild(string task, string targets)
    {
        List<string> build = Parameters($"Score.MSBuild.{targets}.targets", task).Where(p => !OfWriting.Contains(p.Split('=')[0])).ToList();
        List<string> list = Parameters("Score.MSBuild.ListResources.targets", task).Except(["ListOnly=true", "ListedOutput=$(ScoreOutput)"]).ToList();
        Assert.IsGreaterThan(20, build.Count);
        CollectionAssert.AreEquivalent(build, list);
    }

    [TestMethod]
    public void DefaultOfTheTargetsIsThatOfTheReadme()
    {
        Dictionary<string, string> documented = File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .Select(l => Regex.Match(l, @"^\| `(\w+)` \| ([^|]*) \|"))
            .Where(m => m.Success)
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        int compared = 0;
        foreach (XElement element in Targets().Descendants("PropertyGroup").Elements()
            .Where(e => documented.ContainsKey(e.Name.LocalName) && !e.Value.StartsWith('$')))
        {
            StringAssert.Contains(documented[element.Name.LocalName], $"`{element.Value}`", element.Name.LocalName);
            compared++;
        }

        Assert.IsGreaterThan(15, compared);
    }

    [TestMethod]
    public void WordsOfAPropertyAreThoseOfItsEnumeration()
    {
        Type words = Assembly.LoadFrom(Repository.TaskAssembly).GetType("Score.MSBuild.PropertyWords")!;
        Dictionary<string, Type> enumerations = typeof(Diagnostic).Assembly.GetTypes().Where(t => t.IsEnum).GroupBy(t => t.Name).ToDictionary(g => g.Key,
            g => g.First());
        List<PropertyInfo> properties = words.GetProperties().Where(p => p.Name is not ("Flag" or "Route" or "SecretStoreKind")).ToList();
        Assert.HasCount(6, properties);
        foreach (PropertyInfo property in properties)
        {
            Type enumeration = enumerations[property.Name];
            CollectionAssert.AreEqual(Enum.GetNames(enumeration), (string[])property.GetValue(null)!, property.Name);
            CollectionAssert.AreEqual(Enumerable.Range(0, Enum.GetNames(enumeration).Length).ToList(),
                Enum.GetValues(enumeration).Cast<int>().ToList(), property.Name);
        }
    }

    [TestMethod]
    [DataRow("ScoreGenerateCompose=yes", "SCORE0603")]
    [DataRow("ScoreGenerateK8s=yes", "SCORE0603")]
    [DataRow("ScoreConfigurationOverrides=1", "SCORE0603")]
    [DataRow("ScoreParityReport=off", "SCORE0603")]
    [DataRow("ScoreUseDefaultProvisioners=never", "SCORE0603")]
    [DataRow("ScoreAllowCommandProvisioners=yes", "SCORE0603")]
    [DataRow("ScoreCommandProvisionerTimeout=1m", "SCORE0603")]
    [DataRow("ScoreKeepRenderedTemplates=yes", "SCORE0603")]
    [DataRow("ScoreUnknownResources=Erorr", "SCORE0603")]
    [DataRow("ScoreComposeHttpProbe=culr", "SCORE0603")]
    [DataRow("ScoreComposeSecrets=Hidden", "SCORE0603")]
    [DataRow("ScoreVerify=yes", "SCORE0603")]
    [DataRow("ScoreProjectName=My App", "SCORE0408")]
    [DataRow("ScoreComposeProjectName=My App", "SCORE0408")]
    [DataRow("ScoreComposeFile=obj/../", "SCORE0602")]
    [DataRow("ScoreComposeFile=score.yaml", "SCORE0642")]
    [DataRow("ScoreEnvFile=compose.yaml", "SCORE0642")]
    [DataRow("ScoreMountsDirectory=.", "SCORE0640")]
    [DataRow("ScoreOverrides=service", "SCORE0607")]
    [DataRow("ScoreOverrides=a.b=c", "SCORE0101")]
    public void WrongValueIsReportedAtTheProjectFile(string property, string code)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        AssertReported(folder, [property], code);
    }

    [TestMethod]
    [DataRow("ScoreK8sSecrets=Seperate", "SCORE0603")]
    [DataRow("ScoreK8sSecretStoreKind=Store", "SCORE0603")]
    [DataRow("ScoreK8sSecretStore=My Vault", "SCORE0603")]
    [DataRow("ScoreK8sNamespace=Prod", "SCORE0603")]
    [DataRow("ScoreK8sGenerateNamespace=yes", "SCORE0603")]
    [DataRow("ScoreK8sLayout=Folder", "SCORE0603")]
    [DataRow("ScoreK8sFormat=json", "SCORE0603")]
    [DataRow("ScoreK8sReplicas=many", "SCORE0603")]
    [DataRow("ScoreK8sRoute=Route", "SCORE0603")]
    [DataRow("ScoreK8sGateway=a/b/c", "SCORE0603")]
    [DataRow("ScoreK8sIngressClass=A", "SCORE0603")]
    [DataRow("ScoreK8sNetworkPolicy=yes", "SCORE0603")]
    [DataRow("ScoreProjectName=My App", "SCORE0408")]
    [DataRow("ScoreK8sManifestsFile=obj/../", "SCORE0602")]
    public void WrongValueForKubernetesIsReportedAtTheProjectFile(string property, string code)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        AssertReported(folder, ["ScoreGenerateK8s=true", "ScoreGenerateCompose=false", property], code);
        Assert.IsFalse(folder.Has("manifests.yaml"));
    }

    [TestMethod]
    public void FileOfOverridesForSeveralScoreFilesIsReportedAtTheProjectFile()
    {
        using TemporaryFolder folder = new();
        folder.Write("one.yaml", Samples.Minimal);
        folder.Write("two.yaml", Samples.Minimal.Replace("billing", "shop", StringComparison.Ordinal));
        folder.Write("o.yaml", "{}\n");
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreFile Include="one.yaml;two.yaml" /></ItemGroup>"""));
        AssertReported(folder, ["ScoreOverridesFile=o.yaml"], "SCORE0606");
    }

    [TestMethod]
    [DataRow("ScoreProjectName=shop")]
    [DataRow("ScoreComposeProjectName=shop")]
    [DataRow("ScoreProjectName=shop ScoreComposeProjectName=other")]
    public void ProjectNameIsThatOfBothPlatforms(string properties)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", .. properties.Split(' ')]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        StringAssert.Contains(folder.Read("compose.yaml"), "\nname: shop\n");

        string instance = Regex.Match(folder.Read("manifests.yaml"), "app.kubernetes.io/instance: (.*)").Groups[1].Value;
        InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", "ScoreProjectName=other"]);
        StringAssert.Contains(folder.Read("compose.yaml"), "\nname: other\n");
        Assert.DoesNotContain(instance, folder.Read("manifests.yaml"));
        InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", "ScoreProjectName=shop"]);
        StringAssert.Contains(folder.Read("manifests.yaml"), instance);
    }

    private static void AssertReported(TemporaryFolder folder, string[] properties, string code)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsFalse(outcome.Succeeded);
        Finding finding = outcome.Findings.Single();
        Assert.AreEqual(code, finding.Code, finding.Message);
        Assert.AreEqual(folder.PathOf("app.proj"), finding.File);
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    private static List<string> Properties() =>
        XDocument.Load(Path.Combine(Repository.Root, "build", "Score.MSBuild.props")).Descendants("PropertyGroup").Elements()
            .Select(e => e.Name.LocalName).Where(n => !n.StartsWith('_')).ToList();

    private static List<XDocument> Targets() => Directory.GetFiles(Path.Combine(Repository.Root, "build"), "*.targets").Select(f => XDocument.Load(f)).ToList();

    private static IEnumerable<string> Parameters(string targets, string task) =>
        XDocument.Load(Path.Combine(Repository.Root, "build", targets)).Descendants(task).Single().Attributes().Where(a => a.Name != "Condition")
            .Select(a => $"{a.Name}={a.Value}");
}
