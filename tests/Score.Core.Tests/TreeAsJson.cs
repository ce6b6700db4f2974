using System;
using System.Linq;
using Newtonsoft.Json.Linq;
using Score.Core.Yaml;

namespace Score.Core.Tests;

/// <summary>A tree as data: its keys are sorted.</summary>
internal static class TreeAsJson
{
    public static JToken Of(YamlNode node) => node switch
    {
        YamlMapping mapping => new JObject(mapping.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => new JProperty(e.Name, Of(e.Value)))),
        YamlSequence list => new JArray(list.Items.Select(Of)),
        YamlScalar scalar => new JValue(scalar.Value),
        _ => throw new InvalidOperationException(),
    };
}
