using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>A place in the checked tree: what a token of its JSON form was made from.</summary>
internal sealed class SchemaOrigin
{
    public SchemaOrigin(SchemaOrigin? parent, YamlScalar? key, int index, YamlNode node)
    {
        Parent = parent;
        Key = key;
        Index = index;
        Node = node;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    /// <summary>The enclosing mapping or list; null for the root.</summary>
    public SchemaOrigin? Parent { get; }

    /// <summary>The key, when the parent is a mapping.</summary>
    public YamlScalar? Key { get; }

    /// <summary>The position, when the parent is a list.</summary>
    public int Index { get; }

    /// <summary>The value.</summary>
    public YamlNode Node { get; }

    /// <summary>What the specification asks of the value, or null where it asks nothing.</summary>
    public ValueRule? Rule { get; init; }

    /// <summary>The number of enclosing mappings and lists.</summary>
    public int Depth { get; }

    /// <summary>Where a finding about the value as a whole belongs: a scalar itself, else the key, else the start of the value.</summary>
    public SourceSpan Span => Node is YamlScalar { Text.Length: > 0 } || (Node is YamlScalar && Key is null) ? Node.Span : KeySpan;

    /// <summary>Where a finding about a missing part of the value belongs: the value's key, or its start.</summary>
    public SourceSpan KeySpan => Key?.Span ?? new SourceSpan(Node.Span.File, Node.Span.Line, Node.Span.Column, Node.Span.Line, Node.Span.Column + 1);

    /// <summary>The value's name at the start of a message: <c>'image' of containers.web</c>, or <c>The workload</c> for the root.</summary>
    public Phrase Subject
    {
        get
        {
            if (Parent is null) return new Phrase("The workload");
            string own = Key is null ? $"Item {Index + 1}" : $"'{Excerpt.Of(Key.Text)}'";
            return new Phrase(Parent.Parent is null ? own : $"{own} of {Parent.Path}");
        }
    }

    /// <summary>The way to the value: <c>containers.web.files['/etc/a.conf']</c>; <c>the workload</c> for the root.</summary>
    public string Path
    {
        get
        {
            if (Parent is null) return "the workload";
            StringBuilder path = new();
            Append(path);
            return path.ToString();
        }
    }

    /// <summary>The place of an entry of this mapping.</summary>
    public SchemaOrigin Entry(YamlEntry entry) =>
        new(this, entry.Key, 0, entry.Value) { Rule = Rule is MapRule map ? map.Value : (Rule as ObjectRule)?.Find(entry.Name)?.Value };

    /// <summary>The place of an item of this list.</summary>
    public SchemaOrigin Item(int index, YamlNode item) => new(this, null, index, item) { Rule = (Rule as ListRule)?.Item };

    private void Append(StringBuilder path)
    {
        if (Parent is null) return;
        Parent.Append(path);
        if (Key is null)
        {
            path.Append('[').Append(Index).Append(']');
        }
        else if (Key.Text.IndexOfAny(['.', '/', ' ', '\'']) >= 0 || Key.Text.Length == 0)
        {
            path.Append("['").Append(Excerpt.Of(Key.Text)).Append("']");
        }
        else
        {
            if (path.Length > 0) path.Append('.');
            path.Append(Excerpt.Of(Key.Text));
        }
    }
}
