using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Settings;

/// <summary>The settings of a workload: its annotations <c>k8s.score.dev/...</c>, and the defaults of the build for those that it does not have.</summary>
internal sealed class WorkloadSettings
{
    private readonly Dictionary<string, SettingValue> _values = new(StringComparer.Ordinal);
    private readonly SettingDefaults _defaults;

    private WorkloadSettings(WorkloadKind kind, SettingDefaults defaults)
    {
        Kind = kind;
        _defaults = defaults;
    }

    /// <summary>The kind of object that runs the pods.</summary>
    public WorkloadKind Kind { get; }

    /// <summary>Whether there are none, so that nothing need be asked.</summary>
    public bool IsEmpty => _values.Count == 0 && _defaults.IsEmpty;

    /// <summary>The values of annotations, those of single containers too, in their order.</summary>
    public IReadOnlyCollection<SettingValue> Values => _values.Values;

    /// <summary>The value of a setting; null when neither an annotation nor the build gives one for this kind.</summary>
    public SettingValue? this[Setting setting] =>
        _values.TryGetValue(setting.Name, out SettingValue? value) ? value : setting.Fits(Kind) ? _defaults[setting] : null;

    /// <summary>The value of a setting for a container: its own, or else the workload's.</summary>
    public SettingValue? this[Setting setting, Container container] =>
        _values.TryGetValue($"{container.Name}.{setting.Name}", out SettingValue? value) ? value : this[setting];

    /// <summary>Reads the settings of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="defaults">The build's defaults.</param>
    /// <param name="diagnostics">Receives SCORE0501 and SCORE0530 to SCORE0541.</param>
    public static WorkloadSettings Read(Workload workload, SettingDefaults defaults, DiagnosticBag diagnostics)
    {
        WorkloadKind? kind = WorkloadKinds.Of(workload, diagnostics);
        WorkloadSettings settings = new(kind ?? WorkloadKind.Deployment, defaults);
        bool isSound = kind is not null;
        foreach (TextEntry annotation in workload.Annotations)
        {
            if (annotation.Name.StartsWith(WorkloadIdentity.Prefix, StringComparison.Ordinal))
                isSound &= settings.Add(annotation, workload, kind is not null, diagnostics);
        }

        if (isSound) SettingRules.Check(workload, settings, diagnostics);
        return settings;
    }

    /// <summary>What manifests write for a setting; null when it has no value.</summary>
    public YamlNode? ValueOf(Setting setting) => this[setting]?.Node;

    // Whether there is no error.
    private bool Add(TextEntry annotation, Workload workload, bool isKindKnown, DiagnosticBag diagnostics)
    {
        string name = annotation.Name.Substring(WorkloadIdentity.Prefix.Length);
        if (Find(name, annotation, workload, diagnostics) is not { } setting) return true;
        string text = annotation.Value.Text;
        if (isKindKnown && !setting.Fits(Kind))
        {
            diagnostics.Add(DiagnosticDescriptors.SettingOfOtherKind, annotation.Key.Span, name,
                Phrase.Alternatives(setting.Kinds.Select(WorkloadKinds.NameOf).ToArray()), WorkloadKinds.NameOf(Kind));
            return false;
        }

        if (setting.Type.Read(text) is not { } node)
        {
            diagnostics.Add(DiagnosticDescriptors.InvalidSetting, annotation.Value.Span, text, name, new Phrase(setting.Type.Allowed), setting.Type.Hint(text));
            return false;
        }

        _values[name] = new SettingValue(setting, node, annotation);
        return true;
    }

    // The setting of a name; null with a finding when there is none.
    private static Setting? Find(string name, TextEntry annotation, Workload workload, DiagnosticBag diagnostics)
    {
        int dot = name.IndexOf('.');
        string container = dot < 0 ? "" : name.Substring(0, dot);
        string bare = name.Substring(dot + 1);
        Setting? setting = KnownSettings.Find(bare);
        if (setting is null || (dot >= 0 && !setting.IsPerContainer))
        {
            List<string> known = KnownSettings.All.Where(s => dot < 0 || s.IsPerContainer).Select(s => dot < 0 ? s.Name : $"{container}.{s.Name}").ToList();

            // Units at the end are what people leave out.
            string meant = known.Find(k => k.StartsWith(name + "-", StringComparison.Ordinal)) ?? name;
            diagnostics.Add(DiagnosticDescriptors.UnknownSetting, annotation.Key.Span, name, Suggestion.Sentence(meant, known));
            return null;
        }

        if (dot < 0 || workload.Containers.Any(c => c.Name == container)) return setting;
        IEnumerable<string> containers = workload.Containers.Select(c => c.Name);
        diagnostics.Add(DiagnosticDescriptors.SettingOfUnknownContainer, annotation.Key.Span, name, container,
            Suggestion.SentenceOrList(container, containers, "Its containers are"));
        return null;
    }
}
