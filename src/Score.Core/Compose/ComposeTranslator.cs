using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Translates checked workloads and their provisioned resources to a Compose project.</summary>
internal sealed class ComposeTranslator
{
    private const string WorkloadAnnotation = "compose.score.dev/workload-name";

    private readonly ComposeOptions _options;
    private readonly ProvisionedResources _resources;
    private readonly DiagnosticBag _diagnostics;
    private readonly SortedDictionary<string, YamlMapping> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Workload Workload, Container Container)> _owners = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, YamlMapping> _volumes = new(StringComparer.Ordinal);
    private readonly List<MountedFile> _files = [];
    private readonly SortedSet<string> _variables = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _variablesRead = new(StringComparer.Ordinal);

    private ComposeTranslator(ComposeOptions options, ProvisionedResources resources, DiagnosticBag diagnostics)
    {
        _options = options;
        _resources = resources;
        _diagnostics = diagnostics;
    }

    /// <summary>Translates workloads.</summary>
    /// <param name="workloads">Workloads without errors.</param>
    /// <param name="resources">Their resources.</param>
    /// <param name="options">How the build wants the project.</param>
    /// <param name="diagnostics">Receives SCORE03xx and SCORE04xx.</param>
    /// <returns>The project; not to be used when the diagnostics have errors.</returns>
    public static ComposeProject Translate(IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, ComposeOptions options, DiagnosticBag diagnostics)
    {
        ComposeTranslator translator = new(options, resources, diagnostics);
        foreach (LoadedWorkload workload in workloads) translator.AddWorkload(workload);
        return new ComposeProject(translator.CreateTree(), translator._files, translator._variables, translator._variablesRead);
    }

    private void AddWorkload(LoadedWorkload loaded)
    {
        Workload workload = loaded.Workload;
        StartOrder order = new(workload);
        PlaceholderExpander expander = new(workload, _resources, _diagnostics);
        foreach (Container container in workload.Containers)
        {
            string name = ServiceName(workload, container);
            if (_owners.TryGetValue(name, out (Workload Workload, Container Container) owner))
            {
                _diagnostics.Add(DiagnosticDescriptors.ServiceNameTaken, container.Key.Span, container.Name, workload.Name.Text, name, owner.Container.Name, owner.Workload.Name.Text);
                continue;
            }

            _owners.Add(name, (workload, container));
            _services.Add(name, CreateService(loaded, container, order, expander));
        }
    }

    private YamlMapping CreateService(LoadedWorkload loaded, Container container, StartOrder order, PlaceholderExpander expander)
    {
        Workload workload = loaded.Workload;
        YamlMapping service = new();
        service.Set("image", Image(container));
        if (container.Command is { Count: > 0 } command) service.Set("entrypoint", YamlSequence.Strings(command.Select(c => ComposeText.Unexpanded(c.Text))));
        if (container.Args is { Count: > 0 } args) service.Set("command", YamlSequence.Strings(args.Select(a => ComposeText.Unexpanded(a.Text))));
        if (container == order.NetworkOwner) service.Set("hostname", workload.Name.Text);
        else if (!StartOrder.IsInit(container)) service.Set("network_mode", "service:" + ServiceName(workload, order.NetworkOwner));

        YamlMapping environment = new();
        foreach (TextEntry variable in container.Variables) environment.Set(variable.Name, Write(expander.Expand(variable.Value), variable.Value));
        if (environment.Count > 0) service.Set("environment", environment);

        YamlSequence mounts = new();
        FileMounts files = new(loaded, expander, _options, _variablesRead, _diagnostics);
        foreach ((MountedFile file, YamlMapping mount) in files.Of(container))
        {
            _files.Add(file);
            mounts.Items.Add(mount);
        }

        foreach (ContainerVolume volume in container.Volumes)
        {
            if (Mount(workload, volume, expander) is { } mount) mounts.Items.Add(mount);
        }

        if (mounts.Items.Count > 0) service.Set("volumes", mounts);
        if (order.WaitsOf(container) is { Count: > 0 } waits) service.Set("depends_on", DependsOn(workload, container, waits));
        if (Healthchecks.Of(container, _options.HttpProbe, _diagnostics) is { } healthcheck) service.Set("healthcheck", healthcheck);
        if (Deploy(container) is { } deploy) service.Set("deploy", deploy);
        service.Set("annotations", Annotations(workload));
        return service;
    }

    private string Image(Container container)
    {
        string image = container.Image!.Text;
        if (image != ".") return image;
        if (_options.Image.Length == 0) _diagnostics.Add(DiagnosticDescriptors.ImageNotSet, container.Image.Span, container.Name);
        return _options.Image;
    }

    private string Write(IReadOnlyList<TextSegment> segments, YamlScalar at)
    {
        foreach (TextSegment segment in segments)
        {
            if (segment.Reference is not { } reference) continue;
            if (!IsVariableName(reference.Name)) _diagnostics.Add(DiagnosticDescriptors.InvalidVariableReference, at.SpanOf(segment.Offset, segment.Length), reference.Name);
            _variables.Add(reference.Name);
        }

        return ComposeText.Write(segments);
    }

    private YamlMapping? Mount(Workload workload, ContainerVolume volume, PlaceholderExpander expander)
    {
        YamlMapping? outputs;
        if (expander.BareResource(volume.Source) is { } resource)
        {
            outputs = _resources.Of(workload, resource).Volume;
            if (outputs is null)
            {
                _diagnostics.Add(DiagnosticDescriptors.NotAVolume, volume.Source.Span, resource.Name, resource.Type?.Text ?? "");
                return null;
            }
        }
        else
        {
            string name = Write(expander.Expand(volume.Source), volume.Source);
            if (!IsVolumeName(name))
            {
                _diagnostics.Add(DiagnosticDescriptors.InvalidVolumeSource, volume.Source.Span, volume.Source.Text);
                return null;
            }

            outputs = new ExternalVolumeOutputs(name).Volume;
        }

        string source = ((YamlScalar)outputs["source"]!).Text;
        YamlMapping external = new();
        external.Set("name", source);
        external.Set("external", YamlScalar.Boolean(true));
        _volumes[source] = external;

        YamlMapping mount = new();
        mount.Set("type", "volume");
        mount.Set("source", source);
        mount.Set("target", ComposeText.Literal(volume.Target.Text));
        if (volume.ReadOnly) mount.Set("read_only", YamlScalar.Boolean(true));
        if (volume.SubPath is { Text.Length: > 0 } subPath)
        {
            YamlMapping options = new();
            options.Set("subpath", ComposeText.Literal(subPath.Text));
            mount.Set("volume", options);
        }

        return mount;
    }

    private YamlMapping DependsOn(Workload workload, Container container, IReadOnlyList<(string Container, string Ready)> waits)
    {
        YamlMapping dependsOn = new();
        foreach ((string name, string ready) in waits)
        {
            Container earlier = workload.Containers.First(c => c.Name == name);
            if (ready == "healthy" && Healthchecks.Of(earlier, _options.HttpProbe, new DiagnosticBag()) is null)
            {
                YamlScalar at = earlier.Before.First(b => b.Target.Text == container.Name).Target;
                _diagnostics.Add(DiagnosticDescriptors.HealthyWithoutProbe, at.Span, container.Name, earlier.Name);
            }

            YamlMapping condition = new();
            condition.Set("condition", ready switch
            {
                "complete" => "service_completed_successfully",
                "healthy" => "service_healthy",
                _ => "service_started",
            });
            dependsOn.Set(ServiceName(workload, earlier), condition);
        }

        return dependsOn;
    }

    private static YamlMapping? Deploy(Container container)
    {
        YamlMapping resources = new();
        AddAmounts(resources, "limits", container.Limits);
        AddAmounts(resources, "reservations", container.Requests);
        if (resources.Count == 0) return null;
        YamlMapping deploy = new();
        deploy.Set("resources", resources);
        return deploy;
    }

    private static void AddAmounts(YamlMapping resources, string key, ComputeResources? amounts)
    {
        YamlMapping written = new();
        if (amounts?.Cpu is { } cpu) written.Set("cpus", ComputeAmounts.Cpus(cpu.Text));
        if (amounts?.Memory is { } memory) written.Set("memory", ComputeAmounts.Memory(memory.Text));
        if (written.Count > 0) resources.Set(key, written);
    }

    private static YamlMapping Annotations(Workload workload)
    {
        SortedDictionary<string, string> annotations = new(StringComparer.Ordinal);
        foreach (TextEntry annotation in workload.Annotations) annotations[annotation.Name] = ComposeText.Unexpanded(annotation.Value.Text);
        annotations[WorkloadAnnotation] = workload.Name.Text;
        YamlMapping tree = new();
        foreach ((string key, string value) in annotations) tree.Set(key, value);
        return tree;
    }

    private YamlMapping CreateTree()
    {
        YamlMapping services = new();
        foreach ((string name, YamlMapping service) in _services) services.Set(name, service);
        YamlMapping tree = new();
        tree.Set("name", _options.ProjectName);
        tree.Set("services", services);
        if (_volumes.Count == 0) return tree;

        YamlMapping volumes = new();
        foreach ((string name, YamlMapping volume) in _volumes) volumes.Set(name, volume);
        tree.Set("volumes", volumes);
        return tree;
    }

    private static string ServiceName(Workload workload, Container container) => $"{workload.Name.Text}-{container.Name}";

    private static bool IsVariableName(string name) =>
        name.Length > 0 && name[0] is not (>= '0' and <= '9') && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');

    private static bool IsVolumeName(string name) =>
        name.Length > 0 && name[0] is not ('.' or '-' or '_') && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.');
}
