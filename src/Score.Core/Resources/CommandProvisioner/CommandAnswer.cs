using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Resources.Provisioners;
using Score.Core.Resources.Secrets;
using Score.Core.Templates;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Json;
using Score.Core.Templates.Patterns;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Resources.CommandProvisioner;

/// <summary>
/// The JSON object that a program writes to its standard output. It may hold secrets, so messages name its fields and never their
/// values.
/// </summary>
internal sealed class CommandAnswer
{
    private const int MaxFieldLength = 40;
    private const int MaxValues = 1_000_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] CommonFields = ["resource_state", "resource_outputs", "shared_state"];

    private readonly YamlMapping _root;
    private readonly ProvisioningPlatform _platform;
    private readonly Action<string> _report;

    private CommandAnswer(YamlMapping root, ProvisioningPlatform platform, Action<string> report)
    {
        _root = root;
        _platform = platform;
        _report = report;
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="output">The bytes that the program wrote.</param>
    /// <param name="options">What there is to know of the build.</param>
    /// <param name="report">Receives what is wrong, in sentences.</param>
    /// <returns>The answer, or null when it is not an object with known fields of the right types.</returns>
    public static CommandAnswer? Read(byte[] output, ProvisioningOptions options, Action<string> report)
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

        Budget budget = new(new TemplateContext { Limits = new TemplateLimits { Steps = MaxValues } }, new PatternCache());
        if (!JsonReader.TryRead(budget, text, out GoValue value, out int offset))
        {
            SourceSpan at = new SourceText("", text).SpanOf(offset, offset);
            report($"it stops being JSON at line {at.Line}, column {at.Column}. The standard output must hold one JSON object and nothing else; write " +
                "messages to the standard error.");
            return null;
        }

        if (options.Secrets is { IsEmpty: false } secrets) value = SecretTexts.Conceal(value, secrets);
        if (YamlValues.ToNode(value) is YamlMapping root)
            return HasKnownFields(root, options, report) ? new CommandAnswer(root, options.Platform, report) : null;
        report("it must be a JSON object.");
        return null;
    }

    /// <summary>How many values, mappings and lists it has.</summary>
    public long Nodes => ProvisionedParts.NodesOf(_root);

    /// <summary>The outputs.</summary>
    public YamlMapping Outputs => Mapping("resource_outputs") ?? new YamlMapping();

    /// <summary>What is to be merged into the shared state.</summary>
    public YamlMapping Shared => Mapping("shared_state") ?? new YamlMapping();

    /// <summary>What the program adds to the platform.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="diagnostics">Receives SCORE0513.</param>
    public ResourceAdditions Additions(ResourceNode node, Provisioner provisioner, DiagnosticBag diagnostics)
    {
        ResourceAdditions additions = new(node, provisioner);
        foreach (AddedSection section in _platform.Sections)
        {
            if (section.Field.Length == 0 || _root[section.Field] is not (YamlMapping or YamlSequence)) continue;
            additions.Add(section, _root[section.Field]!, new SectionReport(node, provisioner, provisioner.Uri.Span, In(section.Field), diagnostics));
        }

        return additions;
    }

    private static bool HasKnownFields(YamlMapping root, ProvisioningOptions options, Action<string> report)
    {
        List<string> known = [.. CommonFields, .. FieldsOf(options.Platform)];
        bool isSound = true;
        foreach (YamlEntry field in root)
        {
            if (!known.Contains(field.Name))
            {
                ProvisioningPlatform? other = options.KnownPlatforms().FirstOrDefault(p => FieldsOf(p).Contains(field.Name));
                string sort = other is null ? "is not known" : $"is for {other.Name}, and this build writes for {options.Platform.Name}";
                report($"{Shown(field.Name)} {sort}.{Suggestion.Sentence(field.Name, known)}");
                isSound = false;
            }
            else if (field.Value is not YamlScalar { Kind: YamlScalarKind.Null } && !IsOfKind(field, options.Platform, out string kind))
            {
                report($"the field '{field.Name}' must be {kind}, and this is {field.Value.Description}.");
                isSound = false;
            }
        }

        return isSound;
    }

    private static bool IsOfKind(YamlEntry field, ProvisioningPlatform platform, out string kind)
    {
        bool isMapping = platform.Sections.FirstOrDefault(s => s.Field == field.Name)?.Shape.IsMapping ?? true;
        kind = isMapping ? "an object" : "a list of objects";
        return isMapping ? field.Value is YamlMapping : field.Value is YamlSequence;
    }

    private static IEnumerable<string> FieldsOf(ProvisioningPlatform platform) => platform.Sections.Select(s => s.Field).Where(f => f.Length > 0);

    // What does not look like the name of a field may be a part of a value that went astray.
    private static string Shown(string field) =>
        field.Length <= MaxFieldLength && field.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-')
            ? $"the field '{field}'"
            : "a field";

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
