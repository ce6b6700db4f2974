using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.TemplateProvisioner;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>A patch template.</summary>
/// <param name="Name">The file's name, which is part of the key of its random values.</param>
/// <param name="Source">The text.</param>
internal sealed record PatchFile(string Name, SourceText Source)
{
    /// <summary>The text in another file that the template is; null when it is a file of its own.</summary>
    public YamlScalar? Written { get; init; }

    /// <summary>The workloads that it is for; null when it is for all that is written.</summary>
    public IReadOnlyCollection<Workload>? Workloads { get; init; }

    /// <summary>The template as a whole.</summary>
    public SourceSpan Place => Written?.Span ?? SourceSpan.WholeFile(Source.Path);

    /// <summary>A template of a state file.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="written">The text.</param>
    public static PatchFile OfState(int number, YamlScalar written) =>
        new($"patching_templates.{number}", new SourceText(written.Span.File, written.Text)) { Written = written };

    /// <summary>The place of a part of the template in the file that holds it.</summary>
    public SourceSpan PlaceOf(SourceSpan part)
    {
        if (Written is null || part.Line == 0) return Written is null ? part : Place;
        SourceSpan start = TemplatePlaces.Of(Written, Written, part.Line, part.Column);
        return start == Written.Span || part.EndLine != part.Line ? start : start with { EndColumn = start.Column + part.EndColumn - part.Column };
    }
}
