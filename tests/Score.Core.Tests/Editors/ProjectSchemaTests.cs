using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Editors;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests.Editors;

/// <summary>The schema of score files that editors of a project use. .ci/check-schema validates files with it.</summary>
[TestClass]
public sealed class ProjectSchemaTests
{
    [TestMethod]
    public void HeadersOfBuiltInProvisionersAreWhatTheirFilesSay()
    {
        foreach (Platform platform in (Platform[])[TestPlatforms.Compose, TestPlatforms.Kubernetes])
        {
            List<string> read = ListedProvisioner.All(new ProvisioningOptions(platform, "", _ => null, "") { UseBuiltIn = true }).Select(Show).ToList();
            List<string> headers = ListedProvisioner.All([], platform, platform.BuiltIn.Headers()).Select(Show).ToList();
            CollectionAssert.AreEqual(read, headers);
        }
    }

    [TestMethod]
    public void SchemaWithoutKnowledgeOfTheProjectHasTheSettingsOnly()
    {
        JObject schema = JObject.Parse(ProjectSchema.Write(null, allowsOthers: true, workloads: null));
        JToken settings = schema.SelectToken("definitions.workloadMetadata.properties.annotations.properties")!;
        StringAssert.Contains((string)settings["k8s.score.dev/replicas"]!["description"]!, "a whole number from 0 on");
        ((JObject)schema["definitions"]!["workloadMetadata"]!["properties"]!["annotations"]!).Remove("properties");
        ((JObject)schema["definitions"]!["resourceMetadata"]!["properties"]!["annotations"]!).Remove("properties");
        Assert.IsTrue(JToken.DeepEquals(JObject.Parse(ProjectSchema.General()), schema));
    }

    [TestMethod]
    public void TypesHaveDescriptionsParamsClassesAndOutputs()
    {
        JObject schema = JObject.Parse(ProjectSchema.Write([
            new("template://a", "cache", "big", "", ["size"], ["host"], "f", "A \"cache\".\n"),
            new("template://b", "cache", "small", "", [], ["port"], "f", ""),
            ListedProvisioner.BuiltIn("environment", [], null, "Variables."), new("cmd://c", "queue", "", "", null, null, "f", ""),
        ], allowsOthers: false, workloads: null));
        JToken resource = schema["definitions"]!["resource"]!;
        Assert.AreEqual(Compact("""
            [{"const": "cache", "description": "A \"cache\". Outputs: host, port."}, {"const": "environment", "description": "Variables."},
             {"const": "queue"}]
            """), Compact(resource["properties"]!["type"]!["anyOf"]!.ToString()));
        Assert.AreEqual(Compact("""
            {"properties": {"class": {"enum": ["big", "small"]}, "params": {"properties": {"size": {}}, "additionalProperties": false}},
             "required": ["class"]}
            """), Compact(resource["allOf"]![0]!["then"]!.ToString()));
        Assert.AreEqual("""[{"properties":{}},{"properties":{}}]""",
            Compact(new JArray(resource["allOf"]!.Skip(1).Select(r => r["then"])).ToString()));
    }

    [TestMethod]
    public void ContainersAndOutputsOfTheProjectAreOffered()
    {
        JObject schema = JObject.Parse(ProjectSchema.Write(ListedProvisioner.All([], TestPlatforms.Compose, TestPlatforms.Compose.BuiltIn.Headers()).ToList(),
            allowsOthers: false, [Workload(Check.Container + "  side: {image: x}\nresources: {db: {type: redis}, own: {type: environment}}\n")]));
        JToken container = schema["definitions"]!["container"]!["properties"]!;
        CollectionAssert.AreEqual((string[])["side", "web"], ((JObject)container["before"]!["properties"]!).Properties().Select(p => p.Name).ToList());
        Assert.IsFalse((bool)container["before"]!["additionalProperties"]!);
        CollectionAssert.AreEqual((string[])["${resources.db.host}", "${resources.db.password}", "${resources.db.port}", "${resources.db.username}"],
            container["variables"]!["additionalProperties"]!["examples"]!.Select(e => (string)e!).ToList());
        JObject settings = (JObject)schema.SelectToken("definitions.workloadMetadata.properties.annotations.properties")!;
        Assert.IsTrue(settings.ContainsKey("k8s.score.dev/side.image-pull-policy"));
        Assert.IsFalse(settings.ContainsKey("k8s.score.dev/side.replicas"));
    }

    // What .ci/check-schema needs besides the files of builds.
    [TestMethod]
    public void SchemaOfAProjectWithEverythingIsKeptForTheIndependentCheck()
    {
        string schema = ProjectSchema.Write(TestPlatforms.All.Take(2).SelectMany(p => ListedProvisioner.All([], p, p.BuiltIn.Headers())).ToList(),
            allowsOthers: false, [Workload(Check.Container + "  side: {image: x}\n")]);
        Assert.DoesNotContain('\r', schema);
        if (Environment.GetEnvironmentVariable("SCORE_SCHEMA_ARTIFACTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, ProjectSchema.FileName), schema);
    }

    private static string Compact(string json) => JToken.Parse(json).ToString(Newtonsoft.Json.Formatting.None);

    private static Workload Workload(string yaml)
    {
        DiagnosticBag bag = new();
        SourceText source = SourceReader.Decode("score.yaml", Encoding.UTF8.GetBytes(yaml), bag)!;
        Workload workload = WorkloadLoader.Load(source, "/nowhere/score.yaml", bag)!.Workload;
        Assert.IsFalse(bag.HasErrors, string.Join('\n', bag.ToSortedList().Select(d => d.Message)));
        return workload;
    }

    private static string Show(ListedProvisioner p) =>
        $"{p.Uri}|{p.Type}|{p.Description}|{(p.Params is null ? "any" : string.Join(",", p.Params))}|" +
        (p.Outputs is null ? "any" : string.Join(",", p.Outputs));
}
