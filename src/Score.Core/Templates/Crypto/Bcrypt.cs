using System;
using System.Globalization;
using System.Text;

namespace Score.Core.Templates.Crypto;

/// <summary>The password hash of OpenBSD, which Apache understands.</summary>
internal sealed class Bcrypt
{
    /// <summary>The longest password in bytes.</summary>
    public const int MaxPasswordLength = 72;

    /// <summary>The length of the salt in bytes.</summary>
    public const int SaltLength = 16;

    private const int Cost = 10;
    private const int SubkeyCount = 18;
    private const string Alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly Lazy<uint[]> InitialState = new(static () => PiDigits.Words(SubkeyCount + (4 * 256)));

    // Eighteen subkeys, then four tables of 256 words.
    private readonly uint[] _state = (uint[])InitialState.Value.Clone();

    private Bcrypt()
    {
    }

    /// <summary>The hash of a password, with its cost and salt.</summary>
    public static string Hash(byte[] password, byte[] salt)
    {
        byte[] key = new byte[password.Length + 1];
        password.CopyTo(key, 0);
        Bcrypt cipher = new();
        cipher.Expand(key, salt);
        byte[] noSalt = new byte[SaltLength];
        for (int i = 0; i < 1 << Cost; i++)
        {
            cipher.Expand(key, noSalt);
            cipher.Expand(salt, noSalt);
        }

        byte[] text = Encoding.ASCII.GetBytes("OrpheanBeholderScryDoubt");
        byte[] hash = new byte[text.Length];
        for (int block = 0; block < text.Length; block += 8)
        {
            int at = block;
            uint left = NextWord(text, ref at);
            uint right = NextWord(text, ref at);
            for (int i = 0; i < 64; i++) cipher.Encrypt(ref left, ref right);
            for (int i = 0; i < 4; i++)
            {
                hash[block + i] = (byte)(left >> (24 - (8 * i)));
                hash[block + 4 + i] = (byte)(right >> (24 - (8 * i)));
            }
        }

        // The last byte of the hash is left out, by a slip that became the format.
        return "$2a$" + Cost.ToString("00", CultureInfo.InvariantCulture) + "$" + Encode(salt, SaltLength) + Encode(hash, hash.Length - 1);
    }

    private void Expand(byte[] key, byte[] salt)
    {
        int at = 0;
        for (int i = 0; i < SubkeyCount; i++) _state[i] ^= NextWord(key, ref at);
        at = 0;
        uint left = 0;
        uint right = 0;
        for (int i = 0; i < _state.Length; i += 2)
        {
            left ^= NextWord(salt, ref at);
            right ^= NextWord(salt, ref at);
            Encrypt(ref left, ref right);
            _state[i] = left;
            _state[i + 1] = right;
        }
    }

    private void Encrypt(ref uint left, ref uint right)
    {
        uint[] s = _state;
        uint l = left;
        uint r = right;
        for (int i = 0; i < 16; i++)
        {
            l ^= s[i];
            r ^= ((s[18 + (l >> 24)] + s[274 + ((l >> 16) & 0xFF)]) ^ s[530 + ((l >> 8) & 0xFF)]) + s[786 + (l & 0xFF)];
            (l, r) = (r, l);
        }

        left = r ^ s[17];
        right = l ^ s[16];
    }

    // Bytes are taken in a circle.
    private static uint NextWord(byte[] bytes, ref int at)
    {
        uint word = 0;
        for (int i = 0; i < 4; i++)
        {
            word = (word << 8) | bytes[at];
            at = (at + 1) % bytes.Length;
        }

        return word;
    }

    private static string Encode(byte[] bytes, int count)
    {
        StringBuilder text = new();
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < count; i++)
        {
            buffer = ((buffer << 8) | bytes[i]) & 0xFFFF;
            for (bits += 8; bits >= 6; bits -= 6) text.Append(Alphabet[(buffer >> (bits - 6)) & 63]);
        }

        if (bits > 0) text.Append(Alphabet[(buffer << (6 - bits)) & 63]);
        return text.ToString();
    }
}
