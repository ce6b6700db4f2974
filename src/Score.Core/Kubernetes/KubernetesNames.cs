using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Score.Core.Kubernetes;

/// <summary>Names that are made of others, and keep to what Kubernetes allows.</summary>
internal static class KubernetesNames
{
    /// <summary>The most characters of a DNS label, and of a label's value.</summary>
    public const int LongestLabel = 63;

    private const int LongestSubdomain = 253;
    private const int HashLength = 6;

    /// <summary>The first hexadecimal digits of a text's SHA-256.</summary>
    public static string Hash(string text, int digits)
    {
        using SHA256 sha = SHA256.Create();
        return Hexadecimal(sha.ComputeHash(Encoding.UTF8.GetBytes(text)), digits);
    }

    /// <summary>The first hexadecimal digits of some bytes.</summary>
    public static string Hexadecimal(byte[] bytes, int digits)
    {
        StringBuilder text = new();
        for (int i = 0; text.Length < digits; i++) text.Append(bytes[i].ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString(0, digits);
    }

    /// <summary>The value of a workload's instance label: it stays the same from build to build, and another project has another.</summary>
    public static string Instance(string project, string workload)
    {
        string start = workload.Substring(0, Math.Min(workload.Length, LongestLabel - HashLength - 1)).TrimEnd('-');
        return $"{start}-{Hash($"{project}\n{workload}", HashLength)}";
    }

    /// <summary>A name with a suffix; when that is too long for a DNS label, a hash takes the place of what is cut off.</summary>
    public static string WithSuffix(string name, string suffix)
    {
        if (name.Length + suffix.Length <= LongestLabel) return name + suffix;
        string start = name.Substring(0, LongestLabel - suffix.Length - HashLength - 1).TrimEnd('-');
        return $"{start}-{Hash(name, HashLength)}{suffix}";
    }

    /// <summary>Whether a name is a DNS label of RFC 1123: lower-case letters, digits and dashes, with a letter or digit at both ends.</summary>
    public static bool IsLabel(string name) =>
        name.Length <= LongestLabel && IsPart(name);

    /// <summary>Whether a name is a DNS subdomain, as most objects take it: DNS labels, each of which may be longer here, with dots between them.</summary>
    public static bool IsSubdomain(string name) => name.Length <= LongestSubdomain && name.Split('.').All(IsPart);

    /// <summary>Whether a name can be that of a Service: a DNS label that begins with a letter.</summary>
    public static bool IsServiceName(string name) => IsLabel(name) && name[0] is >= 'a' and <= 'z';

    /// <summary>Whether a name can be that of a container's port: a DNS label of at most 15 characters with a letter and without a double dash.</summary>
    public static bool IsPortName(string name) =>
        name.Length <= 15 && IsLabel(name) && name.IndexOf("--", StringComparison.Ordinal) < 0 && name.Any(c => c is >= 'a' and <= 'z');

    private static bool IsPart(string name) =>
        name.Length > 0 && name[0] != '-' && name[name.Length - 1] != '-' && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
