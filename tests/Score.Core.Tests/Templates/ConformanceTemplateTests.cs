using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Templates;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Tests.Templates;

/// <summary>The templates of tests/Conformance/templates.json give the reference's bytes, or fail where the reference fails.</summary>
[TestClass]
public sealed class ConformanceTemplateTests
{
    private static readonly GoType PortType = GoType.StructOf(
        "framework.NetworkServicePort",
        new GoField("Name", GoType.String),
        new GoField("Port", GoType.Int),
        new GoField("TargetPort", GoType.Int),
        new GoField("Protocol", GoType.String));

    private static readonly GoType ServiceType = GoType.StructOf(
        "framework.NetworkService",
        new GoField("ServiceName", GoType.String),
        new GoField("Ports", GoType.MapOf(PortType)));

    // What each error is about, in words of ours; the reference's are others.
    private static readonly Dictionary<string, string> Subjects = new()
    {
        ["{{ nil | default \"d\" }}"] = "nil",
        ["{{ .Nil.x }}"] = "'.x' is asked of nil",
        ["{{ eq 1 1.0 }}"] = "int and float64 cannot be compared",
        ["{{ range .Empty }}x{{ else }}none{{ end }}"] = "range",
        ["{{ template \"missing\" . }}"] = "'missing'",
        ["{{ index .List 9 }}"] = "index is out of range",
        ["{{ foo }}"] = "'foo'",
        ["{{ toYaml .Params }}"] = "'toYaml'",
        ["{{ .Params.name"] = "not closed",
        ["{{ upper }}"] = "needs 1 argument, but has 0",
        ["{{ lower .List }}"] = "string is expected",
        ["{{ fail \"boom\" }}"] = "boom",
        ["{{ if true }}unclosed"] = "{{end}} of {{if}}",
        ["{{ add \"3\" 4 }} {{ add 1.9 2 }} {{ div 1 0 }}"] = "Division by zero",
        ["{{ semverCompare \"bad\" \"1.0.0\" }}"] = "'bad'",
    };

    public static IEnumerable<object[]> Cases() => ReadCases().Select((c, i) => new object[] { i, (string)c["template"]! });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void OutputOrErrorIsTheReferences(int index, string template)
    {
        JToken testCase = ReadCases()[index];
        if (testCase["output"] is JToken output)
        {
            string actual = Template.Parse(template, TemplateFunctions.Standard).Execute(Data(), new TemplateContext());
            Assert.AreEqual((string)output!, actual);
            return;
        }

        string message = (string)testCase["error"]!;
        TemplateException error = Assert.ThrowsExactly<TemplateException>(
            () => Template.Parse(template, TemplateFunctions.Standard).Execute(Data(), new TemplateContext()));
        Assert.AreEqual((string)testCase["stage"]!, error.Stage.ToString().ToLowerInvariant());
        Match place = Regex.Match(message, @"^template: :(\d+)(?::(\d+))?: ");
        Assert.AreEqual(Number(place.Groups[1]), error.Line, error.Message);

        // The reference counts columns from 0, and gives none for a text that is no template.
        if (place.Groups[2].Success) Assert.AreEqual(Number(place.Groups[2]) + 1, error.Column, error.Message);
        if (Subjects.TryGetValue(template, out string? subject)) StringAssert.Contains(error.Message, subject);
    }

    [TestMethod]
    public void ThereAreAsManyCasesAsTheReferenceHas() => Assert.HasCount(149, ReadCases());

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static JArray ReadCases() => JArray.Parse(File.ReadAllText(Path.Combine(Folder(), "templates.json")));

    private static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "Conformance");

    internal static GoValue Data()
    {
        string path = Path.Combine(Folder(), "templates.data.yaml");
        YamlNode root = YamlReader.Read(new SourceText(path, File.ReadAllText(path)), new DiagnosticBag())!;
        GoValue data = YamlValues.Of(root);
        GoMap services = new(GoType.MapOf(ServiceType));
        GoMap entries = data.AsMap["WorkloadServices"].AsMap;
        foreach (string name in entries.SortedKeys()) services[name] = Service(entries[name].AsMap);
        data.AsMap["WorkloadServices"] = GoValue.Of(services);
        return data;
    }

    private static GoValue Service(GoMap entry)
    {
        GoMap ports = new(GoType.MapOf(PortType));
        foreach (string name in entry["Ports"].AsMap.SortedKeys())
        {
            GoMap port = entry["Ports"].AsMap[name].AsMap;
            ports[name] = GoValue.Of(new GoStruct(PortType, port["Name"], port["Port"], port["TargetPort"], port["Protocol"]));
        }

        return GoValue.Of(new GoStruct(ServiceType, entry["ServiceName"], GoValue.Of(ports)));
    }
}
