using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Loads what containers' files hold: inline text, base64, or a file that stays inside the score file's folder.</summary>
internal sealed class FileContents
{
    /// <summary>Largest file that a container may name by <c>source</c>, in bytes: 16 MiB.</summary>
    public const int SourceSize = 16 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private Dictionary<ContainerFile, FileContent>? _contents;
    private readonly List<string> _sources = [];

    private FileContents()
    {
    }

    /// <summary>Full paths of the files named by <c>source</c>, existing or not, in the order of containers and targets.</summary>
    public IReadOnlyList<string> Sources => _sources;

    /// <summary>The content of a file that was loaded without a finding.</summary>
    public FileContent? this[ContainerFile file] => _contents is not null && _contents.TryGetValue(file, out FileContent? content) ? content : null;

    /// <summary>Loads the contents of all files of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="fullPath">The score file's full path.</param>
    /// <param name="diagnostics">Receives SCORE0201 to SCORE0204 for placeholders in sources, and SCORE0210 to SCORE0214.</param>
    public static FileContents Load(Workload workload, string fullPath, DiagnosticBag diagnostics)
    {
        FileContents contents = new();
        foreach (Container container in workload.Containers)
        {
            foreach (ContainerFile file in container.Files) contents.Load(workload, file, Path.GetDirectoryName(fullPath)!, diagnostics);
        }

        return contents;
    }

    private void Load(Workload workload, ContainerFile file, string folder, DiagnosticBag diagnostics)
    {
        FileContent? content = file.Choice switch
        {
            FileContentChoice.Content => new FileContent(file.Content.Text, null, file.Content.SpanOf),
            FileContentChoice.BinaryContent => DecodeBase64(file.Content, diagnostics),
            _ => LoadSource(workload, file, folder, diagnostics),
        };
        if (content is not null) (_contents ??= [])[file] = content;
    }

    private static FileContent? DecodeBase64(YamlScalar text, DiagnosticBag diagnostics)
    {
        try
        {
            return new FileContent(null, Convert.FromBase64String(text.Text), text.SpanOf);
        }
        catch (FormatException)
        {
            diagnostics.Add(DiagnosticDescriptors.InvalidBase64, text.Span);
            return null;
        }
    }

    private FileContent? LoadSource(Workload workload, ContainerFile file, string folder, DiagnosticBag diagnostics)
    {
        string name = file.Content.Text;
        if (name.Length == 0) return null; // The schema has reported it.
        if (Locate(file.Content, folder, diagnostics) is not { } fullPath) return null;

        _sources.Add(fullPath);
        string root = PhysicalPath.Of(folder) ?? folder;
        if (PhysicalPath.Of(fullPath) is { } physical && physical != root && !PhysicalPath.IsBelow(physical, root))
        {
            diagnostics.Add(DiagnosticDescriptors.SourceOutside, file.Content.Span, name, new Phrase(" because a link leads there"));
            return null;
        }

        BoundedFileResult result = BoundedFile.Read(fullPath, SourceSize);
        if (result.Bytes is null)
        {
            if (result.Problem == BoundedFileProblem.NotFound) diagnostics.Add(DiagnosticDescriptors.SourceNotFound, file.Content.Span, name);
            else diagnostics.Add(DiagnosticDescriptors.SourceUnreadable, file.Content.Span, name, new Phrase(result.Detail));
            return null;
        }

        // As in the reference tools, bytes that are not text are copied as they are.
        if (!file.Expands || Decode(result.Bytes) is not { } text) return new FileContent(null, result.Bytes, file.Content.SpanOf);
        SourceText source = new(fullPath, text);
        PlaceholderRules.Check(source, workload, diagnostics);
        return new FileContent(text, null, (offset, length) => source.SpanOf(offset, offset + length));
    }

    // The full path of a source, which stays in the folder as far as its text says.
    private static string? Locate(YamlScalar source, string folder, DiagnosticBag diagnostics)
    {
        string name = source.Text;
        if (name.IndexOf('\0') >= 0)
        {
            diagnostics.Add(DiagnosticDescriptors.SourceNotFound, source.Span, name);
            return null;
        }

        if (name.StartsWith('/') || name.StartsWith('\\') || (name.Length >= 2 && name[1] == ':'))
        {
            diagnostics.Add(DiagnosticDescriptors.SourceAbsolute, source.Span, name);
            return null;
        }

        int depth = 0;
        foreach (string segment in name.Split('/', Path.DirectorySeparatorChar))
        {
            if (segment == "..") depth--;
            else if (segment.Length > 0 && segment != ".") depth++;
            if (depth >= 0) continue;
            diagnostics.Add(DiagnosticDescriptors.SourceOutside, source.Span, name, new Phrase(""));
            return null;
        }

        try
        {
            return Path.GetFullPath(Path.Combine(folder, name));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            diagnostics.Add(DiagnosticDescriptors.SourceUnreadable, source.Span, name, new Phrase(e.Message));
            return null;
        }
    }

    private static string? Decode(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>What a file holds: text that may have placeholders, or bytes that are copied as they are.</summary>
/// <param name="Text">The text, or null.</param>
/// <param name="Bytes">The bytes, or null.</param>
/// <param name="SpanOf">The place of a part of the text, by offset and length.</param>
internal sealed record FileContent(string? Text, byte[]? Bytes, Func<int, int, SourceSpan> SpanOf);
