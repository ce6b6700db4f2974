using System.Linq;

namespace Score.Core.Text;

/// <summary>Names of RFC 1123, in lower case.</summary>
internal static class DnsName
{
    /// <summary>The most characters of a label.</summary>
    public const int MaxLabelLength = 63;

    private const int MaxSubdomainLength = 253;

    /// <summary>Whether a name is a label: lower-case letters, digits and dashes, with a letter or digit at both ends.</summary>
    public static bool IsLabel(string name) => name.Length <= MaxLabelLength && IsPart(name);

    /// <summary>Whether a name is a subdomain as most Kubernetes objects take it: labels, each of which may be longer here, with dots between them.</summary>
    public static bool IsSubdomain(string name) => name.Length <= MaxSubdomainLength && name.Split('.').All(IsPart);

    /// <summary>Whether a character is a lower-case letter or a digit of ASCII.</summary>
    public static bool IsLowerOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private static bool IsPart(string name)
    {
        foreach (char c in name)
        {
            if (!IsLowerOrDigit(c) && c != '-') return false;
        }

        return name.Length > 0 && name[0] != '-' && name[name.Length - 1] != '-';
    }
}
