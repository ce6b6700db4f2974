using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>Reads the values of Secrets back from the files that builds wrote and users changed.</summary>
/// <param name="existing">Receives them. Of two for one key the first counts.</param>
/// <param name="diagnostics">Receives SCORE0590.</param>
internal sealed class SecretsReader(ExistingSecrets existing, DiagnosticBag diagnostics)
{
    private const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Reads a file with Secrets as objects.</summary>
    /// <param name="path">The full path. The file need not exist.</param>
    /// <param name="keeps">Whether the objects that the build does not know stay in the file.</param>
    public void ReadObjects(string path, bool keeps)
    {
        foreach (YamlMapping manifest in Documents(path))
        {
            if (!SecretObject.Is(manifest)) continue;
            string id = SecretObject.IdOf(ManifestParts.Namespace(manifest), ManifestParts.Name(manifest));
            if (keeps) existing.Objects.Add(manifest);
            foreach (YamlEntry entry in manifest["stringData"] as YamlMapping ?? []) Add(id, entry, isBase64: false);
            foreach (YamlEntry entry in manifest["data"] as YamlMapping ?? []) Add(id, entry, isBase64: true);
        }
    }

    /// <summary>Reads a file with values for Helm.</summary>
    /// <param name="path">The full path. The file need not exist.</param>
    public void ReadValues(string path)
    {
        foreach (YamlMapping root in Documents(path))
        {
            foreach (YamlEntry secret in root["secrets"] as YamlMapping ?? [])
            {
                foreach (YamlEntry entry in ManifestParts.Mapping(secret.Value as YamlMapping, "values") ?? []) Add(secret.Name, entry, isBase64: false);
                foreach (YamlEntry entry in ManifestParts.Mapping(secret.Value as YamlMapping, "data") ?? []) Add(secret.Name, entry, isBase64: true);
            }
        }
    }

    /// <summary>Reads the folder with the files for kustomize.</summary>
    /// <param name="folder">The full path. The folder need not exist.</param>
    public void ReadFolder(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (string path in Directory.EnumerateFiles(folder, "*.env").OrderBy(p => p, StringComparer.Ordinal))
        {
            string id = SecretFiles.IdOf(Path.GetFileNameWithoutExtension(path));
            foreach (string line in Encoding.UTF8.GetString(Read(path) ?? []).TrimStart('\uFEFF').Split('\n'))
            {
                int end = line.IndexOf('=');
                if (end > 0 && line[0] != '#') existing.Add(id, line.Substring(0, end).Trim(), Encoding.UTF8.GetBytes(line.Substring(end + 1).TrimEnd('\r')));
            }
        }

        foreach (string path in Directory.EnumerateDirectories(folder).SelectMany(Directory.EnumerateFiles).OrderBy(p => p, StringComparer.Ordinal))
        {
            if (Read(path) is { } bytes) existing.Add(SecretFiles.IdOf(Path.GetFileName(Path.GetDirectoryName(path)!)), Path.GetFileName(path), bytes);
        }
    }

    private void Add(string id, YamlEntry entry, bool isBase64)
    {
        if (entry.Value is not YamlScalar { Kind: not YamlScalarKind.Null } scalar) return;
        byte[]? bytes = isBase64 ? SecretKey.Decode(scalar.Text) : Encoding.UTF8.GetBytes(scalar.Text);
        if (bytes is not null) existing.Add(id, entry.Name, bytes);
    }

    // Each document by itself, with the lines before it, so that the place of a mistake is that in the file.
    private List<YamlMapping> Documents(string path)
    {
        if (Read(path) is not { } bytes) return [];
        DiagnosticBag reading = new();
        List<YamlMapping> documents = [];
        if (SourceReader.Decode(path, bytes, reading) is { } source)
        {
            string[] lines = source.Text.Replace("\r\n", "\n").Split('\n');
            int first = 0;
            for (int i = 0; i <= lines.Length; i++)
            {
                if (i < lines.Length && lines[i].TrimEnd() != "---") continue;
                // A line break for each line before, so that places are right; to repeat a character is compiled at run time.
                string text = string.Join("\n", new string[first + 1]) + string.Join("\n", lines, first, i - first) + "\n";
                first = i + 1;
                if (text.Split('\n').All(l => l.Trim().Length == 0 || l.TrimStart()[0] == '#')) continue;
                if (YamlReader.Read(new SourceText(path, text), reading) is YamlMapping document) documents.Add(document);
            }
        }

        if (!reading.HasErrors) return documents;
        Diagnostic problem = reading.ToSortedList().First(d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        diagnostics.Add(DiagnosticDescriptors.UnreadableSecrets, problem.Span, Path.GetFileName(path), problem.Descriptor.Code);
        return [];
    }

    private byte[]? Read(string path)
    {
        BoundedFileResult read = BoundedFile.Read(path, MaxBytes);
        if (read.Problem is not (BoundedFileProblem.None or BoundedFileProblem.NotFound))
            diagnostics.Add(DiagnosticDescriptors.CannotWrite, SourceSpan.WholeFile(path), Path.GetFileName(path), new Phrase(read.Detail));
        return read.Bytes;
    }
}
