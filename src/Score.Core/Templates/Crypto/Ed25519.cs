using System;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Score.Core.Templates.Crypto;

/// <summary>
/// Signatures by RFC 8032, which neither framework has. The arithmetic is plain, not hardened against someone who measures
/// its time: it signs certificates for a build on the developer's own machine.
/// </summary>
internal static class Ed25519
{
    private const int Length = 32;

    private static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger Order =
        BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);
    private static readonly BigInteger D = Modulo(-121665 * Invert(121666));
    private static readonly Point Base = MakeBase();

    /// <summary>The public key of a secret.</summary>
    public static byte[] PublicKey(byte[] seed)
    {
        (BigInteger scalar, _) = Split(seed);
        return Encode(Multiply(Base, scalar));
    }

    /// <summary>Signs a message.</summary>
    public static byte[] Sign(byte[] seed, byte[] message)
    {
        (BigInteger scalar, byte[] prefix) = Split(seed);
        byte[] key = Encode(Multiply(Base, scalar));
        BigInteger nonce = Hash(prefix, message) % Order;
        byte[] commitment = Encode(Multiply(Base, nonce));
        BigInteger challenge = Hash(commitment, key, message) % Order;
        byte[] signature = new byte[2 * Length];
        commitment.CopyTo(signature, 0);
        LittleEndian((nonce + (challenge * scalar)) % Order).CopyTo(signature, Length);
        return signature;
    }

    private static (BigInteger Scalar, byte[] Prefix) Split(byte[] seed)
    {
        using SHA512 sha = SHA512.Create();
        byte[] hash = sha.ComputeHash(seed);
        byte[] scalar = new byte[Length + 1];
        byte[] prefix = new byte[Length];
        Array.Copy(hash, scalar, Length);
        Array.Copy(hash, Length, prefix, 0, Length);
        scalar[0] &= 0xF8;
        scalar[31] = (byte)((scalar[31] & 0x7F) | 0x40);
        return (new BigInteger(scalar), prefix);
    }

    private static BigInteger Hash(params byte[][] parts)
    {
        using SHA512 sha = SHA512.Create();
        foreach (byte[] part in parts) sha.TransformBlock(part, 0, part.Length, null, 0);
        sha.TransformFinalBlock([], 0, 0);
        byte[] number = new byte[65];
        sha.Hash!.CopyTo(number, 0);
        return new BigInteger(number);
    }

    private static byte[] Encode(Point point)
    {
        BigInteger inverse = Invert(point.Z);
        BigInteger x = Modulo(point.X * inverse);
        byte[] bytes = LittleEndian(Modulo(point.Y * inverse));
        if (!x.IsEven) bytes[31] |= 0x80;
        return bytes;
    }

    private static byte[] LittleEndian(BigInteger number)
    {
        byte[] bytes = new byte[Length];
        byte[] given = number.ToByteArray();
        Array.Copy(given, bytes, Math.Min(given.Length, Length));
        return bytes;
    }

    private static Point Multiply(Point point, BigInteger scalar)
    {
        Point result = new(0, 1, 1, 0);
        for (; !scalar.IsZero; scalar >>= 1)
        {
            if (!scalar.IsEven) result = Add(result, point);
            point = Add(point, point);
        }

        return result;
    }

    private static Point Add(Point p, Point q)
    {
        BigInteger a = (p.Y - p.X) * (q.Y - q.X) % Prime;
        BigInteger b = (p.Y + p.X) * (q.Y + q.X) % Prime;
        BigInteger c = 2 * p.T * q.T % Prime * D % Prime;
        BigInteger d = 2 * p.Z * q.Z % Prime;
        (BigInteger e, BigInteger f, BigInteger g, BigInteger h) = (b - a, d - c, d + c, b + a);
        return new Point(Modulo(e * f), Modulo(g * h), Modulo(f * g), Modulo(e * h));
    }

    // The point with y = 4/5 and the even x.
    private static Point MakeBase()
    {
        BigInteger y = Modulo(4 * Invert(5));
        BigInteger square = Modulo(((y * y) - 1) * Invert((D * y * y) + 1));
        BigInteger x = BigInteger.ModPow(square, (Prime + 3) / 8, Prime);
        if (Modulo((x * x) - square) != 0) x = Modulo(x * BigInteger.ModPow(2, (Prime - 1) / 4, Prime));
        if (!x.IsEven) x = Prime - x;
        return new Point(x, y, 1, Modulo(x * y));
    }

    private static BigInteger Invert(BigInteger number) => BigInteger.ModPow(Modulo(number), Prime - 2, Prime);

    private static BigInteger Modulo(BigInteger number)
    {
        BigInteger rest = number % Prime;
        return rest.Sign < 0 ? rest + Prime : rest;
    }

    // In extended coordinates: x = X/Z, y = Y/Z, xy = T/Z.
    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);
}
