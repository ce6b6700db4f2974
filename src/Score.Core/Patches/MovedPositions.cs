using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Score.Core.Patches;

/// <summary>
/// The positions that operations of a template deleted from lists. A template that goes over a list writes the positions that it
/// saw, and after a deletion other items stand there.
/// </summary>
internal sealed class MovedPositions
{
    private readonly List<Deletion> _deletions = [];

    /// <summary>Remembers a deletion. When nothing is left of the list, what comes into it anew has no earlier position.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="position">Its position.</param>
    /// <param name="isListEmpty">Whether it was the last item.</param>
    public void Add(IReadOnlyList<string> path, int position, bool isListEmpty)
    {
        IReadOnlyList<string> list = path.Take(path.Count - 1).ToList();
        if (isListEmpty) _deletions.RemoveAll(d => d.List.SequenceEqual(list));
        else _deletions.Add(new Deletion(list, position));
    }

    /// <summary>The deleted position because of which a path leads elsewhere than before; -1 when it does not.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isSet">Whether something is set there. To delete at one position again and again is a way to delete several items.</param>
    public int Before(IReadOnlyList<string> path, bool isSet)
    {
        foreach (Deletion deletion in _deletions)
        {
            int depth = deletion.List.Count;
            if (path.Count <= depth || !deletion.List.SequenceEqual(path.Take(depth))) continue;
            if (!int.TryParse(path[depth], NumberStyles.None, CultureInfo.InvariantCulture, out int position)) continue;
            bool isRepeated = !isSet && path.Count == depth + 1;
            if (position > deletion.Position || (position == deletion.Position && !isRepeated)) return deletion.Position;
        }

        return -1;
    }

    /// <summary>A position that was deleted from a list.</summary>
    private sealed record Deletion(IReadOnlyList<string> List, int Position);
}
