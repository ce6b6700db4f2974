using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Templates;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class SprigCryptoTests
{
    public static IEnumerable<object[]> Cases =>
    [
        [@"{{ sha1sum ""abc"" }}", "a9993e364706816aba3e25717850c26c9cd0d89d"],
        [@"{{ sha256sum ""abc"" }}", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
        [@"{{ sha512sum ""abc"" }}",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"],
        [@"{{ adler32sum ""Wikipedia"" }} {{ adler32sum """" }}", "300286872 1"],
        [@"{{ derivePassword 1 ""long"" ""password"" ""user"" ""example.com"" }}", "ZedaFaxcZaso9*"],
        [@"{{ derivePassword 1 ""maximum"" ""password"" ""user"" ""example.com"" }}", "pf4zS1LjCg&LjhsZ7T2~"],
        [@"{{ derivePassword 1 ""pin"" ""password"" ""user"" ""example.com"" }}", "6685"],
        [@"{{ derivePassword 1 ""x"" ""password"" ""user"" ""example.com"" }}", "cannot find password template x"],
        [@"{{ ""30tEfhuJSVRhpG97XCuWgz2okj7L8vQ1s6V9zVUPeDQ="" | decryptAES ""secretkey"" }}", "plaintext"],
        [@"{{ encryptAES ""k"" ""text é"" | decryptAES ""k"" }}|{{ encryptAES ""k"" """" }}|{{ decryptAES ""k"" """" }}", "text é||"],
        [@"{{ bcrypt ""0123456789012345678901234567890123456789012345678901234567890123456789012"" }}",
            "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes"],
        [@"{{ htpasswd ""a:b"" ""c"" }}", "invalid username: a:b"],
        [@"{{ env ""HOME"" }}|{{ env ""NOPE"" }}|{{ expandenv ""$HOME/${HOME} $NOPE ${NOPE}x $1 $"" }}|{{ expandenv ""${} ${ $-"" }}",
            "/home/me||/home/me//home/me  x one $|  "],
        [@"{{ uuidv4 }} {{ uuidv4 }}", "00010203-0405-4607-8809-0a0b0c0d0e0f 10111213-1415-4617-9819-1a1b1c1d1e1f"],
        [@"{{ randBytes 3 }} {{ randAlpha 3 }} {{ randNumeric 3 }} {{ randAlphaNum 2 }} {{ randAscii 2 }} {{ randAlpha 0 }}|{{ randBytes 0 }}",
            "AAEC DEF 678 JK +, |"],
        [@"{{ randInt 5 6 }} {{ $n := randInt -10 10 }}{{ and (ge $n -10) (lt $n 10) }} {{ kindOf $n }}", "5 true int"],
        [@"{{ shuffle ""aé😀"" | len }} {{ shuffle """" }}|{{ shuffle ""a"" }}", "7 |a"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void CryptoAndRandomFunctionsGiveWhatSprigGives(string template, string output) => Assert.AreEqual(output, TemplateRun.Render(template));

    [TestMethod]
    public void BcryptIsTheHashThatOthersCompute()
    {
        // crypt(3) with the same salt gives the same.
        TemplateContext context = TemplateRun.Context with
        {
            Random = new FixedRandom("71d79f8218a39259a7a29aabb2dbafc3" + "00000000000000000000000000000000"),
        };
        Assert.AreEqual(
            "$2a$10$abcdefghijklmnopqrstuu5Lo0g67CiD3M4RpN1BmBb4Crp5w7dbK me:$2a$10$......................F5mzCEQ5E01or2Zs1UUMeqS/7rfVb16",
            TemplateRun.Render(@"{{ bcrypt ""password"" }} {{ htpasswd ""me"" """" }}", context));
    }

    [TestMethod]
    public void TheSameRandomBytesGiveTheSameOutput()
    {
        const string All = @"{{ randAlphaNum 20 }}{{ randInt 0 1000000 }}{{ shuffle ""abcdefgh"" }}{{ uuidv4 }}{{ bcrypt ""x"" }}{{ encryptAES ""k"" ""t"" " +
            @"}}{{ genPrivateKey ""ed25519"" }}";
        Assert.AreEqual(TemplateRun.Render(All), TemplateRun.Render(All));
    }

    [TestMethod]
    [DataRow("{{ decryptAES \"k\" \"!\" }}", "base64")]
    [DataRow("{{ decryptAES \"k\" \"AAAA\" }}", "too short")]
    [DataRow("{{ decryptAES \"wrong\" \"30tEfhuJSVRhpG97XCuWgz2okj7L8vQ1s6V9zVUPeDQ=\" }}", "not encrypted")]
    [DataRow("{{ derivePassword -1 \"pin\" \"\" \"\" \"\" }}", "counter")]
    [DataRow("{{ randInt 1 1 }}", "greater")]
    [DataRow("{{ randAlpha -1 }}", "negative")]
    [DataRow("{{ getHostByName \"localhost\" }}", "no network look-ups")]
    [DataRow("{{ genPrivateKey \"dsa\" }}", "DSA")]
    [DataRow("{{ genCAWithKey \"x\" 1 \"no pem\" }}", "no PEM block")]
    [DataRow("{{ genCAWithKey \"x\" 1 \"-----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----\" }}", "malformed")]
    [DataRow("{{ buildCustomCert \"!\" \"\" }}", "not base64")]
    [DataRow("{{ genSelfSignedCert \"x\" (list \"nope\") nil 1 }}", "IP address")]
    [DataRow("{{ genSelfSignedCert \"x\" nil (list 1) 1 }}", "host name")]
    public void WhatCannotBeDoneIsAnError(string template, string words) => StringAssert.Contains(TemplateRun.ExecuteError(template).Message, words);

    [TestMethod]
    public void PrivateKeysCanBeReadByOthers()
    {
        using RSA rsa = RSA.Create();
        rsa.ImportFromPem(TemplateRun.Render("{{ genPrivateKey \"rsa\" }}"));
        Assert.AreEqual(4096, rsa.KeySize);
        using ECDsa ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(TemplateRun.Render("{{ genPrivateKey \"ecdsa\" }}"));
        Assert.AreEqual(256, ecdsa.KeySize);

        // The bytes before the secret are those of RFC 8410.
        Assert.AreEqual(
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n-----END PRIVATE KEY-----\n",
            TemplateRun.Render("{{ genPrivateKey \"ed25519\" }}"));
        Assert.AreEqual("Unknown type x", TemplateRun.Render("{{ genPrivateKey \"x\" }}"));
    }

    [TestMethod]
    public void ACertificateIsSignedByItsAuthority()
    {
        string text = TemplateRun.Render("""
            {{ $ca := genCA "my ca" 365 }}{{ $cert := genSignedCert "host é" (list "10.0.0.1" "::1") (list "a.org" "b.org") 30 $ca }}{{ $ca.Cert }}|{{ $cert.Cert }}|{{ $cert.Key }}
            """);
        string[] parts = text.Split('|');
        using X509Certificate2 authority = X509Certificate2.CreateFromPem(parts[0]);
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(parts[1], parts[2].Trim());
        Assert.AreEqual("CN=my ca", certificate.Issuer);
        Assert.AreEqual("CN=host é", certificate.Subject);
        Assert.AreEqual(new DateTime(2024, 3, 5, 10, 20, 30, DateTimeKind.Utc), certificate.NotBefore.ToUniversalTime());
        Assert.AreEqual(new DateTime(2024, 4, 4, 10, 20, 30, DateTimeKind.Utc), certificate.NotAfter.ToUniversalTime());
        Assert.IsTrue(certificate.MatchesHostname("b.org"));
        Assert.IsTrue(certificate.MatchesHostname("10.0.0.1"));
        Assert.IsFalse(certificate.MatchesHostname("c.org"));
        Assert.IsTrue(IsTrusted(certificate, authority));
    }

    [TestMethod]
    [DataRow("rsa")]
    [DataRow("ecdsa")]
    [DataRow("ed25519")]
    public void AuthoritiesAndCertificatesCanBeMadeFromKeys(string type)
    {
        string key = type == "rsa" ? "(genCA \"k\" 1).Key" : $"(genPrivateKey \"{type}\")";
        string text = TemplateRun.Render($$$"""
            {{ $key := {{{key}}} }}{{ $ca := genCAWithKey "ca" 365 $key }}{{ $c := genSignedCertWithKey "x" nil (list "x") 1 $ca $key }}{{ eq $c.Key $key }}|{{ $ca.Cert }}|{{ $c.Cert }}|{{ (genSelfSignedCertWithKey "s" nil nil 1 $key).Cert }}|{{ (buildCustomCert (b64enc $ca.Cert) (b64enc $ca.Key)).Cert }}
            """);
        string[] parts = text.Split('|');
        Assert.AreEqual("true", parts[0]);
        Assert.AreEqual(parts[1].Trim(), parts[4].Trim());
        using X509Certificate2 authority = X509Certificate2.CreateFromPem(parts[1]);
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(parts[2]);
        using X509Certificate2 self = X509Certificate2.CreateFromPem(parts[3]);
        Assert.AreEqual("CN=s", self.Subject);
        Assert.AreEqual(self.Subject, self.Issuer);
        Assert.IsTrue(IsTrusted(certificate, authority));
    }

    [TestMethod]
    public void ACertificateOfAnotherAuthorityIsNotTrusted()
    {
        string text = TemplateRun.Render("""{{ $k := genPrivateKey "ed25519" }}{{ $a := genCAWithKey "ca" 9 $k }}{{ $b := genCAWithKey "ca" 9 """ +
            """(genPrivateKey "ed25519") }}{{ $a.Cert }}|{{ (genSignedCertWithKey "x" nil nil 1 $b $k).Cert }}""");
        using X509Certificate2 authority = X509Certificate2.CreateFromPem(text.Split('|')[0]);
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(text.Split('|')[1]);
        Assert.IsFalse(IsTrusted(certificate, authority));
    }

    [TestMethod]
    public void AnAuthorityWhoseKeyIsAnothersCannotSign()
    {
        const string Text = """{{ $a := genCAWithKey "a" 9 (genPrivateKey "ed25519") }}{{ $c := buildCustomCert (b64enc $a.Cert) (b64enc """ +
            """(genPrivateKey "ed25519")) }}{{ genSignedCert "x" nil nil 1 $c }}""";
        StringAssert.Contains(TemplateRun.ExecuteError(Text).Message, "does not belong");
    }

    [TestMethod]
    public void ASelfSignedCertificateNamesItsHost()
    {
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(
            TemplateRun.Render("""{{ (genSelfSignedCert "foo.com" nil (list "foo.com") 365).Cert }}"""));
        Assert.IsTrue(certificate.MatchesHostname("foo.com"));
        Assert.AreEqual("CN=foo.com", certificate.Issuer);
    }

    private static bool IsTrusted(X509Certificate2 certificate, X509Certificate2 authority)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = new DateTime(2024, 3, 5, 12, 0, 0, DateTimeKind.Utc);
        return chain.Build(certificate);
    }
}
