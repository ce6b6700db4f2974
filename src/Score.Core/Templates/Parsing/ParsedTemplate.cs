using System.Collections.Generic;

namespace Score.Core.Templates.Parsing;

/// <summary>What a template's text defines.</summary>
/// <param name="Main">The text outside of definitions.</param>
/// <param name="Definitions">The named templates; null when there are none.</param>
internal sealed record ParsedTemplate(TemplateBody Main, IReadOnlyDictionary<string, TemplateBody>? Definitions);
