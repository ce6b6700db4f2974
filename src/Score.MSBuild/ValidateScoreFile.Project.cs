using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;

namespace Score.MSBuild;

/// <content>What a project says that nothing comes of.</content>
public sealed partial class ValidateScoreFile
{
    /// <summary>The project file and the files of its folders, such as <c>Directory.Build.props</c>, whose names are checked.</summary>
    public ITaskItem[] ProjectFiles { get; set; } = [];

    /// <summary>The .props file that declares the properties.</summary>
    public ITaskItem? PropertiesFile { get; set; }

    /// <summary>The provisioner files, such as <c>.score/10-shop.provisioners.yaml</c>. They are not read here.</summary>
    public ITaskItem[] Provisioners { get; set; } = [];

    /// <summary>The patch templates, such as <c>read-only.tpl</c>. They are not read here.</summary>
    public ITaskItem[] Patches { get; set; } = [];

    /// <summary>Files in other folders, such as <c>deploy/score.yaml</c>, of a project without a score file.</summary>
    public ITaskItem[] FilesElsewhere { get; set; } = [];

    private void CheckProject(DiagnosticBag diagnostics)
    {
        foreach (ITaskItem file in FilesElsewhere)
        {
            // That of another project is none of ours.
            string folder = Path.GetDirectoryName(FullPath(file))!;
            if (Directory.EnumerateFiles(folder, "*.*proj").Any()) continue;
            diagnostics.Add(DiagnosticDescriptors.ScoreFileElsewhere, Project.PropertyPlace, file.ItemSpec.Replace('\\', '/'));
        }

        if (PropertiesFile is null) return;
        List<string> files = ProjectFiles.Select(FullPath).Where(ProjectSpelling.HasNames).ToList();
        if (files.Count == 0) return;
        ProjectSpelling spelling = new(ProjectSpelling.DeclaredIn(FullPath(PropertiesFile)), ItemsOf, diagnostics);
        foreach (string file in files) spelling.Check(file);
    }

    private ITaskItem[]? ItemsOf(string name) => name.ToUpperInvariant() switch
    {
        "SCOREFILE" => ScoreFiles,
        "SCOREPROVISIONERS" => Provisioners,
        "SCOREPATCH" => Patches,
        _ => null,
    };
}
