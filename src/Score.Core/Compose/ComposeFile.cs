using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>The text of compose.yaml.</summary>
internal static class ComposeFile
{
    /// <summary>The file's bytes: a comment that says where it comes from, then the project.</summary>
    /// <param name="project">The content.</param>
    /// <param name="scoreFiles">The names of the score files, without folders, so that the text is the same on every machine.</param>
    public static byte[] Write(YamlMapping project, IEnumerable<string> scoreFiles)
    {
        string names = string.Join(", ", scoreFiles.Select(Excerpt.Of));
        return Encoding.UTF8.GetBytes(
            $"{GeneratedFile.Mark} from {names}. Edit that file instead: the next build writes this one anew.\n{YamlWriter.Write(project)}");
    }

    /// <summary>The project name that Compose itself would derive from a folder's name; empty when nothing of it can be kept.</summary>
    public static string ProjectName(string folderName)
    {
        StringBuilder name = new();
        foreach (char c in folderName.ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9') || (name.Length > 0 && c is '-' or '_')) name.Append(c);
        }

        return name.ToString();
    }

    /// <summary>Whether Compose accepts a project name.</summary>
    public static bool IsProjectName(string name) => name.Length > 0 && string.Equals(ProjectName(name), name, StringComparison.Ordinal);
}
