using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>What Docker Compose and engines ask of a mount in the long form, beyond its keys.</summary>
internal static class ComposeMounts
{
    /// <summary>The type of a tmpfs.</summary>
    public const string Tmpfs = "tmpfs";

    private const string Bind = "bind";
    private const string Volume = "volume";

    private static readonly string[] Types = [Bind, Volume, Tmpfs, "image", "cluster", "npipe"];

    /// <summary>Completes a mount, and leaves out what would make an engine refuse it.</summary>
    /// <param name="mount">The mount, with keys that Compose knows.</param>
    /// <param name="path">Its path in the project.</param>
    /// <param name="unfit">Receives SCORE0412 and SCORE0413.</param>
    /// <returns>The mount; a changed one is a new mapping.</returns>
    public static YamlMapping Complete(YamlMapping mount, string path, UnfitPart unfit)
    {
        string source = (mount["source"] as YamlScalar)?.Text ?? "";
        string type = (mount["type"] as YamlScalar)?.Text ?? "";
        if (mount["target"] is not YamlScalar { Text.Length: > 0 })
            unfit(path, "target", DiagnosticDescriptors.InvalidMount, new Phrase("it has no 'target'. Name the folder of the container."));
        if (type.Length == 0)
        {
            type = TypeOf(mount, source);
            if (type.Length == 0)
                unfit(path, "source", DiagnosticDescriptors.InvalidMount, new Phrase($"it has no 'type'. Make it {Phrase.Alternatives(Types)}."));
            else mount = Typed(mount, type, source);
        }
        else if (!type.Contains("$") && System.Array.IndexOf(Types, type) < 0)
        {
            unfit(path, "type", DiagnosticDescriptors.InvalidMount, new Phrase($"its type is '{Excerpt.Of(type)}'. Make it {Phrase.Alternatives(Types)}."));
        }

        if (type == Tmpfs && mount["source"] is not null)
        {
            unfit(path, "source", DiagnosticDescriptors.MountKeyOfNoUse, new Phrase("A tmpfs is memory, and has no source."));
            return With(mount, type, "");
        }

        if (source.Length == 0 && type is Bind or "image" or "npipe" or "cluster")
            unfit(path, "type", DiagnosticDescriptors.InvalidMount, new Phrase($"it has no 'source', and a mount of type '{type}' needs one."));
        return mount;
    }

    // Compose takes no mount without a type. Its options tell which is meant, and if there are none the source does, as in the short
    // form. One that has a variable may be anything.
    private static string TypeOf(YamlMapping mount, string source)
    {
        foreach (string type in Types)
        {
            if (mount[type] is not null) return type;
        }

        if (source.Contains("$")) return "";
        return source.Length > 0 && (source[0] is '.' or '/' or '~' || source.IndexOfAny([':', '\\']) > 0) ? Bind : Volume;
    }

    private static YamlMapping Typed(YamlMapping mount, string type, string source)
    {
        YamlMapping result = With(mount, type, source);
        if (type != Bind || mount[Bind] is not null) return result;

        // As in the short form, a folder that is not there is made.
        result[Bind] = new YamlMapping { ["create_host_path"] = YamlScalar.Boolean(true) };
        return result;
    }

    private static YamlMapping With(YamlMapping mount, string type, string source)
    {
        YamlMapping result = new() { Span = mount.Span, ["type"] = type, ["source"] = source.Length > 0 ? source : null };
        foreach (YamlEntry entry in mount)
        {
            if (entry.Name is not ("type" or "source")) result.Set(entry.Key, entry.Value);
        }

        return result;
    }
}

/// <summary>Receives what Compose reads and cannot start.</summary>
/// <param name="path">The path of the part in the project.</param>
/// <param name="key">The key to look for in what was written.</param>
/// <param name="finding">The finding, whose arguments are the path and the sentence.</param>
/// <param name="sentence">What is wrong, and what to do.</param>
internal delegate void UnfitPart(string path, string key, DiagnosticDescriptor finding, Phrase sentence);
