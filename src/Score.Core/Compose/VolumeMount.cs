using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Mounts what a resource's outputs describe: <c>type</c> and <c>source</c>, and the options of that type.</summary>
internal static class VolumeMount
{
    private static readonly string[] Types = ["volume", "bind", "tmpfs"];

    /// <summary>The entry of a service's volumes, or null with a finding.</summary>
    /// <param name="volume">The volume of the score file.</param>
    /// <param name="outputs">The resource's outputs.</param>
    /// <param name="diagnostics">Receives SCORE0328.</param>
    public static YamlMapping? Of(ContainerVolume volume, YamlMapping outputs, DiagnosticBag diagnostics)
    {
        string type = (outputs["type"] as YamlScalar)?.Text ?? "";
        if (!Types.Contains(type)) return Report(volume.Source, $"the output 'type' is '{Excerpt.Of(type)}'. Make it {Phrase.Alternatives(Types)}.");
        if (outputs["source"] is not YamlScalar { Kind: YamlScalarKind.String, Text.Length: > 0 } source) return Report(volume.Source, "the output 'source' must be a string.");
        if (outputs[type] is { } given and not YamlMapping) return Report(volume.Source, $"the output '{type}' must be a mapping, and this is {given.Description}.");

        YamlMapping options = new();
        foreach (YamlEntry option in outputs[type] as YamlMapping ?? []) options.Set(option.Name, Option(type, option));
        string from = source.Text;
        if (volume.SubPath is { Text.Length: > 0 } subPath)
        {
            switch (type)
            {
                case "volume": options.Set("subpath", ComposeText.Literal(subPath.Text)); break;
                case "bind": from = Join(from, ComposeText.Literal(subPath.Text)); break;
                default: return Report(subPath, "a tmpfs is empty, so it has no 'path' to mount. Remove the key.");
            }
        }

        YamlMapping mount = new();
        mount.Set("type", type);
        mount.Set("source", from);
        mount.Set("target", ComposeText.Literal(volume.Target.Text));
        if (volume.ReadOnly) mount.Set("read_only", YamlScalar.Boolean(true));
        if (options.Count > 0) mount.Set(type, options);
        return mount;

        YamlMapping? Report(YamlScalar at, string sentence)
        {
            diagnostics.Add(DiagnosticDescriptors.InvalidVolumeOutputs, at.Span, volume.Source.Text, new Phrase(sentence));
            return null;
        }
    }

    /// <summary>The mounts that there are, by source as in the reference, and those of one source in the order that they come in.</summary>
    public static IEnumerable<YamlNode> InOrder(IEnumerable<YamlMapping?> mounts) =>
        mounts.OfType<YamlMapping>().OrderBy(m => ((YamlScalar)m["source"]!).Text, StringComparer.Ordinal);

    /// <summary>The named volume of a mount, or null when it has none.</summary>
    public static string? VolumeOf(YamlMapping? mount) =>
        mount?["type"] is YamlScalar { Text: "volume" } && mount["source"] is YamlScalar source ? source.Text : null;

    // Compose writes amounts of memory as text.
    private static YamlNode Option(string type, YamlEntry option) =>
        type == "tmpfs" && option is { Name: "size", Value: YamlScalar { Kind: YamlScalarKind.Integer } size } ? YamlScalar.String(size.Text) : option.Value;

    private static string Join(string folder, string path)
    {
        string start = folder.StartsWith('/') ? "/" : "";
        return start + string.Join("/", folder.Split('/').Concat(path.Split('/')).Where(s => s.Length > 0 && s != "."));
    }
}
