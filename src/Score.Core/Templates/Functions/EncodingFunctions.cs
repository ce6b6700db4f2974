using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Encoding Functions". What cannot be decoded gives the reason as the result, as in Sprig.</summary>
internal static class EncodingFunctions
{
    public static readonly string[] Names = ["b32dec", "b32enc", "b64dec", "b64enc"];

    private const string Base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static TemplateFunction? Create(string name) => name switch
    {
        "b64enc" => TemplateFunction.Create(name, c => GoValue.Of(Convert.ToBase64String(GoText.ToBytes(c.Text(0)))), GoType.String),
        "b32enc" => TemplateFunction.Create(name, c => GoValue.Of(ToBase32(c.Budget, GoText.ToBytes(c.Text(0)))), GoType.String),
        "b64dec" => TemplateFunction.Create(name, c => GoValue.Of(Decode(c.Text(0), Base64Alphabet, 6, 4, "base64")), GoType.String),
        "b32dec" => TemplateFunction.Create(name, c => GoValue.Of(Decode(c.Text(0), Base32Alphabet, 5, 8, "base32")), GoType.String),
        _ => null,
    };

    private static string ToBase32(Budget budget, byte[] bytes)
    {
        budget.CheckLength(bytes.Length * 8L / 5);
        StringBuilder text = new();
        int bits = 0;
        int buffer = 0;
        foreach (byte b in bytes)
        {
            buffer = ((buffer << 8) | b) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Base32Alphabet[(buffer >> (bits - 5)) & 31]);
        }

        if (bits > 0) text.Append(Base32Alphabet[(buffer << (5 - bits)) & 31]);
        return text.Append('=', (8 - (text.Length % 8)) % 8).ToString();
    }

    // Line breaks are skipped. The padding must fill the last group, and nothing may follow it.
    private static string Decode(string text, string alphabet, int bitsPerDigit, int group, string name)
    {
        List<byte> bytes = [];
        int digits = 0;
        int padding = 0;
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '\r' or '\n') continue;
            int value = alphabet.IndexOf(c);
            if (c == '=' && IsPaddingAllowed((digits % group) + padding, group, digits % group))
            {
                padding++;
            }
            else if (value < 0 || padding > 0)
            {
                return $"illegal {name} data at input byte {GoText.ByteLength(text.Substring(0, i))}";
            }
            else
            {
                digits++;
                buffer = ((buffer << bitsPerDigit) | value) & 0xFFFF;
                bits += bitsPerDigit;
                if (bits < 8) continue;
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        // A group that was begun is wrong from its first digit on, but missing padding is missed at the end.
        if ((digits + padding) % group != 0) return $"illegal {name} data at input byte {GoText.ByteLength(text) - (padding > 0 ? 0 : digits % group)}";
        return GoText.FromBytes(bytes.ToArray());
    }

    // Only some numbers of digits make whole bytes.
    private static bool IsPaddingAllowed(int filled, int group, int digits) =>
        filled < group && (group == 4 ? digits is 2 or 3 : digits is 2 or 4 or 5 or 7);
}
