using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Recognises files of other tools, for which one clear finding helps more than one for each of their keys.</summary>
internal static class ForeignFiles
{
    private const string Score = "score.dev/";
    private const string Instead = $" Name a score file in the ScoreFile item, or write one here: it has 'apiVersion: {ScoreSpecification.ApiVersion}', " +
        "'metadata' and 'containers'.";
    private const int MaxKeys = 5;

    // Keys at the top level that tell a file of another tool, the surest first: one of them, or two together.
    private static readonly (string Key, string? With, string What)[] Marks =
    [
        ("openapi", null, "an OpenAPI description"),
        ("swagger", null, "an OpenAPI description"),
        ("asyncapi", null, "an AsyncAPI description"),
        ("services", null, "a Compose file"),
        ("jobs", "on", "a GitHub workflow"),
        ("on", "jobs", "a GitHub workflow"),
        ("updates", "version", "a Dependabot configuration"),
        ("stages", null, "a pipeline of a CI system"),
        ("steps", null, "a pipeline of a CI system"),
        ("jobs", null, "a pipeline of a CI system"),
        ("pipeline", null, "a pipeline of a CI system"),
        ("replicaCount", null, "a file of Helm values"),
        ("scrape_configs", null, "a Prometheus configuration"),
        ("scripts", "name", "a package.json"),
        ("devDependencies", null, "a package.json"),
        ("$schema", null, "a JSON file with a schema of its own"),
        ("modules", null, "a deployment set for Humanitec's own tool"),
        ("configMapGenerator", null, "a kustomization"),
        ("Logging", null, "the settings of an ASP.NET application"),
        ("AllowedHosts", null, "the settings of an ASP.NET application"),
        ("ConnectionStrings", null, "the settings of an application"),
        ("profiles", null, "the launch settings of a project"),
        ("apps", "version", "a Dapr run file"),
        ("supported_params", null, "a provisioner"),
    ];

    /// <summary>The root as a mapping, or null with a finding SCORE0100 when the file is plainly one of another tool.</summary>
    public static YamlMapping? Reject(YamlNode root, DiagnosticBag diagnostics)
    {
        if (root is not YamlMapping mapping)
        {
            Report(
                Start(root),
                $"A score file is a mapping with the keys 'apiVersion', 'metadata' and 'containers', and this is {root.Description}.{HintFor(root)}",
                diagnostics);
            return null;
        }

        string version = (mapping["apiVersion"] as YamlScalar)?.Text ?? "";
        bool isScore = version.StartsWith(Score, StringComparison.Ordinal);
        if (version.StartsWith("humanitec.org/", StringComparison.Ordinal))
        {
            return Report(mapping["apiVersion"]!.Span,
                "This is an extension file for Humanitec's own tool, not a score file. Remove it from the ScoreFile items.", diagnostics);
        }
        if (mapping.Find("spec") is { } spec && (isScore || mapping["kind"] is not null) && MovableKeys(spec.Value, isScore) is { Length: > 0 } movable)
            return ReportObject(mapping, spec, movable, isScore, diagnostics);
        if (mapping.Find("kind") is { } kind && (!isScore || mapping["containers"] is null))
        {
            string what = isScore ? "Kubernetes object" : "Kubernetes manifest";
            return Report(kind.Key.Span, kind.Value is YamlScalar { Text.Length: > 0 } name
                ? $"This is a {what} of kind '{Excerpt.Of(name.Text)}', not a score file.{Instead}"
                : $"This is a {what}, not a score file.{Instead}", diagnostics);
        }

        return isScore || mapping["containers"] is not null ? mapping : RejectMarked(mapping, diagnostics);
    }

    /// <summary>Whether a file has nothing of a score file in it, with one finding if so. Called when overrides have been applied, which may bring what a file
    /// lacks.</summary>
    public static bool HasNothingOfScore(YamlMapping root, DiagnosticBag diagnostics)
    {
        bool hasSome = root["containers"] is not null || root["apiVersion"] is YamlScalar { Text: ScoreSpecification.ApiVersion };
        return !hasSome && IsOther(root, diagnostics);
    }

    private static bool IsOther(YamlMapping root, DiagnosticBag diagnostics)
    {
        if (root.Count == 0)
        {
            diagnostics.Add(DiagnosticDescriptors.EmptyFile, Start(root));
            return true;
        }

        List<string> known = ScoreSpecification.Root.Keys.Select(k => k.Name).ToList();
        if (root.Any(e => Suggestion.Find(e.Name, known) is "apiVersion" or "containers") || root.All(e => known.Contains(e.Name))) return false;

        // Sections that are right but for what they stand under.
        if (root.Count == 1 && root[0].Value is YamlMapping inner && inner["containers"] is YamlMapping)
        {
            Report(
                root[0].Key.Span,
                $"The keys of a score file stand at the top level, and here they stand under '{Excerpt.Of(root[0].Name)}'. Remove that line, and indent the " +
                "others less.",
                diagnostics);
            return true;
        }

        string keys = string.Join(", ", root.Take(MaxKeys).Select(e => $"'{Excerpt.Of(e.Name)}'")) + (root.Count > MaxKeys ? ", ..." : "");
        Report(root[0].Key.Span, $"This is not a score file: its keys are {keys}.{Instead}", diagnostics);
        return true;
    }

    /// <summary>Whether a file is written for another version of the specification, with one finding if so.</summary>
    public static bool IsOfOtherVersion(YamlMapping root, DiagnosticBag diagnostics)
    {
        if (root["apiVersion"] is not YamlScalar { Kind: YamlScalarKind.String } version
            || version.Text == ScoreSpecification.ApiVersion
            || !version.Text.StartsWith(Score + "v", StringComparison.Ordinal))
        {
            return false;
        }
        diagnostics.Add(
            DiagnosticDescriptors.NotAllowedValue,
            version.Span,
            version.Text,
            new Phrase("'apiVersion'"),
            new Phrase($"'{ScoreSpecification.ApiVersion}'"),
            new Phrase(" It is the version of the specification that is read here, and what else the file needs is checked when it says so."));
        return true;
    }

    private static YamlMapping? RejectMarked(YamlMapping root, DiagnosticBag diagnostics)
    {
        foreach ((string key, string? with, string what) in Marks)
        {
            if (root.Find(key) is { } mark && (with is null || root[with] is not null))
                return Report(mark.Key.Span, $"This is {what}, not a score file.{Instead}", diagnostics);
        }

        // What is right elsewhere can be told by the form of the value.
        if (root.Find("resources") is { Value: YamlSequence list } resources && list.Items.All(i => i is YamlScalar))
            return Report(resources.Key.Span, $"This is a kustomization, not a score file.{Instead}", diagnostics);
        if (root.FirstOrDefault(e => e.Value is YamlMapping job && job["script"] is not null) is { } scripted)
            return Report(scripted.Key.Span, $"This is a pipeline of a CI system, not a score file.{Instead}", diagnostics);
        if (root.Find("apiVersion") is { } chart && root["name"] is not null && root["version"] is not null)
            return Report(chart.Key.Span, $"This is a Helm chart, not a score file.{Instead}", diagnostics);
        return root;
    }

    // An operator's form of a workload has all that a score file needs, one level down.
    private static YamlMapping? ReportObject(YamlMapping root, YamlEntry spec, string[] movable, bool isScore, DiagnosticBag diagnostics)
    {
        string keys = string.Join(" and ", new[] { string.Join(", ", movable.Take(movable.Length - 1)), movable[movable.Length - 1] }.Where(k => k.Length > 0));
        string version = isScore ? "" : $" Write 'apiVersion: {ScoreSpecification.ApiVersion}'.";
        if (root.Find("kind") is not { } kind)
            return Report(spec.Key.Span, $"A score file has no 'spec'. Remove it, and move {keys} to the top level.", diagnostics);
        return Report(
            kind.Key.Span,
            $"This is a workload for a Kubernetes operator. A score file has no 'kind' and no 'spec': remove both, and move {keys} to the top level.{version}",
            diagnostics);
    }

    // Other objects of Kubernetes have a service or resources of their own, and a pod has a list of containers.
    private static string[] MovableKeys(YamlNode spec, bool isScore) =>
        spec is YamlMapping mapping && (mapping["containers"] is YamlMapping || (isScore && mapping["containers"] is null))
            ? ((string[])["containers", "service", "resources"]).Where(k => mapping[k] is YamlMapping).Select(k => $"'{k}'").ToArray()
            : [];

    private static string HintFor(YamlNode root) => root switch
    {
        YamlSequence { Items: [YamlMapping first, ..] } when first["uri"] is not null =>
            " It looks like a provisioner file: name it in the ScoreProvisioners item.",
        YamlSequence { Items: [YamlMapping first] } when first["containers"] is not null => " Remove the dash, and indent the lines less.",
        YamlScalar { Text: ['<', ..] } => " It looks like XML. Name a score file in the ScoreFile item.",
        YamlScalar { Kind: YamlScalarKind.Null } => "",
        _ => " Name a score file in the ScoreFile item.",
    };

    private static SourceSpan Start(YamlNode node) => new(node.Span.File, node.Span.Line, node.Span.Column, node.Span.Line, node.Span.Column + 1);

    // Always null, for the callers.
    private static YamlMapping? Report(SourceSpan span, string sentence, DiagnosticBag diagnostics)
    {
        diagnostics.Add(DiagnosticDescriptors.NotAScoreFile, span, new Phrase(sentence));
        return null;
    }
}
