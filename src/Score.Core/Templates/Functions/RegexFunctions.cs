using System.Collections.Generic;
using System.Text.RegularExpressions;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Patterns;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's regular expressions. Only <c>regexMatch</c> takes a pattern that is none for one that does not match.</summary>
internal static class RegexFunctions
{
    public static readonly string[] Names =
    [
        "mustRegexFind", "mustRegexFindAll", "mustRegexMatch", "mustRegexReplaceAll", "mustRegexReplaceAllLiteral", "mustRegexSplit",
        "regexFind", "regexFindAll", "regexMatch", "regexQuoteMeta", "regexReplaceAll", "regexReplaceAllLiteral", "regexSplit",
    ];

    public static TemplateFunction? Create(string name) => name switch
    {
        "regexMatch" => TemplateFunction.Create(name, c => GoValue.Of(IsForgivingMatch(c)), GoType.String, GoType.String),
        "mustRegexMatch" => TemplateFunction.Create(name, c => GoValue.Of(Pattern(c).IsMatch(c.Budget, c.Text(1))), GoType.String, GoType.String),
        "regexFind" or "mustRegexFind" => TemplateFunction.Create(name, c => GoValue.Of(Pattern(c).Find(c.Budget, c.Text(1))), GoType.String, GoType.String),
        "regexFindAll" or "mustRegexFindAll" => TemplateFunction.Create(name, FindAll, GoType.String, GoType.String, GoType.Int),
        "regexReplaceAll" or "mustRegexReplaceAll" => Replacing(name, isLiteral: false),
        "regexReplaceAllLiteral" or "mustRegexReplaceAllLiteral" => Replacing(name, isLiteral: true),
        "regexSplit" or "mustRegexSplit" => TemplateFunction.Create(name, Split, GoType.String, GoType.String, GoType.Int),
        "regexQuoteMeta" => TemplateFunction.Create(name, c => GoValue.Of(GoRegex.Quote(c.Text(0))), GoType.String),
        _ => null,
    };

    private static GoRegex Pattern(FunctionCall call) => GoRegex.Get(call.Budget, call.Text(0));

    private static TemplateFunction Replacing(string name, bool isLiteral) => TemplateFunction.Create(
        name,
        c => GoValue.Of(Pattern(c).Replace(c.Budget, c.Text(1), c.Text(2), isLiteral)),
        GoType.String,
        GoType.String,
        GoType.String);

    private static bool IsForgivingMatch(FunctionCall call)
    {
        try
        {
            return Pattern(call).IsMatch(call.Budget, call.Text(1));
        }
        catch (FunctionException e) when (e.Kind == TemplateErrorKind.Evaluation)
        {
            return false;
        }
    }

    // Without a match, the list is nil.
    private static GoValue FindAll(FunctionCall call)
    {
        List<string> found = [];
        foreach (Match match in Pattern(call).FindAll(call.Budget, call.Text(1), call.Long(2))) found.Add(match.Value);
        return found.Count == 0 ? GoValue.Zero(GoType.StringList) : StringListFunctions.Strings(found);
    }

    private static GoValue Split(FunctionCall call)
    {
        List<string> parts = Pattern(call).Split(call.Budget, call.Text(1), call.Long(2));
        return call.Long(2) == 0 ? GoValue.Zero(GoType.StringList) : StringListFunctions.Strings(parts);
    }
}
