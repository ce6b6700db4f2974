using System;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Templates;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Json;
using Score.Core.Templates.Patterns;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>
/// The JSON object that a program writes to its standard output. It may hold secrets, so messages name its fields and never their
/// values.
/// </summary>
internal sealed class CommandAnswer
{
    private const int LongestField = 40;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] CommonFields = ["resource_state", "resource_outputs", "shared_state"];
    private static readonly string[] ComposeFields = ["relative_directories", "relative_file_contents", "compose_networks", "compose_services", "compose_volumes", "compose_models"];
    private static readonly string[] KubernetesFields = ["manifests"];

    private readonly YamlMapping _root;
    private readonly Action<string> _report;

    private CommandAnswer(YamlMapping root, Action<string> report)
    {
        _root = root;
        _report = report;
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="output">The bytes that the program wrote.</param>
    /// <param name="platform">What the build writes for.</param>
    /// <param name="report">Receives what is wrong, in sentences.</param>
    /// <returns>The answer, or null when it is not an object with known fields of the right types.</returns>
    public static CommandAnswer? Read(byte[] output, Platform platform, Action<string> report)
    {
        if (Decode(output) is not { } text)
        {
            report("it is not UTF-8 text.");
            return null;
        }

        if (text.Trim().Length == 0)
        {
            report("it is empty. The program must write a JSON object to its standard output.");
            return null;
        }

        Budget budget = new(new TemplateContext(), new PatternCache());
        if (!JsonReader.TryRead(budget, text, out GoValue value, out int offset))
        {
            SourceSpan at = new SourceText("", text).SpanOf(offset, offset);
            report($"it stops being JSON at line {at.Line}, column {at.Column}. The standard output must hold one JSON object and nothing else; write messages to the standard error.");
            return null;
        }

        if (YamlValues.ToNode(value) is YamlMapping root) return HasKnownFields(root, platform, report) ? new CommandAnswer(root, report) : null;
        report("it must be a JSON object.");
        return null;
    }

    /// <summary>The outputs.</summary>
    public YamlMapping Outputs => Mapping("resource_outputs") ?? new YamlMapping();

    /// <summary>What is to be merged into the shared state.</summary>
    public YamlMapping Shared => Mapping("shared_state") ?? new YamlMapping();

    /// <summary>What the program adds to the platform.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="diagnostics">Receives SCORE0513.</param>
    public ResourceAdditions Additions(ResourceNode node, Provisioner provisioner, DiagnosticBag diagnostics) => new(node, provisioner)
    {
        Directories = ProvisionedParts.Directories(Mapping("relative_directories"), In("relative_directories")),
        Files = ProvisionedParts.Files(Mapping("relative_file_contents"), In("relative_file_contents")),
        Networks = ProvisionedParts.Named(Mapping("compose_networks"), mayBeNull: true, In("compose_networks")),
        Services = ProvisionedParts.Named(Mapping("compose_services"), mayBeNull: false, In("compose_services")),
        Volumes = ProvisionedParts.Named(Mapping("compose_volumes"), mayBeNull: true, In("compose_volumes")),
        Models = ProvisionedParts.Named(Mapping("compose_models"), mayBeNull: false, In("compose_models")),
        Manifests = ProvisionedParts.Manifests(
            _root["manifests"] as YamlSequence,
            In("manifests"),
            (number, missing) => diagnostics.Add(DiagnosticDescriptors.IncompleteManifest, provisioner.Uri.Span, number, provisioner.Uri.Text, node.Uid, missing)),
    };

    private static bool HasKnownFields(YamlMapping root, Platform platform, Action<string> report)
    {
        string[] others = platform == Platform.Compose ? KubernetesFields : ComposeFields;
        string[] known = [.. CommonFields, .. platform == Platform.Compose ? ComposeFields : KubernetesFields];
        bool isSound = true;
        foreach (YamlEntry field in root)
        {
            if (Array.IndexOf(known, field.Name) < 0)
            {
                string sort = others.Contains(field.Name) ? $"is for {(platform == Platform.Compose ? "Kubernetes" : "Compose")}, and this build writes for the other" : "is not known";
                report($"{Shown(field.Name)} {sort}.{Suggestion.Sentence(field.Name, known)}");
                isSound = false;
            }
            else if (field.Value is not (YamlMapping or YamlScalar { Kind: YamlScalarKind.Null }) && field.Name != "manifests")
            {
                report($"the field '{field.Name}' must be an object, and this is {field.Value.Description}.");
                isSound = false;
            }
            else if (field.Value is not (YamlSequence or YamlScalar { Kind: YamlScalarKind.Null }) && field.Name == "manifests")
            {
                report($"the field 'manifests' must be a list of objects, and this is {field.Value.Description}.");
                isSound = false;
            }
        }

        return isSound;
    }

    // What does not look like the name of a field may be a part of a value that went astray.
    private static string Shown(string field) =>
        field.Length <= LongestField && field.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-') ? $"the field '{field}'" : "a field";

    private static string? Decode(byte[] output)
    {
        try
        {
            return StrictUtf8.GetString(output).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private YamlMapping? Mapping(string field) => _root[field] as YamlMapping;

    private Action<string> In(string field) => sentence => _report($"in the field '{field}', {sentence}");
}
