using System;
using System.Security.Cryptography;
using Score.Core.Templates.Execution;

namespace Score.Core.Templates.Crypto;

/// <summary>A key on one of the curves P-256, P-384 and P-521.</summary>
internal sealed class EcPrivateKey : PrivateKey
{
    /// <summary>The algorithm of such keys, whatever the curve.</summary>
    public const string AlgorithmId = "1.2.840.10045.2.1";

    private const byte ParametersTag = 0xA0;
    private const byte PublicKeyTag = 0xA1;

    private readonly string _curve;
    private readonly ECParameters _key;

    private EcPrivateKey(string curve, ECParameters key)
    {
        _curve = curve;
        _key = key;
    }

    /// <inheritdoc/>
    public override string Label => "EC PRIVATE KEY";

    private HashAlgorithmName Hash => _curve switch
    {
        "1.3.132.0.35" => HashAlgorithmName.SHA512,
        "1.3.132.0.34" => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA256,
    };

    /// <summary>Makes a key on P-256. It comes from the framework, not from the run's random source.</summary>
    public static EcPrivateKey Generate()
    {
        using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new EcPrivateKey("1.2.840.10045.3.1.7", ecdsa.ExportParameters(true));
    }

    /// <summary>Reads the format that <see cref="Encode"/> writes.</summary>
    /// <param name="bytes">The key.</param>
    /// <param name="curve">The curve, when that is known from elsewhere.</param>
    public static EcPrivateKey Decode(byte[] bytes, string? curve)
    {
        DerReader reader = new DerReader(bytes).Enter(DerWriter.SequenceTag);
        reader.UnsignedInteger();
        byte[] number = reader.Content(DerWriter.OctetStringTag);
        if (reader.Tag == ParametersTag) curve = reader.Enter(ParametersTag).ObjectId();
        if (reader.Tag != PublicKeyTag) throw new FunctionException("The key does not contain its public key.");
        byte[] point = reader.Enter(PublicKeyTag).BitString();
        int length = (point.Length - 1) / 2;
        if (point.Length != (2 * length) + 1 || point[0] != 4 || number.Length > length) throw new FunctionException("The key's public key is malformed.");
        ECParameters key = new() { Curve = CurveOf(curve), D = new byte[length] };
        number.CopyTo(key.D, length - number.Length);
        key.Q.X = new byte[length];
        key.Q.Y = new byte[length];
        Array.Copy(point, 1, key.Q.X, 0, length);
        Array.Copy(point, 1 + length, key.Q.Y, 0, length);
        return new EcPrivateKey(curve!, key);
    }

    /// <inheritdoc/>
    public override byte[] Encode() => DerWriter.Sequence(
        DerWriter.Integer(1),
        DerWriter.OctetString(_key.D!),
        DerWriter.Value(ParametersTag, DerWriter.ObjectId(_curve)),
        DerWriter.Value(PublicKeyTag, DerWriter.BitString(PublicKeyBits())));

    /// <inheritdoc/>
    public override byte[] PublicKeyBits()
    {
        int length = _key.Q.X!.Length;
        byte[] point = new byte[1 + (2 * length)];
        point[0] = 4;
        _key.Q.X.CopyTo(point, 1);
        _key.Q.Y!.CopyTo(point, 1 + length);
        return point;
    }

    /// <inheritdoc/>
    public override byte[] PublicKeyInfo() => DerWriter.Sequence(
        DerWriter.Sequence(DerWriter.ObjectId(AlgorithmId), DerWriter.ObjectId(_curve)),
        DerWriter.BitString(PublicKeyBits()));

    /// <inheritdoc/>
    public override byte[] SignatureAlgorithm()
    {
        string id = Hash == HashAlgorithmName.SHA512 ? "1.2.840.10045.4.3.4" : Hash == HashAlgorithmName.SHA384 ? "1.2.840.10045.4.3.3" : "1.2.840.10045.4.3.2";
        return DerWriter.Sequence(DerWriter.ObjectId(id));
    }

    /// <inheritdoc/>
    public override byte[] Sign(byte[] data)
    {
        using ECDsa ecdsa = ECDsa.Create(_key);

        // The framework gives the two numbers one after the other.
        byte[] numbers = ecdsa.SignData(data, Hash);
        byte[] r = new byte[numbers.Length / 2];
        byte[] s = new byte[numbers.Length / 2];
        Array.Copy(numbers, 0, r, 0, r.Length);
        Array.Copy(numbers, r.Length, s, 0, s.Length);
        return DerWriter.Sequence(DerWriter.UnsignedInteger(r), DerWriter.UnsignedInteger(s));
    }

    private static ECCurve CurveOf(string? id) => id switch
    {
        "1.2.840.10045.3.1.7" => ECCurve.NamedCurves.nistP256,
        "1.3.132.0.34" => ECCurve.NamedCurves.nistP384,
        "1.3.132.0.35" => ECCurve.NamedCurves.nistP521,
        _ => throw new FunctionException("The key is on a curve that is not supported."),
    };
}
