using System.Collections.Generic;
using System.IO;
using System.Linq;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>
/// A program for HTTP probes in containers that have .NET and neither curl nor wget: a small assembly that is mounted, and run by the
/// container's own <c>dotnet</c>.
/// </summary>
internal static class DotNetProbe
{
    private const string Folder = "probe";
    private const string Target = "/score-probe";
    private const string Assembly = "score-probe.dll";

    private static readonly string[] Names = [Assembly, "score-probe.runtimeconfig.json"];

    /// <summary>The files, below the mounts folder.</summary>
    public static IEnumerable<MountedFile> Files() => Names.Select(n => new MountedFile($"{Folder}/{n}", Read(n), MountedFile.DefaultMode, null));

    /// <summary>The entry of a service's volumes.</summary>
    /// <param name="mounts">The mounts folder as compose.yaml names it.</param>
    public static YamlMapping Mount(string mounts) => new()
    {
        ["type"] = "bind",
        ["source"] = ComposeText.Literal($"{mounts}/{Folder}"),
        ["target"] = Target,
        ["read_only"] = YamlScalar.Boolean(true),
    };

    /// <summary>The command that sends a request.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="headers">The headers, as <c>NAME: VALUE</c>.</param>
    public static List<string> Command(string url, List<string> headers) => ["dotnet", $"{Target}/{Assembly}", url, .. headers];

    private static byte[] Read(string name)
    {
        using Stream stream = typeof(DotNetProbe).Assembly.GetManifestResourceStream($"Probe/{name}")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
