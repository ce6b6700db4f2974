using System.Security.Cryptography;
using System.Text;

namespace Score.Core.Text;

/// <summary>Bytes and hashes as lower-case hexadecimal digits.</summary>
internal static class Hexadecimal
{
    private const string Digits = "0123456789abcdef";

    /// <summary>All digits of some bytes.</summary>
    public static string Of(byte[] bytes) => Of(bytes, bytes.Length * 2);

    /// <summary>The first digits of some bytes.</summary>
    public static string Of(byte[] bytes, int digits)
    {
        char[] text = new char[digits];
        for (int i = 0; i < digits; i++) text[i] = Digits[i % 2 == 0 ? bytes[i / 2] >> 4 : bytes[i / 2] & 0xF];
        return new string(text);
    }

    /// <summary>The first digits of the SHA-256 of a text.</summary>
    public static string OfHash(string text, int digits) => OfHash(Encoding.UTF8.GetBytes(text), digits);

    /// <summary>The first digits of the SHA-256 of some bytes.</summary>
    public static string OfHash(byte[] bytes, int digits = 64)
    {
        using SHA256 sha = SHA256.Create();
        return Of(sha.ComputeHash(bytes), digits);
    }
}
