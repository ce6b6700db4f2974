using Score.Core.Templates.Execution;

namespace Score.Core.Templates.Crypto;

/// <summary>Reads private keys from PEM text.</summary>
internal static class PrivateKeyReader
{
    private const string RsaId = "1.2.840.113549.1.1.1";

    /// <summary>The key in a text.</summary>
    /// <exception cref="FunctionException">There is none, or none that is supported.</exception>
    public static PrivateKey Read(string pem)
    {
        (string label, byte[] bytes) = Pem.Read(pem);
        return label switch
        {
            "PRIVATE KEY" => ReadPkcs8(bytes),
            "RSA PRIVATE KEY" => RsaPrivateKey.Decode(bytes),
            "EC PRIVATE KEY" => EcPrivateKey.Decode(bytes, null),
            "DSA PRIVATE KEY" => throw new FunctionException("DSA keys are not supported.", TemplateErrorKind.Unsupported),
            _ => throw new FunctionException("The PEM block holds no private key."),
        };
    }

    private static PrivateKey ReadPkcs8(byte[] bytes)
    {
        DerReader reader = new DerReader(bytes).Enter(DerWriter.SequenceTag);
        reader.UnsignedInteger();
        DerReader algorithm = reader.Enter(DerWriter.SequenceTag);
        string id = algorithm.ObjectId();
        byte[] key = reader.Content(DerWriter.OctetStringTag);
        switch (id)
        {
            case RsaId: return RsaPrivateKey.Decode(key);
            case EcPrivateKey.AlgorithmId: return EcPrivateKey.Decode(key, algorithm.HasMore ? algorithm.ObjectId() : null);
            case Ed25519PrivateKey.AlgorithmId:
                byte[] seed = new DerReader(key).Content(DerWriter.OctetStringTag);
                if (seed.Length == Ed25519PrivateKey.SeedLength) return new Ed25519PrivateKey(seed);
                break;
        }

        throw new FunctionException("The private key is of a type that is not supported.", TemplateErrorKind.Unsupported);
    }
}
