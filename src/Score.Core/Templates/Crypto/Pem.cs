using System;
using System.Text;
using System.Text.RegularExpressions;
using Score.Core.Templates.Execution;

namespace Score.Core.Templates.Crypto;

/// <summary>Bytes as text between lines that say what they are.</summary>
internal static class Pem
{
    private const int LineLength = 64;

    private static readonly Lazy<Regex> Block = new(static () => new Regex(
        @"(?:\A|\n)-----BEGIN ([A-Z0-9 ]+)-----\r?\n(?<body>[^-]*)-----END \1-----",
        RegexOptions.CultureInvariant));

    /// <summary>The text of some bytes.</summary>
    public static string Write(string label, byte[] bytes)
    {
        string base64 = Convert.ToBase64String(bytes);
        StringBuilder text = new();
        text.Append("-----BEGIN ").Append(label).Append("-----\n");
        for (int i = 0; i < base64.Length; i += LineLength) text.Append(base64, i, Math.Min(LineLength, base64.Length - i)).Append('\n');
        return text.Append("-----END ").Append(label).Append("-----\n").ToString();
    }

    /// <summary>The first block in a text.</summary>
    /// <exception cref="FunctionException">There is none.</exception>
    public static (string Label, byte[] Bytes) Read(string text)
    {
        Match match = Block.Value.Match(text);
        if (!match.Success) throw new FunctionException("There is no PEM block in the text.");
        try
        {
            return (match.Groups[1].Value, Convert.FromBase64String(match.Groups["body"].Value));
        }
        catch (FormatException)
        {
            throw new FunctionException("The PEM block is not base64.");
        }
    }
}
