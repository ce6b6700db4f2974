using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Compose.Outputs;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Translates checked workloads and their provisioned resources to a Compose project.</summary>
internal sealed class ComposeTranslator
{
    private const string WorkloadAnnotation = "compose.score.dev/workload-name";

    private readonly ComposeContext _context;
    private readonly ComposeOptions _options;
    private readonly IReadOnlyList<LoadedWorkload> _workloads;
    private readonly BuildContexts? _builds;
    private readonly PublishedPorts? _ports;
    private readonly ProvisionedResources _resources;
    private readonly DiagnosticBag _diagnostics;
    private readonly YamlMapping _services = new();
    private readonly SortedSet<string> _volumes = new(StringComparer.Ordinal);
    private readonly List<MountedFile> _files = [];
    private readonly SortedSet<string> _variables = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _variablesRead = new(StringComparer.Ordinal);
    private bool _hasProbe;

    private ComposeTranslator(ComposeOptions options, IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, DiagnosticBag diagnostics)
    {
        _context = new ComposeContext(options, resources, diagnostics);
        _options = options;
        _workloads = workloads;
        if (options.Builds.Count > 0) _builds = new BuildContexts(options.Builds, workloads, diagnostics);
        if (options.Ports.Count > 0) _ports = new PublishedPorts(options.Ports, workloads, diagnostics);
        _resources = resources;
        _diagnostics = diagnostics;
    }

    /// <summary>Translates workloads.</summary>
    /// <param name="workloads">Workloads without errors.</param>
    /// <param name="resources">Their resources.</param>
    /// <param name="options">How the build wants the project.</param>
    /// <param name="diagnostics">Receives SCORE03xx and SCORE04xx, and SCORE0611 to SCORE0617.</param>
    /// <returns>The project; not to be used when the diagnostics have errors.</returns>
    public static ComposeProject Translate(IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, ComposeOptions options,
        DiagnosticBag diagnostics)
    {
        ComposeTranslator translator = new(options, workloads, resources, diagnostics);
        foreach (LoadedWorkload workload in workloads) translator.AddWorkload(workload);
        ResourceServices added = ResourceServices.Of(resources, translator._services, translator._files, diagnostics);
        translator._ports?.AddToResources(added.Services, resources);
        if (options.HasDashboard) Dashboard.AddTo(added.Services, options, diagnostics);
        VolumeFolders.Add(added.Services);
        if (resources.Options.Secrets is { } secrets) ComposeSecrets.Reveal(translator._files, added.Named, secrets, diagnostics);
        FileHashes.AddTo(added.Services, translator._files, options.MountsReference, resources.Options);
        foreach (string name in resources.VariablesRead) translator._variablesRead.Add(name);
        return new ComposeProject(translator.CreateTree(added), workloads.Select(w => w.Workload).ToList(), translator._files, added.Directories,
            translator._variables)
        {
            VariablesRead = translator._variablesRead,
            Values = translator.Defaults(),
            Resources = resources,
        };
    }

    // Those of variables that the project needs, the first one for each.
    private List<OutputVariable> Defaults()
    {
        List<OutputVariable> defaults = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (ResourceNode node in _resources.Nodes)
        {
            if (_resources.Outputs.Of(node) is not EnvironmentOutputs { HasDefaults: true } outputs) continue;
            foreach (DefaultVariable variable in outputs.Defaults(_diagnostics))
            {
                if (!(_variables.Contains(variable.Name) || _variablesRead.Contains(variable.Name)) || !known.Add(variable.Name)) continue;
                string value = _resources.Options.Secrets?.Reveal(variable.Value) ?? variable.Value;
                defaults.Add(new OutputVariable(variable.Name, value) { Comment = variable.Description, IsDefault = true });
            }
        }

        if (defaults.Count > 1) defaults.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return defaults;
    }

    private void AddWorkload(LoadedWorkload loaded)
    {
        Workload workload = loaded.Workload;
        long annotations = 0;
        foreach (TextEntry annotation in workload.Annotations) annotations += annotation.Name.Length + annotation.Value.Text.Length;
        if (annotations * workload.Containers.Count > PlaceholderExpander.MaxTextLength)
        {
            // Each service has a copy of them.
            _diagnostics.Add(DiagnosticDescriptors.ExpansionTooLarge, workload.Annotations[0].Key.Span, PlaceholderExpander.MaxTextLength >> 20);
            return;
        }

        StartOrder order = new(workload);
        PlaceholderExpander expander = new(workload, _resources.Outputs, _diagnostics);
        foreach (Container container in workload.Containers)
        {
            string name = ServiceName(workload, container);
            if (_services.Find(name) is null) _services[name] = CreateService(loaded, container, order, expander);
            else ReportTaken(name, workload, container);
        }
    }

    private void ReportTaken(string name, Workload workload, Container container)
    {
        Workload other = _workloads.Select(w => w.Workload).First(w => w.Containers.Any(c => ServiceName(w, c) == name));
        Container owner = other.Containers.First(c => ServiceName(other, c) == name);
        _diagnostics.Add(DiagnosticDescriptors.ServiceNameTaken, container.Key.Span, container.Name, workload.Name.Text, name, owner.Name, other.Name.Text);
    }

    private YamlMapping CreateService(LoadedWorkload loaded, Container container, StartOrder order, PlaceholderExpander expander)
    {
        Workload workload = loaded.Workload;
        YamlMapping? build = _builds?.Of(workload, container);
        bool ownsNetwork = container == order.NetworkOwner;
        bool joinsNetwork = !ownsNetwork && !StartOrder.IsInit(container);
        return new YamlMapping
        {
            ["build"] = build,
            ["image"] = build is null ? _options.Image.Of(workload, container, DiagnosticDescriptors.ImageNotSet, _diagnostics) : null,
            ["entrypoint"] = Unexpanded(container.Command),
            ["command"] = Unexpanded(container.Args),
            ["hostname"] = ownsNetwork ? workload.Name.Text : null,
            ["network_mode"] = joinsNetwork ? "service:" + ServiceName(workload, order.NetworkOwner) : null,
            ["ports"] = ownsNetwork ? _ports?.Of(workload) : null,
            ["environment"] = Variables(workload, container, expander).UnlessEmpty,
            ["volumes"] = Mounts(loaded, container, expander).UnlessEmpty,
            ["depends_on"] = workload.HasOrder ? DependsOn(workload, container, order.WaitsOf(container)).UnlessEmpty : null,
            ["healthcheck"] = Healthchecks.Of(container, _options.HttpProbeOf(workload, container), _diagnostics),
            ["deploy"] = Deploy(container),
            ["annotations"] = Annotations(workload),
        };
    }

    private static YamlSequence? Unexpanded(IReadOnlyList<YamlScalar>? texts)
    {
        YamlSequence list = new();
        foreach (YamlScalar text in texts ?? []) list.Items.Add(YamlScalar.String(ComposeText.Unexpanded(text.Text)));
        return list.UnlessEmpty;
    }

    private YamlMapping Variables(Workload workload, Container container, PlaceholderExpander expander)
    {
        YamlMapping environment = new();
        foreach (TextEntry variable in container.Variables) environment[variable.Name] = Write(expander.Expand(variable.Value), variable.Value);
        if (!_options.HasDashboard) return environment;
        foreach (KeyValuePair<string, string> variable in Dashboard.Telemetry.VariablesOf(workload, container)) environment[variable.Key] = variable.Value;
        return environment.Sorted();
    }

    private YamlSequence Mounts(LoadedWorkload loaded, Container container, PlaceholderExpander expander)
    {
        YamlSequence mounts = new();
        FileMounts files = new(loaded, expander, _context, _variablesRead);
        foreach (MountedFile file in files.Of(container, _resources.KnowsEnvironment))
        {
            _files.Add(file);
            mounts.Items.Add(file.Mount!);
        }

        if (Healthchecks.RunsDotNetProbe(container, _options.HttpProbeOf(loaded.Workload, container))) mounts.Items.Add(MountProbe());
        List<YamlMapping> volumes = [];
        foreach (ContainerVolume volume in container.Volumes)
        {
            if (Mount(loaded.Workload, volume, expander) is { } mount) volumes.Add(mount);
        }

        foreach (YamlMapping mount in VolumeMount.InOrder(volumes)) mounts.Items.Add(mount);
        return mounts;
    }

    private YamlMapping MountProbe()
    {
        if (!_hasProbe) _files.AddRange(DotNetProbe.Files());
        _hasProbe = true;
        return DotNetProbe.Mount(_options.MountsReference);
    }

    private string Write(IReadOnlyList<TextSegment> segments, YamlScalar at)
    {
        int findings = 0;
        foreach (TextSegment segment in segments)
        {
            if (segment.Reference is not EnvironmentReference reference) continue;
            if (!VariableName.IsValid(reference.Name) && ++findings <= DiagnosticBag.MaxPerFile)
                _diagnostics.Add(DiagnosticDescriptors.InvalidVariableReference, at.SpanOf(segment.Offset, segment.Length), reference.Name);
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
            IReadOnlyList<TextSegment> segments = expander.Expand(volume.Source);
            if (segments.Count == 0) return null; // Nothing but a placeholder for an output that is not there.
            string name = Write(segments, volume.Source);
            if (!IsVolumeName(name))
            {
                _diagnostics.Add(DiagnosticDescriptors.InvalidVolumeSource, volume.Source.Span, volume.Source.Text);
                return null;
            }

            outputs = new ExternalVolumeOutputs(name).Volume;
        }

        YamlMapping? mount = VolumeMount.Of(volume, outputs, _diagnostics);
        if (VolumeMount.VolumeOf(mount) is { } used) _volumes.Add(used);
        return mount;
    }

    private YamlMapping DependsOn(Workload workload, Container container, IEnumerable<Wait> waits)
    {
        YamlMapping dependsOn = new();
        foreach (Wait wait in waits)
        {
            if (wait.Entry.Ready == "healthy" && Healthchecks.Of(wait.Container, _options.HttpProbeOf(workload, wait.Container), new DiagnosticBag()) is null)
            {
                _diagnostics.Add(DiagnosticDescriptors.HealthyWithoutProbe, wait.Entry.Target.Span, container.Name, wait.Container.Name,
                    Healthchecks.HintFor(wait.Container));
            }

            dependsOn[ServiceName(workload, wait.Container)] = Dependencies.Condition(wait.Entry.Ready switch
            {
                "complete" => "service_completed_successfully",
                "healthy" => "service_healthy",
                _ => "service_started",
            });
        }

        return dependsOn;
    }

    private static YamlMapping? Deploy(Container container)
    {
        YamlMapping resources = new() { ["limits"] = Amounts(container.Limits), ["reservations"] = Amounts(container.Requests) };
        return new YamlMapping { ["resources"] = resources.UnlessEmpty }.UnlessEmpty;
    }

    private static YamlMapping? Amounts(ComputeResources? amounts) => new YamlMapping
    {
        ["cpus"] = amounts?.Cpu is { } cpu ? ComputeAmounts.Cpus(cpu.Text) : null,
        ["memory"] = amounts?.Memory is { } memory ? ComputeAmounts.Memory(memory.Text) : null,
    }.UnlessEmpty;

    private static YamlMapping Annotations(Workload workload)
    {
        YamlMapping annotations = new();
        foreach (TextEntry annotation in workload.Annotations) annotations[annotation.Name] = ComposeText.Unexpanded(annotation.Value.Text);
        annotations[WorkloadAnnotation] = workload.Name.Text;
        return annotations.Sorted();
    }

    private YamlMapping CreateTree(ResourceServices added) => new()
    {
        ["name"] = _context.Build.ProjectName,
        ["services"] = added.Services.Sorted(),
        ["networks"] = added.Networks.Sorted().UnlessEmpty,
        ["volumes"] = added.VolumesWith(_volumes).Sorted().UnlessEmpty,
        ["secrets"] = _builds?.Secrets.Sorted().UnlessEmpty,
        ["models"] = added.Models.Sorted().UnlessEmpty,
    };

    internal static string ServiceName(Workload workload, Container container) => $"{workload.Name.Text}-{container.Name}";

    private static bool IsVolumeName(string name) =>
        name.Length > 0
            && name[0] is not ('.' or '-' or '_')
            && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.');
}
