using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Score.Core.Templates.Crypto;

/// <summary>Writes ASN.1 values in DER, as keys and certificates need them.</summary>
internal static class DerWriter
{
    public const byte IntegerTag = 0x02;
    public const byte BitStringTag = 0x03;
    public const byte OctetStringTag = 0x04;
    public const byte SequenceTag = 0x30;
    public const byte SetTag = 0x31;

    public static readonly byte[] Null = [0x05, 0x00];

    public static byte[] Sequence(params byte[][] parts) => Value(SequenceTag, Join(parts));

    public static byte[] Set(params byte[][] parts) => Value(SetTag, Join(parts));

    public static byte[] OctetString(byte[] content) => Value(OctetStringTag, content);

    public static byte[] Boolean(bool value) => [0x01, 0x01, value ? (byte)0xFF : (byte)0];

    public static byte[] Integer(int value) => UnsignedInteger([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);

    /// <summary>A number that is not negative, from its bytes with the highest first.</summary>
    public static byte[] UnsignedInteger(byte[] bytes)
    {
        int start = 0;
        while (start < bytes.Length - 1 && bytes[start] == 0) start++;

        // A set highest bit would make it negative.
        int sign = bytes[start] >= 0x80 ? 1 : 0;
        byte[] content = new byte[bytes.Length - start + sign];
        Array.Copy(bytes, start, content, sign, bytes.Length - start);
        return Value(IntegerTag, content);
    }

    /// <summary>A string of bits, of which the last byte may have some too many.</summary>
    public static byte[] BitString(byte[] content, int unusedBits = 0) => Value(BitStringTag, Join([[(byte)unusedBits], content]));

    /// <summary>An object identifier, such as "1.2.840.113549".</summary>
    public static byte[] ObjectId(string dotted)
    {
        string[] parts = dotted.Split('.');
        List<byte> content = [(byte)((int.Parse(parts[0], CultureInfo.InvariantCulture) * 40) + int.Parse(parts[1], CultureInfo.InvariantCulture))];
        for (int i = 2; i < parts.Length; i++)
        {
            long number = long.Parse(parts[i], CultureInfo.InvariantCulture);
            int shift = 0;
            while (number >> (shift + 7) != 0) shift += 7;
            for (; shift >= 0; shift -= 7) content.Add((byte)(((number >> shift) & 0x7F) | (shift > 0 ? 0x80L : 0)));
        }

        return Value(0x06, content.ToArray());
    }

    /// <summary>Text: as a printable string when its characters allow that, which is the older of the two types.</summary>
    public static byte[] Text(string text)
    {
        const string Signs = " '()+,-./:=?";
        bool isPrintable = true;
        foreach (char c in text) isPrintable &= Signs.IndexOf(c) >= 0 || (c < 0x80 && char.IsLetterOrDigit(c));
        return Value(isPrintable ? (byte)0x13 : (byte)0x0C, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A time in UTC: with two digits of the year until 2049, with four after.</summary>
    public static byte[] Time(DateTime utc)
    {
        bool isShort = utc.Year is >= 1950 and < 2050;
        string text = utc.ToString(isShort ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        return Value(isShort ? (byte)0x17 : (byte)0x18, Encoding.ASCII.GetBytes(text));
    }

    /// <summary>A value with a tag of its own.</summary>
    public static byte[] Value(byte tag, byte[] content)
    {
        List<byte> length = [];
        for (int rest = content.Length; rest > 0; rest >>= 8) length.Insert(0, (byte)rest);
        if (content.Length == 0) length.Add(0);
        if (content.Length >= 0x80) length.Insert(0, (byte)(0x80 | length.Count));
        return Join([[tag], length.ToArray(), content]);
    }

    private static byte[] Join(byte[][] parts)
    {
        int length = 0;
        foreach (byte[] part in parts) length += part.Length;
        byte[] joined = new byte[length];
        int at = 0;
        foreach (byte[] part in parts)
        {
            part.CopyTo(joined, at);
            at += part.Length;
        }

        return joined;
    }
}
