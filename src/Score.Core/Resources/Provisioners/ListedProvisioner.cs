using System.Collections.Generic;
using System.Linq;

namespace Score.Core.Resources.Provisioners;

/// <summary>A provisioner as a list shows it.</summary>
/// <param name="Uri">Its name.</param>
/// <param name="Type">The type of the resources that it serves.</param>
/// <param name="Class">The only class that it serves; empty for all.</param>
/// <param name="Id">The only id that it serves; empty for all.</param>
/// <param name="Params">The params that it knows; null when it does not say.</param>
/// <param name="Outputs">The outputs that it promises; null when it does not say.</param>
/// <param name="File">The full path of its file; empty when it is built in.</param>
/// <param name="Description">What it says of itself.</param>
internal sealed record ListedProvisioner(string Uri, string Type, string Class, string Id, IReadOnlyList<string>? Params, IReadOnlyList<string>? Outputs,
    string File, string Description)
{
    /// <summary>All provisioners in the order in which they are tried. The first that serves a resource counts.</summary>
    /// <param name="options">What there is to know of the build.</param>
    public static IEnumerable<ListedProvisioner> All(ProvisioningOptions options)
    {
        IReadOnlyList<string> builtIn = options.UseBuiltIn ? options.Platform.BuiltIn.Types : [];
        return All(options.Provisioners, options.Platform, builtIn.Select(t => Of(options.Platform.BuiltIn.Find(t)!) with { File = "" }));
    }

    /// <summary>The same from what is known already.</summary>
    /// <param name="provisioners">The provisioners of files.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="builtIn">The built-in ones that the project has.</param>
    public static IEnumerable<ListedProvisioner> All(IReadOnlyList<Provisioner> provisioners, ProvisioningPlatform platform,
        IEnumerable<ListedProvisioner> builtIn)
    {
        List<ListedProvisioner> all = provisioners.Select(Of).ToList();
        all.AddRange(builtIn);
        all.Add(BuiltIn("environment", [], null, "Each output is the environment variable of that name."));
        all.Add(BuiltIn("secret", [], null, "Each output is a secret value that you bring."));
        all.Add(BuiltIn(ServicePorts.Type, ["workload", "port"], ["hostname", "port"], "Where another workload of the build listens."));
        if (!all.Exists(p => p.Type == "volume" && p.File.Length == 0)) all.Add(platform.ListedVolume);
        return all;
    }

    /// <summary>Whether it serves a resource.</summary>
    public bool Serves(ResourceId id) => Type == id.Type && (Class.Length == 0 || Class == id.Class) && (Id.Length == 0 || Id == id.Id);

    private static ListedProvisioner Of(Provisioner p) => new(
        p.Uri.Text,
        p.Type,
        p.Class ?? "",
        p.Id ?? "",
        p.SupportedParams?.Select(s => s.Text).ToList(),
        p.ExpectedOutputs?.Select(s => s.Text).ToList(),
        p.Uri.Span.File,
        (p.Entry["description"] as Yaml.YamlScalar)?.Text ?? "");

    /// <summary>A type that needs no provisioner.</summary>
    public static ListedProvisioner BuiltIn(string type, string[] parameters, string[]? outputs, string description) =>
        new($"builtin://{type}", type, "", "", parameters, outputs, "", description);
}
