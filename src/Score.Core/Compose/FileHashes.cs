using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Resources.Secrets;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>
/// Puts a hash of the files that a service mounts on it, as a label. A container keeps the file that was there when it started,
/// and Docker Compose makes it anew only when something of its service has changed.
/// </summary>
internal sealed class FileHashes
{
    /// <summary>The label.</summary>
    public const string Label = "compose.score.dev/files-hash";

    private const int Digits = 32;

    private static readonly string[] Later = ["annotations"];

    private readonly Dictionary<string, MountedFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _paths;
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly string _mounts;
    private readonly ProvisioningOptions _build;

    private FileHashes(IReadOnlyList<MountedFile> files, string mounts, ProvisioningOptions build)
    {
        foreach (MountedFile file in files) _files[file.Path] = file;
        _paths = [.. _files.Keys];
        _paths.Sort(StringComparer.Ordinal);
        _mounts = Normalize(mounts);
        _build = build;
    }

    /// <summary>Adds the label to the services that mount files or folders of the mounts folder.</summary>
    /// <param name="services">All services.</param>
    /// <param name="files">All files of the mounts folder.</param>
    /// <param name="mounts">The mounts folder as compose.yaml names it.</param>
    /// <param name="build">What there is to know of the build.</param>
    public static void AddTo(YamlMapping services, IReadOnlyList<MountedFile> files, string mounts, ProvisioningOptions build)
    {
        if (files.Count == 0) return;
        FileHashes hashes = new(files, mounts, build);
        foreach (YamlEntry entry in services.ToList())
        {
            if (entry.Value is YamlMapping service && hashes.Of(entry.Name, service) is { } hash && WithLabel(service["labels"], hash) is { } labels)
                services.Set(entry.Name, Dependencies.Set(service, "labels", labels, Later));
        }
    }

    private static YamlNode? WithLabel(YamlNode? labels, string hash)
    {
        if (labels is YamlSequence list) return new YamlSequence(list.Items.Append(YamlScalar.String($"{Label}={hash}")));
        if (labels is not (null or YamlMapping or YamlScalar { Kind: YamlScalarKind.Null })) return null;
        YamlMapping result = new();
        foreach (YamlEntry label in labels as YamlMapping ?? []) result.Set(label.Key, label.Value);
        result.Set(Label, hash);
        return result;
    }

    private string? Of(string name, YamlMapping service)
    {
        SortedSet<string> mounted = new(StringComparer.Ordinal);
        foreach (YamlNode mount in (service["volumes"] as YamlSequence)?.Items ?? [])
        {
            if (PathOf(mount) is not { } path) continue;
            if (_files.ContainsKey(path)) mounted.Add(path);
            else AddBelow(path, mounted);
        }

        if (mounted.Count == 0) return null;
        StringBuilder text = new();
        bool isSecret = false;
        foreach (string path in mounted)
        {
            text.Append(path).Append('\n').Append(HashOf(_files[path])).Append('\n');
            isSecret |= _files[path].IsSecret;
        }

        string hash = Hexadecimal.OfHash(text.ToString(), Digits);
        if (_build.Secrets is { } secrets && isSecret) AddTo(secrets, name, hash);
        return hash;
    }

    private void AddBelow(string folder, SortedSet<string> mounted)
    {
        string start = folder.Length == 0 ? "" : folder + "/";
        int first = _paths.BinarySearch(start, StringComparer.Ordinal);
        for (int i = first < 0 ? ~first : first; i < _paths.Count && _paths[i].StartsWith(start, StringComparison.Ordinal); i++) mounted.Add(_paths[i]);
    }

    // Of files with secrets it goes to the env file, too: another machine has other secrets, and the same compose.yaml.
    private void AddTo(SecretValues secrets, string service, string hash)
    {
        string prefix = service == _build.ProjectName || service.StartsWith(_build.ProjectName + "-", StringComparison.Ordinal)
            ? service
            : $"{_build.ProjectName}_{service}";
        string name = secrets.Names.For(SecretNames.Words(prefix), (string[])["FILES_HASH"], Label + "/" + service);
        secrets.Add(new SecretValue(hash, SecretOrigin.Computed, "", SourceSpan.None) { Name = name });
    }

    // What a mount has of the mounts folder, as a path below it, or null.
    private string? PathOf(YamlNode mount)
    {
        string? source = mount switch
        {
            YamlMapping { } mapping when mapping["type"] is not YamlScalar { Text: not "bind" } => (mapping["source"] as YamlScalar)?.Text,

            // The short form, SOURCE:TARGET; a colon in the second place belongs to a drive.
            YamlScalar { Kind: YamlScalarKind.String } text when text.Text.IndexOf(':', Math.Min(2, text.Text.Length)) is > 0 and int colon =>
                text.Text.Substring(0, colon),
            _ => null,
        };
        if (source is null) return null;
        string path = Normalize(source.Replace("$$", "$"));
        if (path == _mounts) return "";
        return path.StartsWith(_mounts + "/", StringComparison.Ordinal) ? path.Substring(_mounts.Length + 1) : null;
    }

    // Inline, compose.yaml may be in a repository all the same, so a hash must not tell whether a guess at a value of the env file is right: it needs
    // the user's key. Everything else in files is in a repository itself, or drawn from that key and too long to be guessed; its
    // hash has no key and is the same on every machine. Without a key the label says nothing of such a file.
    private string HashOf(MountedFile file)
    {
        if (_hashes.TryGetValue(file.Path, out string? known)) return known;
        string hash = Hexadecimal.OfHash(file.Bytes);
        if (file.HoldsValues && _build.Secrets is null)
        {
            try
            {
                using HMACSHA256 hmac = new(_build.Seed());
                hash = Hexadecimal.Of(hmac.ComputeHash(Encoding.UTF8.GetBytes(Label + ":" + hash)));
            }
            catch (SeedException)
            {
                hash = "";
            }
        }

        return _hashes[file.Path] = hash;
    }

    private static string Normalize(string path)
    {
        List<string> parts = [];
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            if (part.Length == 0 || part == ".") continue;
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..") parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }

        return (path.StartsWith('/') ? "/" : "") + string.Join("/", parts);
    }
}
