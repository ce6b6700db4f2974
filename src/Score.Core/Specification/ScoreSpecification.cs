namespace Score.Core.Specification;

/// <summary>
/// The Score specification v1b1 (0.4.1): which keys there are and what values they take. To add a key is to add a line here;
/// the quick check of every build, the JSON schema and its messages follow.
/// </summary>
internal static class ScoreSpecification
{
    /// <summary>The only value of <c>apiVersion</c>.</summary>
    public const string ApiVersion = "score.dev/v1b1";

    private static readonly TextRule AnyText = new();
    private static readonly TextRule NotEmpty = new() { MinLength = 1 };
    private static readonly BooleanRule TrueOrFalse = new();
    private static readonly IntegerRule PortNumber = new(1, 65535);
    private static readonly ListRule Texts = new(AnyText);
    private static readonly MapRule Annotations = new(AnyText) { Keys = ScoreFormat.AnnotationKey };

    /// <summary>A network port of the service.</summary>
    public static ObjectRule Port { get; } = new(
        "servicePort",
        "A network port of the service.",
        new("port", PortNumber, "The port that other workloads connect to.") { IsRequired = true },
        new("targetPort", PortNumber, "The port that the container listens on. The same as 'port' when absent."),
        new("protocol", OneOf("TCP", "UDP"), "The transport protocol. TCP when absent."));

    /// <summary>The network service that the workload offers.</summary>
    public static ObjectRule Service { get; } = new(
        "workloadService",
        "The network service that the workload offers.",
        new KeyRule("ports", Named("port", Port), "The ports by name."));

    /// <summary>Amounts of memory and processor time.</summary>
    public static ObjectRule ResourceLimits { get; } = new(
        "resourcesLimits",
        "Amounts of memory and processor time.",
        new("memory", Text(ScoreFormat.Memory), "Memory in bytes, with an optional suffix such as Mi or G."),
        new("cpu", Text(ScoreFormat.Cpu), "Processors, as a number ('0.5') or in thousandths ('500m')."));

    /// <summary>The compute resources of the container.</summary>
    public static ObjectRule ContainerResources { get; } = new(
        "containerResources",
        "The compute resources of the container.",
        new("limits", ResourceLimits, "The most that the container may use."),
        new("requests", ResourceLimits, "What the container needs at least."));

    /// <summary>A header of a probe's request.</summary>
    public static ObjectRule HttpHeader { get; } = new(
        "httpHeader",
        "A header of the request.",
        new("name", Text(ScoreFormat.HeaderName), "The header's name.") { IsRequired = true },
        new("value", NotEmpty, "The header's value.") { IsRequired = true });

    /// <summary>A probe by HTTP request.</summary>
    public static ObjectRule HttpGet { get; } = new(
        "httpProbe",
        "A probe by HTTP request.",
        new("path", AnyText, "The path of the request.") { IsRequired = true },
        new("port", PortNumber, "The container's port.") { IsRequired = true },
        new("scheme", OneOf("HTTP", "HTTPS"), "The scheme. HTTP when absent."),
        new("host", NotEmpty, "The value of the Host header."),
        new("httpHeaders", new ListRule(HttpHeader), "More headers of the request."));

    /// <summary>A probe by a command in the container.</summary>
    public static ObjectRule Exec { get; } = new(
        "execProbe",
        "A probe by a command in the container.",
        new KeyRule("command", Texts, "The program and its arguments.") { IsRequired = true });

    /// <summary>How the platform finds out about the container's health.</summary>
    public static ObjectRule Probe { get; } = new(
        "containerProbe",
        "How the platform finds out about the container's health.",
        new("httpGet", HttpGet, "Ask by an HTTP request."),
        new("exec", Exec, "Ask by running a command."))
    {
        AnyOf = ["httpGet", "exec"],
    };

    /// <summary>A file in the container.</summary>
    public static ObjectRule File { get; } = new(
        "containerFile",
        "A file in the container.",
        new("mode", Text(ScoreFormat.Mode), "The access mode in octal digits, such as 0644."),
        new("source", NotEmpty, "A file in the score file's folder that holds the content."),
        new("content", AnyText, "The content."),
        new("binaryContent", AnyText, "The content in base64."),
        new("noExpand", TrueOrFalse, "Whether placeholders in the content stay as they are."))
    {
        OneOf = ["content", "source", "binaryContent"],
    };

    /// <summary>A volume in the container.</summary>
    public static ObjectRule Volume { get; } = new(
        "containerVolume",
        "A volume in the container.",
        new("source", AnyText, "The volume, usually a resource: ${resources.NAME}.") { IsRequired = true },
        new("path", AnyText, "A folder inside the volume."),
        new("readOnly", TrueOrFalse, "Whether the container may only read."));

    /// <summary>A container that starts after another one.</summary>
    public static ObjectRule Before { get; } = new(
        "containerBefore",
        "A container that starts after this one.",
        new KeyRule("ready", OneOf("started", "healthy", "complete"), "What this container must have reached.") { IsRequired = true });

    /// <summary>A container of the workload.</summary>
    public static ObjectRule Container { get; } = new(
        "container",
        "A container of the workload.",
        new("image", NotEmpty, "The image's name and tag, or '.' for the image that the build makes.") { IsRequired = true },
        new("command", Texts, "What to run in place of the image's entry point."),
        new("args", Texts, "Arguments in place of the image's own."),
        new("variables", new MapRule(AnyText) { Keys = ScoreFormat.VariableName }, "Environment variables of the container."),
        new("files", new MapRule(File), "Files to mount, by their path in the container."),
        new("volumes", new MapRule(Volume), "Volumes to mount, by their path in the container."),
        new("resources", ContainerResources, "The container's compute resources."),
        new("livenessProbe", Probe, "Whether the container must be restarted."),
        new("readinessProbe", Probe, "Whether the container can serve."),
        new("before", Named("container", Before), "The containers that start after this one."));

    /// <summary>The workload's name and annotations.</summary>
    public static ObjectRule WorkloadMetadata { get; } = new(
        "workloadMetadata",
        "The workload's name, its annotations, and any other values that placeholders may name.",
        new("name", Text(ScoreFormat.ObjectName), "The workload's name.") { IsRequired = true },
        new("annotations", Annotations, "Values for tools, by key."))
    {
        IsOpen = true,
    };

    /// <summary>A resource's annotations.</summary>
    public static ObjectRule ResourceMetadata { get; } = new(
        "resourceMetadata",
        "The resource's annotations and any other values.",
        new KeyRule("annotations", Annotations, "Values for tools, by key."))
    {
        IsOpen = true,
    };

    /// <summary>Something that the workload needs.</summary>
    public static ObjectRule Resource { get; } = new(
        "resource",
        "Something that the workload needs.",
        new("type", Text(ScoreFormat.ResourceType), "The resource's type, such as postgres.") { IsRequired = true },
        new("class", Text(ScoreFormat.ResourceType), "A variant of the type."),
        new("id", new TextRule { Format = ScoreFormat.ResourceId, MinLength = 2, MaxLength = 63 },
            "The same id in several workloads makes them share one resource."),
        new("metadata", ResourceMetadata, "Annotations for the provisioner."),
        new("params", new ObjectRule("", "") { IsOpen = true }, "Inputs for the provisioner."));

    /// <summary>A score file.</summary>
    public static ObjectRule Root { get; } = new(
        "",
        "A workload.",
        new("apiVersion", OneOf(ApiVersion), "The version of the specification.") { IsRequired = true },
        new("metadata", WorkloadMetadata, "What the workload is called.") { IsRequired = true },
        new("containers", new MapRule(Container) { Keys = ScoreFormat.ObjectName, KeysName = "container", MinCount = 1 }, "The workload's containers by name.")
        {
            IsRequired = true,
        },
        new("service", Service, "The network service that the workload offers."),
        new("resources", Named("resource", Resource), "What the workload needs, by name."));

    private static TextRule Text(ScoreFormat format) => new() { Format = format };

    private static TextRule OneOf(params string[] allowed) => new() { Allowed = allowed };

    private static MapRule Named(string what, ValueRule value) => new(value) { Keys = ScoreFormat.ObjectName, KeysName = what };
}
