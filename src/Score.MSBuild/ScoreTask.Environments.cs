using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Text;

namespace Score.MSBuild;

/// <content>The environments of a project, such as <c>staging</c>.</content>
public abstract partial class ScoreTask
{
    private const string AllowedEnvironment =
        "a name of at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends, such as 'staging'";

    /// <summary>The environment that is built for, such as <c>staging</c>; empty for none.</summary>
    public string EnvironmentName { get; set; } = "";

    /// <summary>The environments that there are, such as <c>staging;production</c>; empty when they are not said.</summary>
    public string Environments { get; set; } = "";

    /// <summary>The environments for which there are overlays, such as <c>staging;production</c>; empty for none.</summary>
    public string Overlays { get; set; } = "";

    /// <summary>The environments for which there are overlays, if their names can be used.</summary>
    private protected IReadOnlyList<string> OverlayNames() =>
        Overlays.Length == 0 ? [] : SettingList.Split(Overlays).Where(DnsName.IsLabel).Distinct(StringComparer.Ordinal).ToList();

    // Adds SCORE0603 and SCORE0670.
    private void CheckEnvironments(DiagnosticBag diagnostics)
    {
        if (EnvironmentName.Length + Environments.Length == 0) return;
        IReadOnlyList<string> names = Environments.Length == 0 ? [] : SettingList.Split(Environments);
        if (EnvironmentName.Length > 0) CheckName("ScoreEnvironment", EnvironmentName);
        foreach (string name in names) CheckName("ScoreEnvironments", name);
        if (names.Count > 0 && DnsName.IsLabel(EnvironmentName) && !names.Contains(EnvironmentName))
        {
            diagnostics.Add(DiagnosticDescriptors.UnknownEnvironment, Project.PropertyPlace, EnvironmentName,
                Suggestion.SentenceOrList(EnvironmentName, names, "They are"));
        }

        void CheckName(string property, string value)
        {
            if (DnsName.IsLabel(value)) return;
            string proposed = value.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
            Phrase hint = new(DnsName.IsLabel(proposed) ? $" Did you mean '{proposed}'?" : "");
            AddInvalidProperty(property, value, new Phrase(AllowedEnvironment), diagnostics, hint);
        }
    }
}
