using System;
using System.Security.Cryptography;

namespace Score.Core.Templates.Crypto;

/// <summary>The key derivation of RFC 7914.</summary>
internal static class Scrypt
{
    /// <summary>Derives a key.</summary>
    /// <param name="password">The password.</param>
    /// <param name="salt">The salt, at least eight bytes.</param>
    /// <param name="cost">The cost N, a power of two.</param>
    /// <param name="blockSize">The block size r.</param>
    /// <param name="parallelism">The parallelism p.</param>
    /// <param name="length">The length of the key in bytes.</param>
    public static byte[] Derive(byte[] password, byte[] salt, int cost, int blockSize, int parallelism, int length)
    {
        int words = 32 * blockSize;
        byte[] blocks = Pbkdf2(password, salt, parallelism * words * 4);
        uint[] x = new uint[words];
        uint[] table = new uint[cost * words];
        for (int p = 0; p < parallelism; p++)
        {
            Buffer.BlockCopy(blocks, p * words * 4, x, 0, words * 4);
            Mix(x, table, cost);
            Buffer.BlockCopy(x, 0, blocks, p * words * 4, words * 4);
        }

        return Pbkdf2(password, blocks, length);
    }

    private static byte[] Pbkdf2(byte[] password, byte[] salt, int length)
    {
        using Rfc2898DeriveBytes derivation = new(password, salt, 1, HashAlgorithmName.SHA256);
        return derivation.GetBytes(length);
    }

    private static void Mix(uint[] x, uint[] table, int cost)
    {
        uint[] y = new uint[x.Length];
        uint[] block = new uint[16];
        for (int i = 0; i < cost; i++)
        {
            Array.Copy(x, 0, table, i * x.Length, x.Length);
            MixBlocks(x, y, block);
        }

        for (int i = 0; i < cost; i++)
        {
            int at = (int)(x[x.Length - 16] & (uint)(cost - 1)) * x.Length;
            for (int k = 0; k < x.Length; k++) x[k] ^= table[at + k];
            MixBlocks(x, y, block);
        }
    }

    // Blocks at even places come first, then those at odd ones.
    private static void MixBlocks(uint[] x, uint[] y, uint[] block)
    {
        Array.Copy(x, x.Length - 16, block, 0, 16);
        int half = x.Length / 2;
        for (int i = 0; i < x.Length / 16; i++)
        {
            for (int k = 0; k < 16; k++) block[k] ^= x[(16 * i) + k];
            Salsa(block);
            Array.Copy(block, 0, y, (i % 2 * half) + (i / 2 * 16), 16);
        }

        Array.Copy(y, x, x.Length);
    }

    // Salsa20 with eight rounds. It runs millions of times, so its words are variables and not an array.
    private static void Salsa(uint[] block)
    {
        (uint x0, uint x1, uint x2, uint x3) = (block[0], block[1], block[2], block[3]);
        (uint x4, uint x5, uint x6, uint x7) = (block[4], block[5], block[6], block[7]);
        (uint x8, uint x9, uint x10, uint x11) = (block[8], block[9], block[10], block[11]);
        (uint x12, uint x13, uint x14, uint x15) = (block[12], block[13], block[14], block[15]);
        for (int round = 0; round < 4; round++)
        {
            x4 ^= Rotate(x0 + x12, 7);
            x8 ^= Rotate(x4 + x0, 9);
            x12 ^= Rotate(x8 + x4, 13);
            x0 ^= Rotate(x12 + x8, 18);
            x9 ^= Rotate(x5 + x1, 7);
            x13 ^= Rotate(x9 + x5, 9);
            x1 ^= Rotate(x13 + x9, 13);
            x5 ^= Rotate(x1 + x13, 18);
            x14 ^= Rotate(x10 + x6, 7);
            x2 ^= Rotate(x14 + x10, 9);
            x6 ^= Rotate(x2 + x14, 13);
            x10 ^= Rotate(x6 + x2, 18);
            x3 ^= Rotate(x15 + x11, 7);
            x7 ^= Rotate(x3 + x15, 9);
            x11 ^= Rotate(x7 + x3, 13);
            x15 ^= Rotate(x11 + x7, 18);
            x1 ^= Rotate(x0 + x3, 7);
            x2 ^= Rotate(x1 + x0, 9);
            x3 ^= Rotate(x2 + x1, 13);
            x0 ^= Rotate(x3 + x2, 18);
            x6 ^= Rotate(x5 + x4, 7);
            x7 ^= Rotate(x6 + x5, 9);
            x4 ^= Rotate(x7 + x6, 13);
            x5 ^= Rotate(x4 + x7, 18);
            x11 ^= Rotate(x10 + x9, 7);
            x8 ^= Rotate(x11 + x10, 9);
            x9 ^= Rotate(x8 + x11, 13);
            x10 ^= Rotate(x9 + x8, 18);
            x12 ^= Rotate(x15 + x14, 7);
            x13 ^= Rotate(x12 + x15, 9);
            x14 ^= Rotate(x13 + x12, 13);
            x15 ^= Rotate(x14 + x13, 18);
        }

        block[0] += x0;
        block[1] += x1;
        block[2] += x2;
        block[3] += x3;
        block[4] += x4;
        block[5] += x5;
        block[6] += x6;
        block[7] += x7;
        block[8] += x8;
        block[9] += x9;
        block[10] += x10;
        block[11] += x11;
        block[12] += x12;
        block[13] += x13;
        block[14] += x14;
        block[15] += x15;
    }

    private static uint Rotate(uint value, int count) => (value << count) | (value >> (32 - count));
}
