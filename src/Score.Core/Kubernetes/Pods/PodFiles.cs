using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>
/// Mounts the files of a workload's containers: each is a ConfigMap, or a key of a Secret when its whole content is a reference
/// to one. Files of one folder share one mount, unless each is to be mounted by itself.
/// </summary>
internal sealed class PodFiles(WorkloadContext context, PodVolumes volumes)
{
    /// <summary>The most bytes that Kubernetes takes in a ConfigMap.</summary>
    private const int ConfigMapSize = 1024 * 1024;

    private readonly DiagnosticBag _diagnostics = context.Diagnostics;
    private readonly MemoryStream _contents = new();
    private int _projected;

    /// <summary>The ConfigMaps, and the files that they are for.</summary>
    public List<FileMap> Maps { get; } = [];

    /// <summary>A hash of all contents, or null when there are no files.</summary>
    public string? Hash => _contents.Length == 0 ? null : Hexadecimal.OfHash(_contents.ToArray(), 16);

    /// <summary>Adds the mounts of a container's files, by folder.</summary>
    /// <param name="mounts">Receives them.</param>
    /// <param name="container">The container.</param>
    /// <param name="folders">The folders that are mounted besides its volumes, so that a file in one is mounted by itself.</param>
    public void AddMounts(YamlSequence mounts, Container container, IReadOnlyList<string> folders)
    {
        if (container.Files.Count == 0) return;
        HashSet<string> taken = new(StringComparer.Ordinal) { "/" };
        foreach (ContainerVolume volume in container.Volumes) taken.Add(MountPoint.Of(volume.Target.Text).Path);
        foreach (string folder in folders) taken.Add(folder);
        Dictionary<string, List<ContainerFile>> byFolder = new(StringComparer.Ordinal);
        foreach (ContainerFile file in container.Files)
        {
            string folder = MountPoint.Of(file.Target.Text).Directory;
            if (!byFolder.TryGetValue(folder, out List<ContainerFile>? files)) byFolder.Add(folder, files = []);
            files.Add(file);
        }

        foreach (KeyValuePair<string, List<ContainerFile>> folder in byFolder)
        {
            List<MountedFile> files = [];
            foreach (ContainerFile file in folder.Value)
            {
                if (Create(container, file) is { } mounted) files.Add(mounted);
            }

            bool isAlone = taken.Contains(folder.Key) || AreAlone(container, context.Settings);
            if (files.Count > 1 && !isAlone)
            {
                ContainerRules.IsMountable(folder.Key, files[0].File.Target, _diagnostics);
                mounts.Items.Add(new YamlMapping { ["name"] = Project(files), ["mountPath"] = folder.Key, ["readOnly"] = true });
                continue;
            }

            foreach (MountedFile file in files)
            {
                string name = volumes.UniqueName("file-", container, file.File.Target);
                volumes.Add(name, file.Type, file.Source(file.Type == "secret" ? "secretName" : "name"));

                // A folder that has a volume of its own, or is the root, cannot be mounted again; a single file in it can.
                string path = isAlone ? file.Point.Path : folder.Key;
                ContainerRules.IsMountable(path, file.File.Target, _diagnostics);
                mounts.Items.Add(new YamlMapping { ["name"] = name, ["mountPath"] = path, ["subPath"] = isAlone ? file.Point.Name : null });
            }
        }
    }

    /// <summary>Whether the files of a container are mounted each by itself, so that they hide nothing of the image.</summary>
    public static bool AreAlone(Container container, WorkloadSettings settings) =>
        !settings.IsEmpty && settings[KnownSettings.FileMounts, container] is { Text: "File" };

    private string Project(List<MountedFile> files)
    {
        string name = "proj-vol-" + _projected++.ToString(CultureInfo.InvariantCulture);
        YamlSequence sources = new(files.Select(f => new YamlMapping { [f.Type] = f.Source("name") }));
        volumes.Add(name, "projected", new YamlMapping { ["sources"] = sources });
        return name;
    }

    private MountedFile? Create(Container container, ContainerFile file)
    {
        MountPoint point = MountPoint.Of(file.Target.Text);
        FileContent content = context.Loaded.Files[file]!;
        byte[]? bytes = content.Bytes;
        if (bytes is null)
        {
            string written = content.Text!;
            IReadOnlyList<TextSegment> expanded = file.Expands
                ? context.Expander.Expand(written, content.SpanOf)
                : new List<TextSegment> { new(written, null, 0, written.Length) };
            List<TextSegment> segments = SecretText.Resolve(expanded, content.SpanOf, _diagnostics);
            if (segments.Count == 1 && segments[0].Reference is { } whole)
            {
                (string kind, string name, string key) = context.References.Use(whole);
                Remember(container, file, Encoding.UTF8.GetBytes($"{kind}/{name}/{key}"));
                return new MountedFile(file, point, kind == "Secret" ? "secret" : "configMap", name, key);
            }

            StringBuilder text = new();
            foreach (TextSegment segment in segments)
            {
                if (segment.Reference is not null)
                {
                    _diagnostics.Add(DiagnosticDescriptors.ReferenceInFile, content.SpanOf(segment.Offset, segment.Length), file.Target.Text);
                    return null;
                }

                text.Append(segment.Text);
            }

            bytes = Encoding.UTF8.GetBytes(text.ToString());
        }

        if (bytes.Length > ConfigMapSize)
        {
            _diagnostics.Add(DiagnosticDescriptors.FileTooLargeForConfigMap, file.Target.Span, file.Target.Text, bytes.Length);
            return null;
        }

        string map = $"{context.Name}-{container.Name}-file-{PodVolumes.Hash(file.Target.Text)}";
        Maps.Add(new FileMap(map, bytes, file));
        Remember(container, file, Public(bytes));
        return new MountedFile(file, point, "configMap", map, "file");
    }

    // A hash of passwords is one that somebody could try out, and differs from machine to machine.
    private byte[] Public(byte[] bytes)
    {
        if (context.Resources.Options.Secrets is not { IsEmpty: false } secrets) return bytes;
        string text = Encoding.UTF8.GetString(bytes);
        return secrets.IsIn(text) ? Encoding.UTF8.GetBytes(secrets.Replace(text, s => $"<{s.Prefix}/{s.Name}>")) : bytes;
    }

    // Each part comes with its length, so that no two sets of files give the same bytes.
    private void Remember(Container container, ContainerFile file, byte[] bytes)
    {
        using BinaryWriter writer = new(_contents, Encoding.UTF8, leaveOpen: true);
        writer.Write(container.Name);
        writer.Write(file.Target.Text);
        writer.Write(file.Mode?.Text ?? "");
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    /// <summary>A file that is mounted from an object.</summary>
    private sealed record MountedFile(ContainerFile File, MountPoint Point, string Type, string Object, string Key)
    {
        /// <summary>The object and the one key of it, as a volume's source.</summary>
        /// <param name="nameKey">The key for the object's name, which a Secret's volume calls otherwise than a projected one.</param>
        public YamlMapping Source(string nameKey)
        {
            YamlMapping item = new()
            {
                ["key"] = Key,
                ["path"] = Point.Name,
                ["mode"] = File.Mode is { } mode ? Convert.ToInt32(mode.Text, 8) : null,
            };
            return new YamlMapping { [nameKey] = Object, ["items"] = new YamlSequence { Items = { item } } };
        }
    }
}

/// <summary>A ConfigMap that holds a file: as text where it is text, so that a change of it can be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">The file's bytes.</param>
/// <param name="File">The file.</param>
internal sealed record FileMap(string Name, byte[] Content, ContainerFile File)
{
    private const string Key = "file";

    /// <summary>The ConfigMap.</summary>
    public YamlMapping Write(WorkloadIdentity identity)
    {
        string? text = PlainText.Of(Content);
        YamlMapping map = identity.Object("v1", "ConfigMap", Name);
        map[text is null ? "binaryData" : "data"] = new YamlMapping { [Key] = text ?? Convert.ToBase64String(Content) };
        return map;
    }
}
