using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Score.Core.Init;

/// <summary>Writes the first score file of a project.</summary>
/// <remarks>What is only guessed is behind a <c>#</c>. Without these characters all of it is valid, as each remark is at the end of a line.</remarks>
internal static class InitialScoreFile
{
    /// <summary>The port that the images of ASP.NET Core listen on, unless somebody says otherwise.</summary>
    public const int DefaultPort = 8080;

    /// <summary>The workload's name.</summary>
    public static string WorkloadName(InitialProject project) => Suggestions.Name(project.Name, "app");

    /// <summary>The port that containers listen on; null for a project that listens on none.</summary>
    public static int? PortOf(InitialProject project) =>
        project.ContainerPort ?? (project.IsWeb || project.LaunchPort is not null || project.HealthPaths.Count > 0 ? DefaultPort : null);

    /// <summary>The text of the file, with LF line ends.</summary>
    public static string Write(InitialProject project)
    {
        StringBuilder text = new();
        if (project.Schema.Length > 0) Line($"# yaml-language-server: $schema={project.Schema}");
        string name = WorkloadName(project);
        Line("apiVersion: score.dev/v1b1");
        Line("metadata:");
        Line($"  name: {name}");
        int? port = PortOf(project);
        if (port is not null) WriteService(project, port.Value, Line);
        Line("containers:");
        Line($"  {(project.IsWeb ? "web" : "main")}:");
        Line("    image: . # the image that 'dotnet publish -t:PublishContainer' makes of the project");
        if (project.HealthPaths.Count > 0) WriteProbes(project.HealthPaths, port!.Value, Line);
        if (project.Resources.Count > 0)
        {
            Line("    # variables: # what the application needs to know of the resources below: take away the '# ' of both");
            foreach (KeyValuePair<string, string> variable in project.Resources.SelectMany(r => r.Variables)) Line($"    #   {variable.Key}: {variable.Value}");
        }

        if (project.Resources.Count > 0 || port is not null) Line("# resources:");
        foreach (SuggestedResource resource in project.Resources)
        {
            Line($"#   {resource.Name}: # guessed from {resource.Origin}");
            Line($"#     type: {resource.Type}");
        }

        if (port is not null) WriteRoute(name, project.Resources.Any(r => r.Name == "address") ? "route" : "address", Line);
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static void WriteService(InitialProject project, int port, System.Action<string> line)
    {
        line("service:");
        line("  ports:");
        line("    http:");
        if (project.LaunchPort is not { } launch || launch == port)
        {
            line($"      port: {port} # where the application listens in its container");
            return;
        }

        line($"      port: {launch} # where others reach it, as in Properties/launchSettings.json");
        line($"      targetPort: {port} # where the application listens in its container");
    }

    // A path for each probe if the names tell which is which, else one for both.
    private static void WriteProbes(IReadOnlyList<string> paths, int port, System.Action<string> line)
    {
        string? live = paths.FirstOrDefault(p => Has(p, "live"));
        string? ready = paths.FirstOrDefault(p => Has(p, "ready"));
        string other = paths.FirstOrDefault(p => !Has(p, "live") && !Has(p, "ready")) ?? paths[0];
        Probe("livenessProbe", live ?? (ready is null || other != ready ? other : null));
        Probe("readinessProbe", ready ?? other);

        void Probe(string key, string? path)
        {
            if (path is null) return;
            line($"    {key}:");
            line("      httpGet:");
            line($"        path: {path}");
            line($"        port: {port}");
        }
    }

    private static bool Has(string path, string word) => path.IndexOf(word, System.StringComparison.OrdinalIgnoreCase) >= 0;

    private static void WriteRoute(string name, string resource, System.Action<string> line)
    {
        line($"#   {resource}: # http://{name}.localhost:8080 in a browser");
        line("#     type: route");
        line("#     params:");
        line($"#       host: {name}.localhost");
        line("#       path: /");
        line("#       port: http");
    }
}
