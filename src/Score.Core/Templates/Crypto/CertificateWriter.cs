using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Score.Core.Templates.Execution;

namespace Score.Core.Templates.Crypto;

/// <summary>Writes X.509 certificates, with the extensions that the reference's have.</summary>
internal static class CertificateWriter
{
    /// <summary>The identifier of the extension that names a certificate's key.</summary>
    public const string SubjectKeyId = "2.5.29.14";

    /// <summary>Writes and signs a certificate.</summary>
    /// <param name="request">What it says.</param>
    /// <param name="key">The key that it is for.</param>
    /// <param name="issuer">Who signs it; null when it signs itself.</param>
    /// <param name="signingKey">The key that signs.</param>
    public static string Write(CertificateRequest request, PrivateKey key, Issuer? issuer, PrivateKey signingKey)
    {
        if (issuer is not null && !AreEqual(issuer.PublicKeyInfo, signingKey.PublicKeyInfo()))
            throw new FunctionException("The key of the authority does not belong to its certificate.");
        byte[] subject = DerWriter.Sequence(DerWriter.Set(DerWriter.Sequence(DerWriter.ObjectId("2.5.4.3"), DerWriter.Text(request.CommonName))));
        byte[] body = DerWriter.Sequence(
            DerWriter.Value(0xA0, DerWriter.Integer(2)),
            DerWriter.UnsignedInteger(request.Serial),
            signingKey.SignatureAlgorithm(),
            issuer?.Subject ?? subject,
            Validity(request),
            subject,
            key.PublicKeyInfo(),
            DerWriter.Value(0xA3, DerWriter.Sequence(Extensions(request, key, issuer).ToArray())));
        return Pem.Write("CERTIFICATE", DerWriter.Sequence(body, signingKey.SignatureAlgorithm(), DerWriter.BitString(signingKey.Sign(body))));
    }

    private static byte[] Validity(CertificateRequest request)
    {
        try
        {
            return DerWriter.Sequence(DerWriter.Time(request.From), DerWriter.Time(request.From.AddDays(request.Days)));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new FunctionException("The certificate would be valid beyond the year 9999.");
        }
    }

    private static List<byte[]> Extensions(CertificateRequest request, PrivateKey key, Issuer? issuer)
    {
        // Bits from the left: digital signature, key encipherment, and for an authority certificate signing.
        byte usage = request.IsAuthority ? (byte)0b1010_0100 : (byte)0b1010_0000;
        List<byte[]> extensions =
        [
            Extension("2.5.29.15", true, DerWriter.BitString([usage], request.IsAuthority ? 2 : 5)),
            Extension("2.5.29.37", false, DerWriter.Sequence(DerWriter.ObjectId("1.3.6.1.5.5.7.3.1"), DerWriter.ObjectId("1.3.6.1.5.5.7.3.2"))),
            Extension("2.5.29.19", true, request.IsAuthority ? DerWriter.Sequence(DerWriter.Boolean(true)) : DerWriter.Sequence()),
        ];
        if (request.IsAuthority) extensions.Add(Extension(SubjectKeyId, false, DerWriter.OctetString(KeyId(key))));
        if (issuer is { KeyId.Length: > 0 }) extensions.Add(Extension("2.5.29.35", false, DerWriter.Sequence(DerWriter.Value(0x80, issuer.KeyId))));
        if (request.Names.Count + request.Addresses.Count > 0) extensions.Add(Extension("2.5.29.17", false, AlternativeNames(request)));
        return extensions;
    }

    private static byte[] AlternativeNames(CertificateRequest request)
    {
        List<byte[]> names = [];
        foreach (string name in request.Names) names.Add(DerWriter.Value(0x82, Encoding.UTF8.GetBytes(name)));
        foreach (IPAddress address in request.Addresses) names.Add(DerWriter.Value(0x87, address.GetAddressBytes()));
        return DerWriter.Sequence(names.ToArray());
    }

    private static byte[] Extension(string id, bool isCritical, byte[] value) => isCritical
        ? DerWriter.Sequence(DerWriter.ObjectId(id), DerWriter.Boolean(true), DerWriter.OctetString(value))
        : DerWriter.Sequence(DerWriter.ObjectId(id), DerWriter.OctetString(value));

    [SuppressMessage("Security", "CA5350", Justification = "It names a key and protects nothing; RFC 5280 wants it so.")]
    private static byte[] KeyId(PrivateKey key)
    {
        using SHA1 sha = SHA1.Create();
        return sha.ComputeHash(key.PublicKeyBits());
    }

    private static bool AreEqual(byte[] a, byte[] b)
    {
        if (a.Length != b.Length) return false;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i]) return false;
        }

        return true;
    }
}
