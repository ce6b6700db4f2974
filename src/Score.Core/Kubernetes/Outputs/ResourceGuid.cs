using System.Security.Cryptography;
using System.Text;
using Score.Core.Text;

namespace Score.Core.Kubernetes.Outputs;

/// <summary>The identifier of a resource that templates for Kubernetes see as <c>.Guid</c>.</summary>
internal static class ResourceGuid
{
    /// <summary>A UUID that depends on nothing but the project and the resource. Its version, 8, is that of values of one's own making.</summary>
    /// <param name="project">The project name.</param>
    /// <param name="uid">The resource's unique id.</param>
    public static string Of(string project, string uid)
    {
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes($"{project}\n{uid}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        string digits = Hexadecimal.Of(hash, 32);
        return $"{digits.Substring(0, 8)}-{digits.Substring(8, 4)}-{digits.Substring(12, 4)}-{digits.Substring(16, 4)}-{digits.Substring(20)}";
    }
}
