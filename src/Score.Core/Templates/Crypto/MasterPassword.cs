using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace Score.Core.Templates.Crypto;

/// <summary>The Master Password algorithm: a site's password from one that a user remembers.</summary>
internal static class MasterPassword
{
    private const string Seed = "com.lyndir.masterpassword";

    private const string Vowels = "AEIOU";
    private const string Consonants = "BCDFGHJKLMNPQRSTVWXYZ";
    private const string SmallVowels = "aeiou";
    private const string SmallConsonants = "bcdfghjklmnpqrstvwxyz";

    /// <summary>The password; null when there is no such type of passwords.</summary>
    public static string? Derive(uint counter, string type, byte[] password, byte[] user, byte[] site)
    {
        if (TemplatesOf(type) is not string[] templates) return null;
        byte[] key = Scrypt.Derive(password, Message(user, null), 32768, 8, 2, 64);
        using HMACSHA256 hmac = new(key);
        byte[] seed = hmac.ComputeHash(Message(site, counter));
        string template = templates[seed[0] % templates.Length];
        StringBuilder result = new();
        for (int i = 0; i < template.Length; i++)
        {
            string characters = CharactersOf(template[i]);
            result.Append(characters[seed[i + 1] % characters.Length]);
        }

        return result.ToString();
    }

    private static byte[] Message(byte[] name, uint? counter)
    {
        using MemoryStream message = new();
        byte[] seed = Encoding.ASCII.GetBytes(Seed);
        message.Write(seed, 0, seed.Length);
        WriteBigEndian(message, (uint)name.Length);
        message.Write(name, 0, name.Length);
        if (counter is not null) WriteBigEndian(message, counter.Value);
        return message.ToArray();
    }

    private static void WriteBigEndian(MemoryStream message, uint value)
    {
        for (int shift = 24; shift >= 0; shift -= 8) message.WriteByte((byte)(value >> shift));
    }

    private static string[]? TemplatesOf(string type) => type switch
    {
        "maximum" => ["anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"],
        "long" => LongTemplates(),
        "medium" => ["CvcnoCvc", "CvcCvcno"],
        "short" => ["Cvcn"],
        "basic" => ["aaanaaan", "aannaaan", "aaannaaa"],
        "pin" => ["nnnn"],
        _ => null,
    };

    // Three syllables of which none, one or two have a second consonant, and a digit with a sign after one of them.
    private static string[] LongTemplates()
    {
        List<string> templates = [];
        foreach (string longer in new[] { "", "0", "1", "2", "01", "12", "02" })
        {
            for (int sign = 0; sign < 3; sign++)
            {
                StringBuilder template = new();
                for (int i = 0; i < 3; i++)
                {
                    template.Append(longer.IndexOf((char)('0' + i)) >= 0 ? "Cvcc" : "Cvcv");
                    if (i == sign) template.Append("no");
                }

                templates.Add(template.ToString());
            }
        }

        return templates.ToArray();
    }

    private static string CharactersOf(char kind) => kind switch
    {
        'V' => Vowels,
        'C' => Consonants,
        'v' => SmallVowels,
        'c' => SmallConsonants,
        'A' => Vowels + Consonants,
        'a' => Vowels + SmallVowels + Consonants + SmallConsonants,
        'n' => "0123456789",
        'o' => "@&%?,=[]_:-+*$#!'^~;()/.",
        _ => Vowels + SmallVowels + Consonants + SmallConsonants + "0123456789!@#$%^&*()",
    };
}
