using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>One change that a patch template asks for.</summary>
/// <param name="Path">The path as written: see <see cref="TreePath"/>.</param>
/// <param name="Value">The value to set; null to delete what is there.</param>
/// <param name="Name">What messages call the operation.</param>
/// <param name="Place">Where the path stands in the template, or the template as a whole.</param>
/// <param name="Shown">The parts of the path as messages show them, without what may be secret.</param>
internal sealed record PatchOperation(string Path, YamlNode? Value, Phrase Name, SourceSpan Place, IReadOnlyList<string> Shown)
{
    /// <summary>The path as messages show it.</summary>
    public string ShownPath => Shown.SequenceEqual(TreePath.Parse(Path)) ? Path : TreePath.Write(Shown);
}
