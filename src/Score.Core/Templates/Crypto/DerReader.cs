using System;
using System.Collections.Generic;
using Score.Core.Templates.Execution;

namespace Score.Core.Templates.Crypto;

/// <summary>Reads ASN.1 values one after the other.</summary>
internal sealed class DerReader
{
    private readonly byte[] _bytes;
    private readonly int _end;
    private int _at;

    public DerReader(byte[] bytes)
        : this(bytes, 0, bytes.Length)
    {
    }

    private DerReader(byte[] bytes, int start, int end)
    {
        _bytes = bytes;
        _at = start;
        _end = end;
    }

    /// <summary>Whether there is another value.</summary>
    public bool HasMore => _at < _end;

    /// <summary>The tag of the next value, or 0.</summary>
    public byte Tag => HasMore ? _bytes[_at] : (byte)0;

    /// <summary>Goes into the next value, which has a tag.</summary>
    public DerReader Enter(byte tag)
    {
        (int start, int end) = Next(tag);
        return new DerReader(_bytes, start, end);
    }

    /// <summary>The content of the next value, which has a tag.</summary>
    public byte[] Content(byte tag)
    {
        (int start, int end) = Next(tag);
        return Copy(start, end);
    }

    /// <summary>The bytes of a number, the highest first, without zeros before them.</summary>
    public byte[] UnsignedInteger()
    {
        byte[] content = Content(DerWriter.IntegerTag);
        int start = 0;
        while (start < content.Length - 1 && content[start] == 0) start++;
        byte[] number = new byte[content.Length - start];
        Array.Copy(content, start, number, 0, number.Length);
        return number;
    }

    /// <summary>The bytes of a string of whole bytes.</summary>
    public byte[] BitString()
    {
        byte[] content = Content(DerWriter.BitStringTag);
        byte[] bits = new byte[Math.Max(content.Length - 1, 0)];
        Array.Copy(content, content.Length - bits.Length, bits, 0, bits.Length);
        return bits;
    }

    /// <summary>An object identifier in dots.</summary>
    public string ObjectId()
    {
        byte[] content = Content(0x06);
        List<string> parts = [];
        long number = 0;
        foreach (byte b in content)
        {
            number = (number << 7) | (byte)(b & 0x7F);
            if (b >= 0x80) continue;
            if (parts.Count == 0)
            {
                long first = Math.Min(number / 40, 2);
                parts.Add(first.ToString(System.Globalization.CultureInfo.InvariantCulture));
                number -= first * 40;
            }

            parts.Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            number = 0;
        }

        return string.Join(".", parts);
    }

    /// <summary>The next value with its tag and length, whatever it is.</summary>
    public byte[] Whole()
    {
        int start = _at;
        (_, int end) = Next(Tag);
        return Copy(start, end);
    }

    private byte[] Copy(int start, int end)
    {
        byte[] copy = new byte[end - start];
        Array.Copy(_bytes, start, copy, 0, copy.Length);
        return copy;
    }

    private (int Start, int End) Next(byte tag)
    {
        if (_at + 2 > _end || _bytes[_at] != tag) throw Malformed();
        int length = _bytes[_at + 1];
        int start = _at + 2;
        if (length >= 0x80)
        {
            int count = length & 0x7F;
            if (count is 0 or > 3 || start + count > _end) throw Malformed();
            length = 0;
            for (int i = 0; i < count; i++) length = (length << 8) | _bytes[start++];
        }

        if (start + length > _end) throw Malformed();
        _at = start + length;
        return (start, _at);
    }

    private static FunctionException Malformed() => new("The key or certificate is malformed.");
}
