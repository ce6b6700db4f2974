using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>
/// What the params of resources say of built-in servers: the size and the class of the volume, and the image. Resources that share a
/// server may not differ; what only one of them says counts for all.
/// </summary>
internal sealed class ServerParams
{
    /// <summary>How large the volume is, such as <c>20Gi</c>.</summary>
    public const string Size = "size";

    /// <summary>The storage class of the volume, such as <c>fast</c>.</summary>
    public const string StorageClass = "storageClass";

    /// <summary>The image of the server, such as <c>postgres:17.6</c>.</summary>
    public const string Image = "image";

    private static readonly string[] Names = [Size, StorageClass, Image];

    private static readonly string[] Units = ["Mi", "Gi", "Ti", "Pi", "M", "G", "T", "P"];

    // By server and param: the value, and the resource that gives it.
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>Reads the params of all resources.</summary>
    /// <param name="additions">What the provisioners made of the resources.</param>
    /// <param name="serverOf">The name of the server that a resource has; null when it has none.</param>
    /// <param name="diagnostics">Receives SCORE0363 and SCORE0364.</param>
    public static ServerParams Of(IReadOnlyList<ResourceAdditions> additions, Func<ResourceAdditions, string?> serverOf, DiagnosticBag diagnostics)
    {
        ServerParams result = new();
        foreach (ResourceAdditions added in additions)
        {
            if (added.Provisioner.IsBuiltIn && added.Node.Definition.Params is { Count: > 0 } && serverOf(added) is { } server)
                result.Read(added, server, diagnostics);
        }

        return result;
    }

    /// <summary>The value of a param for a server, or null.</summary>
    public string? this[string server, string name] => _values.TryGetValue($"{server}/{name}", out string? value) ? value : null;

    private void Read(ResourceAdditions added, string server, DiagnosticBag diagnostics)
    {
        foreach (string name in Names)
        {
            if (added.Parameters?[name] is not { } given || added.Node.Definition.Params!.Find(name) is not { } written) continue;
            string key = $"{server}/{name}";
            string text = (given as YamlScalar)?.Text ?? given.Description;
            if (given is not YamlScalar || !IsValid(name, text))
            {
                diagnostics.Add(DiagnosticDescriptors.InvalidServerParam, written.Value.Span, name, text, new Phrase(Allowed(name)));
            }
            else if (!_values.TryGetValue(key, out string? other))
            {
                _values.Add(key, text);
                _owners.Add(key, added.Node.Uid);
            }
            else if (other != text)
            {
                diagnostics.Add(DiagnosticDescriptors.DifferentServerParams, written.Value.Span, _owners[key], added.Node.Uid, name, other, text);
            }
        }
    }

    private static bool IsValid(string name, string text) => name switch
    {
        Size => IsSize(text),
        StorageClass => DnsName.IsSubdomain(text),
        _ => text.Length > 0 && text.All(c => c is > ' ' and < '\u007F' and not ('$' or '\'' or '"' or '{' or '}')),
    };

    private static bool IsSize(string text)
    {
        if (Array.Find(Units, u => text.EndsWith(u, StringComparison.Ordinal)) is not { } unit) return false;
        string number = text.Substring(0, text.Length - unit.Length);
        string[] parts = number.Split('.');
        return parts.Length <= 2 && parts.All(p => p.Length is > 0 and <= 9 && p.All(c => c is >= '0' and <= '9')) && number.Any(c => c is > '0' and <= '9');
    }

    private static string Allowed(string name) => name switch
    {
        Size => "a number with one of the units Mi, Gi, Ti, Pi, M, G, T and P, such as '20Gi'",
        StorageClass => "the name of a StorageClass, in lower-case letters, digits, '-' and '.'",
        _ => "the name of an image, such as 'registry.example.com/postgres:17.6'",
    };
}
