using System.Security.Cryptography;

namespace Score.Core.Templates;

/// <summary>Bytes from the operating system, different each time.</summary>
internal sealed class SystemRandom : ITemplateRandom
{
    public static readonly SystemRandom Instance = new();

    private SystemRandom()
    {
    }

    /// <inheritdoc/>
    public void Fill(byte[] buffer)
    {
#if NET
        RandomNumberGenerator.Fill(buffer);
#else
        using RandomNumberGenerator generator = RandomNumberGenerator.Create();
        generator.GetBytes(buffer);
#endif
    }
}
