using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Score.Core.Resources.Hosts;

namespace Score.Core.Compose.Local;

/// <summary>Reads texts with marks of hosts and ports: finds what they need, and puts this machine's in their place.</summary>
internal sealed class LocalTexts(HostMarks marks)
{
    /// <summary>The ports that texts name.</summary>
    public HashSet<HostMark> Needed { get; } = [];

    /// <summary>The services whose hosts texts name.</summary>
    public SortedSet<string> Hosts { get; } = new(System.StringComparer.Ordinal);

    /// <summary>Takes note of what a text needs.</summary>
    public void Scan(string text)
    {
        int at = 0;
        while (marks.Next(text, at, out _, out at) is { } mark)
        {
            if (mark.Port > 0) Needed.Add(mark);
            else Hosts.Add(mark.Service);
            if (mark.Port == 0 && PortAt(text, at, out _, out _) is > 0 and int port) Needed.Add(new HostMark(mark.Service, port));
        }
    }

    /// <summary>The text with hosts and ports of this machine.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ports">The ports.</param>
    public string Resolve(string text, LocalPorts ports)
    {
        StringBuilder result = new();
        int from = 0;
        while (marks.Next(text, from, out int at, out int end) is { } mark)
        {
            result.Append(text, from, at - from);
            from = end;
            if (mark.Port > 0)
            {
                result.Append((ports.Of(mark.Service, mark.Port)?.Port ?? mark.Port).ToString(CultureInfo.InvariantCulture));
            }
            else if (PortAt(text, end, out int start, out int after) is > 0 and int port && ports.Of(mark.Service, port) is { } endpoint)
            {
                result.Append(endpoint.Address).Append(text, end, start - end).Append(endpoint.Port.ToString(CultureInfo.InvariantCulture));
                from = after;
            }
            else
            {
                result.Append(ports.All.FirstOrDefault(e => e.Service == mark.Service)?.Address ?? "127.0.0.1");
            }
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    // The number after a host, as in 'host:5432' and 'tcp:host,1433'; 0 when there is none.
    private static int PortAt(string text, int end, out int start, out int after)
    {
        start = end;
        after = end;
        if (end >= text.Length || text[end] is not (':' or ',')) return 0;
        start = end + 1;
        after = start;
        while (after < text.Length && text[after] is >= '0' and <= '9') after++;
        bool isWord = after < text.Length && (char.IsLetterOrDigit(text[after]) || text[after] is '-' or '_');
        return isWord ? 0 : HostTexts.PortOf(text.Substring(start, after - start));
    }
}
