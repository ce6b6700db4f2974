using System;
using Score.Core.Templates;

namespace Score.Core.Tests.Templates;

/// <summary>Bytes that a test chose, once.</summary>
internal sealed class FixedRandom : ITemplateRandom
{
    private readonly byte[] _bytes;
    private int _at;

    public FixedRandom(string hexadecimal)
    {
        _bytes = Convert.FromHexString(hexadecimal);
    }

    public void Fill(byte[] buffer)
    {
        Array.Copy(_bytes, _at, buffer, 0, buffer.Length);
        _at += buffer.Length;
    }
}
