using System;
using System.Security.Cryptography;
using System.Text;

namespace Score.Core.Resources;

/// <summary>The UUID by which provisioners for Kubernetes know a resource: the same in each build.</summary>
internal static class ResourceGuid
{
    /// <summary>The UUID that an existing state file gives the resource, else one made of the project's name and the unique id.</summary>
    public static string Of(ResourceNode node, ProvisioningOptions options)
    {
        if (options.State.GuidOf(node.Uid) is { } known) return known;
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes($"{options.ProjectName}\n{node.Uid}"));
        byte[] bytes = new byte[16];
        Buffer.BlockCopy(hash, 0, bytes, 0, bytes.Length);

        // Version 8 of RFC 9562: the bits are the maker's own business. In a Guid's bytes the version is in the eighth.
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes).ToString("D");
    }
}
