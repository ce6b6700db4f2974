using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Score.Core.Compose.Local;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <content>What is written for runs on this machine, outside of containers.</content>
public sealed partial class GenerateComposeFile
{
    private WorkloadSet? _workloads;

    /// <summary>
    /// The file with the services of resources alone, such as <c>compose.resources.yaml</c>; nothing for runs on this machine is written
    /// when absent. A score file's metadata <c>RunFile</c> is the full path of the file that receives the variables of its workload,
    /// and <c>UserSecretsId</c> names the user secrets that do.
    /// </summary>
    public ITaskItem? ResourcesFile { get; set; }

    /// <summary>Whether <see cref="ComposeFile"/> is not written: <c>true</c> or <c>false</c> (the default).</summary>
    public string ResourcesOnly { get; set; } = "";

    private bool WritesComposeFile => !string.Equals(ResourcesOnly, "true", StringComparison.OrdinalIgnoreCase);

    private void AddLocal(PlatformBuild build, OutputFiles outputs, DiagnosticBag diagnostics)
    {
        if (ResourcesFile is null || diagnostics.HasErrors) return;
        Dictionary<Workload, ITaskItem> run = ToRun();
        LocalProject local = LocalProject.Of(build, w => run.TryGetValue(w, out ITaskItem? item) ? FolderOf(item) : null, diagnostics);
        if (local.Content is { } content)
        {
            outputs.AddMarked(FullPath(ResourcesFile), ResourcesFile.ItemSpec, "ScoreResourcesFile", OutputKind.Resources,
                Core.Compose.ComposeFile.Write(content, build.Options.ScoreFiles));
        }

        // They have the values of this machine, which a build that verifies does not know.
        if (Verifies) return;
        foreach (LocalWorkload workload in local.Workloads) AddRun(workload, local.Ports, run[workload.Workload], outputs, diagnostics);
    }

    private void AddRun(LocalWorkload workload, LocalPorts ports, ITaskItem item, OutputFiles outputs, DiagnosticBag diagnostics)
    {
        byte[] variables = RunFile.Write(workload.Variables, ports.All.Where(p => workload.Hosts.Contains(p.Service)));
        outputs.AddPrivate(RunFileOf(item), variables);
        foreach (LocalFile file in workload.Files) outputs.AddPrivate(file.Path, file.Bytes);
        foreach (string folder in workload.Folders) Try(folder, diagnostics, () => Directory.CreateDirectory(folder));
        if (SeedSource.UserSecretsOf(item.GetMetadata("UserSecretsId")) is { Length: > 0 } secrets)
            AddUserSecrets(secrets, workload.Variables, RunFileOf(item) + ".keys", outputs, diagnostics);
    }

    // The keys are noted, so that one which no variable has any more is taken away again.
    private static void AddUserSecrets(string path, IReadOnlyList<OutputVariable> variables, string keysFile, OutputFiles outputs, DiagnosticBag diagnostics)
    {
        string[] earlier = File.Exists(keysFile) ? File.ReadAllLines(keysFile) : [];
        BoundedFileResult read = BoundedFile.Read(path, FileContents.SourceSize);
        string existing = Encoding.UTF8.GetString(read.Bytes ?? []);
        if (read.Problem is not (BoundedFileProblem.None or BoundedFileProblem.NotFound) || UserSecrets.Update(existing, variables, earlier) is null)
        {
            Phrase problem = new(read.Problem is BoundedFileProblem.None ? "it is no JSON object." : read.Detail);
            diagnostics.Add(DiagnosticDescriptors.UserSecretsUnusable, SourceSpan.WholeFile(path), path, problem);
            return;
        }

        outputs.AddMerged(path, OutputKind.EnvironmentFile, old => UserSecrets.Update(Encoding.UTF8.GetString(old ?? []), variables, earlier) is { } text
            ? Encoding.UTF8.GetBytes(text)
            : old ?? [], Core.Compose.EnvironmentFile.NewMode);
        outputs.AddPrivate(keysFile, Encoding.UTF8.GetBytes(string.Concat(variables.Select(v => UserSecrets.KeyOf(v.Name) + "\n"))));
    }

    // Of several workloads of a project the one that the project itself is, which has the container with 'image: .'.
    private Dictionary<Workload, ITaskItem> ToRun()
    {
        Dictionary<Workload, ITaskItem> run = [];
        IEnumerable<LoadedItem> items = _workloads!.Workloads.Zip(_workloads.Files, (w, f) => new LoadedItem(w.Workload, f));
        foreach (IGrouping<string, LoadedItem> same in items.Where(i => RunFileOf(i.File).Length > 0).GroupBy(i => RunFileOf(i.File), PathComparer))
        {
            LoadedItem chosen = same.FirstOrDefault(i => i.Workload.Containers.Any(c => c.Image?.Text == ImageRules.Own)) ?? same.First();
            run.Add(chosen.Workload, chosen.File);
        }

        return run;
    }

    private static string RunFileOf(ITaskItem item) => item.GetMetadata("RunFile");

    private static string FolderOf(ITaskItem item) => Path.Combine(Path.GetDirectoryName(RunFileOf(item))!, Path.GetFileNameWithoutExtension(RunFileOf(item)));

    /// <summary>A workload with the item of its score file.</summary>
    private sealed record LoadedItem(Workload Workload, ITaskItem File);
}
