using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Compose.Outputs;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Placeholders;
using Score.Core.Resources.Hosts;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;

namespace Score.Core.Compose.Local;

/// <summary>A workload as it runs on this machine.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Variables">The variables of its container.</param>
/// <param name="Files">The files of its container.</param>
/// <param name="Folders">The full paths of folders that stand for its volumes.</param>
/// <param name="Hosts">The services that it connects to.</param>
internal sealed record LocalWorkload(
    Workload Workload,
    IReadOnlyList<OutputVariable> Variables,
    IReadOnlyList<LocalFile> Files,
    IReadOnlyList<string> Folders,
    IReadOnlyCollection<string> Hosts)
{
    /// <summary>The variable with the folder of the files.</summary>
    public const string FilesVariable = "SCORE_FILES";
}

/// <summary>A file of a container.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Bytes">The content.</param>
internal sealed record LocalFile(string Path, byte[] Bytes);

/// <summary>The texts of a workload with marks of hosts and ports in them.</summary>
internal sealed class MarkedWorkload
{
    private readonly Workload _workload;
    private readonly Container _container;
    private readonly List<OutputVariable> _variables = [];
    private readonly List<LocalFile> _files = [];
    private readonly List<string> _folders = [];

    private MarkedWorkload(Workload workload, Container container)
    {
        _workload = workload;
        _container = container;
    }

    /// <summary>All texts.</summary>
    public IEnumerable<string> Texts => _variables.Select(v => v.Value).Concat(_files.Select(f => Encoding.UTF8.GetString(f.Bytes)));

    /// <summary>Expands the variables and files of the container that is the project itself: the one with <c>image: .</c>, else the first.</summary>
    /// <param name="loaded">The workload.</param>
    /// <param name="folder">The full path of the folder for its files.</param>
    /// <param name="build">The build.</param>
    /// <param name="diagnostics">Receives SCORE0708 and SCORE0709.</param>
    public static MarkedWorkload Of(LoadedWorkload loaded, string folder, PlatformBuild build, DiagnosticBag diagnostics)
    {
        Workload workload = loaded.Workload;
        Container? own = workload.Containers.FirstOrDefault(c => c.Image?.Text == ImageRules.Own);
        Container container = own ?? workload.Containers[0];
        if (own is null && workload.Containers.Count > 1)
            diagnostics.Add(DiagnosticDescriptors.LocalContainer, container.Key.Span, workload.Name.Text, container.Name);

        MarkedWorkload marked = new(workload, container);

        // What is wrong with the texts has been said of those for containers.
        DiagnosticBag said = new();
        PlaceholderExpander expander = new(workload, build.Options.Hosts!.Outputs, said);
        Dictionary<string, string> paths = new(StringComparer.Ordinal);
        FileMounts mounts = new(loaded, expander, new ComposeContext(((ComposePlatform)build.Options.Target).Options, build.Resources, said),
            new SortedSet<string>(StringComparer.Ordinal));
        foreach (MountedFile file in mounts.Of(container, knowsEnvironment: false))
        {
            string target = ((Yaml.YamlScalar)file.Mount!["target"]!).Text.Replace("$$", "$");
            paths[target] = Below(folder, "files", target);
            marked._files.Add(new LocalFile(paths[target], build.Options.Secrets is { } secrets ? Reveal(file.Bytes, secrets.Reveal) : file.Bytes));
        }

        foreach (ContainerVolume volume in container.Volumes)
        {
            paths[volume.Target.Text] = Below(folder, "volumes", volume.Target.Text);
            marked._folders.Add(paths[volume.Target.Text]);
        }

        if (marked._files.Count > 0) marked._variables.Add(new OutputVariable(LocalWorkload.FilesVariable, Below(folder, "files", "")));
        foreach (TextEntry variable in container.Variables)
        {
            marked.ReportOthers(variable, diagnostics);
            if (Expand(expander.Expand(variable.Value), build) is not { } value) continue;
            marked._variables.Add(new OutputVariable(variable.Name, paths.TryGetValue(value, out string? path) ? path : value));
        }

        return marked;
    }

    /// <summary>Says which ports keep their numbers, because a client is not told another one.</summary>
    public void ReportKept(IReadOnlyCollection<HostMark> kept, LocalPorts ports, HostMarks marks, DiagnosticBag diagnostics)
    {
        LocalTexts texts = new(marks);
        foreach (string text in Texts) texts.Scan(text);
        foreach (HostMark mark in kept.Where(k => texts.Hosts.Contains(k.Service) && texts.Needed.All(n => n.Service != k.Service)))
        {
            int port = ports.Of(mark.Service, mark.Port)!.Port;
            Phrase result = new(port == mark.Port
                ? $"it is published under the number that clients use by themselves, {port}"
                : $"it does not reach it: {mark.Port} is taken in this file, so it is published under {port}");
            diagnostics.Add(DiagnosticDescriptors.LocalPortOfClient, _container.Key.Span, _container.Name, mark.Service, result);
        }
    }

    /// <summary>The workload with addresses of this machine.</summary>
    public LocalWorkload Resolve(HostMarks marks, LocalPorts ports)
    {
        LocalTexts texts = new(marks);
        foreach (string text in Texts) texts.Scan(text);
        return new LocalWorkload(
            _workload,
            _variables.Select(v => v with { Value = texts.Resolve(v.Value, ports) }).ToList(),
            _files.Select(f => f with { Bytes = Reveal(f.Bytes, t => texts.Resolve(t, ports)) }).ToList(),
            _folders,
            texts.Hosts);
    }

    private void ReportOthers(TextEntry variable, DiagnosticBag diagnostics)
    {
        foreach (PlaceholderPart part in PlaceholderParser.Parse(variable.Value.Text).Where(p => p.IsPlaceholder))
        {
            if (PlaceholderParser.Elements(part.Text) is not ["resources", { } name, ..] || _workload.FindResource(name) is not { } resource) continue;
            if (resource.Type?.Text is "service" or "service-port")
                diagnostics.Add(DiagnosticDescriptors.LocalOtherWorkload, variable.Value.SpanOf(part.Offset, part.Length), variable.Name, name);
        }
    }

    // Null when it needs a variable that is not set.
    private static string? Expand(IReadOnlyList<TextSegment> segments, PlatformBuild build)
    {
        StringBuilder result = new();
        foreach (TextSegment segment in segments)
        {
            string? text = segment.Reference is EnvironmentReference reference
                ? build.Options.ReadVariable(reference.Name) ?? reference.Default
                : build.Options.Secrets?.Reveal(segment.Text) ?? segment.Text;
            if (text is null) return null;
            result.Append(text);
        }

        return result.ToString();
    }

    // Bytes that are no text stay as they are.
    private static byte[] Reveal(byte[] bytes, Func<string, string> change)
    {
        string text = Encoding.UTF8.GetString(bytes);
        string changed = change(text);
        return changed == text ? bytes : Encoding.UTF8.GetBytes(changed);
    }

    private static string Below(string folder, string kind, string target) =>
        string.Join("/", new[] { folder.Replace('\\', '/'), kind }.Concat(target.Split('/').Where(s => s.Length > 0 && s is not ("." or ".."))));
}
