using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Resources;
using Score.Core.Resources.Secrets;
using Score.Core.Tests.Resources;
using Score.Core.Yaml;

namespace Score.Core.Tests.Compose;

/// <summary>Values that provisioners draw stand in the env file and in mounted files, and nowhere in compose.yaml.</summary>
[TestClass]
public sealed class SecretTests
{
    private const string Score = Check.Container +
        "    variables: {A: 'p=${resources.res.password}$', H: '${resources.res.made}'}\n    files: {/f: {content: '${resources.res.password}'}}\n" +
        "resources:\n  res: {type: cache}\n";
    private const string Name = "CACHE_SHOP_RES_PASSWORD";

    private static readonly string[] Functions =
    [
        "b64enc", "b32enc", "sha1sum", "sha256sum", "sha512sum", "upper", "lower", "trunc 12", "replace \"a\" \"b\" | upper", "htpasswd \"user\"",
        "encryptAES \"key\"", "urlquery", "quote | b64enc",
        "toJson | sha256sum", "printf \"%x\"", "repeat 2 | b64enc", "snakecase | upper", "swapcase", "adler32sum | sha256sum",
    ];

    /// <summary>A provisioner whose password is used as it is, and by a function.</summary>
    private static string Keys(string function) => """
          state: |
            password: {{ randAlphaNum 16 | quote }}
          outputs: |
            password: {{ .State.password | quote }}
            made: {{ .State.password | FUNCTION | quote }}
          files: |
            c/made: {{ .State.password | FUNCTION | quote }}
          services: |
            cache:
              image: redis
              command: ["--pass={{ .State.password }}"]
              environment: {MADE: {{ .State.password | FUNCTION | quote }}, OWN: {{ randAlphaNum 20 }}}
              labels: ["token={{ .State.password }}"]
              healthcheck: {test: [CMD-SHELL, 'x -a {{ .State.password }} $${B}']}
              volumes: ["{{ .MountsDirectory }}/c:/c"]

        """.Replace("FUNCTION", function, StringComparison.Ordinal);

    [TestMethod]
    public void PasswordIsAVariableWhereverComposeYamlHasIt()
    {
        Translated made = Build(Keys("b64enc"));
        Assert.AreEqual("p=${" + Name + "}$$", made["services.shop-web.environment.A"]);
        Assert.AreEqual("--pass=${" + Name + "}", made["services.cache.command.0"]);
        StringAssert.Contains(made["services.cache.labels"], "${" + Name + "}");
        Assert.AreEqual("x -a ${" + Name + "} $${B}", made["services.cache.healthcheck.test.1"]);
        Assert.AreEqual("${CACHE_SHOP_RES_OWN}", made["services.cache.environment.OWN"]);
        Assert.AreEqual(16, ValueOf(made, Name).Length);
        Assert.AreEqual(ValueOf(made, Name), FileOf(made, "f"));
    }

    [TestMethod]
    public void NothingInComposeYamlDependsOnTheSeedOrOnGivenValues()
    {
        foreach (string function in Functions)
        {
            string one = Build(Keys(function)).Yaml;
            foreach (string? given in new[] { null, "postgres", "a", "p\"w'$x\\ y\nz", "redis", "shop" })
            {
                Translated other = Build(Keys(function), given is null ? [] : new() { [Name] = given }, seed: 2);
                Assert.AreEqual(one, other.Yaml, $"{function} of {given}");
                Assert.AreEqual("", other.Findings);
            }
        }
    }

    [TestMethod]
    public void WhatFunctionsMakeOfAPasswordIsAVariableOfItsOwnThatFollowsIt()
    {
        foreach (string function in Functions.Where(f => !f.StartsWith("htpasswd", StringComparison.Ordinal) && f != "encryptAES \"key\""))
        {
            Translated drawn = Build(Keys(function));
            Assert.AreEqual("${CACHE_SHOP_RES_MADE}", drawn["services.shop-web.environment.H"], function);
            Translated given = Build(Keys(function), new() { [Name] = ValueOf(drawn, Name) }, seed: 2);
            Assert.AreEqual(ValueOf(drawn, "CACHE_SHOP_RES_MADE"), ValueOf(given, "CACHE_SHOP_RES_MADE"), function);
            Assert.AreEqual(ValueOf(given, "CACHE_SHOP_RES_MADE"), FileOf(given, "made"), function);
            Assert.IsTrue(given.Project.Values.Single(v => v.Name == "CACHE_SHOP_RES_MADE").IsComputed, function);
            Assert.IsFalse(given.Project.Values.Single(v => v.Name == Name).IsComputed, function);
        }
    }

    [TestMethod]
    [DataRow("postgres")]
    [DataRow("a")]
    [DataRow("it's \"$x\" \\ #1\nnext")]
    public void GivenValueGoesBeforeADrawnOneInFilesToo(string given)
    {
        Translated made = Build(Keys("b64enc"), new() { [Name] = given });
        Assert.AreEqual(given, ValueOf(made, Name));
        Assert.AreEqual(given, FileOf(made, "f"));
        Assert.AreEqual(Convert.ToBase64String(Encoding.UTF8.GetBytes(given)), FileOf(made, "made"));
        CollectionAssert.Contains(made.Project.VariablesRead.ToList(), Name);
    }

    [TestMethod]
    public void GivenValueReachesWhatTheSameTemplateMakesOfIt()
    {
        const string Same = "  state: |\n    {{- $p := randAlphaNum 16 }}\n    made: {{ $p | b64enc }}\n    password: {{ $p }}\n  outputs: |\n" +
            "    password: {{ .State.password }}\n    made: {{ .State.made }}\n";
        Translated made = Build(Same, new() { [Name] = "a b" });
        Assert.AreEqual("YSBi", ValueOf(made, "CACHE_SHOP_RES_MADE"));
        Assert.AreEqual("${CACHE_SHOP_RES_MADE}", made["services.shop-web.environment.H"]);
    }

    [TestMethod]
    public void TemplateDecidesByTheGivenValue()
    {
        const string Guard = "  state: |\n    password: {{ randAlphaNum 16 }}\n  shared: |\n" +
            "    {{- if trimAll \"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\" (values .State | join \"\") }}{{ fail \"odd\" }}{{ end " +
            "}}\n  outputs: |\n    password: {{ .State.password }}\n    made: {{ if eq .State.password \"root\" }}yes{{ else }}no{{ end }} {{ len " +
            ".State.password }}\n";
        Assert.AreEqual("no 16", Build(Guard)["services.shop-web.environment.H"]);
        Assert.AreEqual("yes 4", Build(Guard, new() { [Name] = "root" })["services.shop-web.environment.H"]);
        StringAssert.StartsWith(Build(Guard, new() { [Name] = "p'w" }).Findings, "SCORE0316", StringComparison.Ordinal);
    }

    [TestMethod]
    public void UserNamesAndNumbersAreVariablesToo()
    {
        Translated made = Build("  state: |\n    user: user-{{ randAlpha 8 | lower }}\n    port: {{ randInt 20000 30000 }}\n  outputs: |\n" +
            "    password: {{ .State.user }}\n    made: {{ .State.port }}\n  services: |\n    cache: {image: x, ports: [{target: {{ .State.port }}}]}\n");
        Assert.AreEqual("p=${CACHE_SHOP_RES_USER}$$", made["services.shop-web.environment.A"]);
        Assert.AreEqual("${CACHE_SHOP_RES_PORT}", made["services.shop-web.environment.H"]);
        Assert.AreEqual("${CACHE_SHOP_RES_PORT}", made["services.cache.ports.0.target"]);
        StringAssert.StartsWith(ValueOf(made, "CACHE_SHOP_RES_USER"), "user-", StringComparison.Ordinal);
        Assert.IsFalse(made.Project.Values.Any(v => v.IsComputed && !v.Name.EndsWith("_HASH", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void ValueOverSeveralLinesIsAVariable()
    {
        Translated made = Build("  state: |\n    {{- $ca := genCA \"x\" 365 }}\n    cert: {{ $ca.Cert | quote }}\n    key: {{ $ca.Key | quote }}\n" +
            "  outputs: |\n    password: |\n      {{ .State.key | indent 2 | trim }}\n    made: {{ .State.cert | quote }}\n");
        if (made.HasErrors) Assert.Fail(made.Findings);
        Assert.IsFalse(made.Yaml.Contains("BEGIN", StringComparison.Ordinal), made.Yaml);
        StringAssert.StartsWith(ValueOf(made, "CACHE_SHOP_RES_CERT"), "-----BEGIN CERTIFICATE-----\n", StringComparison.Ordinal);
    }

    [TestMethod]
    public void RandomNameOfAServiceStaysAsItIsWithAWarning()
    {
        const string Named = "  state: |\n    service: svc-{{ randAlphaNum 8 | lower }}\n  outputs: |\n    password: {{ .State.service }}\n    made: x\n" +
            "  files: |\n    c/made: {{ .State.service }}\n  services: |\n    {{ .State.service }}: {image: x}\n";
        Translated made = Build(Named);
        StringAssert.Contains(made.Findings, "SCORE0414");
        StringAssert.Contains(made.Findings, "CACHE_SHOP_RES_SERVICE");
        Assert.AreEqual(1, made.Findings.Split('\n').Length, made.Findings);
        string name = ((YamlMapping)made.Project.Content["services"]!).First(s => s.Name.StartsWith("svc-", StringComparison.Ordinal)).Name;
        Assert.AreEqual($"p={name}$$", made["services.shop-web.environment.A"]);
        Assert.AreEqual(name, FileOf(made, "made"));
        Assert.IsEmpty(made.Project.Values.Where(v => v.Value.Contains(name, StringComparison.Ordinal)));
        Assert.AreEqual(name, FileOf(Build(Named, new() { ["CACHE_SHOP_RES_SERVICE"] = "other" }), "made"), "The file names the service that there is.");
    }

    [TestMethod]
    public void HashOfAFileWithAPasswordIsAVariable()
    {
        Translated one = Build(Keys("b64enc"));
        Translated two = Build(Keys("b64enc"), seed: 2);
        StringAssert.Contains(one["services.cache.labels"], "${PROJECT_CACHE_FILES_HASH}");
        StringAssert.Contains(one["services.shop-web.labels"], "${PROJECT_SHOP_WEB_FILES_HASH}");
        Assert.AreNotEqual(ValueOf(one, "PROJECT_SHOP_WEB_FILES_HASH"), ValueOf(two, "PROJECT_SHOP_WEB_FILES_HASH"));
        Assert.IsTrue(one.Project.Values.Single(v => v.Name == "PROJECT_CACHE_FILES_HASH").IsComputed);
        Assert.IsTrue(one.Project.Files.All(f => f.IsSecret));
    }

    [TestMethod]
    public void FileWithAValueOfTheEnvironmentNeedsNoSeed()
    {
        string score = Check.Container + "    files: {/f: {content: '${resources.env.PW}'}}\nresources:\n  env: {type: environment}\n";
        Translated made = Translated.From([score], read: _ => "x", seed: () => throw new SeedException("none"),
            with: b => b with { Secrets = new SecretValues(_ => null) });
        StringAssert.Contains(made["services.shop-web.labels"], "${PROJECT_SHOP_WEB_FILES_HASH}");
        Assert.IsTrue(made.Project.Files.Single().IsSecret);
    }

    [TestMethod]
    public void EqualNamesOfTwoResourcesAreToldApart()
    {
        string score = Check.Container +
            "    variables: {A: '${resources.a-b.password}', B: '${resources.ab.password}'}\nresources:\n  a-b: {type: cache, id: a-b}\n" +
            "  ab: {type: cache, id: a.b}\n";
        Translated made = Build("  outputs: |\n    password: {{ randAlphaNum 16 }}\n", score: score);
        string[] names = [made["services.shop-web.environment.A"], made["services.shop-web.environment.B"]];
        CollectionAssert.Contains(names, "${CACHE_A_B_PASSWORD}");
        Assert.AreNotEqual(names[0], names[1]);
        Assert.HasCount(2, made.Project.Values);
        CollectionAssert.AreEqual(names,
            (string[])[Build("  outputs: |\n    password: {{ randAlphaNum 16 }}\n", score: score, seed: 3)["services.shop-web.environment.A"], names[1]]);
    }

    [TestMethod]
    public void PasswordOfAStateFileIsNotWrittenIntoComposeYaml()
    {
        const string Kept = "  state: |\n    password: {{ dig \"password\" (randAlphaNum 16) .State }}\n  outputs: |\n" +
            "    password: {{ .State.password }}\n    made: x\n";
        ExistingState state = ExistingState.Read("s", new SourceText("/s", "resources:\n  cache.default#shop.res:\n    state: {password: kept-password}\n"),
            new())!;
        Translated made = Build(Kept, state: state);
        Assert.AreEqual("p=${" + Name + "}$$", made["services.shop-web.environment.A"]);
        Assert.AreEqual("kept-password", ValueOf(made, Name));
        Assert.AreEqual("given", FileOf(Build(Kept, new() { [Name] = "given" }, state: state), "f"));
    }

    [TestMethod]
    public void ValueThatAPatchDrawsIsAVariable()
    {
        Translated made = Build(Keys("b64enc"), patch: "- {op: set, path: services.shop-web.environment.TOKEN, value: '{{ randAlphaNum 20 }}'}");
        Assert.AreEqual("${SHOP_WEB_TOKEN}", made["services.shop-web.environment.TOKEN"]);
        Assert.AreEqual(20, ValueOf(made, "SHOP_WEB_TOKEN").Length);
    }

    [TestMethod]
    public void EnvironmentMayHaveDefaults()
    {
        const string Env = Check.Container + "    variables: {L: '${resources.env.LEVEL}', U: '${resources.env.URL}'}\n" +
            "    files: {/f: {content: '${resources.env.LEVEL} ${resources.env.URL}'}}\nresources:\n" +
            "  env: {type: environment, params: {LEVEL: 3, URL: {default: 'http://${metadata.name}', description: Where.}, OTHER: x}}\n";
        Translated made = Translated.From([Env], with: b => b with { Secrets = new SecretValues(_ => null) });
        Assert.AreEqual("", made.Findings);
        Assert.AreEqual("${LEVEL}", made["services.shop-web.environment.L"]);
        Assert.AreEqual("3 http://shop", FileOf(made, "f"));
        Assert.AreEqual("http://shop Where.", made.Project.Values.Where(v => v.Name == "URL").Select(v => $"{v.Value} {v.Comment}").Single());
        Assert.IsEmpty(made.Project.Values.Where(v => v.Name == "OTHER"), "Nobody needs it.");
        Assert.AreEqual("4 x", FileOf(Translated.From([Env], read: n => n == "LEVEL" ? "4" : "x"), "f"));
    }

    [TestMethod]
    [DataRow("[1]")]
    [DataRow("{defalt: x}")]
    [DataRow("{default: {a: b}}")]
    [DataRow("{}")]
    [DataRow("null")]
    public void DefaultThatIsNoneIsAWarning(string text)
    {
        string findings = Translated.From(Check.Container + "resources:\n  env: {type: environment, params: {LEVEL: " + text + "}}\n").Findings;
        StringAssert.StartsWith(findings, "SCORE0415 (8,37)", StringComparison.Ordinal);
    }

    [TestMethod]
    public void InlineHasTheValuesAsTheyAre()
    {
        Translated made = Translated.From([Score], provisioners: Provisioned.Read("- uri: template://test/cache\n  type: cache\n" + Keys("b64enc")));
        Assert.IsFalse(made.Yaml.Contains("${CACHE", StringComparison.Ordinal));
        Assert.IsEmpty(made.Project.Values);
    }

    private static Translated Build(string keys, Dictionary<string, string>? given = null, byte seed = 1, string score = Score, ExistingState? state = null,
        string? patch = null) => Translated.From(
        [score],
        provisioners: Provisioned.Read("- uri: template://test/cache\n  type: cache\n" + keys),
        seed: () => [seed],
        with: b => b with
        {
            Secrets = new SecretValues(n => given?.GetValueOrDefault(n)),
            State = state ?? ExistingState.None,
            Patches = patch is null ? [] : [new("p.tpl", new SourceText("/p.tpl", patch))],
        });

    private static string ValueOf(Translated made, string name) => made.Project.Values.Single(v => v.Name == name).Value;

    private static string FileOf(Translated made, string name) =>
        Encoding.UTF8.GetString(made.Project.Files.Single(f => f.Path.EndsWith("/" + name, StringComparison.Ordinal)).Bytes);
}
