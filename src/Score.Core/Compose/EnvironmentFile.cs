using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Platforms;
using Score.Core.Text;

namespace Score.Core.Compose;

/// <summary>
/// The env file: the variables that compose.yaml needs. What the user wrote stays; a value that follows from others is kept up to
/// date, and a name without a value gets one when the build has one.
/// </summary>
internal static class EnvironmentFile
{
    /// <summary>The mode of a file that a build makes: nobody else reads the passwords.</summary>
    public const int NewMode = 0x180; // 0600

    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    private const string Heading = "# The values of this machine. Builds add what is missing, and leave what is there: change it here. Do not commit this " +
        "file.";

    /// <summary>Adds what is missing.</summary>
    /// <param name="existing">The file's content, or null when there is none.</param>
    /// <param name="names">The variables that must be there, in order. A name that an env file cannot hold is left out.</param>
    /// <returns>The new content: the old one, and a line <c>NAME=</c> for each variable that it does not set.</returns>
    public static byte[] AddMissing(byte[]? existing, IEnumerable<string> names) => Update(existing, names.Select(n => new OutputVariable(n, "")).ToList());

    /// <summary>Adds what is missing, and brings up to date what follows from other values.</summary>
    /// <param name="existing">The file's content, or null when there is none.</param>
    /// <param name="variables">The variables that must be there, in order. A name that an env file cannot hold is left out.</param>
    public static byte[] Update(byte[]? existing, IReadOnlyList<OutputVariable> variables)
    {
        string text = OneForEach(existing ?? []);
        string lineBreak = text.Contains("\r\n") ? "\r\n" : "\n";
        StringBuilder added = new();
        EnvironmentFileContent content = ReadBytes(text, out int start);
        foreach (OutputVariable variable in variables)
        {
            if (!VariableName.IsValid(variable.Name)) continue;
            if (content.Names.Contains(variable.Name))
            {
                if (Changed(text, start, content, variable) is not { } changed) continue;
                text = changed;
                content = ReadBytes(text, out _);
                continue;
            }

            foreach (string line in variable.Comment.Split('\n').Where(l => l.Trim().Length > 0))
                added.Append("# ").Append(Bytes(line.Trim())).Append(lineBreak);
            added.Append(Statement(variable)).Append(lineBreak);
        }

        if (added.Length == 0) return BytesOf(text);
        if (text.Length == 0 && variables.Any(v => v.Value.Length > 0)) text = Heading + lineBreak;
        if (text.Length > 0 && text[text.Length - 1] != '\n') text += lineBreak;
        return BytesOf(text + added);
    }

    /// <summary>Reads an env file. An empty value counts as none, because the build itself writes such lines.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="readVariable">The environment of the process, which goes before the file in values that name variables.</param>
    public static EnvironmentFileContent Read(byte[] content, Func<string, string?> readVariable)
    {
        EnvironmentFileContent read = EnvironmentFileReader.Read(Encoding.UTF8.GetString(content).TrimStart('\uFEFF'), readVariable);
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> value in read.Values)
        {
            if (value.Value.Length > 0) values.Add(value.Key, value.Value);
        }

        return read with { Values = values };
    }

    /// <summary>The first statement whose name an earlier one has set already, which Docker Compose leaves out of account; null when there is none.</summary>
    public static EnvironmentStatement? FirstRepeated(EnvironmentFileContent content)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (EnvironmentStatement statement in content.Statements)
        {
            if (!seen.Add(statement.Name)) return statement;
        }

        return null;
    }

    // Where names and values begin: after a byte order mark.
    private static EnvironmentFileContent ReadBytes(string text, out int start)
    {
        start = text.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? ByteOrderMark.Length : 0;
        return EnvironmentFileReader.Read(text.Substring(start), _ => null);
    }

    // Null when the variable stays as it is.
    private static string? Changed(string text, int start, EnvironmentFileContent content, OutputVariable variable)
    {
        EnvironmentStatement? last = content.Statements.FindLast(s => s.Name == variable.Name);
        string value = content.Values.TryGetValue(variable.Name, out string? set) ? set : "";
        if (last is null || variable.IsDefault || variable.Value.Length == 0 || Bytes(variable.Value) == value || (value.Length > 0 && !variable.IsComputed))
            return null;

        // The line break belongs to a value without quotes, and not to others.
        string old = text.Substring(start + last.Start, last.End - last.Start);
        return text.Substring(0, start + last.Start) + Statement(variable) + old.Substring(old.TrimEnd('\r', '\n').Length) + text.Substring(start + last.End);
    }

    private static string Statement(OutputVariable variable) => $"{variable.Name}={Bytes(EnvironmentValue.Write(variable.Value))}";

    private static string Bytes(string text) => OneForEach(Encoding.UTF8.GetBytes(text));

    // One character a byte, so that whatever the file holds is written back as it was. The framework's encoding of this kind is
    // compiled at run time.
    private static string OneForEach(byte[] bytes)
    {
        char[] text = new char[bytes.Length];
        for (int i = 0; i < text.Length; i++) text[i] = (char)bytes[i];
        return new string(text);
    }

    private static byte[] BytesOf(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)text[i];
        return bytes;
    }
}
