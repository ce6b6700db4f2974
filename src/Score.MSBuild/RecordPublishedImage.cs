using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Text;

namespace Score.MSBuild;

/// <summary>Takes note of the image that the SDK has just published, so that outputs name it by its digest.</summary>
[MSBuildMultiThreadableTask]
public sealed class RecordPublishedImage : ScoreTask
{
    /// <summary>The image with its first tag, such as <c>registry.example.com/shop:1.0</c>.</summary>
    [Required]
    public string Image { get; set; } = "";

    /// <summary>The registry that it was pushed to, such as <c>registry.example.com</c>; empty for the engine of this machine.</summary>
    public string Registry { get; set; } = "";

    /// <summary>The archive that it was written to instead, such as <c>obj/shop.tar.gz</c>; empty for none.</summary>
    public string Archive { get; set; } = "";

    /// <summary>The digest of its manifest, such as <c>sha256:9f86…</c>; empty for an image of several architectures.</summary>
    public string Digest { get; set; } = "";

    /// <summary>The index of an image of several architectures, as it was pushed; its digest is that of these bytes.</summary>
    public string Index { get; set; } = "";

    /// <summary>The score files with <c>image: .</c>, as <see cref="ValidateScoreFile.ImageListFile"/> has them.</summary>
    [Required]
    public ITaskItem ImageListFile { get; set; } = null!;

    /// <summary>The note for later builds, such as <c>obj/score/App.published.txt</c>: the image, and how outputs name it.</summary>
    [Required]
    public ITaskItem PublishedFile { get; set; } = null!;

    /// <summary>The file for people and tools, such as <c>obj/score/images.json</c>, with the workloads, images and digests.</summary>
    [Required]
    public ITaskItem ImagesFile { get; set; } = null!;

    /// <inheritdoc/>
    public override bool Execute()
    {
        DiagnosticBag diagnostics = new();
        string digest = Index.Length > 0 ? "sha256:" + Hexadecimal.OfHash(Index, 64) : Digest;
        string? why = Archive.Length > 0 ? "it was written to an archive and is in no registry"
            : Registry.Length == 0 ? "ContainerRegistry is not set, and the engine of this machine may not find its own images by digest"
            : digest.Length == 0 ? "this SDK does not give the digest"
            : null;
        string reference = why is null ? $"{Image.Substring(0, Image.LastIndexOf(':'))}@{digest}" : Image;
        if (why is not null) diagnostics.Add(DiagnosticDescriptors.ImageNotPinned, Project.PropertyPlace, Image, new Phrase(why));

        Write(PublishedFile, $"{Image}|{reference}\n", diagnostics);
        HashSet<string> files = new(Notes.ReadList(ImageListFile), PathComparer);
        WorkloadSet set = LoadWorkloads();
        IEnumerable<string> workloads = set.Workloads.Where((_, i) => files.Contains(FullPath(set.Files[i]))).Select(w => w.Workload.Name.Text);

        // None of these texts has anything that JSON would escape.
        string published = $"\"image\": \"{Image}\", \"digest\": \"{digest}\", \"reference\": \"{reference}\"";
        IEnumerable<string> entries = workloads.Select(w => $"  {{ \"workload\": \"{w}\", {published} }}");
        Write(ImagesFile, $"[\n{string.Join(",\n", entries)}\n]\n", diagnostics);
        Report(diagnostics);
        return !Log.HasLoggedErrors;
    }

    private static void Write(ITaskItem file, string text, DiagnosticBag diagnostics) =>
        Try(FullPath(file), diagnostics, () => AtomicFile.WriteIfDifferent(FullPath(file), Encoding.UTF8.GetBytes(text)));
}
