using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Score.Core.Specification;

/// <summary>
/// The Score specification v1b1 (0.4.1) as a JSON schema, built in code because reading it from JSON costs a build more than
/// all the rest of the work. The package carries the same schema as a file for editors.
/// </summary>
/// <remarks>
/// NJsonSchema has no <c>propertyNames</c>, so the rules for names are in the exported file for editors only, and
/// <see cref="SchemaValidator"/> checks them. The other rules for texts are formats here and patterns in the exported file.
/// </remarks>
internal sealed class ScoreSchema
{
    /// <summary>The only value of <c>apiVersion</c>.</summary>
    public const string ApiVersion = "score.dev/v1b1";

    private static readonly Lazy<ScoreSchema> LazyInstance = new(() => new ScoreSchema());

    private ScoreSchema()
    {
        Port = Object("A network port of the service.");
        Add(Port, "port", PortNumber("The port that other workloads connect to."), required: true);
        Add(Port, "targetPort", PortNumber("The port that the container listens on. The same as 'port' when absent."));
        Add(Port, "protocol", Enumeration("The transport protocol. TCP when absent.", "TCP", "UDP"));

        Service = Object("The network service that the workload offers.");
        Add(Service, "ports", MapOf(Port, "The ports by name.", ScoreFormat.Name));

        ResourceLimits = Object("Amounts of memory and processor time.");
        Add(ResourceLimits, "memory", Text("Memory in bytes, with an optional suffix such as Mi or G.", ScoreFormat.Memory));
        Add(ResourceLimits, "cpu", Text("Processors, as a number ('0.5') or in thousandths ('500m').", ScoreFormat.Cpu));

        ContainerResources = Object("The compute resources of the container.");
        Add(ContainerResources, "limits", Refer(ResourceLimits, "The most that the container may use."));
        Add(ContainerResources, "requests", Refer(ResourceLimits, "What the container needs at least."));

        HttpHeader = Object("A header of the request.");
        Add(HttpHeader, "name", Text("The header's name.", ScoreFormat.HeaderName), required: true);
        Add(HttpHeader, "value", NotEmpty("The header's value."), required: true);

        HttpGet = Object("A probe by HTTP request.");
        Add(HttpGet, "path", String("The path of the request."), required: true);
        Add(HttpGet, "port", PortNumber("The container's port."), required: true);
        Add(HttpGet, "scheme", Enumeration("The scheme. HTTP when absent.", "HTTP", "HTTPS"));
        Add(HttpGet, "host", NotEmpty("The value of the Host header."));
        Add(HttpGet, "httpHeaders", ListOf(HttpHeader, "More headers of the request."));

        Exec = Object("A probe by a command in the container.");
        Add(Exec, "command", StringList("The program and its arguments."), required: true);

        Probe = Object("How the platform finds out about the container's health.");
        Add(Probe, "httpGet", Refer(HttpGet, "Ask by an HTTP request."));
        Add(Probe, "exec", Refer(Exec, "Ask by running a command."));
        Probe.AnyOf.Add(Requires("httpGet"));
        Probe.AnyOf.Add(Requires("exec"));

        File = Object("A file in the container.");
        Add(File, "mode", Text("The access mode in octal digits, such as 0644.", ScoreFormat.Mode));
        Add(File, "source", NotEmpty("A file in the score file's folder that holds the content."));
        Add(File, "content", String("The content."));
        Add(File, "binaryContent", String("The content in base64."));
        Add(File, "noExpand", new JsonSchemaProperty { Type = JsonObjectType.Boolean, Description = "Whether placeholders in the content stay as they are." });
        foreach (string choice in FileContentKeys) File.OneOf.Add(Requires(choice));

        Volume = Object("A volume in the container.");
        Add(Volume, "source", String("The volume, usually a resource: ${resources.NAME}."), required: true);
        Add(Volume, "path", String("A folder inside the volume."));
        Add(Volume, "readOnly", new JsonSchemaProperty { Type = JsonObjectType.Boolean, Description = "Whether the container may only read." });

        Before = Object("A container that starts after this one.");
        Add(Before, "ready", Enumeration("What this container must have reached.", "started", "healthy", "complete"), required: true);

        Container = Object("A container of the workload.");
        Add(Container, "image", NotEmpty("The image's name and tag, or '.' for the image that the build makes."), required: true);
        Add(Container, "command", StringList("What to run in place of the image's entry point."));
        Add(Container, "args", StringList("Arguments in place of the image's own."));
        Add(Container, "variables", VariableMap());
        Add(Container, "files", MapOf(File, "Files to mount, by their path in the container.", null));
        Add(Container, "volumes", MapOf(Volume, "Volumes to mount, by their path in the container.", null));
        Add(Container, "resources", Refer(ContainerResources, "The container's compute resources."));
        Add(Container, "livenessProbe", Refer(Probe, "Whether the container must be restarted."));
        Add(Container, "readinessProbe", Refer(Probe, "Whether the container can serve."));
        Add(Container, "before", MapOf(Before, "The containers that start after this one.", ScoreFormat.Name));

        WorkloadMetadata = Object("The workload's name, its annotations, and any other values that placeholders may name.");
        WorkloadMetadata.AllowAdditionalProperties = true;
        Add(WorkloadMetadata, "name", Text("The workload's name.", ScoreFormat.Name), required: true);
        Add(WorkloadMetadata, "annotations", AnnotationMap());

        ResourceMetadata = Object("The resource's annotations and any other values.");
        ResourceMetadata.AllowAdditionalProperties = true;
        Add(ResourceMetadata, "annotations", AnnotationMap());

        Resource = Object("Something that the workload needs.");
        Add(Resource, "type", Text("The resource's type, such as postgres.", ScoreFormat.ResourceType), required: true);
        Add(Resource, "class", Text("A variant of the type.", ScoreFormat.ResourceType));
        Add(Resource, "id", Text("The same id in several workloads makes them share one resource.", ScoreFormat.ResourceId));
        Resource.Properties["id"].MinLength = 2;
        Resource.Properties["id"].MaxLength = 63;
        Add(Resource, "metadata", Refer(ResourceMetadata, "Annotations for the provisioner."));
        Add(Resource, "params", new JsonSchemaProperty { Type = JsonObjectType.Object, Description = "Inputs for the provisioner." });

        Root = Object("A workload.");
        Root.Title = "Score workload specification v1b1";
        Add(Root, "apiVersion", Enumeration("The version of the specification.", ApiVersion), required: true);
        Add(Root, "metadata", Refer(WorkloadMetadata, "What the workload is called."), required: true);
        Add(Root, "containers", MapOf(Container, "The workload's containers by name.", ScoreFormat.Name), required: true);
        Root.Properties["containers"].MinProperties = 1;
        Add(Root, "service", Refer(Service, "The network service that the workload offers."));
        Add(Root, "resources", MapOf(Resource, "What the workload needs, by name.", ScoreFormat.Name));
        foreach ((string name, JsonSchema schema) in Definitions) Root.Definitions[name] = schema;
    }

    /// <summary>The schema. It is not changed after it is built.</summary>
    public static ScoreSchema Instance => LazyInstance.Value;

    /// <summary>The keys of a file of which exactly one is given.</summary>
    public static IReadOnlyList<string> FileContentKeys { get; } = ["content", "source", "binaryContent"];

    public JsonSchema Root { get; }

    public JsonSchema WorkloadMetadata { get; }

    public JsonSchema Service { get; }

    public JsonSchema Port { get; }

    public JsonSchema Container { get; }

    public JsonSchema File { get; }

    public JsonSchema Volume { get; }

    public JsonSchema Before { get; }

    public JsonSchema ContainerResources { get; }

    public JsonSchema ResourceLimits { get; }

    public JsonSchema Probe { get; }

    public JsonSchema HttpGet { get; }

    public JsonSchema HttpHeader { get; }

    public JsonSchema Exec { get; }

    public JsonSchema Resource { get; }

    public JsonSchema ResourceMetadata { get; }

    private (string Name, JsonSchema Schema)[] Definitions =>
    [
        ("container", Container), ("containerBefore", Before), ("containerFile", File), ("containerProbe", Probe),
        ("containerResources", ContainerResources), ("containerVolume", Volume), ("execProbe", Exec), ("httpHeader", HttpHeader),
        ("httpProbe", HttpGet), ("resource", Resource), ("resourceMetadata", ResourceMetadata), ("resourcesLimits", ResourceLimits),
        ("servicePort", Port), ("workloadMetadata", WorkloadMetadata), ("workloadService", Service),
    ];

    /// <summary>The schema as the JSON file that editors use, with LF line ends and one at the end.</summary>
    public string ToJson()
    {
        JObject json = JObject.Parse(Root.ToJson());

        // NJsonSchema writes its own version, which has no propertyNames.
        json["$schema"] = "http://json-schema.org/draft-07/schema#";
        foreach (JProperty format in json.Descendants().OfType<JProperty>().Where(p => p.Name == "format").ToList()) format.Remove();
        return json.ToString().Replace("\r\n", "\n") + "\n";
    }

    private static JsonSchema Object(string description) =>
        new() { Type = JsonObjectType.Object, AllowAdditionalProperties = false, Description = description };

    private static JsonSchema Requires(string key)
    {
        JsonSchema schema = new() { AllowAdditionalProperties = true };
        schema.RequiredProperties.Add(key);
        return schema;
    }

    private static void Add(JsonSchema schema, string name, JsonSchemaProperty property, bool required = false)
    {
        schema.Properties[name] = property;
        if (required) schema.RequiredProperties.Add(name);
    }

    private static JsonSchemaProperty String(string description) => new() { Type = JsonObjectType.String, Description = description };

    private static JsonSchemaProperty NotEmpty(string description) =>
        new() { Type = JsonObjectType.String, MinLength = 1, Description = description };

    private static JsonSchemaProperty Text(string description, ScoreFormat format) => new()
    {
        Type = JsonObjectType.String,
        Format = format.Format,
        Description = description,
        ExtensionData = new Dictionary<string, object> { ["pattern"] = format.Pattern },
    };

    private static JsonSchemaProperty PortNumber(string description) =>
        new() { Type = JsonObjectType.Integer, Minimum = 1, Maximum = 65535, Description = description };

    private static JsonSchemaProperty Enumeration(string description, params string[] values)
    {
        JsonSchemaProperty property = String(description);
        foreach (string value in values) property.Enumeration.Add(value);
        return property;
    }

    private static JsonSchemaProperty Refer(JsonSchema target, string description) => new() { Reference = target, Description = description };

    private static JsonSchemaProperty StringList(string description) =>
        new() { Type = JsonObjectType.Array, Item = new JsonSchema { Type = JsonObjectType.String }, Description = description };

    private static JsonSchemaProperty ListOf(JsonSchema item, string description) =>
        new() { Type = JsonObjectType.Array, Item = new JsonSchema { Reference = item }, Description = description };

    private static JsonSchemaProperty MapOf(JsonSchema value, string description, ScoreFormat? names) =>
        Map(new JsonSchema { Reference = value }, description, names);

    private static JsonSchemaProperty AnnotationMap() =>
        Map(new JsonSchema { Type = JsonObjectType.String }, "Values for tools, by key.", ScoreFormat.AnnotationKey);

    private static JsonSchemaProperty VariableMap() =>
        Map(new JsonSchema { Type = JsonObjectType.String }, "Environment variables of the container.", ScoreFormat.VariableName);

    private static JsonSchemaProperty Map(JsonSchema value, string description, ScoreFormat? names)
    {
        JsonSchemaProperty property = new() { Type = JsonObjectType.Object, AdditionalPropertiesSchema = value, Description = description };
        if (names is not null)
        {
            Dictionary<string, object> rule = new() { ["pattern"] = names.Pattern };
            if (names == ScoreFormat.AnnotationKey) rule["maxLength"] = NameRules.LongestAnnotationKey;
            property.ExtensionData = new Dictionary<string, object> { ["propertyNames"] = rule };
        }

        return property;
    }
}
