using System.Collections.Generic;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>
/// What <c>image: .</c> stands for in each workload: the metadata <c>Image</c> of its score file, else the property <c>ScoreImage</c>.
/// The targets set the metadata to what the SDK says, with <c>ImageOrigin</c> (<c>Sdk</c>, <c>Tag</c> for a tag that it refuses, or why
/// it says nothing), <c>HasDotNet</c> and <c>Dockerfile</c>.
/// </summary>
internal static class ProjectImages
{
    /// <summary>Reads and checks them.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="shared">The value of <c>ScoreImage</c>.</param>
    /// <param name="project">The project.</param>
    /// <param name="diagnostics">Receives SCORE0644, SCORE0646 and SCORE0648.</param>
    public static OwnImages Read(WorkloadSet workloads, string shared, ProjectInfo project, DiagnosticBag diagnostics)
    {
        OwnImages images = new(shared);
        bool isShared = false;
        HashSet<string> seen = [];
        for (int i = 0; i < workloads.Workloads.Count; i++)
        {
            Workload workload = workloads.Workloads[i].Workload;
            if (OwnContainers(workload).Count == 0) continue;
            ITaskItem file = workloads.Files[i];
            string name = file.GetMetadata("Image");
            isShared |= name.Length == 0;
            bool hasDotNet = file.GetMetadata("HasDotNet") == "true";
            images.Add(workload.Name.Text, new OwnImage(name, shared.Length > 0 ? "" : WhyMissing(file)) { HasDotNet = hasDotNet });
            if (name.Length > 0 && seen.Add(name)) CheckOwn(file, name, project, diagnostics);
        }

        if (isShared && shared.Length > 0) Check("The property ScoreImage", shared, "", project.PropertyPlace, diagnostics);
        return images;
    }

    /// <summary>Reports images of the SDK that no cluster finds by their names.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="project">The project.</param>
    /// <param name="diagnostics">Receives SCORE0649.</param>
    public static void CheckRegistries(WorkloadSet workloads, ProjectInfo project, DiagnosticBag diagnostics)
    {
        HashSet<string> seen = [];
        for (int i = 0; i < workloads.Workloads.Count; i++)
        {
            ITaskItem file = workloads.Files[i];
            string name = file.GetMetadata("Image");
            if (file.GetMetadata("ImageOrigin") != "Sdk" || OwnContainers(workloads.Workloads[i].Workload).Count == 0) continue;
            if (!ImageName.HasRegistry(name) && seen.Add(name)) diagnostics.Add(DiagnosticDescriptors.ImageInNoRegistry, PlaceOf(file, project), name);
        }
    }

    /// <summary>The containers with <c>image: .</c>.</summary>
    public static List<Container> OwnContainers(Workload workload)
    {
        List<Container> containers = [];
        foreach (Container container in workload.Containers)
        {
            if (container.Image?.Text == ImageRules.Own) containers.Add(container);
        }

        return containers;
    }

    /// <summary>Whether one of the <c>ScoreBuild</c> items is for a container.</summary>
    /// <param name="builds">The items.</param>
    /// <param name="file">The score file of the workload.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="container">The container.</param>
    public static bool IsBuilt(ITaskItem[] builds, ITaskItem file, Workload workload, Container container)
    {
        foreach (ITaskItem build in builds)
        {
            string name = build.ItemSpec.Replace('\\', '/');
            if (Belongs(build, file) && (name == container.Name || name == $"{workload.Name.Text}/{container.Name}")) return true;
        }

        return false;
    }

    /// <summary>Whether an item is for a score file: it names neither another one (metadata <c>ScoreFile</c>) nor another project (<c>Project</c>).</summary>
    public static bool Belongs(ITaskItem item, ITaskItem file) =>
        IsSame(item.GetMetadata("ScoreFile"), file.GetMetadata("FullPath")) && IsSame(item.GetMetadata("Project"), file.GetMetadata("Project"));

    private static bool IsSame(string path, string other) => path.Length == 0 || ScoreTask.PathComparer.Equals(path, other);

    /// <summary>The place of findings about what a project says of a score file: that project, which may be another one than that of the build.</summary>
    public static SourceSpan PlaceOf(ITaskItem file, ProjectInfo project) =>
        ProjectInfo.OwnerOf(file) is { } own ? SourceSpan.WholeFile(own) : project.PropertyPlace;

    private static void CheckOwn(ITaskItem file, string name, ProjectInfo project, DiagnosticBag diagnostics)
    {
        SourceSpan place = PlaceOf(file, project);
        switch (file.GetMetadata("ImageOrigin"))
        {
            case "Tag":
                diagnostics.Add(DiagnosticDescriptors.TagRefused, place, ImageName.TagProblem(name) ?? new Phrase(""));
                break;
            case "Sdk":
                Check("The SDK", name, " Look at ContainerRegistry and ContainerRepository.", place, diagnostics);
                if (file.GetMetadata("Dockerfile") is { Length: > 0 } dockerfile)
                    diagnostics.Add(DiagnosticDescriptors.DockerfileNotUsed, place, RelativePath.Of(dockerfile, project.Directory), name);
                break;
            default:
                Check("The metadata Image of the ScoreFile item", name, "", place, diagnostics);
                break;
        }
    }

    private static void Check(string giver, string name, string hint, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (ImageName.Problem(name) is { } problem)
            diagnostics.Add(DiagnosticDescriptors.ProjectImageInvalid, place, new Phrase(giver), name, problem, new Phrase(hint));
    }

    private static string WhyMissing(ITaskItem file)
    {
        string reason = file.GetMetadata("ImageOrigin") switch
        {
            "SwitchedOff" => " The SDK makes none, because EnableSdkContainerSupport is false",
            "NotPublishable" => " The SDK makes none, because the project cannot be published (IsPublishable)",
            "Unsupported" => " The SDK makes none for this project; EnableSdkContainerSupport says so for an executable one",
            _ => "",
        };
        if (reason.Length == 0) return "";
        bool hasDockerfile = file.GetMetadata("Dockerfile").Length > 0;
        return reason + (hasDockerfile ? ", and only Docker Compose builds with the Dockerfile." : ", and the project has no Dockerfile.");
    }
}
