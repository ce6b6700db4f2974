using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>A patch template.</summary>
/// <param name="Name">The file's name, which is part of the key of its random values.</param>
/// <param name="Source">The text.</param>
internal sealed record PatchFile(string Name, SourceText Source);
