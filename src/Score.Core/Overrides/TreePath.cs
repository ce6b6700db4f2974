using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Score.Core.Overrides;

/// <summary>
/// The way to a value in a tree, as text: keys and list positions with dots between them. <c>\.</c> stands for a dot in a key
/// and <c>\\</c> for a backslash; any other backslash is itself.
/// </summary>
internal static class TreePath
{
    /// <summary>The parts of a path; at least one, and possibly empty ones.</summary>
    public static IReadOnlyList<string> Parse(string path)
    {
        List<string> parts = [];
        StringBuilder part = new();
        for (int i = 0; i < path.Length; i++)
        {
            char c = path[i];
            if (c == '.')
            {
                parts.Add(part.ToString());
                part.Clear();
                continue;
            }

            if (c == '\\' && i + 1 < path.Length && path[i + 1] is '.' or '\\') i++;
            part.Append(path[i]);
        }

        parts.Add(part.ToString());
        return parts;
    }

    /// <summary>The text of a path.</summary>
    public static string Write(IEnumerable<string> parts) => string.Join(".", parts.Select(p => p.Replace("\\", "\\\\").Replace(".", "\\.")));
}
