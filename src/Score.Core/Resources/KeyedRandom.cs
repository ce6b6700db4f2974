using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Score.Core.Templates;

namespace Score.Core.Resources;

/// <summary>
/// Bytes that look random and depend on nothing but the seed and on where they are drawn, so that every build of the same
/// inputs writes the same passwords, whatever other resources there are, and other ones for another platform.
/// </summary>
internal sealed class KeyedRandom(Func<byte[]> seed, RandomScope scope, string uid, string section) : ITemplateRandom
{
    private int _calls;

    /// <inheritdoc/>
    public void Fill(byte[] buffer)
    {
        int call = _calls++;
        byte[] key = seed();
        for (int at = 0, block = 0; at < buffer.Length; block++)
        {
            byte[] bytes = Code(key, Message(call, block));
            int length = Math.Min(bytes.Length, buffer.Length - at);
            Buffer.BlockCopy(bytes, 0, buffer, at, length);
            at += length;
        }
    }

    private static byte[] Code(byte[] key, byte[] message)
    {
#if NETFRAMEWORK
        using HMACSHA256 hmac = new(key);
        return hmac.ComputeHash(message);
#else
        return HMACSHA256.HashData(key, message);
#endif
    }

    // Each text comes with its length, so that no two places give the same message.
    private byte[] Message(int call, int block)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(scope.Project);
        writer.Write(uid);
        writer.Write(section);
        writer.Write(call);
        writer.Write(block);

        if (scope.Platform.Length + scope.Environment.Length > 0) writer.Write(scope.Platform);
        if (scope.Environment.Length > 0) writer.Write(scope.Environment);
        writer.Flush();
        return stream.ToArray();
    }
}
