using System.Collections.Generic;
using Score.Core.Diagnostics;

namespace Score.Core.Specification;

/// <summary>What <c>image: .</c> stands for: an image for all workloads, or one for each.</summary>
/// <param name="shared">The image of workloads without one of their own; empty when the build does not say.</param>
internal sealed class OwnImages(string shared)
{
    private Dictionary<string, OwnImage>? _own;

    /// <summary>The image that stands for all.</summary>
    public static implicit operator OwnImages(string shared) => new(shared);

    /// <summary>Sets what a workload has of its own.</summary>
    /// <param name="workload">Its name.</param>
    /// <param name="image">Its image.</param>
    public void Add(string workload, OwnImage image) => (_own ??= [])[workload] = image;

    /// <summary>Whether a container's image is known to have the .NET runtime.</summary>
    public bool HasDotNet(Workload workload, Container container) =>
        container.Image?.Text == ImageRules.Own && OwnOf(workload) is { HasDotNet: true };

    /// <summary>The image of a container.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">Its container, which has an image.</param>
    /// <param name="missing">What to report when the build does not say: SCORE0401 or SCORE0502.</param>
    /// <param name="diagnostics">Receives it.</param>
    public string Of(Workload workload, Container container, DiagnosticDescriptor missing, DiagnosticBag diagnostics)
    {
        string image = container.Image!.Text;
        if (image != ImageRules.Own) return image;
        OwnImage? own = OwnOf(workload);
        image = own is { Name.Length: > 0 } ? own.Name : shared;
        if (image.Length == 0) diagnostics.Add(missing, container.Image.Span, container.Name, new Phrase(own?.WhyMissing ?? ""));
        return image;
    }

    private OwnImage? OwnOf(Workload workload) => _own is not null && _own.TryGetValue(workload.Name.Text, out OwnImage? own) ? own : null;
}

/// <summary>What <c>image: .</c> stands for in one workload.</summary>
/// <param name="Name">The image; empty when there is none.</param>
/// <param name="WhyMissing">Why there is none, as a sentence that begins with a space; empty when that is not known.</param>
internal sealed record OwnImage(string Name, string WhyMissing)
{
    /// <summary>Whether the SDK makes it with the .NET runtime in it.</summary>
    public bool HasDotNet { get; init; }
}
