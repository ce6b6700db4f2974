using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Resources.Provisioners;

/// <summary>An entry of a provisioner file: which resources it serves, and how.</summary>
/// <param name="Kind">How it provisions.</param>
/// <param name="Uri">Its name.</param>
/// <param name="Type">The type of the resources that it serves.</param>
/// <param name="Entry">The whole entry.</param>
internal sealed record Provisioner(ProvisionerKind Kind, YamlScalar Uri, string Type, YamlMapping Entry)
{
    /// <summary>The only class that it serves, or null for all.</summary>
    public string? Class { get; init; }

    /// <summary>The only id that it serves, or null for all.</summary>
    public string? Id { get; init; }

    /// <summary>The params that it knows, or null when it does not say.</summary>
    public IReadOnlyList<YamlScalar>? SupportedParams { get; init; }

    /// <summary>The outputs that it promises, or null when it does not say.</summary>
    public IReadOnlyList<YamlScalar>? ExpectedOutputs { get; init; }

    /// <summary>Whether it is a built-in one, whose files nobody can open.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>The workloads that it serves; null when it serves all.</summary>
    public IReadOnlyCollection<Workload>? Workloads { get; init; }

    /// <summary>The full path of the folder that its program runs in; null for that of the build.</summary>
    public string? Folder { get; init; }

    /// <summary>Where a finding is shown: in the provisioner's file if there is one that the user can change, else at the resource.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="place">The place in the provisioner's file.</param>
    public SourceSpan PlaceFor(ResourceNode node, SourceSpan place) => IsBuiltIn ? node.Definition.Key.Span : place;

    /// <summary>The params of a resource that it does not know; none when it does not say which it knows.</summary>
    public List<YamlScalar> UnknownParams(ResourceNode node)
    {
        List<YamlScalar> unknown = [];
        if (SupportedParams is null || node.Definition.Params is null) return unknown;
        HashSet<string> supported = new(StringComparer.Ordinal);
        foreach (YamlScalar name in SupportedParams) supported.Add(name.Text);
        foreach (YamlEntry param in node.Definition.Params)
        {
            if (!supported.Contains(param.Name)) unknown.Add(param.Key);
        }

        return unknown;
    }

    /// <summary>What somebody may have meant by a param that it does not know, in a sentence with a leading space.</summary>
    public Phrase HintForParam(string name) => Suggestion.SentenceOrList(name, SupportedParams!.Select(s => s.Text).ToList(), "It knows");

    /// <summary>Whether it serves a resource.</summary>
    public bool Serves(ResourceId id) =>
        string.Equals(Type, id.Type, StringComparison.Ordinal)
        && (Class is null || string.Equals(Class, id.Class, StringComparison.Ordinal))
        && (Id is null || string.Equals(Id, id.Id, StringComparison.Ordinal));
}

/// <summary>How a provisioner works, from the scheme of its URI.</summary>
internal enum ProvisionerKind
{
    /// <summary><c>template://</c>: its keys are Go templates.</summary>
    Template,

    /// <summary><c>local-env://</c>: each output is an environment variable.</summary>
    Environment,

    /// <summary><c>cmd://</c>: a program, which runs only where the project allows it.</summary>
    Command,

    /// <summary>Its entry has findings. Its resources have no outputs, and nothing more is said about them.</summary>
    Broken,
}
