using System.Linq;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Score.Core.Specification;

/// <summary>A <see cref="ScoreFormat"/> as NJsonSchema calls it.</summary>
internal sealed class FormatValidator : IFormatValidator
{
    private readonly ScoreFormat _format;

    private FormatValidator(ScoreFormat format) => _format = format;

    /// <summary>All formats.</summary>
    public static IFormatValidator[] All { get; } = ScoreFormat.All.Select(f => new FormatValidator(f)).ToArray<IFormatValidator>();

    /// <inheritdoc/>
    public string Format => _format.Name;

    /// <inheritdoc/>
    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.PatternMismatch;

    /// <inheritdoc/>
    public bool IsValid(string value, JTokenType tokenType) => tokenType != JTokenType.String || _format.IsValid(value);
}
