using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <content>What provisioning resources needs.</content>
public sealed partial class GenerateComposeFile
{
    /// <summary>The provisioner files, such as <c>.score/10-shop.provisioners.yaml</c>. They are tried in the order of their names.</summary>
    public ITaskItem[] Provisioners { get; set; } = [];

    /// <summary>The key of random values, such as <c>0b5c-2f31</c>; the user's own file when empty.</summary>
    public string Seed { get; set; } = "";

    /// <summary>
    /// The file that receives the full paths of the mounted files that provisioners made, one a line. Their paths do not tell
    /// them from other files, so only those that it names and that are no longer made are deleted.
    /// </summary>
    public ITaskItem? ProvisionedListFile { get; set; }

    private ProvisionedResources? Provision(IReadOnlyList<LoadedWorkload> workloads, ComposeOptions options, UnknownResources unknown, DiagnosticBag diagnostics)
    {
        if (ReadProvisioners(diagnostics) is not { } provisioners) return null;
        ProvisioningOptions provisioning = new(
            provisioners,
            unknown,
            options.ProjectName,
            options.MountsReference,
            () => Seed.Length > 0 ? Core.Resources.Seed.Of(Seed) : Core.Resources.Seed.Load(Core.Resources.Seed.DefaultPath),
            options.ReadVariable,
            options.VariableHint);
        return ProvisionedResources.Provision(workloads.Select(w => w.Workload).ToList(), provisioning, diagnostics);
    }

    // Null when a file cannot be read at all: its resources would seem to be of unknown type.
    private IReadOnlyList<Provisioner>? ReadProvisioners(DiagnosticBag diagnostics)
    {
        if (Provisioners.Length == 0) return [];
        ProvisionerFileReader reader = new(diagnostics);
        bool isRead = true;
        HashSet<string> seen = new(Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        IEnumerable<ITaskItem> ordered = Provisioners.OrderBy(p => Path.GetFileName(FullPath(p)), StringComparer.Ordinal).ThenBy(FullPath, StringComparer.Ordinal);
        foreach (ITaskItem item in ordered)
        {
            string fullPath = FullPath(item);
            if (!seen.Add(fullPath)) continue;
            isRead &= SourceReader.ReadBytes(item.ItemSpec, fullPath, diagnostics) is { } bytes
                && SourceReader.Decode(fullPath, bytes, diagnostics) is { } source
                && reader.Read(source);
        }

        return isRead ? reader.Provisioners : null;
    }
}
