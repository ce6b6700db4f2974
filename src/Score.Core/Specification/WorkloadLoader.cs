using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>The way from a score file to a checked workload.</summary>
internal static class WorkloadLoader
{
    /// <summary>Reads and checks a score file's text as the specification asks.</summary>
    /// <param name="source">The text.</param>
    /// <param name="diagnostics">Receives all findings of SCORE00xx, SCORE01xx and SCORE02xx that the text alone can show.</param>
    /// <param name="overrides">What the project changes in it.</param>
    /// <returns>The workload, complete only when there is no error; null when the text is no score file at all.</returns>
    public static Workload? Parse(SourceText source, DiagnosticBag diagnostics, WorkloadOverrides? overrides = null)
    {
        DiagnosticBag reading = new();
        YamlNode? node = YamlReader.Read(source, reading);

        // What else there is to say about a file of another tool helps nobody.
        if (node is not null && ForeignFiles.Reject(node, diagnostics) is null) return null;
        diagnostics.AddRange(reading);
        if (node is not YamlMapping root) return null;

        if (overrides is not null) root = overrides.Apply(root, diagnostics);
        if (ForeignFiles.HasNothingOfScore(root, diagnostics)) return null;
        root = DeprecatedForms.Upgrade(root, diagnostics);
        if (!ForeignFiles.IsOfOtherVersion(root, diagnostics)) SchemaValidator.Validate(root, diagnostics);
        Workload workload = WorkloadReader.Read(source.Path, root);
        PlaceholderRules.Check(workload, diagnostics);
        BeforeRules.Check(workload, diagnostics);
        return workload;
    }

    /// <summary>Reads and checks a score file, and all that a translation needs besides the specification's rules.</summary>
    /// <param name="source">The text.</param>
    /// <param name="fullPath">The file's full path, beside which the files named by <c>source</c> are.</param>
    /// <param name="diagnostics">Receives the findings.</param>
    /// <param name="overrides">What the project changes in it.</param>
    /// <returns>The workload, complete only when there is no error; null when the text is no score file at all.</returns>
    public static LoadedWorkload? Load(SourceText source, string fullPath, DiagnosticBag diagnostics, WorkloadOverrides? overrides = null)
    {
        if (Parse(source, diagnostics, overrides) is not { } workload) return null;
        PlaceholderRules.CheckMeaning(workload, diagnostics);
        TargetRules.Check(workload, diagnostics);
        foreach (Container container in workload.Containers) ImageRules.Check(container, diagnostics);
        return new LoadedWorkload(workload, FileContents.Load(workload, fullPath, diagnostics));
    }
}
