using System;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;
using Score.Core.Templates.Versions;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Semantic Version Functions". A version has methods like <c>.Major</c>.</summary>
internal static class SemverFunctions
{
    public static readonly string[] Names = ["semver", "semverCompare"];

    private static readonly GoType VersionType =
        GoType.Named(GoKind.Pointer, "*semver.Version", static v => VersionOf(v).ToString(), FindMethod, static v => VersionOf(v).ToString());

    public static TemplateFunction? Create(string name) => name switch
    {
        "semver" => TemplateFunction.Create(name, c => ValueOf(Parse(c.Text(0))), GoType.String),
        "semverCompare" => TemplateFunction.Create(name, Compare, GoType.String, GoType.String),
        _ => null,
    };

    private static GoValue Compare(FunctionCall call)
    {
        VersionConstraint constraint = VersionConstraint.TryParse(call.Text(0))
            ?? throw FunctionException.About(call.Text(0), "is not a condition on versions");
        return GoValue.Of(constraint.IsMetBy(Parse(call.Text(1))));
    }

    private static SemanticVersion Parse(string text) =>
        SemanticVersion.TryParse(text) ?? throw FunctionException.About(text, "is not a semantic version");

    private static SemanticVersion VersionOf(GoValue value) => (SemanticVersion)value.Reference!;

    private static GoValue ValueOf(SemanticVersion version) => GoValue.Named(VersionType, version);

    private static TemplateFunction? FindMethod(string name) => name switch
    {
        "Major" => Getter(name, static v => GoValue.Uint64(v.Major)),
        "Minor" => Getter(name, static v => GoValue.Uint64(v.Minor)),
        "Patch" => Getter(name, static v => GoValue.Uint64(v.Patch)),
        "Prerelease" => Getter(name, static v => GoValue.Of(v.Prerelease)),
        "Metadata" => Getter(name, static v => GoValue.Of(v.Metadata)),
        "Original" => Getter(name, static v => GoValue.Of(v.Original)),
        "String" => Getter(name, static v => GoValue.Of(v.ToString())),
        "IncMajor" => Getter(name, static v => ValueOf(SemanticVersion.Of(v.Major + 1, 0, 0))),
        "IncMinor" => Getter(name, static v => ValueOf(SemanticVersion.Of(v.Major, v.Minor + 1, 0))),

        // The next version after one before a release, or with metadata, is that release.
        "IncPatch" =>
            Getter(name, static v => ValueOf(SemanticVersion.Of(v.Major, v.Minor, v.Prerelease.Length + v.Metadata.Length > 0 ? v.Patch : v.Patch + 1))),
        "Compare" => Comparer(name, static order => GoValue.Int(Math.Sign(order))),
        "Equal" => Comparer(name, static order => GoValue.Of(order == 0)),
        "GreaterThan" => Comparer(name, static order => GoValue.Of(order > 0)),
        "GreaterThanEqual" => Comparer(name, static order => GoValue.Of(order >= 0)),
        "LessThan" => Comparer(name, static order => GoValue.Of(order < 0)),
        "LessThanEqual" => Comparer(name, static order => GoValue.Of(order <= 0)),
        _ => null,
    };

    private static TemplateFunction Getter(string name, Func<SemanticVersion, GoValue> get) =>
        TemplateFunction.Create(name, c => get(VersionOf(c[0])), VersionType);

    private static TemplateFunction Comparer(string name, Func<int, GoValue> result) =>
        TemplateFunction.Create(name, c => result(VersionOf(c[0]).CompareTo(VersionOf(c[1]))), VersionType, VersionType);
}
