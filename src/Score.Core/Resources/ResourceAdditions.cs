using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.Provisioners;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>What a provisioner adds to a platform besides outputs: the sections that it made, checked.</summary>
/// <param name="Node">The resource.</param>
/// <param name="Provisioner">The provisioner.</param>
internal sealed record ResourceAdditions(ResourceNode Node, Provisioner Provisioner)
{
    private readonly Dictionary<string, YamlNode> _sections = new(StringComparer.Ordinal);

    /// <summary>The resource's params with values in place of placeholders; null when there are none.</summary>
    public YamlMapping? Parameters { get; init; }

    /// <summary>Keeps what is sound of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="made">What the provisioner made, of the kind that its shape asks for.</param>
    /// <param name="report">Receives what is wrong.</param>
    public void Add(AddedSection section, YamlNode made, SectionReport report)
    {
        if (section.Shape.Check(made, report) is { } sound) _sections[section.Name] = sound;
    }

    /// <summary>A section that is a mapping; null when there is nothing in it.</summary>
    public YamlMapping? Mapping(string section) => _sections.TryGetValue(section, out YamlNode? made) ? (YamlMapping)made : null;

    /// <summary>The items of a section that is a list; none when there are none.</summary>
    public IEnumerable<T> Items<T>(string section)
        where T : YamlNode => _sections.TryGetValue(section, out YamlNode? made) ? ((YamlSequence)made).Items.OfType<T>() : [];

    /// <summary>The place of one of the provisioner's sections.</summary>
    public SourceSpan PlaceOf(string section) => Provisioner.PlaceFor(Node, (Provisioner.Entry.Find(section)?.Key ?? Provisioner.Uri).Span);

    /// <summary>The place of a key in one of the provisioner's sections: where its template first writes it, else the section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="key">The key.</param>
    public SourceSpan PlaceOf(string section, string key)
    {
        if (Provisioner.IsBuiltIn || Provisioner.Entry[section] is not YamlScalar template || template.Source is null) return PlaceOf(section);
        int at = KeySearch.Find(template.Text, key);
        return at < 0 ? PlaceOf(section) : template.SpanOf(at, key.Length);
    }
}
