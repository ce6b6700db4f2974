using System;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Overrides;

namespace Score.MSBuild;

/// <summary>Reads the items that say how Docker Compose is to run the workloads.</summary>
internal static class ComposeItems
{
    /// <summary>A container to build.</summary>
    /// <param name="item">The item.</param>
    /// <param name="context">Its context as compose.yaml names it.</param>
    /// <param name="place">The place of findings about the item.</param>
    public static ContainerBuild Build(ITaskItem item, string context, SourceSpan place) => new(item.ItemSpec.Replace('\\', '/'), context, place)
    {
        Dockerfile = item.GetMetadata("Dockerfile").Replace('\\', '/'),
        Args = SettingList.Split(item.GetMetadata("Args")),
        // MSBuild refuses an attribute of an item that is called Target.
        Target = item.GetMetadata("Stage"),
    };

    /// <summary>An item's context as compose.yaml names it. The leading dot keeps Compose from taking a folder's name for something else.</summary>
    /// <param name="composeFile">The file to write.</param>
    /// <param name="item">The item.</param>
    /// <param name="fullPathOf">The full path of a path in metadata.</param>
    public static string Context(ITaskItem composeFile, ITaskItem item, Func<string, string> fullPathOf)
    {
        string context = item.GetMetadata("Context");
        if (context.IndexOf("://", StringComparison.Ordinal) >= 0 || context.StartsWith("git@", StringComparison.Ordinal)) return context;
        string reference = ComposeOutputs.Reference(composeFile, fullPathOf(context));
        bool isMarked = reference is "." or ".." || reference.StartsWith("../", StringComparison.Ordinal) || reference[0] == '/' || (reference.Length > 1 && reference[1] == ':');
        return isMarked ? reference : "./" + reference;
    }
}
