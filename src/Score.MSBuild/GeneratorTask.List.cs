using System.Collections.Generic;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources.Secrets;

namespace Score.MSBuild;

/// <summary>What a list of resources asks of a build.</summary>
public abstract partial class GeneratorTask
{
    /// <summary>Whether the resources are printed and given as <see cref="Listed"/>: nothing is written.</summary>
    public bool ListOnly { get; set; }

    /// <summary>
    /// An output, such as <c>dns.default#shop.web.host</c>, whose value is printed and given in place of the list; empty for the list.
    /// With <see cref="ListOnly"/>.
    /// </summary>
    public string ListedOutput { get; set; } = "";

    /// <summary>
    /// With <see cref="ListOnly"/>: the resources by unique id, with the metadata <c>Kind</c> (<c>Resource</c>), <c>Provisioner</c>,
    /// <c>Outputs</c>, <c>Workload</c> and <c>Urls</c>; then the published ports of workloads by their addresses, with <c>Kind</c>
    /// (<c>Port</c>) and <c>LeadsTo</c>. With <see cref="ListedOutput"/>: that, with the metadata <c>Value</c>.
    /// </summary>
    [Output]
    public ITaskItem[] Listed { get; private set; } = [];

    // The SDK is not asked for a list, which says nothing of images.
    private protected string ImageOrAny => ListOnly && Image.Length == 0 ? "any" : Image;

    private bool List(WorkloadSet workloads)
    {
        DiagnosticBag diagnostics = new();
        diagnostics.AddRange(workloads.Diagnostics);
        PlatformList? list = workloads.Diagnostics.HasErrors || Complete(workloads, EnvironmentName, diagnostics) is not { } options
            ? null
            : PlatformBuild.List(workloads.Workloads, options with { Secrets = options.Secrets ?? new SecretValues(options.ReadVariable) }, diagnostics);
        string? value = ListedOutput.Length == 0 ? null : list?.ValueOf(ListedOutput.Trim(), Project.PropertyPlace, diagnostics);
        ResourceTable table = new(ListedOutput.Length > 0 ? null : list);
        Report(diagnostics);
        if (Log.HasLoggedErrors && table.IsEmpty) return false;
        IEnumerable<string> lines = value is null ? table.Lines() : [value];
        foreach (string line in lines) Log.LogMessage(MessageImportance.High, "{0}", line);
        Listed = value is null ? table.Items() : [ResourceTable.ItemOf(ListedOutput.Trim(), value)];
        return !Log.HasLoggedErrors;
    }
}
