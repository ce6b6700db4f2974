using System;
using System.Collections.Generic;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Score.Core.Templates.Crypto;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>
/// The keys and certificates of Sprig's chapter "Cryptographic and Security Functions". RSA and ECDSA keys come from the
/// framework and differ from run to run; Ed25519 keys and serial numbers are drawn from the run's random source.
/// </summary>
internal static class CertificateFunctions
{
    public static readonly string[] Names =
    [
        "buildCustomCert", "genCA", "genCAWithKey", "genPrivateKey", "genSelfSignedCert", "genSelfSignedCertWithKey", "genSignedCert", "genSignedCertWithKey",
    ];

    // What making a key costs in steps, so that a loop over it ends in seconds.
    private const int KeySteps = 400_000;
    private const int LargeKeySteps = 2_400_000;

    private const int CertificateKeyBits = 2048;
    private const int PrivateKeyBits = 4096;

    private static readonly GoType CertificateType = GoType.StructOf("sprig.certificate", new GoField("Cert", GoType.String),
        new GoField("Key", GoType.String));

    public static TemplateFunction? Create(string name) => name switch
    {
        "genPrivateKey" => TemplateFunction.Create(name, c => GoValue.Of(GeneratePem(c)), GoType.String),
        "buildCustomCert" => TemplateFunction.Create(name, c => Build(c.Text(0), c.Text(1)), GoType.String, GoType.String),
        "genCA" => TemplateFunction.Create(name, c => Authority(c, Generate(c.Budget)), GoType.String, GoType.Int),
        "genCAWithKey" => TemplateFunction.Create(name, c => Authority(c, PrivateKeyReader.Read(c.Text(2))), GoType.String, GoType.Int, GoType.String),
        "genSelfSignedCert" => TemplateFunction.Create(name, c => SelfSigned(c, Generate(c.Budget)), GoType.String, GoType.AnyList, GoType.AnyList, GoType.Int),
        "genSelfSignedCertWithKey" =>
            TemplateFunction.Create(name, c => SelfSigned(c, PrivateKeyReader.Read(c.Text(4))), GoType.String, GoType.AnyList, GoType.AnyList,
                GoType.Int, GoType.String),
        "genSignedCert" =>
            TemplateFunction.Create(name, c => Signed(c, Generate(c.Budget)), GoType.String, GoType.AnyList, GoType.AnyList, GoType.Int, CertificateType),
        "genSignedCertWithKey" => TemplateFunction.Create(
            name,
            c => Signed(c, PrivateKeyReader.Read(c.Text(5))),
            GoType.String,
            GoType.AnyList,
            GoType.AnyList,
            GoType.Int,
            CertificateType,
            GoType.String),
        _ => null,
    };

    // As in Sprig, an unknown type gives a sentence about it as the result.
    private static string GeneratePem(FunctionCall call)
    {
        call.Budget.Charge(call.Text(0) is "" or "rsa" ? LargeKeySteps : KeySteps);
        call.Budget.Context.Watch?.Drew();
        switch (call.Text(0))
        {
            case "" or "rsa": return RsaPrivateKey.Generate(PrivateKeyBits).ToPem();
            case "ecdsa": return EcPrivateKey.Generate().ToPem();
            case "ed25519": return new Ed25519PrivateKey(RandomFunctions.Bytes(call.Budget, Ed25519PrivateKey.SeedLength)).ToPem();
            case "dsa":
                throw new FunctionException("DSA keys are not supported: they are no longer used. 'ecdsa' and 'ed25519' are.", TemplateErrorKind.Unsupported);
            default: return "Unknown type " + call.Text(0);
        }
    }

    private static RsaPrivateKey Generate(Budget budget)
    {
        budget.Charge(KeySteps);
        budget.Context.Watch?.Drew();
        return RsaPrivateKey.Generate(CertificateKeyBits);
    }

    private static GoValue Build(string certificate, string key)
    {
        string certificatePem = Decode(certificate, "certificate");
        string keyPem = Decode(key, "private key");
        Issuer.Read(certificatePem);
        PrivateKeyReader.Read(keyPem);
        return ValueOf(certificatePem, keyPem);
    }

    private static string Decode(string text, string what)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new FunctionException($"The {what} is not base64.");
        }
    }

    private static GoValue Authority(FunctionCall call, PrivateKey key)
    {
        CertificateRequest request = new(call.Text(0), [], [], call.Budget.Context.UtcNow(), call.Long(1), RandomFunctions.Bytes(call.Budget, 16), true);
        return Issue(request, key, null, key);
    }

    private static GoValue SelfSigned(FunctionCall call, PrivateKey key) => Issue(Request(call), key, null, key);

    private static GoValue Signed(FunctionCall call, PrivateKey key)
    {
        GoStruct authority = call[4].AsStruct;
        return Issue(Request(call), key, Issuer.Read(authority[0].AsString), PrivateKeyReader.Read(authority[1].AsString));
    }

    private static GoValue Issue(CertificateRequest request, PrivateKey key, Issuer? issuer, PrivateKey signingKey)
    {
        try
        {
            return ValueOf(CertificateWriter.Write(request, key, issuer, signingKey), key.ToPem());
        }
        catch (CryptographicException)
        {
            throw new FunctionException("The private key cannot be used.");
        }
    }

    private static CertificateRequest Request(FunctionCall call)
    {
        List<IPAddress> addresses = [];
        foreach (GoValue item in call.List(1).Items)
        {
            if (item.Kind != GoKind.String || !IPAddress.TryParse(item.AsString, out IPAddress? address))
                throw new FunctionException($"An IP address is expected, but this is {Describe.Value(item)}.");
            addresses.Add(address);
        }

        List<string> names = [];
        foreach (GoValue item in call.List(2).Items)
        {
            if (item.Kind != GoKind.String) throw new FunctionException($"A host name is expected, but this is {Describe.Value(item)}.");
            names.Add(GoText.Normalize(item.AsString));
        }

        return new CertificateRequest(call.Text(0), addresses, names, call.Budget.Context.UtcNow(), call.Long(3),
            RandomFunctions.Bytes(call.Budget, 16), false);
    }

    private static GoValue ValueOf(string certificate, string key) => GoValue.Of(new GoStruct(CertificateType, GoValue.Of(certificate), GoValue.Of(key)));
}
