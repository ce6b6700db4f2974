using System.Collections.Generic;
using Score.Core.Diagnostics;

namespace Score.Core.Resources.Outputs;

/// <summary>What a reference in a text of params may ask of the build.</summary>
internal sealed class ParamContext(ProvisioningOptions options, ISet<string> variablesRead, DiagnosticBag diagnostics)
{
    private int _findings;

    /// <summary>The place of the reference.</summary>
    public SourceSpan Place { get; set; } = SourceSpan.None;

    /// <summary>Where a variable that the build needs can be set, in words that follow "Set it".</summary>
    public Phrase VariableHint => new(options.VariableHint);

    /// <summary>The value that an environment variable has during the build, or null when it is not set.</summary>
    public string? ReadVariable(string name)
    {
        variablesRead.Add(name);
        return options.ReadVariable(name);
    }

    /// <summary>Reports something about the reference. A text may have very many, of which some are enough.</summary>
    public void Report(DiagnosticDescriptor descriptor, params object[] arguments)
    {
        if (++_findings <= DiagnosticBag.MaxPerFile) diagnostics.Add(descriptor, Place, arguments);
    }
}
