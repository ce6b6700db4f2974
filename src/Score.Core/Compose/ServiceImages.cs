using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Each service runs an image, once patches have had their say.</summary>
internal static class ServiceImages
{
    private static readonly string[] Sources = ["image", "build", "extends", "provider"];

    /// <summary>Reports services of which Docker Compose would not know what to run.</summary>
    /// <param name="project">The content of compose.yaml, patched.</param>
    /// <param name="additions">What provisioners added to it.</param>
    /// <param name="patches">What has patched it.</param>
    /// <param name="diagnostics">Receives SCORE0411.</param>
    public static void Check(YamlMapping project, IReadOnlyList<ResourceAdditions> additions, IReadOnlyList<PatchFile> patches, DiagnosticBag diagnostics)
    {
        if (project[ComposeSections.Services] is not YamlMapping services) return;
        foreach (YamlEntry service in services)
        {
            if (service.Value is not YamlMapping mapping || HasSource(mapping)) continue;
            if (PlaceOf(service.Name, additions, patches) is { } place) diagnostics.Add(DiagnosticDescriptors.ServiceWithoutImage, place, service.Name);
        }
    }

    private static bool HasSource(YamlMapping service)
    {
        foreach (string source in Sources)
        {
            if (service[source] is not null) return true;
        }

        return false;
    }

    private static SourceSpan? PlaceOf(string service, IReadOnlyList<ResourceAdditions> additions, IReadOnlyList<PatchFile> patches)
    {
        ResourceAdditions? owner = additions.LastOrDefault(a => a.Mapping(ComposeSections.Services)?[service] is not null);
        if (owner is not null) return owner.PlaceOf(ComposeSections.Services, service);
        return patches.Count > 0
            ? ComposePatches.PlaceOf(patches.LastOrDefault(p => p.Source.Text.Contains(service)) ?? patches[patches.Count - 1], service)
            : null;
    }
}
