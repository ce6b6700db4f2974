using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Score.Core.Init;

/// <summary>What Properties/launchSettings.json says of ports.</summary>
/// <param name="Port">The port of the application on a developer's machine, or null.</param>
/// <param name="ContainerPort">The port in a container, or null.</param>
internal sealed record LaunchSettings(int? Port, int? ContainerPort)
{
    private const int MaxPort = 65535;

    /// <summary>Reads the settings.</summary>
    /// <param name="root">The file's content, or null.</param>
    public static LaunchSettings Read(JObject? root)
    {
        if (root?["profiles"] is not JObject all) return new LaunchSettings(null, null);
        List<JObject> profiles = all.Properties().Select(p => p.Value).OfType<JObject>().ToList();
        List<JObject> containers = profiles.Where(p => Text(p, "commandName") is "SdkContainer" or "Docker" or "DockerCompose").ToList();
        List<JObject> projects = profiles.Where(p => Text(p, "commandName") == "Project").ToList();
        return new LaunchSettings(
            projects.Select(p => PortOfUrls(Text(p, "applicationUrl")) ?? PortOfVariables(p)).FirstOrDefault(p => p is not null),
            containers.Select(PortOfVariables).FirstOrDefault(p => p is not null));
    }

    /// <summary>The first port for HTTP of a list of addresses, such as <c>https://localhost:7001;http://+:5001</c>; null when there is none.</summary>
    public static int? PortOfUrls(string urls)
    {
        foreach (string url in urls.Split(';').Select(u => u.Trim()))
        {
            const string Scheme = "http://";
            if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) continue;
            string host = url.Substring(Scheme.Length).Split('/')[0];
            int colon = host.LastIndexOf(':');
            if (colon < host.LastIndexOf(']')) colon = -1;
            if ((colon < 0 ? 80 : ToPort(host.Substring(colon + 1))) is { } port) return port;
        }

        return null;
    }

    /// <summary>The first port of a list such as <c>8080;8081</c>, with what may follow a slash; null when there is none.</summary>
    public static int? FirstPort(string ports) => ports.Split(';', ',').Select(p => ToPort(p.Split('/')[0].Trim())).FirstOrDefault(p => p is not null);

    private static int? PortOfVariables(JObject profile) => profile["environmentVariables"] is not JObject variables
        ? null
        : PortOfUrls(Text(variables, "ASPNETCORE_URLS")) ?? FirstPort(Text(variables, "ASPNETCORE_HTTP_PORTS"));

    private static string Text(JObject parent, string key) => parent[key] is JValue { Value: string text } ? text : "";

    private static int? ToPort(string text) => int.TryParse(text, out int port) && port is > 0 and <= MaxPort ? port : null;
}
