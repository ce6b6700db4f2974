using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>The Aspire dashboard as a service: it shows the logs, traces and metrics that the workloads send it.</summary>
internal static class Dashboard
{
    /// <summary>The name of the service.</summary>
    public const string Name = "aspire-dashboard";

    private const string Image = "mcr.microsoft.com/dotnet/aspire-dashboard:9.5";
    private const string Port = "18888";

    /// <summary>Where workloads send their telemetry.</summary>
    public static Telemetry Telemetry { get; } = new($"http://{Name}:18889");

    /// <summary>Adds the service.</summary>
    /// <param name="services">All services.</param>
    /// <param name="options">How the build wants its compose.yaml.</param>
    /// <param name="diagnostics">Receives SCORE0615 and SCORE0715.</param>
    public static void AddTo(YamlMapping services, ComposeOptions options, DiagnosticBag diagnostics)
    {
        if (services[Name] is not null) diagnostics.Add(DiagnosticDescriptors.DashboardNameTaken, options.DashboardPlace, Name);
        if (options.Ports.FirstOrDefault(p => p.Parts.Count == 3 && p.Parts[0] == Port) is { } other)
            diagnostics.Add(DiagnosticDescriptors.HostPortTaken, other.Place, Port, other.Text, "ScoreDashboard");

        // Without a login, because nobody else reaches the address.
        services.Set(Name, new YamlMapping
        {
            ["image"] = Image,
            ["restart"] = "unless-stopped",
            ["environment"] = new YamlMapping { ["DOTNET_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"] = "true" },
            ["ports"] = new YamlSequence([
                new YamlMapping { ["host_ip"] = "127.0.0.1", ["target"] = YamlScalar.Integer(18888), ["published"] = Port },
            ]),
        });
    }
}
