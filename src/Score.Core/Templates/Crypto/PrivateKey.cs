namespace Score.Core.Templates.Crypto;

/// <summary>A private key that can be written down and can sign certificates.</summary>
internal abstract class PrivateKey
{
    /// <summary>What stands after "BEGIN" in the key's PEM block.</summary>
    public abstract string Label { get; }

    /// <summary>The key in the format of its PEM block.</summary>
    public abstract byte[] Encode();

    /// <summary>The public key with its algorithm, as certificates hold it.</summary>
    public abstract byte[] PublicKeyInfo();

    /// <summary>The bits of the public key alone.</summary>
    public abstract byte[] PublicKeyBits();

    /// <summary>The identifier of the algorithm that <see cref="Sign"/> uses.</summary>
    public abstract byte[] SignatureAlgorithm();

    /// <summary>Signs some bytes.</summary>
    public abstract byte[] Sign(byte[] data);

    /// <summary>The key as text.</summary>
    public string ToPem() => Pem.Write(Label, Encode());
}
