using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Settings;

/// <summary>A setting's value.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Node">What manifests write for it.</param>
/// <param name="Annotation">The annotation that gives it; null when it is the build's default.</param>
internal sealed record SettingValue(Setting Setting, YamlNode Node, TextEntry? Annotation)
{
    /// <summary>The number, the word or the name.</summary>
    public string Text => ((YamlScalar)Node).Text;

    /// <summary>The number; null when it is no number.</summary>
    public long? Number => (Node as YamlScalar)?.Value as long?;

    /// <summary>The place of the annotation's key, where it is reported that it does not belong there.</summary>
    public SourceSpan KeySpan => Annotation?.Key.Span ?? SourceSpan.None;

    /// <summary>The place of the annotation's value.</summary>
    public SourceSpan ValueSpan => Annotation?.Value.Span ?? SourceSpan.None;
}
