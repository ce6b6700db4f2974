using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Resources.Provisioners;

namespace Score.MSBuild;

/// <summary>Prints the provisioners of a project in the order in which they are tried.</summary>
[MSBuildMultiThreadableTask]
public sealed class ListScoreProvisioners : ScoreTask
{
    private static readonly string[] Header = ["TYPE", "CLASS", "ID", "PARAMS", "OUTPUTS", "FILE", "DESCRIPTION"];

    /// <summary>What the build writes for: <c>Compose</c> (the default) or <c>Kubernetes</c>.</summary>
    public string Platform { get; set; } = "";

    /// <summary>The provisioner files, such as <c>.score/10-shop.provisioners.yaml</c>, with the metadata <c>Platform</c>.</summary>
    public ITaskItem[] Provisioners { get; set; } = [];

    /// <summary>Whether the built-in provisioners serve what the files do not: <c>true</c> (the default) or <c>false</c>.</summary>
    public string UseDefaultProvisioners { get; set; } = "";

    /// <summary>The provisioners by URI, with the metadata <c>Type</c>, <c>Class</c>, <c>Id</c>, <c>Params</c>, <c>Outputs</c>, <c>File</c> and
    /// <c>Description</c>.</summary>
    [Output]
    public ITaskItem[] Listed { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        WorkloadSet workloads = LoadWorkloads();
        DiagnosticBag diagnostics = new();
        diagnostics.AddRange(workloads.Diagnostics);
        ProvisioningPlatform platform = Platforms.All[Option("Platform", Platform, Platforms.Names, diagnostics)];
        IReadOnlyList<Provisioner>? provisioners = ProvisionerFiles.Read(BuildEnvironments.ItemsOf(Provisioners, EnvironmentName), platform.Name, Shared,
            Project.PlaceOf, diagnostics);
        bool usesBuiltIn = Flag("ScoreUseDefaultProvisioners", UseDefaultProvisioners, diagnostics, otherwise: true);
        Report(diagnostics);
        if (provisioners is null) return false;
        List<ListedProvisioner> listed = ListedProvisioner.All(new ProvisioningOptions(platform, "", _ => null, "")
        {
            Provisioners = provisioners,
            UseBuiltIn = usesBuiltIn,
        }).ToList();
        foreach (string line in TextTable.Lines(Header, listed.Select(Row))) Log.LogMessage(MessageImportance.High, "{0}", line);
        Listed = listed.Select(Item).ToArray();
        return !Log.HasLoggedErrors;
    }

    private static string[] Row(ListedProvisioner p) =>
        [p.Type, Or(p.Class, "(any)"), Or(p.Id, "(any)"), Names(p.Params), Names(p.Outputs), Or(Path.GetFileName(p.File), "(built in)"), p.Description];

    private static string Names(IReadOnlyList<string>? names) => names is null ? "(any)" : string.Join(", ", names);

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    private static ITaskItem Item(ListedProvisioner p)
    {
        TaskItem item = new(p.Uri);
        item.SetMetadata("Type", p.Type);
        item.SetMetadata("Class", p.Class);
        item.SetMetadata("Id", p.Id);
        item.SetMetadata("Params", string.Join(", ", p.Params ?? []));
        item.SetMetadata("Outputs", string.Join(", ", p.Outputs ?? []));
        item.SetMetadata("File", p.File);
        item.SetMetadata("Description", p.Description);
        return item;
    }
}
