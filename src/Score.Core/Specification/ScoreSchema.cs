using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Score.Core.Specification;

/// <summary>
/// <see cref="ScoreSpecification"/> as a JSON schema, which gives the findings about a file that does not follow it. Built in
/// code, because reading it from JSON costs a build more than all the rest of the work. The package carries the same schema as
/// a file for editors.
/// </summary>
/// <remarks>
/// NJsonSchema has no <c>propertyNames</c>, so the rules for names are in the exported file for editors only, and
/// <see cref="SchemaValidator"/> checks them. The other rules for texts are formats here and patterns in the exported file.
/// </remarks>
internal sealed class ScoreSchema
{
    private static readonly Lazy<ScoreSchema> LazyInstance = new(() => new ScoreSchema());

    private readonly Dictionary<ObjectRule, JsonSchema> _schemas = [];
    private readonly Dictionary<JsonSchema, ObjectRule> _rules = [];

    private ScoreSchema()
    {
        Root = Schema(ScoreSpecification.Root);
        Root.Title = "Score workload specification v1b1";
        foreach (ObjectRule rule in _schemas.Keys.Where(r => r.Definition.Length > 0).OrderBy(r => r.Definition, StringComparer.Ordinal))
            Root.Definitions[rule.Definition] = _schemas[rule];
    }

    /// <summary>The schema. It is not changed after it is built.</summary>
    public static ScoreSchema Instance => LazyInstance.Value;

    /// <summary>The schema of a score file.</summary>
    public JsonSchema Root { get; }

    /// <summary>The description that a part of the schema was made of, or null for a part without named keys.</summary>
    public ObjectRule? RuleOf(JsonSchema schema) => _rules.TryGetValue(schema, out ObjectRule? rule) ? rule : null;

    /// <summary>The schema as the JSON file that editors use, with LF line ends and one at the end.</summary>
    public string ToJson()
    {
        JObject json = JObject.Parse(Root.ToJson());

        // NJsonSchema writes its own version, which has no propertyNames.
        json["$schema"] = "http://json-schema.org/draft-07/schema#";
        foreach (JProperty format in json.Descendants().OfType<JProperty>().Where(p => p.Name == "format").ToList()) format.Remove();
        return json.ToString().Replace("\r\n", "\n") + "\n";
    }

    private JsonSchema Schema(ObjectRule rule)
    {
        if (_schemas.TryGetValue(rule, out JsonSchema? known)) return known;
        JsonSchema schema = new() { Type = JsonObjectType.Object, AllowAdditionalProperties = rule.IsOpen, Description = rule.Description };
        _schemas.Add(rule, schema);
        _rules.Add(schema, rule);
        foreach (KeyRule key in rule.Keys)
        {
            JsonSchemaProperty property = Fill(new JsonSchemaProperty(), key.Value);
            property.Description = key.Description;
            schema.Properties[key.Name] = property;
            if (key.IsRequired) schema.RequiredProperties.Add(key.Name);
        }

        foreach (string key in rule.OneOf ?? []) schema.OneOf.Add(Requires(key));
        foreach (string key in rule.AnyOf ?? []) schema.AnyOf.Add(Requires(key));
        return schema;
    }

    private T Fill<T>(T schema, ValueRule rule)
        where T : JsonSchema
    {
        switch (rule)
        {
            case ObjectRule { Definition.Length: > 0 } defined:
                schema.Reference = Schema(defined);
                break;
            case ObjectRule:
                schema.Type = JsonObjectType.Object;
                break;
            case MapRule map:
                schema.Type = JsonObjectType.Object;
                schema.MinProperties = map.MinCount;
                schema.AdditionalPropertiesSchema = Fill(new JsonSchema(), map.Value);
                if (map.Keys is not null) schema.ExtensionData = new Dictionary<string, object?> { ["propertyNames"] = NamesOf(map.Keys) };
                break;
            case ListRule list:
                schema.Type = JsonObjectType.Array;
                schema.Item = Fill(new JsonSchema(), list.Item);
                break;
            case IntegerRule integer:
                schema.Type = JsonObjectType.Integer;
                schema.Minimum = integer.Minimum;
                schema.Maximum = integer.Maximum;
                break;
            case BooleanRule:
                schema.Type = JsonObjectType.Boolean;
                break;
            case TextRule text:
                FillText(schema, text);
                break;
        }

        return schema;
    }

    private static void FillText(JsonSchema schema, TextRule text)
    {
        schema.Type = JsonObjectType.String;
        if (text.MinLength > 0) schema.MinLength = text.MinLength;
        if (text.MaxLength < int.MaxValue) schema.MaxLength = text.MaxLength;
        foreach (string allowed in text.Allowed ?? []) schema.Enumeration.Add(allowed);
        if (text.Format is not { } format) return;
        schema.Format = format.Name;
        schema.ExtensionData = new Dictionary<string, object?> { ["pattern"] = format.Pattern };
    }

    private static Dictionary<string, object> NamesOf(ScoreFormat format)
    {
        Dictionary<string, object> names = new() { ["pattern"] = format.Pattern };
        if (format.MaxLength is { } maxLength) names["maxLength"] = maxLength;
        return names;
    }

    private static JsonSchema Requires(string key)
    {
        JsonSchema schema = new() { AllowAdditionalProperties = true };
        schema.RequiredProperties.Add(key);
        return schema;
    }
}
