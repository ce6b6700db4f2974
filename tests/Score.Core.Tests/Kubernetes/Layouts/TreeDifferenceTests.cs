using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes.Layouts;

/// <summary>A JSON patch makes of one tree exactly the other.</summary>
[TestClass]
public sealed class TreeDifferenceTests
{
    [TestMethod]
    public void EqualTreesHaveNoOperations() =>
        Assert.IsEmpty(TreeDifference.Of(Parse("{a: [1, {b: c}], d: ''}"), Parse("{d: '', a: [1, {b: c}]}")).Items);

    [TestMethod]
    [DataRow("{a: 1}", "{a: '1'}", """[{"op":"replace","path":"/a","value":"1"}]""")]
    [DataRow("{a: 1}", "{}", """[{"op":"remove","path":"/a"}]""")]
    [DataRow("{}", "{a/b~c: {d: 1}}", """[{"op":"add","path":"/a~1b~0c","value":{"d":1}}]""")]
    [DataRow("{a: [x, y]}", "{a: [x, z, y]}", """[{"op":"add","path":"/a/1","value":"z"}]""")]
    [DataRow("{a: [x, y, z]}", "{a: [z]}", """[{"op":"remove","path":"/a/1"},{"op":"remove","path":"/a/0"}]""")]
    [DataRow("{a: [{name: x, v: 1}, {name: y, v: 1}]}", "{a: [{name: x, v: 1}, {name: y, v: 2}]}", """[{"op":"replace","path":"/a/1/v","value":2}]""")]
    [DataRow("{a: [{name: x}, {name: y}, {name: z}]}", "{a: [{name: x}, {name: z}, {name: n}]}",
        """[{"op":"remove","path":"/a/1"},{"op":"add","path":"/a/2","value":{"name":"n"}}]""")]
    [DataRow("{a: {b: 1}}", "{a: [1]}", """[{"op":"replace","path":"/a","value":[1]}]""")]
    public void OperationsAreOnlyWhatDiffers(string from, string to, string expected) =>
        Assert.AreEqual(JsonNode.Parse(expected)!.ToJsonString(), Sorted(TreeDifference.Of(Parse(from), Parse(to))).ToJsonString());

    [TestMethod]
    public void PatchOfAnyTreeMakesTheOther()
    {
        Random random = new(7);
        for (int i = 0; i < 3000; i++)
        {
            YamlNode from = Tree(random, 4);
            YamlNode to = random.Next(3) == 0 ? Tree(random, 4) : Changed(random, from);
            if (from is not YamlMapping || to is not YamlMapping) continue;
            JsonNode document = JsonNode.Parse(CanonicalJson.Write(from))!;
            foreach (YamlNode operation in TreeDifference.Of(from, to).Items) Apply(document, JsonNode.Parse(CanonicalJson.Write(operation))!);
            Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(CanonicalJson.Write(to)), document), $"{CanonicalJson.Write(from)} to {CanonicalJson.Write(to)}");
        }
    }

    private static YamlNode Parse(string yaml) => YamlReader.Read(new SourceText("t.yaml", yaml), new())!;

    // Keys of an operation in the order of its writing.
    private static JsonNode Sorted(YamlSequence operations) => new JsonArray(operations.Items.Cast<YamlMapping>().Select(o =>
    {
        JsonObject written = [];
        foreach (YamlEntry entry in o) written[entry.Name] = JsonNode.Parse(CanonicalJson.Write(entry.Value));
        return (JsonNode)written;
    }).ToArray());

    private static YamlNode Tree(Random random, int depth)
    {
        switch (depth == 0 ? 2 : random.Next(4))
        {
            case 0:
                YamlMapping mapping = new();
                for (int i = random.Next(5); i > 0; i--) mapping.Set(Key(random), Tree(random, depth - 1));
                return mapping;
            case 1:
                return new YamlSequence(Enumerable.Range(0, random.Next(5)).Select(_ => Tree(random, depth - 1)));
            default:
                return random.Next(2) == 0 ? YamlScalar.Integer(random.Next(3)) : YamlScalar.String(random.Next(3).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static YamlNode Changed(Random random, YamlNode node)
    {
        if (random.Next(6) == 0) return Tree(random, 2);
        switch (node)
        {
            case YamlMapping mapping:
                YamlMapping changed = new();
                foreach (YamlEntry entry in mapping)
                {
                    if (random.Next(6) > 0) changed.Set(entry.Name, Changed(random, entry.Value));
                }

                if (random.Next(3) == 0) changed.Set(Key(random), Tree(random, 1));
                return changed;
            case YamlSequence list:
                YamlSequence items = new(list.Items.Where(_ => random.Next(6) > 0).Select(i => Changed(random, i)));
                if (random.Next(3) == 0) items.Items.Insert(random.Next(items.Items.Count + 1), Tree(random, 1));
                return items;
            default:
                return node;
        }
    }

    private static string Key(Random random) => ((string[])["a", "b", "c/d", "e~f", "g.h", "~1", "0", "name"])[random.Next(8)];

    private static void Apply(JsonNode document, JsonNode operation)
    {
        string[] path = ((string)operation["path"]!).Split('/').Skip(1)
            .Select(p => p.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        JsonNode parent = document;
        foreach (string part in path[..^1]) parent = parent is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : parent[part]!;
        string last = path[^1];
        JsonNode? value = operation["value"]?.DeepClone();
        switch ((string)operation["op"]!, parent)
        {
            case ("add", JsonArray list):
                list.Insert(int.Parse(last, CultureInfo.InvariantCulture), value);
                break;
            case ("remove", JsonArray list):
                list.RemoveAt(int.Parse(last, CultureInfo.InvariantCulture));
                break;
            case ("replace", JsonArray list):
                list[int.Parse(last, CultureInfo.InvariantCulture)] = value;
                break;
            case ("add", JsonObject mapping):
                mapping.Add(last, value);
                break;
            case ("remove", JsonObject mapping):
                Assert.IsTrue(mapping.Remove(last));
                break;
            default:
                Assert.IsTrue(((JsonObject)parent).ContainsKey(last));
                parent[last] = value;
                break;
        }
    }
}
