using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Overrides;

namespace Score.MSBuild;

/// <summary>Reads the items that say how Docker Compose is to run the workloads.</summary>
internal static class ComposeItems
{
    /// <summary>The containers to build.</summary>
    public static IReadOnlyList<ContainerBuild> Builds(GenerateComposeFile task) => task.Builds.Select(item => Build(task, item)).ToList();

    /// <summary>The ports to publish.</summary>
    public static IReadOnlyList<PublishedPort> Ports(GenerateComposeFile task) => task.Ports.Select(item => new PublishedPort(item.ItemSpec, task.PlaceOf(item))).ToList();

    private static ContainerBuild Build(GenerateComposeFile task, ITaskItem item) => new(item.ItemSpec.Replace('\\', '/'), Context(task, item.GetMetadata("Context")), task.PlaceOf(item))
    {
        Dockerfile = item.GetMetadata("Dockerfile").Replace('\\', '/'),
        Args = SettingList.Split(item.GetMetadata("Args")),
        // MSBuild refuses an attribute of an item that is called Target.
        Target = item.GetMetadata("Stage"),
    };

    // The leading dot keeps Compose from taking a folder's name for something else.
    private static string Context(GenerateComposeFile task, string context)
    {
        if (context.IndexOf("://", StringComparison.Ordinal) >= 0 || context.StartsWith("git@", StringComparison.Ordinal)) return context;
        string reference = ComposeOutputs.Reference(task, task.ProjectPath(context));
        bool isMarked = reference is "." or ".." || reference.StartsWith("../", StringComparison.Ordinal) || reference[0] == '/' || (reference.Length > 1 && reference[1] == ':');
        return isMarked ? reference : "./" + reference;
    }
}
