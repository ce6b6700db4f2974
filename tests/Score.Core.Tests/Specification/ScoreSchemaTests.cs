using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NJsonSchema;
using Newtonsoft.Json.Linq;
using Score.Core.Specification;

namespace Score.Core.Tests.Specification;

/// <summary>
/// The schema that editors use, schema/score-v1b1.json, is the one that a build checks. After a change of the schema run these
/// tests with the environment variable SCORE_WRITE_SCHEMA=1, which writes the file anew.
/// </summary>
[TestClass]
public sealed class ScoreSchemaTests
{
    private static readonly Lazy<JsonSchema> Exported = new(() => JsonSchema.FromJsonAsync(ScoreSchema.Instance.ToJson()).GetAwaiter().GetResult());

    // A build brings lists of files and volumes into today's form before it checks them, and takes 80.0 for the whole number
    // that JSON schema says it is; NJsonSchema does not.
    public static IEnumerable<object[]> Documents() => ConformanceValidationTests.Cases().Where(c =>
        (string)c[1] is { } name
            && !name.StartsWith("files [", StringComparison.Ordinal)
            && !name.StartsWith("volumes [", StringComparison.Ordinal)
            && name != "port 80.0");

    [TestMethod]
    public void FileInTheRepositoryIsTheSchema()
    {
        string path = Path.Combine(ConformanceValidationTests.Folder(), "..", "..", "schema", "score-v1b1.json");
        if (Environment.GetEnvironmentVariable("SCORE_WRITE_SCHEMA") == "1") File.WriteAllText(path, ScoreSchema.Instance.ToJson());
        Assert.AreEqual(ScoreSchema.Instance.ToJson(), File.ReadAllText(path).Replace("\r\n", "\n"));
    }

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public void ExportedSchemaGivesTheReferencesVerdict(int index, string name)
    {
        JObject file = JObject.Parse(File.ReadAllText(Path.Combine(ConformanceValidationTests.Folder(), "validation.json")));
        JObject testCase = (JObject)file["cases"]![index]!;
        JObject document = ConformanceValidationTests.Document(file, testCase);

        // The semantic rules are no part of a schema; nor can NJsonSchema check the names of keys, so those are checked here.
        bool isInvalidBySchema = (string?)testCase["stage"] == "schema" || name == ConformanceValidationTests.KnownDifference;
        bool isRefused = Exported.Value.Validate(document).Count > 0 || !NamesAreValid(JObject.Parse(ScoreSchema.Instance.ToJson()), document);
        Assert.AreEqual(isInvalidBySchema, isRefused, name);
    }

    [TestMethod]
    public void ExportedSchemaHasPatternsAndNoFormatsOfOurOwn()
    {
        string json = ScoreSchema.Instance.ToJson();
        Assert.IsFalse(json.Contains("score-name", StringComparison.Ordinal));
        foreach (ScoreFormat format in ScoreFormat.All)
        {
            Assert.IsTrue(JObject.Parse(json).Descendants().OfType<JProperty>().Any(p => p.Name == "pattern" && (string?)p.Value == format.Pattern),
                format.Name);
        }
        StringAssert.EndsWith(json, "}\n", StringComparison.Ordinal);
    }

    // Every mapping in a document whose schema has propertyNames, found by walking both.
    private static bool NamesAreValid(JObject root, JObject document)
    {
        return Walk(root, document);

        bool Walk(JObject schema, JToken value)
        {
            while ((string?)schema["$ref"] is { } reference) schema = (JObject)root.SelectToken(reference.Substring(2).Replace('/', '.'))!;
            if (value is not JObject mapping) return true;
            string? pattern = (string?)schema["propertyNames"]?["pattern"];
            foreach (JProperty property in mapping.Properties())
            {
                if (pattern is not null && !System.Text.RegularExpressions.Regex.IsMatch(property.Name, pattern)) return false;
                JObject? inner = schema["properties"]?[property.Name] as JObject ?? schema["additionalProperties"] as JObject;
                if (inner is not null && !Walk(inner, property.Value)) return false;
            }

            return true;
        }
    }
}
