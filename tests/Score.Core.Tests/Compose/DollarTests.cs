using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;

namespace Score.Core.Tests.Compose;

/// <summary>Compose's interpolation gives a container the text that the score file says.</summary>
[TestClass]
public sealed class DollarTests
{
    [TestMethod]
    [DataRow("$X", "$$X")]
    [DataRow("${X}", "$${X}")]
    [DataRow("$${X}", "$${X}")]
    [DataRow("a$b 5$", "a$$b 5$$")]
    [DataRow("$$", "$$")]
    [DataRow("$$$", "$$$$")]
    [DataRow("$(date)", "$$(date)")]
    public void CommandArgsAnnotationsAndProbesKeepTheirDollars(string text, string written)
    {
        Translated result = Translated.From(
            $"apiVersion: score.dev/v1b1\nmetadata: {{name: shop, annotations: {{note: '{text}'}}}}\ncontainers:\n  web:\n    image: x\n" +
            $"    command: ['{text}']\n    args: [a, '{text}']\n    readinessProbe: {{exec: {{command: ['{text}']}}}}\n");
        Assert.AreEqual(written, result["services.shop-web.entrypoint.0"]);
        Assert.AreEqual(written, result["services.shop-web.command.1"]);
        Assert.AreEqual(written, result["services.shop-web.annotations.note"]);
        Assert.AreEqual(written, result["services.shop-web.healthcheck.test.1"]);
    }

    [TestMethod]
    [DataRow("$X", "$$X")]
    [DataRow("$${X}", "$${X}")]
    [DataRow("$$X", "$$X")]
    [DataRow("$$$$X", "$$$$X")]
    [DataRow("5$", "5$$")]
    [DataRow("${resources.env.X}$Y", "${X}$$Y")]
    public void VariablesKeepWhatTheirEscapesStandFor(string text, string written) => Assert.AreEqual(
        written,
        Translated.From($"{Check.Container}    variables: {{A: '{text}'}}\nresources: {{env: {{type: environment}}}}\n")["services.shop-web.environment.A"]);

    [TestMethod]
    public void TargetsSubPathsAndHeadersAreLiteral()
    {
        Translated result = Translated.From(
            Check.Container + "    files: {'/$$a': {content: x}}\n    volumes: {/v$b: {source: data, path: $c}}\n" +
                "    livenessProbe: {httpGet: {path: /$d, port: 80, httpHeaders: [{name: X-A, value: $e}]}}\n",
            HttpProbeMode.Curl);
        Assert.AreEqual("/$$$$a", result["services.shop-web.volumes.0.target"]);
        Assert.AreEqual("/v$$b", result["services.shop-web.volumes.1.target"]);
        Assert.AreEqual("$$c", result["services.shop-web.volumes.1.volume.subpath"]);
        StringAssert.Contains(result["services.shop-web.healthcheck.test"], "X-A: $$e", StringComparison.Ordinal);
        StringAssert.Contains(result["services.shop-web.healthcheck.test"], "80/$$d", StringComparison.Ordinal);
    }

    [TestMethod]
    public void EveryShortLiteralTextSurvivesInterpolation()
    {
        foreach (string text in Texts("$a{}", 7))
        {
            Assert.AreEqual(text, Interpolate(ComposeText.Literal(text)), text);

            // What Score does not expand keeps a pair of dollars, which stands for one.
            Assert.AreEqual(text.Replace("$$", "$", StringComparison.Ordinal), Interpolate(ComposeText.Unexpanded(text)), text);
        }
    }

    // Compose's rules: $$ is a dollar, $NAME and ${NAME...} are looked up, and any other dollar is an error.
    private static string Interpolate(string text)
    {
        StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '$') result.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '$') result.Append(text[i++]);
            else return "would be interpolated: " + text;
        }

        return result.ToString();
    }

    private static IEnumerable<string> Texts(string alphabet, int length)
    {
        IEnumerable<string> texts = [""];
        for (int i = 0; i < length; i++) texts = texts.SelectMany(t => alphabet.Select(c => t + c)).ToList();
        return texts;
    }
}
