namespace Score.Core.Templates.Crypto;

/// <summary>An Ed25519 key.</summary>
internal sealed class Ed25519PrivateKey : PrivateKey
{
    /// <summary>The algorithm of such keys and of their signatures.</summary>
    public const string AlgorithmId = "1.3.101.112";

    /// <summary>The length of the secret in bytes.</summary>
    public const int SeedLength = 32;

    private readonly byte[] _seed;

    /// <param name="seed">The 32 secret bytes.</param>
    public Ed25519PrivateKey(byte[] seed) => _seed = seed;

    /// <inheritdoc/>
    public override string Label => "PRIVATE KEY";

    /// <inheritdoc/>
    public override byte[] Encode() => DerWriter.Sequence(
        DerWriter.Integer(0),
        SignatureAlgorithm(),
        DerWriter.OctetString(DerWriter.OctetString(_seed)));

    /// <inheritdoc/>
    public override byte[] PublicKeyBits() => Ed25519.PublicKey(_seed);

    /// <inheritdoc/>
    public override byte[] PublicKeyInfo() => DerWriter.Sequence(SignatureAlgorithm(), DerWriter.BitString(PublicKeyBits()));

    /// <inheritdoc/>
    public override byte[] SignatureAlgorithm() => DerWriter.Sequence(DerWriter.ObjectId(AlgorithmId));

    /// <inheritdoc/>
    public override byte[] Sign(byte[] data) => Ed25519.Sign(_seed, data);
}
