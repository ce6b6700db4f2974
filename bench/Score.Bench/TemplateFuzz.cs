using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Templates;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>Texts of templates, run on the data of the conformance cases: whatever is wrong with one is said, and in time.</summary>
internal sealed class TemplateFuzz : IFuzzTarget
{
    private static readonly SourceSpan Place = new("template", 1, 1, 1, 1);
    private static readonly YamlNode Data = YamlReader.Read(
        new SourceText("data", File.ReadAllText(Path.Combine(FuzzTargets.Conformance, "templates.data.yaml"))), new DiagnosticBag())!;
    private static readonly TemplateLimits Limits = new()
    {
        Steps = 500_000,
        Output = 256 * 1024,
        StringLength = 256 * 1024,
        Elements = 100_000,
        PatternTime = TimeSpan.FromMilliseconds(500),
    };

    public string Name => "templates";

    public TimeSpan Longest => TimeSpan.FromSeconds(5);

    public string[] Tokens { get; } =
    [
        "{{", "}}", "{{-", "-}}", "{{/*", "*/}}", "{{ end }}", "{{ else }}", "{{ if ", "{{ range ", "{{ with ", "{{ define \"a\" }}", "{{ template \"a\" . }}",
        "{{ block \"b\" . }}", "{{ break }}", "{{ continue }}", "{{ else with ",
        "|", "(", ")", ".", "$", "$x", ":=", "=", ",", "\"", "`", "'a'", "'", "\\", " ", "\n", "nil", "true", "0", "1", "-1", "1e9", "0x7fffffffffffffff",
        "9223372036854775807", "1_000", "1i", "0b11", ".5", "\"%d\"", "\"%*.*v\"", "\"%[9]d\"", "é", "😀", "\0",
        ".Params", ".Metadata", ".Nosuch", "$.Params", "(list 1 2 3)", "(dict \"a\" 1)", "(tuple)", "index", "slice", "printf", "print", "len", "eq", "lt",
        "and", "or", "not", "call", "html", "js", "urlquery",
        "repeat", "until", "untilStep", "seq", "regexReplaceAll", "regexMatch \"(a+)+$\"", "regexFindAll", "splitn", "nindent", "indent", "wrap", "wrapWith",
        "trunc", "substr", "abbrev", "initials", "cat", "plural", "snakecase", "camelcase", "shuffle", "dig", "set", "merge", "mergeOverwrite", "deepCopy",
        "toJson", "fromJson", "mustFromJson", "toYaml", "b64enc", "b64dec", "b32dec", "semver", "semverCompare", "date", "dateModify", "duration",
        "durationRound", "toDate", "ago", "atoi", "int", "float64", "toDecimal", "add", "sub", "div", "mod", "mul", "max", "round", "ceil", "biggest",
        "adler32sum", "sha256sum",
        "randAlphaNum", "randInt", "randBytes", "uuidv4", "ternary", "default", "coalesce", "empty", "fail", "kindOf", "typeOf", "kindIs", "deepEqual",
        "urlParse", "urlJoin", "osBase", "ext", "clean", "chunk", "without", "uniq", "sortAlpha", "reverse", "first", "initial", "concat", "has", "compact",
        "pluck", "keys", "values", "pick", "omit", "get", "unset", "hasKey", "env", "expandenv", "getHostByName",
    ];

    public IReadOnlyList<byte[]> Corpus()
    {
        JToken file = JToken.Parse(File.ReadAllText(Path.Combine(FuzzTargets.Conformance, "templates.json")));
        return file.SelectTokens("$..template").Select(t => Encoding.UTF8.GetBytes((string)t!)).ToList();
    }

    public Outcome Run(byte[] content)
    {
        DiagnosticBag bag = new();
        byte[]? output = null;
        string text = Encoding.UTF8.GetString(content);
        try
        {
            // Key derivation and bcrypt are slow on purpose, and made no safer by waiting for them here.
            TemplateContext context = new()
            {
                Random = new FixedRandom(),
                UtcNow = static () => new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
                Limits = Limits,
            };
            output = Encoding.UTF8.GetBytes(Template.Parse(text, TemplateFunctions.Standard).Execute(YamlValues.Of(Data), context));
        }
        catch (TemplateException e)
        {
            if (e.Line < 1 || e.Column < 1 || e.Line > text.Count(c => c == '\n') + 1)
                throw new InvalidOperationException($"place {e.Line},{e.Column} of {e.Message}", e);
            bag.Add(DiagnosticDescriptors.TemplateExecution, Place, "outputs", "template://fuzz", "fuzz", new Phrase(Excerpt.OfMessage(e.Message)));
        }

        return new Outcome(bag.ToSortedList(), output);
    }

    private sealed class FixedRandom : ITemplateRandom
    {
        private byte _next;

        public void Fill(byte[] buffer)
        {
            for (int i = 0; i < buffer.Length; i++) buffer[i] = _next++;
        }
    }
}
