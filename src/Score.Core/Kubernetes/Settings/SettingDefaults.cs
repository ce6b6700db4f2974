using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;

namespace Score.Core.Kubernetes.Settings;

/// <summary>The settings of all workloads that do not have an annotation of their own: the properties of the build.</summary>
internal sealed class SettingDefaults
{
    private readonly Dictionary<string, SettingValue> _values = new(StringComparer.Ordinal);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>The default of a setting, or null.</summary>
    public SettingValue? this[Setting setting] => _values.TryGetValue(setting.Name, out SettingValue? value) ? value : null;

    /// <summary>Adds a default. Nothing is added for an empty text.</summary>
    /// <param name="name">The name of a setting.</param>
    /// <param name="property">The property that gives it.</param>
    /// <param name="text">The property's value.</param>
    /// <param name="at">Where a finding about it is reported.</param>
    /// <param name="diagnostics">Receives SCORE0603.</param>
    public void Add(string name, string property, string text, SourceSpan at, DiagnosticBag diagnostics)
    {
        text = text.Trim();
        if (text.Length == 0) return;
        Setting setting = KnownSettings.Find(name)!;
        if (setting.Type.Read(text) is { } node) _values[name] = new SettingValue(setting, node, null);
        else diagnostics.Add(DiagnosticDescriptors.InvalidProperty, at, text, property, new Phrase(setting.Type.Allowed), setting.Type.Hint(text));
    }
}
