using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>An image that Docker Compose builds for a container: an item <c>ScoreBuild</c>.</summary>
/// <param name="Container">The container's name, or <c>WORKLOAD/CONTAINER</c>.</param>
/// <param name="Context">The folder to build from as compose.yaml names it, or a URL.</param>
/// <param name="Place">The project file that says so.</param>
internal sealed record ContainerBuild(string Container, string Context, SourceSpan Place)
{
    /// <summary>The Dockerfile, relative to the context; the context's own when empty.</summary>
    public string Dockerfile { get; init; } = "";

    /// <summary>Build arguments, as <c>NAME=VALUE</c>, or <c>NAME</c> for one that Compose takes from its environment.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>The stage to build; the last one when empty.</summary>
    public string Target { get; init; } = "";
}

/// <summary>Which containers of a project Docker Compose builds.</summary>
internal sealed class BuildContexts
{
    private readonly Dictionary<string, YamlMapping> _builds = new(StringComparer.Ordinal);

    /// <summary>Finds the containers that builds are for.</summary>
    /// <param name="builds">The builds.</param>
    /// <param name="workloads">All workloads.</param>
    /// <param name="diagnostics">Receives SCORE0611 to SCORE0613.</param>
    public BuildContexts(IReadOnlyList<ContainerBuild> builds, IReadOnlyList<LoadedWorkload> workloads, DiagnosticBag diagnostics)
    {
        if (builds.Count == 0) return;
        List<string> known = workloads.SelectMany(w => w.Workload.Containers.Select(c => Key(w.Workload, c))).ToList();
        foreach (ContainerBuild build in builds)
        {
            bool isFull = build.Container.Contains('/');
            List<string> found = known.Where(k => isFull ? k == build.Container : k.Substring(k.IndexOf('/') + 1) == build.Container).ToList();
            if (found.Count == 0)
            {
                IEnumerable<string> candidates = isFull ? known : known.Select(k => k.Substring(k.IndexOf('/') + 1)).Distinct();
                diagnostics.Add(DiagnosticDescriptors.BuildOfUnknownContainer, build.Place, build.Container, Suggestion.SentenceOrList(build.Container, candidates, "The containers are"));
            }
            else if (found.Count > 1)
            {
                diagnostics.Add(DiagnosticDescriptors.BuildOfSeveralContainers, build.Place, build.Container, Phrase.Alternatives(found.Select(f => $"'{f}'").ToArray()));
            }
            else if (Write(build, diagnostics) is { } written && !_builds.TryAdd(found[0], written))
            {
                diagnostics.Add(DiagnosticDescriptors.InvalidBuild, build.Place, build.Container, new Phrase($"The container '{found[0]}' has a build already. Remove one of the two items."));
            }
        }
    }

    /// <summary>The build of a container, or null when it has an image.</summary>
    public YamlMapping? Of(Workload workload, Container container) => _builds.TryGetValue(Key(workload, container), out YamlMapping? build) ? build : null;

    // Names hold no slash.
    private static string Key(Workload workload, Container container) => $"{workload.Name.Text}/{container.Name}";

    private static YamlMapping? Write(ContainerBuild build, DiagnosticBag diagnostics)
    {
        YamlMapping written = new();
        written.Set("context", ComposeText.Literal(build.Context));
        if (build.Dockerfile.Length > 0) written.Set("dockerfile", ComposeText.Literal(build.Dockerfile));

        YamlMapping args = new();
        foreach (string arg in build.Args)
        {
            int equals = arg.IndexOf('=');
            string name = equals < 0 ? arg : arg.Substring(0, equals).TrimEnd();
            YamlScalar value = equals < 0 ? new YamlScalar { Kind = YamlScalarKind.Null } : YamlScalar.String(ComposeText.Literal(arg.Substring(equals + 1)));
            if (name.Length > 0 && args.TryAdd(YamlScalar.String(name), value)) continue;
            string problem = name.Length == 0 ? "An argument has no name. Write 'NAME=VALUE'." : $"The argument '{Excerpt.Of(name)}' is there twice. Remove one of the two.";
            diagnostics.Add(DiagnosticDescriptors.InvalidBuild, build.Place, build.Container, new Phrase(problem));
            return null;
        }

        if (args.Count > 0) written.Set("args", args);
        if (build.Target.Length > 0) written.Set("target", ComposeText.Literal(build.Target));
        return written;
    }
}
