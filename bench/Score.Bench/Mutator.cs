using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Score.Bench;

/// <summary>Spoils files in the ways that editors, people and programs do.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> corpus, string[] tokens)
{
    /// <summary>A file of the corpus with one change, or up to eight.</summary>
    public byte[] Next()
    {
        List<byte> content = [.. Pick(corpus)];
        for (int changes = random.Next(3) == 0 ? 1 + random.Next(8) : 1; changes > 0; changes--)
        {
            switch (random.Next(8))
            {
                case 0:
                    ChangeBytes(content);
                    break;
                case <= 3:
                    content = [.. ChangeLines(content)];
                    break;
                default:
                    ChangeToken(content);
                    break;
            }
        }

        return [.. content];
    }

    private void ChangeBytes(List<byte> content)
    {
        int at = random.Next(content.Count + 1);
        switch (random.Next(4))
        {
            case 0:
                content.Insert(at, (byte)random.Next(256));
                break;
            case 1 when at < content.Count:
                content.RemoveRange(at, Math.Min(content.Count - at, 1 + random.Next(4)));
                break;
            case 2 when at < content.Count:
                content[at] ^= (byte)(1 << random.Next(8));
                break;
            case 3:
                content.RemoveRange(at, content.Count - at);
                break;
        }
    }

    private byte[] ChangeLines(List<byte> content)
    {
        List<string> lines = [.. Encoding.Latin1.GetString([.. content]).Split('\n')];
        int at = random.Next(lines.Count);
        int other = random.Next(lines.Count);
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines[at] = " " + lines[at];
                break;
            case 4:
                lines[at] = lines[at].TrimStart();
                break;
            case 5:
                lines[at] = lines[at] + lines[other];
                break;
            case 6:
                string[] lent = Encoding.Latin1.GetString(Pick(corpus)).Split('\n');
                int from = random.Next(lent.Length);
                lines.InsertRange(at, lent.Skip(from).Take(1 + random.Next(10)));
                break;
            case 7:
                lines.InsertRange(at, Enumerable.Repeat(lines[other], 1 + random.Next(200)));
                break;
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    // Tokens go where tokens are: at the boundaries of words.
    private void ChangeToken(List<byte> content)
    {
        int at = random.Next(content.Count + 1);
        while (at > 0 && at < content.Count && char.IsAsciiLetterOrDigit((char)content[at - 1])) at--;
        int end = at;
        while (end < content.Count && char.IsAsciiLetterOrDigit((char)content[end])) end++;
        byte[] token = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Pick(tokens), random.Next(20) == 0 ? 1 + random.Next(2000) : 1)));
        if (random.Next(2) == 0) content.RemoveRange(at, end - at);
        content.InsertRange(at, token);
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
