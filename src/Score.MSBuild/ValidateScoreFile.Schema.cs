using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Editors;
using Score.Core.Files;
using Score.Core.Platforms;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Text;

namespace Score.MSBuild;

/// <content>The schema for editors.</content>
public sealed partial class ValidateScoreFile
{
    /// <summary>The file, such as <c>obj/score/score.schema.json</c>, that receives the schema of the project's score files.</summary>
    public ITaskItem? SchemaFile { get; set; }

    /// <summary>Whether nothing is reported and nothing else is written, as in a design-time build.</summary>
    public bool SchemaOnly { get; set; }

    /// <summary>Whether the built-in provisioners serve what the files do not: <c>true</c> (the default) or <c>false</c>.</summary>
    public string UseDefaultProvisioners { get; set; } = "";

    /// <summary>What becomes of resources of unknown type: <c>Environment</c> (the default) or <c>Error</c>.</summary>
    public string UnknownResources { get; set; } = "";

    // What is wrong with the files is said by those who read them for the outputs.
    private void WriteSchema(WorkloadSet workloads)
    {
        // An environment has other provisioners, and editors have one file for all of them.
        if (SchemaFile is null || (EnvironmentName.Length > 0 && File.Exists(FullPath(SchemaFile)))) return;
        bool isRead = workloads.Workloads.Count > 0 && workloads.Workloads.Count == ScoreFiles.Length;
        IReadOnlyList<LoadedWorkload>? read = isRead ? workloads.Workloads : null;
        string file = FullPath(SchemaFile);
        string start = $"{{\n  \"$comment\": {JsonString.Quote(KeyOf(read))},\n";

        // A change of a score file is seldom one of its containers or resources, and to compare these is all that a build then does.
        byte[] key = Encoding.UTF8.GetBytes(start);
        if (Provisioners.Length == 0 && BoundedFile.ReadStart(file, key.Length).Bytes is { } existing && existing.SequenceEqual(key)) return;
        WriteSchema(file, start, read);
    }

    private void WriteSchema(string file, string start, IReadOnlyList<LoadedWorkload>? workloads)
    {
        string schema = start + ProjectSchema.Write(Types(), AllowsOtherTypes(), workloads?.Select(w => w.Workload).ToList()).Substring("{\n".Length);
        Try(file, new DiagnosticBag(), () => AtomicFile.WriteIfDifferent(file, Encoding.UTF8.GetBytes(schema)));
    }

    // All that the schema is made of, but for provisioner files.
    private string KeyOf(IReadOnlyList<LoadedWorkload>? workloads)
    {
        StringBuilder key = new();
        key.Append(Hexadecimal.Of(typeof(ValidateScoreFile).Module.ModuleVersionId.ToByteArray())).Append(AllowsOtherTypes() ? " open" : "");
        key.Append(Is(GenerateCompose, "false") ? "" : " compose").Append(Is(GenerateK8s, "true") ? " k8s" : "");
        key.Append(Is(UseDefaultProvisioners, "false") ? " own" : "");
        foreach (LoadedWorkload loaded in workloads ?? [])
        {
            Workload workload = loaded.Workload;
            foreach (Container container in workload.Containers) key.Append(' ').Append(container.Name);
            foreach (Resource resource in workload.Resources) key.Append(' ').Append(resource.Name).Append(':').Append(resource.Type?.Text);
        }

        return key.ToString();
    }

    // An application knows types that its projects do not.
    private bool AllowsOtherTypes() => Is(Application, "true") || (!Is(UnknownResources, "Error") && IsHidden(DiagnosticDescriptors.FallbackToEnvironment));

    private List<ListedProvisioner>? Types()
    {
        List<Platform> platforms = Platforms.All.Where((_, i) => i == 0 ? !Is(GenerateCompose, "false") : Is(GenerateK8s, "true")).ToList();
        List<ListedProvisioner> types = [];
        foreach (Platform platform in platforms.Count > 0 ? platforms : Platforms.All)
        {
            ITaskItem[] files = BuildEnvironments.ItemsOf(Provisioners, EnvironmentName);
            IReadOnlyList<Provisioner>? own = ProvisionerFiles.Read(files, platform.Name, Shared, Project.PlaceOf, new DiagnosticBag());
            if (own is null) return null;
            types.AddRange(ListedProvisioner.All(own, platform, Is(UseDefaultProvisioners, "false") ? [] : platform.BuiltIn.Headers()));
        }

        return types;
    }

    private static bool Is(string value, string word) => string.Equals(value, word, StringComparison.OrdinalIgnoreCase);
}
