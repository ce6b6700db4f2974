using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Hosts;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Compose.Local;

/// <summary>
/// What it takes to run workloads on this machine, outside of containers: a project with nothing but the services of their resources,
/// and their variables and files with the addresses of this machine.
/// </summary>
/// <param name="Content">The content of compose.resources.yaml; null when no resource has a service.</param>
/// <param name="Ports">The ports of this machine.</param>
/// <param name="Workloads">The workloads.</param>
internal sealed record LocalProject(YamlMapping? Content, LocalPorts Ports, IReadOnlyList<LocalWorkload> Workloads)
{
    private const string RouteType = "route";

    /// <summary>Derives it from a build with <see cref="ProvisioningOptions.Hosts"/>.</summary>
    /// <param name="build">The build, without errors.</param>
    /// <param name="folderOf">The full path of the folder for a workload's files; null for workloads that this build runs not.</param>
    /// <param name="diagnostics">Receives SCORE0707 to SCORE0709.</param>
    public static LocalProject Of(PlatformBuild build, Func<Workload, string?> folderOf, DiagnosticBag diagnostics)
    {
        YamlMapping all = (YamlMapping)build.Patched.Tree;
        YamlMapping services = ServicesOf(build.Resources, all["services"] as YamlMapping ?? []);
        HostMarks marks = build.Options.Hosts!;
        LocalTexts needs = new(marks);
        foreach (ResourceNode node in build.Resources.Nodes)
        {
            if (marks.Outputs.Of(node) is TemplateOutputs outputs) Scan(outputs.Values, needs);
        }

        List<MarkedWorkload> workloads = [];
        foreach (LoadedWorkload loaded in build.Workloads)
        {
            if (folderOf(loaded.Workload) is { } folder) workloads.Add(MarkedWorkload.Of(loaded, folder, build, diagnostics));
        }

        // A client that is not told the port takes the one that is usual, which is that of the service.
        HashSet<HostMark> kept = [];
        foreach (MarkedWorkload workload in workloads)
        {
            LocalTexts own = new(marks);
            foreach (string text in workload.Texts) own.Scan(text);
            needs.Needed.UnionWith(own.Needed);
            foreach (string service in own.Hosts.Where(h => services[h] is not null && own.Needed.All(n => n.Service != h)))
                kept.UnionWith(needs.Needed.Where(n => n.Service == service));
        }

        LocalPorts ports = new(build.Options.ProjectName, services, needs.Needed, kept);
        foreach (MarkedWorkload workload in workloads) workload.ReportKept(kept, ports, marks, diagnostics);
        YamlMapping? content = services.Count == 0 ? null : LocalServices.Content(all, services, ports);
        return new LocalProject(content, ports, workloads.Select(w => w.Resolve(marks, ports)).ToList());
    }

    // What leads to workloads is of no use without them.
    private static YamlMapping ServicesOf(ProvisionedResources resources, YamlMapping all)
    {
        YamlMapping services = new();
        foreach (ResourceAdditions added in resources.Additions.Where(a => a.Node.Id.Type != RouteType))
        {
            foreach (YamlEntry entry in added.Mapping(ComposeSections.Services) ?? [])
            {
                if (all[entry.Name] is YamlMapping service) services.Set(entry.Name, service);
            }
        }

        return services.Sorted();
    }

    private static void Scan(YamlNode node, LocalTexts texts)
    {
        if (node is YamlScalar scalar) texts.Scan(scalar.Text);
        foreach (YamlEntry entry in node as YamlMapping ?? []) Scan(entry.Value, texts);
        foreach (YamlNode item in (node as YamlSequence)?.Items ?? []) Scan(item, texts);
    }
}
