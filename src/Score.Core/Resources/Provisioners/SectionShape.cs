using System;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources.Provisioners;

/// <summary>What a section must look like. What is wrong is told in a sentence, and left out.</summary>
internal abstract class SectionShape
{
    /// <summary>Whether it is a mapping; a list otherwise.</summary>
    public virtual bool IsMapping => true;

    /// <summary>What it must be, in words that follow "it must be".</summary>
    public virtual string Description => "a mapping";

    /// <summary>What is sound of what was made; null when there is nothing.</summary>
    /// <param name="made">What the provisioner made: a mapping or a list, as <see cref="IsMapping"/> says.</param>
    /// <param name="report">Receives what is wrong.</param>
    public abstract YamlNode? Check(YamlNode made, SectionReport report);
}

/// <summary>Where findings about a section go.</summary>
/// <param name="Node">The resource.</param>
/// <param name="Provisioner">The provisioner.</param>
/// <param name="Place">The place of the section.</param>
/// <param name="Sentence">Receives a sentence on what is wrong.</param>
/// <param name="Diagnostics">Receives findings of their own kinds.</param>
internal sealed record SectionReport(ResourceNode Node, Provisioner Provisioner, SourceSpan Place, Action<string> Sentence, DiagnosticBag Diagnostics)
{
    /// <summary>The template that made the section; empty when a program did. What is made may be secret, what stands here is not.</summary>
    public string Written { get; init; } = "";

    /// <summary>What sentences call an entry: by its name only when that stands in the template.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="made">The mapping that has it.</param>
    public string Quoted(YamlEntry entry, YamlNode made) =>
        Words.Has(Written, entry.Name) ? $"'{Excerpt.Of(entry.Name)}'" : $"the entry {((YamlMapping)made).TakeWhile(e => e != entry).Count() + 1}";
}

/// <summary>A mapping from names to mappings.</summary>
/// <param name="mayBeNull">Whether a name without a value stands for an empty mapping.</param>
internal sealed class NamedMappings(bool mayBeNull) : SectionShape
{
    /// <inheritdoc/>
    public override YamlNode? Check(YamlNode made, SectionReport report)
    {
        YamlMapping named = new();
        foreach (YamlEntry entry in (YamlMapping)made)
        {
            if (entry.Value is YamlMapping) named.Set(entry.Name, entry.Value);
            else if (mayBeNull && entry.Value is YamlScalar { Kind: YamlScalarKind.Null }) named.Set(entry.Name, new YamlMapping());
            else report.Sentence($"{report.Quoted(entry, made)} must be a mapping, and this is {entry.Value.Description}.");
        }

        return named.Count > 0 ? named : null;
    }
}

/// <summary>The texts of files by path. A null means that there is no such file.</summary>
internal sealed class FileTexts : SectionShape
{
    /// <inheritdoc/>
    public override YamlNode? Check(YamlNode made, SectionReport report)
    {
        YamlMapping files = new();
        foreach (YamlEntry entry in (YamlMapping)made)
        {
            if (entry.Value is YamlScalar { Kind: YamlScalarKind.String }) files.Set(entry.Name, entry.Value);
            else if (entry.Value is not YamlScalar { Kind: YamlScalarKind.Null })
                report.Sentence($"the content of {report.Quoted(entry, made)} must be a string, and this is {entry.Value.Description}.");
        }

        return files.Count > 0 ? files : null;
    }
}

/// <summary>Whether there is a folder, by path. What is left is the list of those that there are.</summary>
internal sealed class FolderFlags : SectionShape
{
    /// <inheritdoc/>
    public override YamlNode? Check(YamlNode made, SectionReport report)
    {
        YamlSequence folders = new();
        foreach (YamlEntry entry in (YamlMapping)made)
        {
            if (entry.Value is not YamlScalar { Value: bool isThere })
                report.Sentence($"{report.Quoted(entry, made)} must be true or false, and this is {entry.Value.Description}.");
            else if (isThere) folders.Items.Add(entry.Key);
        }

        return folders.Items.Count > 0 ? folders : null;
    }
}

/// <summary>Texts for whoever builds, which become messages of the build.</summary>
internal sealed class BuildMessages : SectionShape
{
    /// <inheritdoc/>
    public override bool IsMapping => false;

    /// <inheritdoc/>
    public override string Description => "a list of strings";

    /// <inheritdoc/>
    public override YamlNode? Check(YamlNode made, SectionReport report)
    {
        foreach (YamlNode item in ((YamlSequence)made).Items)
        {
            if (item is YamlScalar { Kind: YamlScalarKind.String } text)
                report.Diagnostics.Add(DiagnosticDescriptors.ProvisionerMessage, report.Place, new Phrase(Excerpt.OfMessage(text.Text)));
            else report.Sentence($"an item of the list must be a string, and this is {item.Description}.");
        }

        return null;
    }
}
