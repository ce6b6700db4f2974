using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.CommandProvisioner;
using Score.Core.Resources.Provisioners;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <content>What the properties, the items and the project's folder say about provisioning and patching.</content>
public abstract partial class GeneratorTask
{
    private const string SeedVariable = "ScoreSeed";
    private const int MaxTimeout = 24 * 60 * 60;

    private SeedSource? _seed;

    /// <summary>What becomes of resources of unknown type: <c>Environment</c> (the default) or <c>Error</c>.</summary>
    public string UnknownResources { get; set; } = "";

    /// <summary>
    /// The provisioner files, such as <c>.score/10-shop.provisioners.yaml</c>. They are tried in the order of their names. Those
    /// whose metadata <c>Platform</c> is <c>Compose</c> or <c>Kubernetes</c> are for that platform only.
    /// </summary>
    public ITaskItem[] Provisioners { get; set; } = [];

    /// <summary>Whether the built-in provisioners serve what the files do not: <c>true</c> (the default) or <c>false</c>.</summary>
    public string UseDefaultProvisioners { get; set; } = "";

    /// <summary>
    /// The key of random values, such as <c>0b5c-2f31</c>. When empty, that of the environment variable <c>ScoreSeed</c>, of the file,
    /// of the user secrets, or of the user's own file.
    /// </summary>
    public string Seed { get; set; } = "";

    /// <summary>The file with the key of random values, such as <c>/run/secrets/seed</c>.</summary>
    public ITaskItem? SeedFile { get; set; }

    /// <summary>The file for a key of random values where the user can have none, such as <c>obj/score/Shop.seed</c>.</summary>
    public ITaskItem? ProjectSeedFile { get; set; }

    /// <summary>The project's <c>UserSecretsId</c>.</summary>
    public string UserSecretsId { get; set; } = "";

    /// <summary>Whether programs of <c>cmd://</c> provisioners may run: <c>true</c> or <c>false</c> (the default).</summary>
    public string AllowCommandProvisioners { get; set; } = "";

    /// <summary>How many seconds each program may take; 60 when empty.</summary>
    public string CommandProvisionerTimeout { get; set; } = "";

    /// <summary>Whether the text of each rendered template section is kept: <c>true</c> or <c>false</c> (the default).</summary>
    public string KeepRenderedTemplates { get; set; } = "";

    /// <summary>The folder for these texts, such as <c>obj/score/rendered</c>.</summary>
    public ITaskItem? RenderedFolder { get; set; }

    /// <summary>The state file of a command-line tool, such as <c>.score-compose/state.yaml</c>. It need not exist, and is only read.</summary>
    public ITaskItem? StateFile { get; set; }

    // The options of the platform with those of every platform; null with a finding when a file cannot be read at all.
    private BuildOptions? Complete(WorkloadSet workloads, string environment, DiagnosticBag diagnostics)
    {
        if (ReadState(diagnostics) is not { } state) return null;
        BuildOptions own = OptionsFor(workloads, state, diagnostics);
        string platform = own.Target.Name;
        if ((Provisioners.Length == 0 ? [] : ReadProvisioners(platform, environment, workloads, diagnostics)) is not { } provisioners) return null;
        bool keepsRendered = Flag("ScoreKeepRenderedTemplates", KeepRenderedTemplates, diagnostics);
        return own with
        {
            Provisioners = provisioners,
            UseBuiltIn = Flag("ScoreUseDefaultProvisioners", UseDefaultProvisioners, diagnostics, otherwise: true),
            Unknown = (UnknownResources)Option("ScoreUnknownResources", UnknownResources, PropertyWords.UnknownResources, diagnostics),
            Seed = (_seed ??= SeedFor(diagnostics)).Load,
            Commands = Commands(diagnostics),
            State = state,
            RenderedFolder = keepsRendered && RenderedFolder is not null && !ListOnly && !Verifies ? FullPath(RenderedFolder) : "",
            Cancellation = _cancellation.Token,
            KnownPlatforms = () => Platforms.All,
            Patches = Patches.Length + state.PatchingTemplates.Count == 0 ? [] : ReadPatches(platform, environment, state, workloads, diagnostics),
            Environment = environment,
            ScoreFiles = workloads.FileNames,
        };
    }

    private IReadOnlyList<Provisioner>? ReadProvisioners(string platform, string environment, WorkloadSet workloads, DiagnosticBag diagnostics)
    {
        ITaskItem[] files = BuildEnvironments.ItemsOf(Provisioners, environment);
        IReadOnlyList<Provisioner>? all = ProvisionerFiles.Read(files, platform, Shared, Project.PlaceOf, diagnostics);
        return all is null ? null : ProvisionerFiles.Scoped(all, Provisioners, workloads);
    }

    /// <summary>The project name: the value of the property, else what comes from the state file, the project file or its folder.</summary>
    /// <param name="otherwise">The name where the property is not set; empty when nothing of its source can be kept.</param>
    /// <param name="source">Where that name comes from, such as the folder <c>Shop</c>.</param>
    /// <param name="example">A name to propose when nothing can be kept, such as that of a workload.</param>
    /// <param name="diagnostics">Receives SCORE0408.</param>
    private protected string CheckedProjectName(string otherwise, string source, string example, DiagnosticBag diagnostics)
    {
        string name = ProjectName.Length > 0 ? ProjectName : otherwise;
        if (Core.Compose.ComposeFile.IsProjectName(name)) return name;
        string proposed = Core.Compose.ComposeFile.ProjectName(name);
        string shown = ProjectName.Length > 0 ? ProjectName : source;
        diagnostics.Add(DiagnosticDescriptors.InvalidProjectName, Project.PropertyPlace, shown,
            new Phrase($", for example to '{(proposed.Length > 0 ? proposed : example)}'"));
        return name;
    }

    // The variable is read here and nowhere in a target, since MSBuild logs the environment variables of which properties are made.
    private SeedSource SeedFor(DiagnosticBag diagnostics) => new(diagnostics, Project.PropertyPlace)
    {
        Text = Seed.Length > 0 ? Seed : Environment.GetEnvironmentVariable(SeedVariable) ?? "",
        TextFile = SeedFile is null ? "" : FullPath(SeedFile),
        UserSecrets = SeedSource.UserSecretsOf(UserSecretsId),
        ProjectFile = ProjectSeedFile is null ? "" : FullPath(ProjectSeedFile),
        IsReadOnly = ListOnly || Verifies,
    };

    // Null with a finding when it cannot be used.
    private ExistingState? ReadState(DiagnosticBag diagnostics)
    {
        if (StateFile is null || !File.Exists(FullPath(StateFile))) return ExistingState.None;
        string path = FullPath(StateFile);
        BoundedFileResult read = BoundedFile.Read(path, YamlLimits.FileSize);
        DiagnosticBag decoding = new();
        if (read.Bytes is { } bytes && SourceReader.Decode(path, bytes, decoding) is { } source)
            return ExistingState.Read(StateFile.ItemSpec, source, diagnostics);
        string problem = read.Bytes is null ? read.Detail : decoding.ToSortedList()[0].Message;
        diagnostics.Add(DiagnosticDescriptors.StateUnusable, SourceSpan.WholeFile(path), StateFile.ItemSpec, new Phrase(problem));
        return null;
    }

    // The standard error of a program that succeeds is for those who look for it.
    private CommandOptions? Commands(DiagnosticBag diagnostics)
    {
        bool isAllowed = Flag("ScoreAllowCommandProvisioners", AllowCommandProvisioners, diagnostics);
        TimeSpan timeout = CommandOptions.DefaultTimeout;
        if (int.TryParse(CommandProvisionerTimeout, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds is > 0 and <= MaxTimeout)
        {
            timeout = TimeSpan.FromSeconds(seconds);
        }
        else if (CommandProvisionerTimeout.Length > 0)
        {
            AddInvalidProperty("ScoreCommandProvisionerTimeout", CommandProvisionerTimeout,
                new Phrase($"a whole number of seconds from 1 to {MaxTimeout}"), diagnostics);
        }
        return isAllowed
            ? new CommandOptions(FullPath(ProjectDirectory), timeout) { Trace = text => Log.LogMessage(MessageImportance.Low, "{0}", text) }
            : null;
    }
}
