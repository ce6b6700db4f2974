using Score.Core.Templates.Execution;

namespace Score.Core.Templates.Crypto;

/// <summary>Who signs a certificate.</summary>
/// <param name="Subject">The name in the signer's certificate, as it is encoded there.</param>
/// <param name="KeyId">The identifier of the signer's key; empty when it has none.</param>
/// <param name="PublicKeyInfo">The public key in the signer's certificate.</param>
internal sealed record Issuer(byte[] Subject, byte[] KeyId, byte[] PublicKeyInfo)
{
    /// <summary>Reads what is needed of the signer's certificate.</summary>
    /// <exception cref="FunctionException">The text holds no certificate.</exception>
    public static Issuer Read(string pem)
    {
        (string label, byte[] bytes) = Pem.Read(pem);
        if (label != "CERTIFICATE") throw new FunctionException("The PEM block holds no certificate.");
        DerReader body = new DerReader(bytes).Enter(DerWriter.SequenceTag).Enter(DerWriter.SequenceTag);
        if (body.Tag == 0xA0) body.Whole();
        body.UnsignedInteger();
        body.Enter(DerWriter.SequenceTag);
        body.Enter(DerWriter.SequenceTag);
        body.Enter(DerWriter.SequenceTag);
        byte[] subject = body.Whole();
        byte[] key = body.Whole();
        byte[] keyId = [];
        while (body.HasMore && body.Tag != 0xA3) body.Whole();
        if (body.Tag == 0xA3) keyId = FindKeyId(body.Enter(0xA3).Enter(DerWriter.SequenceTag));
        return new Issuer(subject, keyId, key);
    }

    private static byte[] FindKeyId(DerReader extensions)
    {
        while (extensions.HasMore)
        {
            DerReader extension = extensions.Enter(DerWriter.SequenceTag);
            if (extension.ObjectId() != CertificateWriter.SubjectKeyId) continue;
            if (extension.Tag == 0x01) extension.Whole();
            return new DerReader(extension.Content(DerWriter.OctetStringTag)).Content(DerWriter.OctetStringTag);
        }

        return [];
    }
}
