using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests.Compose;

/// <summary>Score files translated to a Compose project.</summary>
internal sealed class Translated
{
    private readonly DiagnosticBag _bag = new();

    public ComposeProject Project { get; private set; } = null!;

    public PlatformBuild Build { get; private set; } = null!;

    public ProvisionedResources Resources { get; private set; } = null!;

    /// <summary>The findings, one a line.</summary>
    public string Findings => Check.Show(_bag.ToSortedList());

    /// <summary>Whether a finding is an error.</summary>
    public bool HasErrors => _bag.HasErrors;

    /// <summary>The text of compose.yaml.</summary>
    public string Yaml => YamlWriter.Write(Project.Content);

    /// <summary>What stands at a path of keys and indexes: a scalar's text, else JSON; nothing when there is nothing.</summary>
    public string this[string path]
    {
        get
        {
            YamlNode? node = Project.Content;
            foreach (string step in path.Split('.'))
            {
                node = node switch
                {
                    YamlMapping mapping => mapping[step],
                    YamlSequence list => list.Items[int.Parse(step, CultureInfo.InvariantCulture)],
                    _ => null,
                };
            }

            return node switch { null => "", YamlScalar scalar => scalar.Text, _ => CanonicalJson.Write(node) };
        }
    }

    public static Translated From(string text, HttpProbeMode probe = HttpProbeMode.Warn, UnknownResources unknown = UnknownResources.Environment,
        Func<string, string?>? read = null, string image = "") =>
        From([text], probe, unknown, read, image);

    public static Translated From(IEnumerable<string> texts, HttpProbeMode probe = HttpProbeMode.Warn, UnknownResources unknown = UnknownResources.Environment,
        Func<string, string?>? read = null, string image = "", string? folder = null, ContainerBuild[]? builds = null, string[]? publish = null,
        IReadOnlyList<Provisioner>? provisioners = null, Func<byte[]>? seed = null, bool builtIn = false, Func<BuildOptions, BuildOptions>? with = null)
    {
        Translated result = new();
        List<LoadedWorkload> workloads = [];
        foreach ((string text, int number) in texts.Select((t, i) => (t, i)))
        {
            string path = System.IO.Path.Combine(folder ?? System.IO.Path.GetTempPath(), $"score-{number}.yaml");
            workloads.Add(WorkloadLoader.Load(SourceReader.Decode(path, Encoding.UTF8.GetBytes(text), result._bag)!, path, result._bag)!);
        }

        if (result._bag.HasErrors) throw new InvalidOperationException(result.Findings);
        ComposeOptions options = new(".score-compose/mounts")
        {
            Image = image,
            HttpProbe = probe,
            Builds = builds ?? [],
            Ports = (publish ?? []).Select(p => new PublishedPort(p, SourceSpan.WholeFile("app.csproj"))).ToList(),
        };
        BuildOptions build = new(new ComposePlatform(options), "project", read ?? (_ => null), " in the env file")
        {
            Provisioners = provisioners ?? [],
            Unknown = unknown,
            Seed = seed ?? (() => [1]),
            UseBuiltIn = builtIn,
        };
        PlatformBuild made = PlatformBuild.Run(workloads, with is null ? build : with(build), result._bag);
        result.Build = made;
        result.Resources = made.Resources;
        result.Project = (ComposeProject)made.Patched;
        return result;
    }
}
