using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>One change that a patch template asks for.</summary>
/// <param name="Path">The path as written: see <see cref="Overrides.TreePath"/>.</param>
/// <param name="Value">The value to set; null to delete what is there.</param>
/// <param name="Name">What messages call the operation.</param>
/// <param name="Place">Where the path stands in the template, or the template as a whole.</param>
internal sealed record PatchOperation(string Path, YamlNode? Value, Phrase Name, SourceSpan Place);
