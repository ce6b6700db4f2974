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
    private const string SubPathOption = "subpath";

    private static readonly string[] Types = ["volume", "bind", "tmpfs"];

    /// <summary>The entry of a service's volumes, or null with a finding.</summary>
    /// <param name="volume">The volume of the score file.</param>
    /// <param name="outputs">The resource's outputs.</param>
    /// <param name="diagnostics">Receives SCORE0328, SCORE0410 and SCORE0508.</param>
    public static YamlMapping? Of(ContainerVolume volume, YamlMapping outputs, DiagnosticBag diagnostics)
    {
        string type = (outputs["type"] as YamlScalar)?.Text ?? "";
        if (!Types.Contains(type)) return Report(volume.Source, $"the output 'type' is '{Excerpt.Of(type)}'. Make it {Phrase.Alternatives(Types)}.");
        string source = outputs["source"] is YamlScalar { Kind: YamlScalarKind.String } text ? text.Text : "";
        if (type != "tmpfs" && source.Length == 0)
        {
            return Report(volume.Source,
                outputs["source"] is null ? "there is no output 'source'. Give the name of the volume." : "the output 'source' must be a string.");
        }
        if (outputs[type] is { } given and not YamlMapping && !IsNull(given))
            return Report(volume.Source, $"the output '{type}' must be a mapping, and this is {given.Description}.");
        if (SubPath.Of(volume.SubPath, diagnostics) is not { } subPath) return null;

        if (Options(volume, type, outputs, diagnostics) is not { } options) return null;
        if (subPath.Length > 0)
        {
            subPath = ComposeText.Literal(subPath);
            switch (type)
            {
                case "volume":
                    options.Set(SubPathOption, options[SubPathOption] is YamlScalar { Text.Length: > 0 } folder ? Join(folder.Text, subPath) : subPath);
                    break;
                case "bind":
                    source = Join(source, subPath);

                    // Older versions of Compose make a missing folder only when told to.
                    options["create_host_path"] ??= YamlScalar.Boolean(true);
                    break;
                default: return Report(volume.SubPath!, "a tmpfs is empty, so it has no 'path' to mount. Remove the key.");
            }
        }

        return new YamlMapping
        {
            ["type"] = type,
            ["source"] = type == "tmpfs" ? null : source,
            ["target"] = ComposeText.Literal(volume.Target.Text),
            ["read_only"] = volume.ReadOnly ? YamlScalar.Boolean(true) : null,
            [type] = options.UnlessEmpty,
        };

        YamlMapping? Report(YamlScalar at, string sentence)
        {
            diagnostics.Add(DiagnosticDescriptors.InvalidVolumeOutputs, at.Span, volume.Source.Text, new Phrase(sentence));
            return null;
        }
    }

    /// <summary>Mounts by source as in the reference, and those of one source in the order that they come in. A tmpfs has none.</summary>
    public static List<YamlMapping> InOrder(List<YamlMapping> mounts) => mounts.Count > 1 ? Sorted(mounts) : mounts;

    private static List<YamlMapping> Sorted(List<YamlMapping> mounts) =>
        mounts.OrderBy(m => (m["source"] as YamlScalar)?.Text ?? "", StringComparer.Ordinal).ToList();

    /// <summary>The named volume of a mount, or null when it has none.</summary>
    public static string? VolumeOf(YamlMapping? mount) =>
        mount?["type"] is YamlScalar { Text: "volume" } && mount["source"] is YamlScalar source ? source.Text : null;

    /// <summary>The folder of its volume that a mount is for, or null when it is for all of it.</summary>
    public static string? FolderOf(YamlMapping mount) =>
        mount["volume"] is YamlMapping options && options[SubPathOption] is YamlScalar { Text.Length: > 0 } folder ? folder.Text : null;

    // What the type has no use for stays away with a finding, since Compose or the engine would refuse it.
    private static YamlMapping? Options(ContainerVolume volume, string type, YamlMapping outputs, DiagnosticBag diagnostics)
    {
        if (type == "tmpfs" && outputs["source"] is { } source && !IsNull(source)) LeaveOut("source", " It is memory, and has no source.");
        foreach (string other in Types)
        {
            if (other != type && outputs[other] is YamlMapping { Count: > 0 }) LeaveOut(other, $" The options of a {type} are below '{type}'.");
        }

        YamlMapping result = new();
        if (outputs[type] is not YamlMapping written) return result;

        bool isUsable = true;
        ComposeShape known = ComposeKeys.Shape(ComposeKeys.Shape("mount").FormOf(type));
        ComposeNormalForm form = new(
            (_, option, _) => LeaveOut($"{type}.{option.Text}", Suggestion.SentenceOrList(option.Text, known.Keys, "Docker Compose knows").ToString()),
            (path, option, expected) =>
            {
                isUsable = false;
                diagnostics.Add(DiagnosticDescriptors.InvalidVolumeOutputs, volume.Source.Span, volume.Source.Text,
                    new Phrase($"the output '{path}' must be {expected}, and this is {option.Description}."));
            },
            (_, _, _, _) => { });
        foreach (YamlEntry option in form.Of(known, type, written)) result.Set(option.Name, Option(option));
        return isUsable ? result : null;

        void LeaveOut(string output, string sentence) =>
            diagnostics.Add(DiagnosticDescriptors.OutputOfNoUse, volume.Source.Span, output, volume.Source.Text, type, new Phrase(sentence));
    }

    // Compose writes amounts of memory as text.
    private static YamlNode Option(YamlEntry option) =>
        option is { Name: "size", Value: YamlScalar { Kind: YamlScalarKind.Integer } size } ? YamlScalar.String(size.Text) : option.Value;

    private static bool IsNull(YamlNode node) => node is YamlScalar { Kind: YamlScalarKind.Null };

    private static string Join(string folder, string path)
    {
        string start = folder.StartsWith('/') ? "/" : "";
        return start + string.Join("/", folder.Split('/').Concat(path.Split('/')).Where(s => s.Length > 0 && s != "."));
    }
}
