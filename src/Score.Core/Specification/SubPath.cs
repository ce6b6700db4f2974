using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>The <c>path</c> of a container's volume: the folder of the volume that is mounted in place of the whole.</summary>
internal static class SubPath
{
    /// <summary>The folder without what means nothing, such as <c>a/b</c> for <c>./a//b/</c>; empty for the whole volume, which <c>/</c> is too.</summary>
    /// <param name="path">The path; the whole volume when there is none.</param>
    /// <param name="diagnostics">Receives SCORE0508.</param>
    /// <returns>The folder, or null with a finding when the path is absolute or has <c>..</c>.</returns>
    public static string? Of(YamlScalar? path, DiagnosticBag diagnostics)
    {
        if (path is null) return "";
        List<string> folders = path.Text.Split('/').Where(f => f.Length > 0 && f != ".").ToList();
        if (folders.Count == 0 || (!path.Text.StartsWith('/') && !folders.Contains(".."))) return string.Join("/", folders);
        diagnostics.Add(DiagnosticDescriptors.InvalidSubPath, path.Span, path.Text);
        return null;
    }
}
