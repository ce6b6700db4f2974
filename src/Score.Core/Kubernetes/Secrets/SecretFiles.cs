using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Files;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Platforms;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>The files with the values of Secrets, which are not committed.</summary>
internal static class SecretFiles
{
    /// <summary>What the first line of each that may have comments begins with. It is not the mark of a generated file, so that none is ever deleted.</summary>
    public const string Mark = "# Secrets, by Score.MSBuild";

    /// <summary>The folder of these files in a folder for kustomize.</summary>
    public const string Folder = "secrets";

    // The folder keeps itself out of repositories.
    private const string Ignore = $"{GeneratedFile.Mark}: files of this folder hold the values of Secrets. Do not commit them.\n*\n";

    // Kustomize reads no longer lines.
    private const int MaxLine = 32 * 1024;

    /// <summary>The files.</summary>
    /// <param name="layout">How the other objects are spread over files.</param>
    /// <param name="format">The dialect of YAML.</param>
    /// <param name="options">The Secrets, and names.</param>
    /// <param name="folder">The folder that the others are in, below the folder of all, with <c>/</c> at the end.</param>
    public static List<PlatformFile> Of(ManifestLayout layout, ManifestFormat format, ManifestOutputOptions options, string folder = "")
    {
        if (options.WrittenSecrets.Count == 0) return [];
        return layout switch
        {
            ManifestLayout.File => [File("", Header("kubectl apply -f") + Objects(format, options))],
            ManifestLayout.Helm => [File("", Header("helm install --values") + YamlWriter.Write(Values(options)))],
            _ => ForKustomize(options, folder),
        };
    }

    private static List<PlatformFile> ForKustomize(ManifestOutputOptions options, string folder) =>
        [File($"{folder}{Folder}/.gitignore", Ignore), .. options.WrittenSecrets.SelectMany(s => KustomizeFiles(s, FileOf(s), options, folder))];

    /// <summary>The generators of Secrets for a kustomization.yaml.</summary>
    public static YamlSequence Generators(ManifestOutputOptions options)
    {
        HashSet<string> replaced = new(options.BaseSecrets.Select(s => s.Id), StringComparer.Ordinal);
        return new YamlSequence(options.WrittenSecrets.Select(s => Generator(s, FileOf(s), options, replaced.Contains(s.Id))));
    }

    /// <summary>What tells a Secret from others, by the name of its file for kustomize.</summary>
    public static string IdOf(string file) => file.Replace('_', '/');

    // No name of a Secret or a namespace has that character.
    private static string FileOf(SecretObject secret) => secret.Id.Replace('/', '_');

    private static YamlMapping Generator(SecretObject secret, string name, ManifestOutputOptions options, bool replaces)
    {
        YamlMapping metadata = ManifestParts.Metadata(secret.Manifest)!;
        YamlMapping own = new()
        {
            ["labels"] = metadata["labels"],
            ["annotations"] = metadata["annotations"],
            ["immutable"] = secret.Manifest["immutable"],
        };
        own.Set("disableNameSuffixHash", YamlScalar.Boolean(true));
        List<SecretKey> lines = secret.Keys.Where(k => IsLine(k, options)).ToList();
        YamlSequence files = YamlSequence.Strings(secret.Keys.Except(lines).Select(k => $"{k.Name}={Folder}/{name}/{k.Name}"));
        return new YamlMapping
        {
            ["name"] = secret.Name,
            ["namespace"] = secret.Namespace.Length > 0 ? secret.Namespace : null,
            ["behavior"] = replaces ? "replace" : null,
            ["type"] = secret.Type.Length > 0 ? secret.Type : null,
            ["options"] = own,
            ["envs"] = lines.Count > 0 ? YamlSequence.Strings([$"{Folder}/{name}.env"]) : null,
            ["files"] = files.UnlessEmpty,
        };
    }

    private static IEnumerable<PlatformFile> KustomizeFiles(SecretObject secret, string name, ManifestOutputOptions options, string folder)
    {
        StringBuilder lines = new();
        foreach (SecretKey key in secret.Keys)
        {
            if (IsLine(key, options)) lines.Append(key.Name).Append('=').Append(SecretKey.TextOf(key.Bytes(options.Values))).Append('\n');
            else yield return new PlatformFile(PlatformFileKind.Secrets, $"{folder}{Folder}/{name}/{key.Name}", key.Bytes(options.Values));
        }

        if (lines.Length > 0) yield return File($"{folder}{Folder}/{name}.env", Header("kubectl apply -k") + lines);
    }

    // A line of an env file as kustomize reads it: all after the sign of equality is the value.
    private static bool IsLine(SecretKey key, ManifestOutputOptions options) =>
        key.Name[0] is not (>= '0' and <= '9')
        && SecretKey.TextOf(key.Bytes(options.Values)) is { } text
        && text.Length < MaxLine
        && text.IndexOfAny(['\n', '\r']) < 0;

    private static YamlMapping Values(ManifestOutputOptions options)
    {
        YamlMapping all = new();
        IReadOnlyList<string> names = HelmSecrets.Names(options.WrittenSecrets);
        for (int i = 0; i < names.Count; i++)
        {
            YamlMapping values = new();
            YamlMapping data = new();
            foreach (SecretKey key in options.WrittenSecrets[i].Keys)
            {
                if (key.IsBase64) data.Set(key.Name, YamlScalar.String(key.Base64(options.Values)));
                else values.Set(key.Name, YamlScalar.String(options.Values.Reveal(key.Text)));
            }

            all.Set(names[i], new YamlMapping { ["values"] = values, ["data"] = data.UnlessEmpty });
        }

        return new YamlMapping { ["secrets"] = all };
    }

    private static string Objects(ManifestFormat format, ManifestOutputOptions options)
    {
        List<YamlMapping> objects = [];
        foreach (SecretObject secret in options.WrittenSecrets) objects.Add(KeyOrder.Of(secret.Reveal(options.Values)));
        objects.AddRange(options.OtherSecrets);
        return ManifestsText.Write(format, objects, "");
    }

    private static string Header(string command) =>
        $"{Mark}, for '{command}'. Builds add what is missing, and the values that are here stay: change them here. Do not commit this file.\n";

    private static PlatformFile File(string path, string text) => new(PlatformFileKind.Secrets, path, Encoding.UTF8.GetBytes(text));
}
