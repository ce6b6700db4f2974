using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Which containers of a project Docker Compose builds.</summary>
internal sealed class BuildContexts
{
    private readonly Dictionary<string, YamlMapping> _builds = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics;

    /// <summary>Finds the containers that builds are for.</summary>
    /// <param name="builds">The builds.</param>
    /// <param name="workloads">All workloads.</param>
    /// <param name="diagnostics">Receives SCORE0611 to SCORE0613.</param>
    public BuildContexts(IReadOnlyList<ContainerBuild> builds, IReadOnlyList<LoadedWorkload> workloads, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        if (builds.Count == 0) return;
        List<string> known = workloads.SelectMany(w => w.Workload.Containers.Select(c => Key(w.Workload, c))).ToList();
        foreach (ContainerBuild build in builds)
        {
            bool isFull = build.Container.Contains('/');
            List<string> found = known.Where(build.IsFor).ToList();
            if (found.Count == 0)
            {
                IEnumerable<string> candidates = isFull ? known : known.Select(NameIn).Distinct();
                Phrase hint = Suggestion.SentenceOrList(build.Container, candidates, "The containers are");
                diagnostics.Add(DiagnosticDescriptors.BuildOfUnknownContainer, build.Place, build.Container, hint);
            }
            else if (found.Count > 1)
            {
                Phrase names = Phrase.Alternatives(found.Select(f => $"'{f}'").ToArray());
                diagnostics.Add(DiagnosticDescriptors.BuildOfSeveralContainers, build.Place, build.Container, names);
            }
            else if (Write(build) is { } written && !_builds.TryAdd(found[0], written))
            {
                Refuse(build, $"The container '{found[0]}' has a build already. Remove one of the two items.");
            }
        }
    }

    /// <summary>The secrets that builds may read, as the Compose project has them.</summary>
    public YamlMapping Secrets { get; } = new();

    /// <summary>The build of a container, or null when it has an image.</summary>
    public YamlMapping? Of(Workload workload, Container container) => _builds.TryGetValue(Key(workload, container), out YamlMapping? build) ? build : null;

    private static string NameIn(string key) => key.Substring(key.IndexOf('/') + 1);

    // Names hold no slash.
    private static string Key(Workload workload, Container container) => $"{workload.Name.Text}/{container.Name}";

    private YamlMapping? Write(ContainerBuild build)
    {
        YamlMapping args = new();
        foreach (string arg in build.Args)
        {
            (string name, string? text) = Pair(arg);
            YamlScalar value = text is null ? new YamlScalar { Kind = YamlScalarKind.Null } : YamlScalar.String(ComposeText.Literal(text));
            if (name.Length == 0) return Refuse(build, "An argument has no name. Write 'NAME=VALUE'.");
            if (!args.TryAdd(YamlScalar.String(name), value)) return Refuse(build, $"The argument '{Excerpt.Of(name)}' is there twice. Remove one of the two.");
        }

        if (!AreTags(build) || !ArePlatforms(build) || SecretsOf(build) is not { } secrets) return null;
        return new YamlMapping
        {
            ["context"] = ComposeText.Literal(build.Context),
            ["dockerfile"] = build.Dockerfile.Length > 0 ? ComposeText.Literal(build.Dockerfile) : null,
            ["args"] = args.UnlessEmpty,
            ["target"] = build.Target.Length > 0 ? ComposeText.Literal(build.Target) : null,
            ["tags"] = YamlSequence.Strings(build.Tags).UnlessEmpty,
            ["platforms"] = YamlSequence.Strings(build.Platforms).UnlessEmpty,
            ["secrets"] = YamlSequence.Strings(secrets.Distinct()).UnlessEmpty,
        };
    }

    private bool AreTags(ContainerBuild build)
    {
        foreach (string tag in build.Tags)
        {
            Phrase? problem = tag.Contains('@') ? new Phrase("A name to give has no digest.") : ImageName.Problem(tag);
            if (problem is not null) return Refuse(build, $"Its tag '{Excerpt.Of(tag)}' is not the name of an image. {problem}") is not null;
        }

        return true;
    }

    private bool ArePlatforms(ContainerBuild build)
    {
        foreach (string platform in build.Platforms)
        {
            string[] parts = platform.Split('/');
            bool isPlatform = parts.Length is 2 or 3 && parts.All(p => p.Length > 0 && p.All(c => DnsName.IsLowerOrDigit(c) || c is '_' or '-' or '.'));
            if (!isPlatform) return Refuse(build, $"'{Excerpt.Of(platform)}' is not a platform. Write OS/ARCHITECTURE, such as 'linux/arm64'.") is not null;
        }

        return true;
    }

    // All builds of a project share them, by their names.
    private List<string>? SecretsOf(ContainerBuild build)
    {
        List<string> names = [];
        foreach (string secret in build.Secrets)
        {
            (string name, string? file) = Pair(secret);
            if (!IsSecretName(name))
            {
                Refuse(build, $"'{Excerpt.Of(name)}' is not the name of a secret. Write NAME for a variable, or NAME=FILE.");
                return null;
            }

            YamlMapping source = new() { [file is null ? "environment" : "file"] = ComposeText.Literal(file ?? name) };
            if (Secrets[name] is YamlMapping other && !IsSame(other[0], source[0]))
            {
                Refuse(build, $"The secret '{Excerpt.Of(name)}' is another one in another ScoreBuild item. Rename one of the two.");
                return null;
            }

            Secrets[name] = source;
            names.Add(name);
        }

        return names;
    }

    private static bool IsSame(YamlEntry one, YamlEntry two) =>
        one.Name == two.Name && one.Value is YamlScalar first && two.Value is YamlScalar second && first.Text == second.Text;

    // As Compose has the names of secrets, of volumes and of networks.
    private static bool IsSecretName(string name) => name.Length > 0 && name.All(c => c is >= 'A' and <= 'Z' or '_' or '-' or '.' || DnsName.IsLowerOrDigit(c));

    private static (string Name, string? Value) Pair(string text)
    {
        int equals = text.IndexOf('=');
        return equals < 0 ? (text, null) : (text.Substring(0, equals).TrimEnd(), text.Substring(equals + 1));
    }

    // Always null, for the callers.
    private YamlMapping? Refuse(ContainerBuild build, string problem)
    {
        _diagnostics.Add(DiagnosticDescriptors.InvalidBuild, build.Place, build.Container, new Phrase(problem));
        return null;
    }
}
