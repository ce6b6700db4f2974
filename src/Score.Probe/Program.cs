using System;
using System.Net.Http;
using System.Net.Security;
using System.Threading.Tasks;

// score-probe.dll URL [NAME:VALUE ...]: sends a GET request with these headers, as a kubelet does for an HTTP probe. Neither a proxy nor
// the certificate counts, and a redirection is an answer. Ends with 0 when the status is from 200 to 399, with 1 when it is not or when
// there is no answer, and with 2 when the arguments are wrong. What it prints is in the log of the container's health.
if (args.Length == 0 || !Uri.TryCreate(args[0], UriKind.Absolute, out Uri? url))
{
    Console.Error.WriteLine("usage: score-probe.dll URL [NAME:VALUE ...]");
    return 2;
}

using SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };
using HttpClient client = new(handler) { Timeout = TimeSpan.FromSeconds(10) };
using HttpRequestMessage request = new(HttpMethod.Get, url);
foreach (string header in args.AsSpan(1))
{
    int colon = header.IndexOf(':');
    string name = colon < 0 ? header : header[..colon];
    string value = colon < 0 ? "" : header[(colon + 1)..].TrimStart();
    if (!request.Headers.TryAddWithoutValidation(name, value))
    {
        Console.Error.WriteLine($"'{name}' cannot be the header of a request.");
        return 2;
    }
}

try
{
    using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
    int status = (int)response.StatusCode;
    Console.WriteLine($"{url} answers {status}.");
    return status is >= 200 and < 400 ? 0 : 1;
}
catch (Exception e) when (e is HttpRequestException or TaskCanceledException or InvalidOperationException)
{
    Console.Error.WriteLine($"{url}: {e.Message}");
    return 1;
}
