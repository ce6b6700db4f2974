using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Overrides;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>Reads the items that say how Docker Compose is to run the workloads.</summary>
internal static class ComposeItems
{
    /// <summary>The containers to build: of the items, and those with <c>image: .</c> of projects with a Dockerfile and nothing else.</summary>
    /// <param name="items">The items <c>ScoreBuild</c>.</param>
    /// <param name="workloads">The workloads.</param>
    /// <param name="composeFile">The file to write.</param>
    /// <param name="project">The project.</param>
    /// <param name="diagnostics">Receives SCORE0645.</param>
    public static IReadOnlyList<ContainerBuild> Builds(
        ITaskItem[] items, WorkloadSet workloads, ITaskItem composeFile, ProjectInfo project, DiagnosticBag diagnostics)
    {
        List<ContainerBuild> builds = [];
        foreach (ITaskItem item in items) builds.Add(Build(item, workloads, composeFile, project, diagnostics));
        for (int i = 0; i < workloads.Workloads.Count; i++)
        {
            ITaskItem file = workloads.Files[i];
            if (file.GetMetadata("Dockerfile").Length == 0 || file.GetMetadata("Image").Length > 0) continue;
            List<ContainerBuild> own = OwnBuilds(items, file, workloads.Workloads[i].Workload, composeFile, project);
            builds.AddRange(own);
            if (own.Count > 0) CheckInside(file.GetMetadata("Dockerfile"), file.GetMetadata("DockerContext"), own[0].Place, project, diagnostics);
        }

        return builds;
    }

    private static List<ContainerBuild> OwnBuilds(ITaskItem[] items, ITaskItem file, Workload workload, ITaskItem composeFile, ProjectInfo project)
    {
        List<ContainerBuild> builds = [];
        string context = file.GetMetadata("DockerContext");
        foreach (Container container in ProjectImages.OwnContainers(workload))
        {
            if (ProjectImages.IsBuilt(items, file, workload, container)) continue;
            string relative = RelativePath.Of(file.GetMetadata("Dockerfile"), context);
            string name = $"{workload.Name.Text}/{container.Name}";
            ContainerBuild build = new(name, Marked(ComposeOutputs.Reference(composeFile, context)), ProjectImages.PlaceOf(file, project));
            builds.Add(build with { Dockerfile = relative == "Dockerfile" ? "" : relative });
        }

        return builds;
    }

    private static ContainerBuild Build(ITaskItem item, WorkloadSet workloads, ITaskItem composeFile, ProjectInfo project, DiagnosticBag diagnostics)
    {
        SourceSpan place = project.PlaceOf(item);
        string dockerfile = item.GetMetadata("Dockerfile").Replace('\\', '/');
        string context = item.GetMetadata("Context");
        bool isRemote = context.IndexOf("://", StringComparison.Ordinal) >= 0 || context.StartsWith("git@", StringComparison.Ordinal);
        if (!isRemote && dockerfile.Length > 0) CheckInside(FullPath(Path.Combine(context, dockerfile)), FullPath(context), place, project, diagnostics);
        return new ContainerBuild(item.ItemSpec.Replace('\\', '/'), isRemote ? context : Marked(Reference(context)), place)
        {
            Dockerfile = dockerfile,
            Args = SettingList.Split(item.GetMetadata("Args")),
            // MSBuild refuses an attribute of an item that is called Target.
            Target = item.GetMetadata("Stage"),
            Workloads = OwnersOf(item, workloads),
            Tags = SettingList.Split(item.GetMetadata("Tags")),
            Platforms = SettingList.Split(item.GetMetadata("Platforms")),
            Secrets = SettingList.Split(item.GetMetadata("Secrets")).Select(Secret).ToList(),
        };

        string FullPath(string path) => project.FullPath(item, path);

        string Reference(string path) => ComposeOutputs.Reference(composeFile, FullPath(path));

        string Secret(string text)
        {
            int equals = text.IndexOf('=');
            return equals < 0 ? text : text.Substring(0, equals + 1) + Marked(Reference(text.Substring(equals + 1)));
        }
    }

    private static IReadOnlyList<string> OwnersOf(ITaskItem item, WorkloadSet workloads)
    {
        if (item.GetMetadata("ScoreFile").Length + item.GetMetadata("Project").Length == 0) return [];
        return workloads.Workloads.Where((_, i) => ProjectImages.Belongs(item, workloads.Files[i])).Select(w => w.Workload.Name.Text).ToList();
    }

    // The leading dot keeps Compose from taking a folder's name for something else.
    private static string Marked(string reference)
    {
        bool isMarked = reference is "." or ".." || reference.StartsWith("../", StringComparison.Ordinal) || reference[0] == '/';
        return isMarked || (reference.Length > 1 && reference[1] == ':') ? reference : "./" + reference;
    }

    private static void CheckInside(string dockerfile, string context, SourceSpan place, ProjectInfo project, DiagnosticBag diagnostics)
    {
        if (PhysicalPath.IsBelow(dockerfile, context)) return;
        string folder = project.Directory;
        diagnostics.Add(DiagnosticDescriptors.DockerfileOutside, place, RelativePath.Of(dockerfile, folder), RelativePath.Of(context, folder));
    }
}
