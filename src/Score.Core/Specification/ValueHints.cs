using System;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>What to write in place of a value of the wrong type, in a sentence with a leading space; nothing when that is plain.</summary>
internal static class ValueHints
{
    /// <summary>The sentence for a value.</summary>
    public static string For(SchemaOrigin origin) => (origin.Node, origin.Rule) switch
    {
        (YamlScalar scalar, { } rule) => ForScalar(scalar, rule),
        (YamlSequence list, MapRule map) => ForList(list, map),
        (YamlSequence, ObjectRule rule) when rule == ScoreSpecification.Exec => " Write 'command:' and the list below it.",
        (YamlSequence, ObjectRule) => " Write 'NAME: VALUE' lines without dashes.",
        (YamlMapping, ListRule { Item: ObjectRule header }) when header == ScoreSpecification.HttpHeader =>
            " Write an item '- {name: NAME, value: VALUE}' for each.",
        (YamlMapping, ListRule) => " Begin each item with a dash.",
        (YamlMapping { Count: > 0 }, TextRule) when origin.Parent?.Key?.Text == "variables" =>
            " Write a text, such as a placeholder '${resources.NAME.OUTPUT}'.",
        (YamlSequence, TextRule) when origin.Key is not null => " Write one text, not a list.",
        _ => "",
    };

    private static string ForScalar(YamlScalar scalar, ValueRule rule)
    {
        string text = Excerpt.Of(scalar.Text);
        if (scalar.Kind == YamlScalarKind.String)
        {
            switch (rule)
            {
                case IntegerRule:
                    return ScalarResolver.Resolve(scalar.Text, out _) == YamlScalarKind.Integer
                        ? " Remove the quotes."
                        : " Write the number: a name is not known here.";
                case BooleanRule: return ScalarResolver.Resolve(scalar.Text, out _) == YamlScalarKind.Boolean ? " Remove the quotes." : "";
                case ListRule: return $" Write {ListOf(scalar.Text)}.";
            }

            // 'KEY:VALUE' and 'KEY=VALUE' are texts.
            int split = scalar.Text.IndexOfAny([':', '=']);
            string key = split > 0 ? scalar.Text.Substring(0, split) : "";
            bool isEntry = rule is MapRule { Value: TextRule }
                ? key.Length > 0 && !key.Contains(' ')
                : rule is ObjectRule { } named && named.Find(key) is not null;
            if (isEntry) return $" Write '{Excerpt.Of(key)}: {Excerpt.Of(scalar.Text.Substring(split + 1).Trim())}', with a space after the colon.";
        }

        if (rule is TextRule) return scalar.Kind == YamlScalarKind.Null ? "" : $" Put it in quotes: \"{text}\".";
        if (rule == ScoreSpecification.Port) return $" Write {PortOf(scalar.Text)}.";
        if (rule == ScoreSpecification.Container) return $" Write 'image: {text}' on a line below it.";
        if (rule == ScoreSpecification.Resource) return $" Write 'type: {text}' on a line below it.";
        if (rule == ScoreSpecification.Volume) return " Write 'source: ${resources.NAME}' on a line below it, and add a resource of type 'volume'.";
        if (rule == ScoreSpecification.File) return " Write the text under 'content', or the name of a file under 'source'.";
        return rule == ScoreSpecification.Before ? $" Write '{{ready: {text}}}'." : "";
    }

    private static string ForList(YamlSequence list, MapRule map)
    {
        if (map.Value is TextRule) return " Write 'NAME: VALUE' lines without dashes.";
        if (map.Value == ScoreSpecification.Port)
            return $" Give each port a name: 'http: {PortOf(list.Items.FirstOrDefault() is YamlScalar port ? port.Text : "80").Trim('\'')}', without a dash.";
        if (map.Value == ScoreSpecification.Before)
            return $" Write '{(list.Items.FirstOrDefault() is YamlScalar name ? Excerpt.Of(name.Text) : "NAME")}: {{ready: started}}', without a dash.";
        string example = list.Items.FirstOrDefault() is YamlMapping first && first["name"] is YamlScalar { Text.Length: > 0 } named
            ? Excerpt.Of(named.Text)
            : "NAME";
        return $" Write each name as a key, such as '{example}:', with the rest below it, without dashes.";
    }

    // 80, or as in Docker: HOST:CONTAINER.
    private static string PortOf(string text)
    {
        string[] numbers = text.Split('/')[0].Split(':');
        string container = numbers[numbers.Length - 1];
        string port = numbers.Length > 1 ? numbers[numbers.Length - 2] : container;
        if (!IsNumber(container) || !IsNumber(port)) return "'{port: 80}'";
        return port == container ? $"'{{port: {port}}}'" : $"'{{port: {port}, targetPort: {container}}}'";
    }

    // A program with arguments is not the name of a program. What only a shell understands is for a shell.
    private static string ListOf(string text)
    {
        if (text.IndexOfAny(['|', '&', ';', '>', '<', '"', '\'', '$', '*', '\n']) >= 0) return "[/bin/sh, -c, ...] with the text as the last item";
        return $"[{string.Join(", ", text.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(w => $"'{Excerpt.Of(w)}'"))}]";
    }

    private static bool IsNumber(string text) => text.Length is > 0 and <= 5 && text.All(c => c is >= '0' and <= '9');
}
