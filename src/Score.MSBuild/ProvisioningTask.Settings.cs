using System;
using System.Globalization;
using System.IO;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <content>What properties and the project's folder say about provisioning.</content>
public abstract partial class ProvisioningTask
{
    private const int LongestTimeout = 24 * 60 * 60;

    /// <summary>Reads the state file; null with a finding when it cannot be used.</summary>
    private protected ExistingState? ReadState(DiagnosticBag diagnostics)
    {
        if (StateFile is null || !File.Exists(FullPath(StateFile))) return ExistingState.None;
        string path = FullPath(StateFile);
        BoundedFileResult read = BoundedFile.Read(path, YamlLimits.FileSize);
        DiagnosticBag decoding = new();
        if (read.Bytes is { } bytes && SourceReader.Decode(path, bytes, decoding) is { } source) return ExistingState.Read(StateFile.ItemSpec, source, diagnostics);
        string problem = read.Bytes is null ? read.Detail : decoding.ToSortedList()[0].Message;
        diagnostics.Add(DiagnosticDescriptors.StateUnusable, SourceSpan.WholeFile(path), StateFile.ItemSpec, new Phrase(problem));
        return null;
    }

    // The standard error of a program that succeeds is for those who look for it.
    private CommandOptions? Commands(DiagnosticBag diagnostics)
    {
        bool isAllowed = Option("ScoreAllowCommandProvisioners", AllowCommandProvisioners, ["false", "true"], diagnostics) == 1;
        TimeSpan timeout = CommandOptions.DefaultTimeout;
        if (int.TryParse(CommandProvisionerTimeout, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds is > 0 and <= LongestTimeout)
            timeout = TimeSpan.FromSeconds(seconds);
        else if (CommandProvisionerTimeout.Length > 0)
            diagnostics.Add(DiagnosticDescriptors.InvalidProperty, SourceSpan.WholeFile(FullPath(ScoreFiles[0])), CommandProvisionerTimeout, "ScoreCommandProvisionerTimeout", new Phrase($"a whole number of seconds from 1 to {LongestTimeout}"), new Phrase(""));
        return isAllowed ? new CommandOptions(FullPath(ProjectDirectory), timeout) { Trace = text => Log.LogMessage(MessageImportance.Low, "{0}", text) } : null;
    }

    /// <summary>
    /// The value of a property that takes one of a few words. They stand in the order of the enumeration's values, and the first
    /// is the default. Enum.TryParse would do the same by reflection, at a cost that a cold build notices.
    /// </summary>
    private protected int Option(string property, string value, string[] names, DiagnosticBag diagnostics)
    {
        int index = value.Length == 0 ? 0 : Array.FindIndex(names, n => string.Equals(n, value, StringComparison.OrdinalIgnoreCase));
        if (index >= 0) return index;
        diagnostics.Add(DiagnosticDescriptors.InvalidProperty, SourceSpan.WholeFile(FullPath(ScoreFiles[0])), value, property, Phrase.Alternatives(names), Suggestion.Sentence(value, names));
        return 0;
    }
}
