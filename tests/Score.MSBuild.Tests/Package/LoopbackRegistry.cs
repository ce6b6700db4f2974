using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>Debian's docker-registry on a port of this machine, with an image of two architectures that others can be based on.</summary>
internal sealed class LoopbackRegistry : IDisposable
{
    private const string Index = "application/vnd.oci.image.index.v1+json";
    private const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    private const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

    private readonly TemporaryFolder _folder = new("registry");
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Process _process;

    /// <summary>Starts it. Where the program is not installed, the test says that it was not run; in CI that is a failure.</summary>
    /// <param name="asksForCredentials">Whether it refuses everybody who does not say who he is.</param>
    public LoopbackRegistry(bool asksForCredentials = false)
    {
        string? named = Environment.GetEnvironmentVariable("SCORE_REGISTRY");
        string? program = named ?? Find("docker-registry");
        if (program is null) Assert.Inconclusive("Install Debian's package docker-registry to run this test.");
        Host = $"localhost:{FreePort()}";
        string auth = asksForCredentials ? "auth: { silly: { realm: here, service: here } }\n" : "";
        _folder.Write("config.yml", $$"""
            version: 0.1
            log: { level: error, accesslog: { disabled: true } }
            storage: { filesystem: { rootdirectory: '{{_folder.PathOf("data")}}' } }
            http: { addr: '127.0.0.1:{{Host.Split(':')[1]}}' }
            {{auth}}
            """);
        ProcessStartInfo start = new(program, ["serve", _folder.PathOf("config.yml")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (asksForCredentials) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "eDp5");
        WaitUntilItAnswers();
        PushBase();
    }

    /// <summary>Its host and port, which the SDK takes without TLS.</summary>
    public string Host { get; }

    /// <summary>An image to build on.</summary>
    public string BaseImage => $"{Host}/base:1";

    /// <summary>A host and port of this machine where nobody listens.</summary>
    public static string Nobody() => $"localhost:{FreePort()}";

    /// <summary>The digest that the registry has for an image, and the type of what it is the digest of.</summary>
    /// <param name="repository">The image's repository.</param>
    /// <param name="reference">A tag or a digest.</param>
    public (string Digest, string Type) Find(string repository, string reference)
    {
        using HttpRequestMessage request = new(HttpMethod.Head, Url($"{repository}/manifests/{reference}"));
        foreach (string type in (string[])[Index, Manifest, DockerManifest]) request.Headers.Accept.ParseAdd(type);
        using HttpResponseMessage response = _client.Send(request);
        response.EnsureSuccessStatusCode();
        return (response.Headers.GetValues("Docker-Content-Digest").Single(), response.Content.Headers.ContentType!.ToString());
    }

    /// <summary>All tags of a repository.</summary>
    public string[] Tags(string repository)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, Url($"{repository}/tags/list"));
        using HttpResponseMessage response = _client.Send(request);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(response.Content.ReadAsStream()).RootElement.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!).ToArray();
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit(TimeSpan.FromSeconds(10));
        _process.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(f => f.Length > 0)
        .Select(f => Path.Combine(f, program))
        .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WaitUntilItAnswers()
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using HttpRequestMessage request = new(HttpMethod.Get, Url(""));
                using HttpResponseMessage response = _client.Send(request);
                return;
            }
            catch (HttpRequestException) when (clock.Elapsed < TimeSpan.FromSeconds(60) && !_process.HasExited)
            {
                Thread.Sleep(50);
            }
        }
    }

    // One small file in one layer, for two architectures.
    private void PushBase()
    {
        using MemoryStream tar = new();
        using (TarWriter writer = new(tar, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "base.txt") { DataStream = new MemoryStream("base\n"u8.ToArray()) });
        using MemoryStream zipped = new();
        using (GZipStream zip = new(zipped, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(tar.ToArray());
        byte[] layer = zipped.ToArray();
        PushBlob(layer);

        List<object> manifests = [];
        foreach (string architecture in (string[])["amd64", "arm64"])
        {
            byte[] config = Json(new
            {
                architecture,
                os = "linux",
                config = new { Env = new[] { "PATH=/usr/bin" } },
                rootfs = new { type = "layers", diff_ids = new[] { DigestOf(tar.ToArray()) } },
            });
            PushBlob(config);
            byte[] manifest = Json(new
            {
                schemaVersion = 2,
                mediaType = Manifest,
                config = new { mediaType = "application/vnd.oci.image.config.v1+json", digest = DigestOf(config), size = config.Length },
                layers = new[] { new { mediaType = "application/vnd.oci.image.layer.v1.tar+gzip", digest = DigestOf(layer), size = layer.Length } },
            });
            PushManifest(architecture, Manifest, manifest);
            manifests.Add(new { mediaType = Manifest, digest = DigestOf(manifest), size = manifest.Length, platform = new { architecture, os = "linux" } });
        }

        PushManifest("1", Index, Json(new { schemaVersion = 2, mediaType = Index, manifests }));
    }

    private void PushBlob(byte[] content)
    {
        using HttpRequestMessage begin = new(HttpMethod.Post, Url("base/blobs/uploads/"));
        using HttpResponseMessage begun = _client.Send(begin);
        begun.EnsureSuccessStatusCode();
        Uri place = new(new Uri(Url("")), begun.Headers.Location!);
        Put(place + (place.Query.Length > 0 ? "&" : "?") + "digest=" + DigestOf(content), "application/octet-stream", content);
    }

    private void PushManifest(string tag, string type, byte[] content) => Put(Url($"base/manifests/{tag}"), type, content);

    private void Put(string url, string type, byte[] content)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, url) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using HttpResponseMessage response = _client.Send(request);
        response.EnsureSuccessStatusCode();
    }

    private string Url(string path) => $"http://{Host}/v2/{path}";

    // '+' as it is, because digests are those of the bytes.
    private static byte[] Json(object value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value).Replace("\\u002B", "+", StringComparison.Ordinal));

    private static string DigestOf(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
