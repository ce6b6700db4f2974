using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>
/// Puts variables in the place of the secret values in compose.yaml, and says which values they have. Compose replaces variables
/// in every value of the file and in no key.
/// </summary>
internal sealed class ComposeSecrets
{
    // An item of a list has no key.
    private const char Item = '#';

    private readonly SecretValues _secrets;
    private readonly SecretIndex _index = new();
    private readonly Dictionary<string, SecretValue> _used = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];

    private ComposeSecrets(SecretValues secrets)
    {
        _secrets = secrets;
        foreach (SecretValue secret in secrets.All) Index(secret);
    }

    /// <summary>Puts the values themselves into the mounted files, and takes note of which files hold some.</summary>
    /// <param name="files">The files.</param>
    /// <param name="named">The services, volumes and the like that provisioners define, as a project.</param>
    /// <param name="secrets">The secret values.</param>
    /// <param name="diagnostics">Receives SCORE0414.</param>
    public static void Reveal(List<MountedFile> files, YamlMapping named, SecretValues secrets, DiagnosticBag diagnostics)
    {
        if (!secrets.IsEmpty) new ComposeSecrets(secrets).FindKeys(named, diagnostics);
        for (int i = 0; i < files.Count; i++)
        {
            string text = secrets.IsEmpty ? "" : Encoding.UTF8.GetString(files[i].Bytes);
            if (text.Length > 0 && secrets.IsIn(text))
                files[i] = files[i] with { Bytes = Encoding.UTF8.GetBytes(secrets.Reveal(text)), IsSecret = true, Secrets = NamedIn(text, secrets) };
            else if (files[i].HoldsValues) files[i] = files[i] with { IsSecret = true };
        }
    }

    /// <summary>The project with variables, and with their values besides.</summary>
    /// <param name="project">The project; it is not changed.</param>
    /// <param name="secrets">The secret values.</param>
    /// <param name="diagnostics">Receives SCORE0414.</param>
    public static ComposeProject Conceal(ComposeProject project, SecretValues secrets, DiagnosticBag diagnostics)
    {
        ComposeSecrets concealing = new(secrets);
        concealing.FindKeys(project.Content, diagnostics);
        YamlMapping content = (YamlMapping)concealing.Replace(project.Content);
        foreach (MountedFile file in project.Files)
        {
            if (!file.IsSecret) continue;
            foreach (SecretValue secret in file.Secrets)
            {
                if (!secrets.IsExposed(secret)) concealing._used[secret.Name] = secret;
            }
        }

        List<SecretValue> used = new(concealing._used.Values);
        used.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        List<OutputVariable> values = [];
        foreach (OutputVariable value in project.Values) values.Add(value);
        SortedSet<string> read = new(StringComparer.Ordinal);
        foreach (string name in project.VariablesRead) read.Add(name);
        foreach (SecretValue secret in used)
        {
            bool isComputed = secret.Origin == SecretOrigin.Computed;
            values.Add(new OutputVariable(secret.Name, secret.Value) { IsComputed = isComputed });
            if (!isComputed) read.Add(secret.Name);
        }

        return project with { Content = content, Values = values, VariablesRead = read };
    }

    // A value that was drawn in the file itself has no name, and nobody needs one.
    private static List<SecretValue> NamedIn(string text, SecretValues secrets)
    {
        List<SecretValue> named = [];
        for (int at = 0; secrets.Next(text, at, out at, out int length) is { } secret; at += length)
        {
            if (secret.Name.Length > 0 && secret.Origin != SecretOrigin.Computed) named.Add(secret);
        }

        return named;
    }

    // In values that Score writes a dollar is doubled already.
    private void Index(SecretValue secret)
    {
        _index.Add(secret.Text, secret);
        if (secret.Text.IndexOf('$') >= 0) _index.Add(ComposeText.Literal(secret.Text), secret);
    }

    // What is part of a name, such as that of a service, is no secret to anybody, and must be the same wherever the name stands.
    private void FindKeys(YamlNode node, DiagnosticBag diagnostics)
    {
        foreach (YamlEntry entry in node as YamlMapping ?? [])
        {
            bool isRandom = false;
            for (int at = 0; _index.Find(entry.Name, at, out at, out int length) is { } secret; at += length)
            {
                isRandom = true;
                if (_secrets.IsExposed(secret)) continue;
                _secrets.Expose(secret);
                string where = string.Join(".", _path);
                diagnostics.Add(DiagnosticDescriptors.RandomKey, secret.Place, secret.Name.Length > 0 ? secret.Name : secret.Prefix, where);
            }

            _path.Add(isRandom ? "*" : entry.Name);
            FindKeys(entry.Value, diagnostics);
            _path.RemoveAt(_path.Count - 1);
        }

        foreach (YamlNode item in (node as YamlSequence)?.Items ?? []) FindKeys(item, diagnostics);
    }

    private YamlNode Replace(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                string text = Replace(scalar.Text);
                return text == scalar.Text ? scalar : YamlScalar.String(text);
            case YamlSequence list:
                YamlSequence replaced = new() { Span = list.Span };
                for (int i = 0; i < list.Items.Count; i++) replaced.Items.Add(Below($"{Item}{i}", list.Items[i]));
                return replaced;
        }

        YamlMapping result = new() { Span = node.Span };
        foreach (YamlEntry entry in (YamlMapping)node) result.TryAdd(entry.Key, Below(entry.Name, entry.Value));

        return result;
    }

    private YamlNode Below(string key, YamlNode node)
    {
        _path.Add(key);
        YamlNode result = Replace(node);
        _path.RemoveAt(_path.Count - 1);
        return result;
    }

    private string Replace(string text) => _index.Replace(text, (secret, at) => _secrets.IsExposed(secret) ? null : $"${{{Use(secret, at).Name}}}");

    private SecretValue Use(SecretValue secret, int at)
    {
        if (secret.Name.Length == 0)
        {
            string key = _path.FindLast(k => k.Length > 0 && k[0] != Item) ?? "VALUE";
            secret = _secrets.Name(secret, SecretNames.Words(_path.Count > 1 ? _path[1] : "COMPOSE"), key, $"{string.Join("/", _path)}/{at}");
            Index(secret);
        }

        return _used[secret.Name] = secret;
    }
}
