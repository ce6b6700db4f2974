using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Score.Core.Templates.Crypto;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "Cryptographic and Security Functions", but for keys and certificates. Salts and vectors are drawn from the run's random
/// source.</summary>
internal static class CryptoFunctions
{
    public static readonly string[] Names = [
        "adler32sum", "bcrypt", "decryptAES", "derivePassword", "encryptAES", "htpasswd", "sha1sum", "sha256sum", "sha512sum"
    ];

    // What these cost in steps, so that a loop over them ends in seconds.
    private const int BcryptSteps = 200_000;
    private const int ScryptSteps = 500_000;

    private const int AesBlock = 16;

    public static TemplateFunction? Create(string name) => name switch
    {
        "adler32sum" => Text(name, c => Adler32(GoText.ToBytes(c.Text(0))).ToString(CultureInfo.InvariantCulture), GoType.String),
        "sha1sum" => Text(name, c => Hash(Sha1(), c.Text(0)), GoType.String),
        "sha256sum" => Text(name, c => Hash(SHA256.Create(), c.Text(0)), GoType.String),
        "sha512sum" => Text(name, c => Hash(SHA512.Create(), c.Text(0)), GoType.String),
        "bcrypt" => Text(name, c => HashPassword(c.Budget, c.Text(0)), GoType.String),
        "htpasswd" => Text(name, HtPasswd, GoType.String, GoType.String),
        "derivePassword" => Text(name, DerivePassword, GoType.Int, GoType.String, GoType.String, GoType.String, GoType.String),
        "encryptAES" => Text(name, Encrypt, GoType.String, GoType.String),
        "decryptAES" => Text(name, Decrypt, GoType.String, GoType.String),
        _ => null,
    };

    private static TemplateFunction Text(string name, Func<FunctionCall, string> body, params GoType[] parameters) =>
        TemplateFunction.Create(name, c => GoValue.Of(body(c)), parameters);

    private static string Hash(HashAlgorithm algorithm, string text)
    {
        using (algorithm) return Hexadecimal.Of(algorithm.ComputeHash(GoText.ToBytes(text)));
    }

    [SuppressMessage("Security", "CA5350", Justification = "The template asks for this very algorithm.")]
    private static SHA1 Sha1() => SHA1.Create();

    private static uint Adler32(byte[] bytes)
    {
        (uint a, uint b) = (1, 0);
        foreach (byte value in bytes)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return (b << 16) | a;
    }

    // As in Sprig, what cannot be hashed gives the reason as the result.
    private static string HashPassword(Budget budget, string password)
    {
        byte[] bytes = GoText.ToBytes(password);
        if (bytes.Length > Bcrypt.MaxPasswordLength) return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
        budget.Charge(BcryptSteps);
        return Bcrypt.Hash(bytes, RandomFunctions.Bytes(budget, Bcrypt.SaltLength));
    }

    private static string HtPasswd(FunctionCall call) =>
        call.Text(0).Contains(':') ? "invalid username: " + call.Text(0) : call.Text(0) + ":" + HashPassword(call.Budget, call.Text(1));

    private static string DerivePassword(FunctionCall call)
    {
        if (call.Long(0) is < 0 or > uint.MaxValue) throw new FunctionException("The counter must be between 0 and 4294967295.");
        call.Budget.Charge(ScryptSteps);
        string? derived = MasterPassword.Derive(
            (uint)call.Long(0),
            call.Text(1),
            GoText.ToBytes(call.Text(2)),
            GoText.ToBytes(call.Text(3)),
            GoText.ToBytes(call.Text(4)));
        return derived ?? "cannot find password template " + call.Text(1);
    }

    // AES-256 in CBC mode with the vector before the text. The password is the key, cut or filled with zeros.
    private static string Encrypt(FunctionCall call)
    {
        byte[] plain = GoText.ToBytes(call.Text(1));
        if (plain.Length == 0) return "";
        byte[] vector = RandomFunctions.Bytes(call.Budget, AesBlock);
        using Aes aes = CreateAes(call.Text(0), vector);
        using ICryptoTransform encryptor = aes.CreateEncryptor();
        byte[] encrypted = encryptor.TransformFinalBlock(plain, 0, plain.Length);
        byte[] result = new byte[AesBlock + encrypted.Length];
        vector.CopyTo(result, 0);
        encrypted.CopyTo(result, AesBlock);
        return Convert.ToBase64String(result);
    }

    private static string Decrypt(FunctionCall call)
    {
        if (call.Text(1).Length == 0) return "";
        try
        {
            byte[] bytes = Convert.FromBase64String(call.Text(1));
            if (bytes.Length < 2 * AesBlock || bytes.Length % AesBlock != 0) throw new FunctionException("The text is too short to be encrypted.");
            byte[] vector = new byte[AesBlock];
            Array.Copy(bytes, vector, AesBlock);
            using Aes aes = CreateAes(call.Text(0), vector);
            using ICryptoTransform decryptor = aes.CreateDecryptor();
            return GoText.FromBytes(decryptor.TransformFinalBlock(bytes, AesBlock, bytes.Length - AesBlock));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new FunctionException(e is FormatException ? "The text is not base64." : "The text was not encrypted with this password.");
        }
    }

    private static Aes CreateAes(string password, byte[] vector)
    {
        byte[] key = new byte[32];
        byte[] bytes = GoText.ToBytes(password);
        Array.Copy(bytes, key, Math.Min(bytes.Length, key.Length));
        Aes aes = Aes.Create();
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.PKCS7;
        aes.Key = key;
        aes.IV = vector;
        return aes;
    }
}
