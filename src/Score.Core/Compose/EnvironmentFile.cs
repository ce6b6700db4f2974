using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Text;

namespace Score.Core.Compose;

/// <summary>The env file: the variables that compose.yaml needs, for the user to give values to. What the user wrote stays.</summary>
internal static class EnvironmentFile
{
    // One character a byte, so that whatever the file holds is written back as it was.
    private static readonly Encoding Latin1 = Encoding.GetEncoding("ISO-8859-1");

    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    /// <summary>Adds what is missing.</summary>
    /// <param name="existing">The file's content, or null when there is none.</param>
    /// <param name="names">The variables that must be there, in order. A name that an env file cannot hold is left out.</param>
    /// <returns>The new content: the old one, and a line <c>NAME=</c> for each variable that it does not set.</returns>
    public static byte[] AddMissing(byte[]? existing, IEnumerable<string> names)
    {
        string text = Latin1.GetString(existing ?? []);
        string read = text.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? text.Substring(ByteOrderMark.Length) : text;
        ISet<string> present = EnvironmentFileReader.Read(read, _ => null).Names;
        string lineBreak = text.Contains("\r\n") ? "\r\n" : "\n";
        StringBuilder result = new(text);
        foreach (string name in names.Where(n => VariableName.IsValid(n) && !present.Contains(n)))
        {
            if (result.Length > 0 && result[result.Length - 1] != '\n') result.Append(lineBreak);
            result.Append(name).Append('=').Append(lineBreak);
        }

        return Latin1.GetBytes(result.ToString());
    }

    /// <summary>Reads an env file. An empty value counts as none, because the build itself writes such lines.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="readVariable">The environment of the process, which goes before the file in values that name variables.</param>
    public static EnvironmentFileContent Read(byte[] content, Func<string, string?> readVariable)
    {
        EnvironmentFileContent read = EnvironmentFileReader.Read(Encoding.UTF8.GetString(content).TrimStart('\uFEFF'), readVariable);
        return read with { Values = read.Values.Where(p => p.Value.Length > 0).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal) };
    }
}
