namespace Score.Core.Kubernetes.Layouts;

/// <summary>A file to write. Its first line bears the mark of a generated file.</summary>
/// <param name="Path">The path from the folder of all, with <c>/</c>.</param>
/// <param name="Bytes">The content.</param>
internal sealed record ManifestFile(string Path, byte[] Bytes);
