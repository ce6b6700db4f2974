using System.Security.Cryptography;

namespace Score.Core.Templates.Crypto;

/// <summary>An RSA key.</summary>
internal sealed class RsaPrivateKey : PrivateKey
{
    private readonly RSAParameters _key;

    private RsaPrivateKey(RSAParameters key) => _key = key;

    /// <inheritdoc/>
    public override string Label => "RSA PRIVATE KEY";

    /// <summary>Makes a key. Its primes come from the framework, not from the run's random source.</summary>
    public static RsaPrivateKey Generate(int bits)
    {
#if NETFRAMEWORK
        // RSA.Create gives an implementation there that cannot sign with SHA-256.
        using RSA rsa = new RSACng(bits);
#else
        using RSA rsa = RSA.Create(bits);
#endif
        return new RsaPrivateKey(rsa.ExportParameters(true));
    }

    /// <summary>Reads the format that <see cref="Encode"/> writes.</summary>
    public static RsaPrivateKey Decode(byte[] bytes)
    {
        DerReader reader = new DerReader(bytes).Enter(DerWriter.SequenceTag);
        reader.UnsignedInteger();
        byte[] modulus = reader.UnsignedInteger();
        byte[] exponent = reader.UnsignedInteger();
        int half = (modulus.Length + 1) / 2;
        return new RsaPrivateKey(new RSAParameters
        {
            Modulus = modulus,
            Exponent = exponent,
            D = Fill(reader.UnsignedInteger(), modulus.Length),
            P = Fill(reader.UnsignedInteger(), half),
            Q = Fill(reader.UnsignedInteger(), half),
            DP = Fill(reader.UnsignedInteger(), half),
            DQ = Fill(reader.UnsignedInteger(), half),
            InverseQ = Fill(reader.UnsignedInteger(), half),
        });
    }

    /// <inheritdoc/>
    public override byte[] Encode() => DerWriter.Sequence(
        DerWriter.Integer(0),
        DerWriter.UnsignedInteger(_key.Modulus!),
        DerWriter.UnsignedInteger(_key.Exponent!),
        DerWriter.UnsignedInteger(_key.D!),
        DerWriter.UnsignedInteger(_key.P!),
        DerWriter.UnsignedInteger(_key.Q!),
        DerWriter.UnsignedInteger(_key.DP!),
        DerWriter.UnsignedInteger(_key.DQ!),
        DerWriter.UnsignedInteger(_key.InverseQ!));

    /// <inheritdoc/>
    public override byte[] PublicKeyBits() => DerWriter.Sequence(DerWriter.UnsignedInteger(_key.Modulus!), DerWriter.UnsignedInteger(_key.Exponent!));

    /// <inheritdoc/>
    public override byte[] PublicKeyInfo() => DerWriter.Sequence(
        DerWriter.Sequence(DerWriter.ObjectId("1.2.840.113549.1.1.1"), DerWriter.Null),
        DerWriter.BitString(PublicKeyBits()));

    /// <inheritdoc/>
    public override byte[] SignatureAlgorithm() => DerWriter.Sequence(DerWriter.ObjectId("1.2.840.113549.1.1.11"), DerWriter.Null);

    /// <inheritdoc/>
    public override byte[] Sign(byte[] data)
    {
#if NETFRAMEWORK
        using RSA rsa = new RSACng();
#else
        using RSA rsa = RSA.Create();
#endif
        rsa.ImportParameters(_key);
        return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    // The framework wants the parts in the lengths that follow from the modulus.
    private static byte[] Fill(byte[] number, int length)
    {
        if (number.Length >= length) return number;
        byte[] filled = new byte[length];
        number.CopyTo(filled, length - number.Length);
        return filled;
    }
}
