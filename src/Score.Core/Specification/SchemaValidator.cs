using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Checks a tree against the schema and says each finding in one sentence, at the key or value concerned.</summary>
internal sealed class SchemaValidator
{
    private readonly IReadOnlyList<SchemaOrigin> _origins;
    private readonly DiagnosticBag _diagnostics;

    // One value may break several rules at once ('' is too short and does not match); the first is enough.
    private readonly HashSet<SchemaOrigin> _reported = [];

    // What is wrong with these is told as a whole.
    private HashSet<SchemaOrigin> _explained = [];

    // A value behind aliases stands in several places, and is fixed in one.
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);

    private SchemaValidator(IReadOnlyList<SchemaOrigin> origins, DiagnosticBag diagnostics)
    {
        _origins = origins;
        _diagnostics = diagnostics;
    }

    /// <summary>Checks a workload's tree.</summary>
    /// <remarks>
    /// A file without a mistake is told by <see cref="ValueRule.Accepts"/>. NJsonSchema, which takes longer to load than all the rest
    /// of a build's work, is for what there is to say about the others.
    /// </remarks>
    /// <param name="root">The tree, in today's form: see <see cref="DeprecatedForms"/>.</param>
    /// <param name="diagnostics">Receives SCORE0101 to SCORE0114.</param>
    public static void Validate(YamlNode root, DiagnosticBag diagnostics)
    {
        if (!ScoreSpecification.Root.Accepts(root)) Explain(root, diagnostics);
    }

    /// <summary>Reports all that a workload's tree has against the specification.</summary>
    public static void Explain(YamlNode root, DiagnosticBag diagnostics)
    {
        SchemaTokens tokens = SchemaTokens.Of(root, ScoreSpecification.Root);
        SchemaValidator validator = new(tokens.Origins, diagnostics);
        validator._explained = ShapeMistakes.Report(tokens.Origins, diagnostics);
        validator.CheckNames();
        validator.Report(new JsonSchemaValidator(FormatValidator.All).Validate(tokens.Root, ScoreSchema.Instance.Root));
    }

    private void Report(IEnumerable<ValidationError> errors)
    {
        foreach (ValidationError error in errors)
        {
            if (error is ChildSchemaValidationError nested
                && error.Kind is ValidationErrorKind.AdditionalPropertiesNotValid or ValidationErrorKind.ArrayItemNotValid)
            {
                foreach (KeyValuePair<JsonSchema, ICollection<ValidationError>> child in nested.Errors) Report(child.Value);
            }
            else
            {
                Report(error, _origins[error.LineNumber - 1]);
            }
        }
    }

    private void Report(ValidationError error, SchemaOrigin origin)
    {
        if (IsExplained(origin)) return;
        JsonSchema schema = error.Schema.ActualSchema;
        switch (error.Kind)
        {
            case ValidationErrorKind.NoAdditionalPropertiesAllowed:
                Add(DiagnosticDescriptors.UnknownKey, origin.Key!.Span, origin.Key.Text, new Phrase(origin.Parent!.Path),
                    KeyHints.For(schema, origin.Key.Text));
                return;
            case ValidationErrorKind.PropertyRequired:
                ReportMissing(origin, error.Property!);
                return;
        }

        if (!_reported.Add(origin)) return;
        switch (error.Kind)
        {
            case ValidationErrorKind.NotOneOf when origin.Node is YamlMapping file:
                ReportFileContent(origin, file);
                break;
            case ValidationErrorKind.NotAnyOf when origin.Node is YamlMapping probe:
                if (!probe.Any(e => KeyHints.Knows(ScoreSpecification.Probe, e.Name))) Add(DiagnosticDescriptors.ProbeChoice, origin.KeySpan, origin.Subject);
                break;
            case ValidationErrorKind.TooFewProperties:
                if (origin.Node is not YamlMapping { IsIncomplete: true }) Add(DiagnosticDescriptors.NoContainers, origin.KeySpan);
                break;
            case ValidationErrorKind.NotInEnumeration:
                ReportNotAllowed(origin, schema);
                break;
            case ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig:
                Add(DiagnosticDescriptors.NumberOutOfRange, origin.Span, origin.Subject, schema.Minimum!, schema.Maximum!, Text(origin));
                break;
            case ValidationErrorKind.PatternMismatch or ValidationErrorKind.StringTooShort or ValidationErrorKind.StringTooLong:
                ReportFormat(origin);
                break;
            default:
                ReportType(origin, schema);
                break;
        }
    }

    private void ReportMissing(SchemaOrigin origin, string key)
    {
        if (origin.Node is not YamlMapping { IsIncomplete: false } mapping) return; // Its type is reported, or a key that it has.
        if (origin.Rule is ObjectRule rule && mapping.FirstOrDefault(e => KeyHints.Meant(rule, e.Name) == key) is { } other)
        {
            // Where other keys are allowed, nothing else is said of it.
            if (rule.IsOpen)
            {
                Add(DiagnosticDescriptors.MissingKey, other.Key.Span, origin.Subject, key,
                    new Phrase($" If '{Excerpt.Of(other.Name)}' is meant to be it, rename it."));
            }
            return;
        }

        string hint = key switch
        {
            "image" => " Write 'image: NAME:TAG', or 'image: .' for the image that the build makes.",
            "apiVersion" => $" Write 'apiVersion: {ScoreSpecification.ApiVersion}'.",
            "name" when origin.Key?.Text == "metadata" => " It is the workload's name.",
            "ready" => " Use started, healthy or complete.",
            _ => "",
        };
        Add(DiagnosticDescriptors.MissingKey, origin.KeySpan, origin.Subject, key, new Phrase(hint));
    }

    private void ReportFileContent(SchemaOrigin origin, YamlMapping file)
    {
        string[] given = file.Select(e => e.Name).Where(ScoreSpecification.File.OneOf!.Contains).ToArray();
        if (given.Length == 0 && (file.IsIncomplete || file.Any(e => ScoreSpecification.File.OneOf!.Contains(KeyHints.Meant(ScoreSpecification.File, e.Name)))))
            return;
        string has = given.Length == 0 ? "none" : string.Join(" and ", given.Select(g => $"'{g}'"));
        Add(DiagnosticDescriptors.FileContentChoice, origin.KeySpan, origin.Subject, new Phrase(has));
    }

    private void ReportNotAllowed(SchemaOrigin origin, JsonSchema schema)
    {
        if (origin.Node is not YamlScalar { Kind: YamlScalarKind.String } scalar)
        {
            ReportType(origin, schema);
            return;
        }

        string[] allowed = schema.Enumeration.Select(e => Convert.ToString(e, CultureInfo.InvariantCulture)!).ToArray();
        Add(
            DiagnosticDescriptors.NotAllowedValue,
            origin.Span,
            scalar.Text,
            origin.Subject,
            Phrase.Alternatives(allowed.Select(a => $"'{a}'").ToArray()),
            allowed.Length > 1 ? Suggestion.Sentence(scalar.Text, allowed) : new Phrase(""));
    }

    private void ReportFormat(SchemaOrigin origin)
    {
        string text = Text(origin);
        string key = origin.Key?.Text ?? "";
        if (text.Length == 0)
        {
            string hint = key == "image" ? " Write the image's name and tag, or '.' for the image that the build makes." : "";
            Add(DiagnosticDescriptors.EmptyString, origin.Node.Span, origin.Subject, new Phrase(hint));
            return;
        }

        string parent = origin.Parent?.Key?.Text ?? "";
        if (key == "name" && parent == "metadata")
        {
            ReportName(origin.Node.Span, text, "workload");
            return;
        }

        (string what, string rule) = key switch
        {
            "memory" => ("amount of memory",
                "Write a number of bytes without leading zeros, with an optional K, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei, such as '512Mi'."),
            "cpu" => ("amount of processors", "Write '0.5' or '500m'."),
            "mode" => ("access mode", "Write three octal digits, such as '0644'."),
            "name" => ("header name", "Use letters, digits, '-' and '_'."),
            "id" => ("resource id", "Use 2 to 63 lower-case letters, digits, dashes and dots, with a letter or digit around each dot."),
            _ => ($"resource {key}", "Use 2 to 63 letters, digits and dashes, with a letter or digit at both ends."),
        };
        string attempt = FormatHints.Propose(key, text) is { } proposed ? $" Try '{proposed}'." : "";
        Add(DiagnosticDescriptors.InvalidFormat, origin.Span, text, new Phrase(what), new Phrase(rule + attempt));
    }

    private void ReportType(SchemaOrigin origin, JsonSchema schema)
    {
        if (origin.Node is YamlMapping { IsIncomplete: true }) return; // Braces that were meant as text.
        bool isImage = origin.Key?.Text == "image";
        string wanted = schema.Type switch
        {
            JsonObjectType.Object => "a mapping",
            JsonObjectType.Array => "a list",
            JsonObjectType.Integer => "a whole number",
            JsonObjectType.Boolean => "true or false",
            _ => "a string",
        };
        if (origin.Node is YamlScalar { Kind: YamlScalarKind.Null })
        {
            string hint = isImage
                ? " Write 'image: .' for the image that the build makes."
                : origin.Parent?.Key?.Text == "variables" ? " An empty text is \"\"." : "";
            Add(DiagnosticDescriptors.NullValue, origin.Span, origin.Subject, new Phrase(wanted), new Phrase(hint));
            return;
        }

        bool isFraction = schema.Type == JsonObjectType.Integer && origin.Node is YamlScalar { Kind: YamlScalarKind.Float };
        Phrase actual = new(isFraction ? Excerpt.Of(Text(origin)) : origin.Node.Description);
        Add(DiagnosticDescriptors.WrongType, origin.Span, origin.Subject, new Phrase(wanted), actual, new Phrase(() => ValueHints.For(origin)));
    }

    private bool IsExplained(SchemaOrigin origin)
    {
        if (_explained.Count == 0) return false;
        for (SchemaOrigin? at = origin; at is not null; at = at.Parent)
        {
            if (_explained.Contains(at)) return true;
        }

        return false;
    }

    // Names are keys of mappings that have no fixed keys: what NJsonSchema cannot check.
    private void CheckNames()
    {
        foreach (SchemaOrigin origin in _origins)
        {
            if (origin.Key is null || origin.Parent?.Rule is not MapRule { Keys: { } format } map || format.IsValid(origin.Key.Text) || IsExplained(origin))
                continue;
            if (format == ScoreFormat.ObjectName) ReportName(origin.Key.Span, origin.Key.Text, map.KeysName);
            else if (format == ScoreFormat.AnnotationKey) Add(DiagnosticDescriptors.InvalidAnnotationKey, origin.Key.Span, origin.Key.Text);
            else ReportVariableName(origin.Key);
        }
    }

    private void ReportVariableName(YamlScalar key)
    {
        string hint = key.Text.Contains('=') ? " Write 'NAME: VALUE'." : "";
        Add(DiagnosticDescriptors.InvalidVariableName, key.Span, key.Text, new Phrase(hint));
    }

    private void ReportName(SourceSpan span, string name, string kind)
    {
        bool isReplaced = name.IndexOfAny(['$', '{', '<']) >= 0;
        string hint = isReplaced
            ? " Nothing is replaced in names: write the name itself, or set it with the item ScoreOverride."
            : NameRules.Propose(name) is { } proposed ? $" Try '{proposed}'." : "";
        Add(DiagnosticDescriptors.InvalidName, span, name, new Phrase(kind), new Phrase(hint));
    }

    private void Add(DiagnosticDescriptor descriptor, SourceSpan span, params object[] arguments)
    {
        // Several keys can be missing in one place; everything else is said once of each. Values that the project itself sets
        // have no place of their own.
        string what = descriptor == DiagnosticDescriptors.MissingKey ? (string)arguments[1] : "";
        if (span.Line == 0 || _places.Add($"{descriptor.Code} {span.Line} {span.Column} {what} {span.File}")) _diagnostics.Add(descriptor, span, arguments);
    }

    private static string Text(SchemaOrigin origin) => origin.Node is YamlScalar scalar ? scalar.Text : "";
}
