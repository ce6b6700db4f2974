using System;
using System.Globalization;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Files;

namespace Score.Core.Yaml;

/// <summary>Reads YAML files from disk: UTF-8, of bounded size, without characters that YAML forbids.</summary>
internal static class SourceReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="path">The path to show in messages.</param>
    /// <param name="fullPath">The path to open.</param>
    /// <param name="diagnostics">Receives SCORE0001 to SCORE0003.</param>
    /// <returns>The bytes, or null when there is a finding.</returns>
    public static byte[]? ReadBytes(string path, string fullPath, DiagnosticBag diagnostics)
    {
        BoundedFileResult result = BoundedFile.Read(fullPath, YamlLimits.FileSize);
        SourceSpan file = SourceSpan.WholeFile(fullPath);
        switch (result.Problem)
        {
            case BoundedFileProblem.NotFound:
                diagnostics.Add(DiagnosticDescriptors.FileNotFound, file, path);
                break;
            case BoundedFileProblem.TooLarge:
                diagnostics.Add(DiagnosticDescriptors.FileTooLarge, file, path, new Phrase(result.Detail));
                break;
            case BoundedFileProblem.Unreadable:
                diagnostics.Add(DiagnosticDescriptors.FileUnreadable, file, path, new Phrase(result.Detail));
                break;
        }

        return result.Bytes;
    }

    /// <summary>Decodes a file's bytes.</summary>
    /// <param name="path">The full path, for the places of findings.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="diagnostics">Receives SCORE0004 and SCORE0005.</param>
    /// <returns>The text, or null when there is a finding.</returns>
    public static SourceText? Decode(string path, byte[] bytes, DiagnosticBag diagnostics)
    {
        if (LooksLikeUtf16(bytes))
        {
            diagnostics.Add(DiagnosticDescriptors.NotUtf8, new SourceSpan(path, 1, 1, 1, 1), "This file is saved as UTF-16");
            return null;
        }

        string text;
        int start = 0;
        try
        {
            start = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
            text = StrictUtf8.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            SourceText lossy = new(path, Encoding.UTF8.GetString(bytes, start, bytes.Length - start));
            int at = Math.Max(0, lossy.Text.IndexOf('\uFFFD'));
            diagnostics.Add(DiagnosticDescriptors.NotUtf8, lossy.SpanOf(at, at + 1), "This byte is not part of a UTF-8 character");
            return null;
        }

        SourceText source = new(path, text);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is (>= ' ' and < '\u007F') or '\n' or '\r' or '\t' or '\u0085' or (>= '\u00A0' and < '\uFFFE')) continue;
            diagnostics.Add(DiagnosticDescriptors.ControlCharacter, source.SpanOf(i, i + 1), ((int)c).ToString("X4", CultureInfo.InvariantCulture));
            return null;
        }

        return source;
    }

    private static bool LooksLikeUtf16(byte[] bytes)
    {
        if (bytes.Length < 2) return false;
        if ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)) return true;

        // Without a byte order mark, text in the Latin alphabet has a zero in every other byte.
        return bytes.Length >= 4 && ((bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0) || (bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0));
    }
}
