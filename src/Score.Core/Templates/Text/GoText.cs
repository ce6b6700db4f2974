using System;
using System.Text;

namespace Score.Core.Templates.Text;

/// <summary>
/// Strings as Go has them, which are bytes. A template can cut a character in two (<c>trunc 1 "é"</c>) or decode bytes that
/// are no text (<c>b64dec</c>). Such a byte is carried as a lone low surrogate, U+DC00 plus the byte, so that it survives
/// until the pieces are put together again.
/// </summary>
internal static class GoText
{
    private const int ReplacementCharacter = 0xFFFD;

    /// <summary>Whether every character is ASCII, so that offsets in bytes and in characters are the same.</summary>
    public static bool IsAscii(string text)
    {
        foreach (char c in text)
        {
            if (c > 0x7F) return false;
        }

        return true;
    }

    /// <summary>The length in bytes, which is what <c>len</c> says.</summary>
    public static int ByteLength(string text)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80 || IsLoneByte(text, i))
            {
                length++;
            }
            else if (c < 0x800)
            {
                length += 2;
            }
            else if (IsPair(text, i))
            {
                length += 4;
                i++;
            }
            else
            {
                length += 3;
            }
        }

        return length;
    }

    /// <summary>The bytes of a string.</summary>
    public static byte[] ToBytes(string text)
    {
        byte[] bytes = new byte[ByteLength(text)];
        int at = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int c = text[i];
            if (c < 0x80)
            {
                bytes[at++] = (byte)c;
            }
            else if (c < 0x800)
            {
                bytes[at++] = (byte)(0xC0 | (c >> 6));
                bytes[at++] = (byte)(0x80 | (c & 0x3F));
            }
            else if (IsPair(text, i))
            {
                c = char.ConvertToUtf32(text[i], text[++i]);
                bytes[at++] = (byte)(0xF0 | (c >> 18));
                bytes[at++] = (byte)(0x80 | ((c >> 12) & 0x3F));
                bytes[at++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                bytes[at++] = (byte)(0x80 | (c & 0x3F));
            }
            else if (IsLoneByte(text, i))
            {
                bytes[at++] = (byte)(c - 0xDC00);
            }
            else
            {
                if (c is >= 0xD800 and <= 0xDFFF) c = ReplacementCharacter;
                bytes[at++] = (byte)(0xE0 | (c >> 12));
                bytes[at++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                bytes[at++] = (byte)(0x80 | (c & 0x3F));
            }
        }

        return bytes;
    }

    /// <summary>The string that some bytes are.</summary>
    public static string FromBytes(byte[] bytes) => FromBytes(bytes, 0, bytes.Length);

    /// <summary>The string that a stretch of bytes is.</summary>
    public static string FromBytes(byte[] bytes, int start, int count)
    {
        StringBuilder text = new(count);
        int end = start + count;
        for (int i = start; i < end;)
        {
            int length = SequenceLength(bytes, i, end);
            if (length == 1)
            {
                text.Append((char)bytes[i]);
            }
            else if (length == 0)
            {
                text.Append((char)(0xDC00 + bytes[i]));
                length = 1;
            }
            else
            {
                text.Append(Encoding.UTF8.GetString(bytes, i, length));
            }

            i += length;
        }

        return text.ToString();
    }

    /// <summary>Puts characters together that were cut and joined again, and replaces what is no text.</summary>
    public static string Normalize(string text)
    {
        bool broken = false;
        for (int i = 0; i < text.Length && !broken; i++)
        {
            if (IsPair(text, i)) i++;
            else broken = char.IsSurrogate(text[i]);
        }

        return broken ? Encoding.UTF8.GetString(ToBytes(text)) : text;
    }

    /// <summary>The stretch of a string between two offsets in bytes.</summary>
    public static string Slice(string text, int start, int end)
    {
        if (IsAscii(text)) return text.Substring(start, end - start);
        return FromBytes(ToBytes(text), start, end - start);
    }

    /// <summary>Reads the character at an offset and moves past it. A byte that is no text reads as U+FFFD.</summary>
    public static int NextRune(string text, ref int index)
    {
        if (IsPair(text, index))
        {
            index += 2;
            return char.ConvertToUtf32(text[index - 2], text[index - 1]);
        }

        char c = text[index++];
        return char.IsSurrogate(c) ? ReplacementCharacter : c;
    }

    /// <summary>The number of characters, a character beyond the basic plane counted once.</summary>
    public static int RuneCount(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; count++) NextRune(text, ref i);
        return count;
    }

    /// <summary>The string of one character.</summary>
    public static string FromRune(long rune)
    {
        if (rune is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) rune = ReplacementCharacter;
        return char.ConvertFromUtf32((int)rune);
    }

    /// <summary>The order of the bytes, which for characters beyond the basic plane is not the order of UTF-16.</summary>
    public static int Compare(string a, string b)
    {
        int length = Math.Min(a.Length, b.Length);
        for (int i = 0; i < length; i++)
        {
            char x = a[i];
            char y = b[i];
            if (x == y) continue;
            bool surrogates = x >= 0xD800 && y >= 0xD800;
            return surrogates ? Rank(x).CompareTo(Rank(y)) : x.CompareTo(y);
        }

        return a.Length.CompareTo(b.Length);
    }

    // Surrogates stand for characters above U+FFFF, so they come after the rest of the basic plane.
    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;

    private static bool IsPair(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);

    // A low surrogate is only asked about when the character before it did not take it.
    private static bool IsLoneByte(string text, int index) => text[index] is >= '\uDC80' and <= '\uDCFF';

    // The length of the well-formed sequence at an offset, or 0.
    private static int SequenceLength(byte[] bytes, int start, int end)
    {
        int first = bytes[start];
        if (first < 0x80) return 1;
        int length = first switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0 || start + length > end) return 0;
        int second = bytes[start + 1];
        (int low, int high) = first switch { 0xE0 => (0xA0, 0xBF), 0xED => (0x80, 0x9F), 0xF0 => (0x90, 0xBF), 0xF4 => (0x80, 0x8F), _ => (0x80, 0xBF) };
        if (second < low || second > high) return 0;
        for (int i = 2; i < length; i++)
        {
            if ((bytes[start + i] & 0xC0) != 0x80) return 0;
        }

        return length;
    }
}
