using System.Globalization;
using System.Net.Sockets;

namespace Shop.Api;

/// <summary>
/// Counts visits in Redis. This speaks just enough of its protocol for a counter, so that the sample needs no more packages; an
/// application would use a client library.
/// </summary>
internal sealed class VisitCounter(IConfiguration configuration)
{
    public async Task<long> IncrementAsync(CancellationToken cancellation)
    {
        IConfigurationSection cache = configuration.GetRequiredSection("Cache");
        using TcpClient client = new();
        await client.ConnectAsync(cache["Host"]!, int.Parse(cache["Port"]!, CultureInfo.InvariantCulture), cancellation);
        await using StreamWriter writer = new(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        using StreamReader reader = new(client.GetStream());

        await SendAsync("AUTH", cache["Username"]!, cache["Password"]!);
        return long.Parse(await SendAsync("INCR", "visits"), CultureInfo.InvariantCulture);

        async Task<string> SendAsync(params string[] command)
        {
            await writer.WriteAsync($"*{command.Length}\r\n" + string.Concat(command.Select(c => $"${c.Length}\r\n{c}\r\n")));
            string reply = await reader.ReadLineAsync(cancellation) ?? throw new IOException("Redis closed the connection.");
            return reply[0] is ':' or '+' ? reply[1..] : throw new IOException($"Redis says: {reply}");
        }
    }
}
