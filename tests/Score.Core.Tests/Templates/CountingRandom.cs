using Score.Core.Templates;

namespace Score.Core.Tests.Templates;

/// <summary>The bytes 0, 1, 2 and so on, over and over.</summary>
internal sealed class CountingRandom : ITemplateRandom
{
    private byte _next;

    public void Fill(byte[] buffer)
    {
        for (int i = 0; i < buffer.Length; i++) buffer[i] = _next++;
    }
}
