namespace Score.Core.Editors;

/// <summary>The annotations of resources that built-in provisioners read.</summary>
internal static class ResourceAnnotations
{
    /// <summary>All of them.</summary>
    public static readonly KnownAnnotation[] All =
    [
        new("compose.score.dev/publish-port", "For Docker Compose: the port of the host that leads to the server."),
        new("compose.score.dev/publish-management-port", "For Docker Compose: the port of the host that leads to the server's web pages (amqp, s3)."),
        new("compose.score.dev/stack-version", "The version of the server, such as '8.14.0' (elasticsearch)."),
        new("compose.score.dev/es-mem-limit", "The memory that the server may have, such as '1g' (elasticsearch)."),
        new("compose.score.dev/route-provisioner-path-type", "'Prefix' or 'Exact' (route)."),
        new("compose.score.dev/route-provisioner-server-snippet", "For Docker Compose: lines of nginx.conf for the server (route)."),
        new("compose.score.dev/route-provisioner-location-snippet", "For Docker Compose: lines of nginx.conf for the location (route)."),
    ];
}

/// <summary>An annotation that something reads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means, for editors.</param>
internal sealed record KnownAnnotation(string Name, string Description);
