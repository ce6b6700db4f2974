using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Resources;

namespace Score.MSBuild;

/// <summary>Prints the resources of a project's workloads with the names of their outputs, and never a value. They are provisioned for that as in a build.</summary>
[MSBuildMultiThreadableTask]
public sealed class ListScoreResources : ProvisioningTask
{
    private static readonly string[] Header = ["RESOURCE", "PROVISIONER", "OUTPUTS", "WORKLOAD"];

    /// <summary>What the build writes for: <c>Compose</c> (the default) or <c>Kubernetes</c>.</summary>
    public string Platform { get; set; } = "";

    /// <summary>The Compose project's name, such as <c>shop</c>; when empty that of the state file, else the name of the project's folder.</summary>
    public string ProjectName { get; set; } = "";

    /// <summary>The env file, such as <c>.env</c>, that has values which params may need; none when absent.</summary>
    public ITaskItem? EnvironmentFile { get; set; }

    /// <summary>The resources by unique id, with the metadata <c>Provisioner</c>, <c>Outputs</c> and <c>Workload</c>.</summary>
    [Output]
    public ITaskItem[] Listed { get; private set; } = [];

    /// <inheritdoc/>
    private protected override bool Run()
    {
        WorkloadSet workloads = WorkloadSet.Load(this);
        DiagnosticBag diagnostics = new();
        diagnostics.AddRange(workloads.Diagnostics);
        List<ListedResource> resources = workloads.Diagnostics.HasErrors ? [] : Provisioned(workloads, diagnostics);
        Report(diagnostics);
        if (resources.Count > 0)
        {
            foreach (string line in TextTable.Lines(Header, resources.Select(Row))) Log.LogMessage(MessageImportance.High, "{0}", line);
        }
        else if (!Log.HasLoggedErrors)
        {
            Log.LogMessage(MessageImportance.High, "The score files of this project have no resources.");
        }

        Listed = resources.Select(Item).ToArray();
        return !Log.HasLoggedErrors;
    }

    private List<ListedResource> Provisioned(WorkloadSet workloads, DiagnosticBag diagnostics)
    {
        if (ReadState(diagnostics) is not { } state) return [];
        ProvisioningPlatform platform = Platforms.All[Option("Platform", Platform, Platforms.Names, diagnostics)];
        string name = ProjectName.Length > 0 ? ProjectName : state.ComposeProject.Length > 0 ? state.ComposeProject : ComposeFile.ProjectName(new DirectoryInfo(FullPath(ProjectDirectory)).Name);
        ProvisioningOptions options = new(platform, name, EnvironmentValues.Reader(EnvironmentFile, diagnostics), EnvironmentValues.Hint(EnvironmentFile)) { State = state };
        return Provision(workloads.Workloads, options, diagnostics)?.List().ToList() ?? [];
    }

    private static string[] Row(ListedResource r) => [r.Uid, Provisioner(r), r.Outputs is null ? "(any)" : string.Join(", ", r.Outputs), r.Workload];

    private static string Provisioner(ListedResource r) => r.Provisioner.Length > 0 ? r.Provisioner : "(environment variables)";

    private static ITaskItem Item(ListedResource r)
    {
        TaskItem item = new(r.Uid);
        item.SetMetadata("Provisioner", r.Provisioner);
        item.SetMetadata("Outputs", string.Join(", ", r.Outputs ?? []));
        item.SetMetadata("Workload", r.Workload);
        return item;
    }
}
