using System.Collections.Generic;

namespace Score.Core.Init;

/// <summary>What is known of a project that gets its first score file.</summary>
/// <param name="Name">The name of the project file without its extension.</param>
internal sealed record InitialProject(string Name)
{
    /// <summary>Whether the project is a web application.</summary>
    public bool IsWeb { get; init; }

    /// <summary>The port that the application has on a developer's machine, from launchSettings.json; null when nothing says it.</summary>
    public int? LaunchPort { get; init; }

    /// <summary>The port that the application listens on in a container; null when the project does not say it.</summary>
    public int? ContainerPort { get; init; }

    /// <summary>The paths of health checks in the code.</summary>
    public IReadOnlyList<string> HealthPaths { get; init; } = [];

    /// <summary>The resources that the project seems to need.</summary>
    public IReadOnlyList<SuggestedResource> Resources { get; init; } = [];

    /// <summary>The schema for editors, relative to the score file, with slashes.</summary>
    public string Schema { get; init; } = "";
}

/// <summary>A resource that a project seems to need.</summary>
/// <param name="Name">Its name in the score file.</param>
/// <param name="Type">Its type.</param>
/// <param name="Origin">What it is guessed from, such as the name of a package.</param>
/// <param name="Variables">The variables that give its outputs to the application.</param>
internal sealed record SuggestedResource(string Name, string Type, string Origin, IReadOnlyList<KeyValuePair<string, string>> Variables);
