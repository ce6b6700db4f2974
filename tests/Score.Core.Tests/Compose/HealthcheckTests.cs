using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class HealthcheckTests
{
    private const string Http = "livenessProbe: {httpGet: {path: /alive, port: 8080}}";

    [TestMethod]
    public void CommandBecomesTheTest() => Assert.AreEqual(
        """{"interval":"5s","test":["CMD","pg_isready","-U","x"],"timeout":"5s"}""",
        Of("livenessProbe: {exec: {command: [pg_isready, -U, x]}}", HttpProbeMode.Warn, ""));

    [TestMethod]
    public void ReadinessWinsOverLiveness() => Assert.AreEqual(
        """["CMD","ready"]""",
        Translated.From(Check.Container +
            "    livenessProbe: {exec: {command: [alive]}}\n    readinessProbe: {exec: {command: [ready]}}\n")["services.shop-web.healthcheck.test"]);

    [TestMethod]
    public void CommandWinsOverARequest() => Assert.AreEqual(
        """["CMD","alive"]""",
        Translated.From(Check.Container + "    livenessProbe: {exec: {command: [alive]}}\n    readinessProbe: {httpGet: {path: /, port: 80}}\n",
            HttpProbeMode.Curl)["services.shop-web.healthcheck.test"]);

    [TestMethod]
    public void RequestIsLeftOutWithAMessageThatNamesTheProperty() => Assert.AreEqual("", Of(
        Http,
        HttpProbeMode.Warn,
        "SCORE0402 (7,21)-(7,28): Docker Compose cannot probe over HTTP by itself, so this probe is left out. Set the property ScoreComposeHttpProbe to " +
        "'curl' or 'wget' if the image has that program, or to 'ignore'."));

    [TestMethod]
    public void TwoRequestsAreLeftOutWithOneMessage() =>
        StringAssert.Matches(Translated.From($"{Check.Container}    {Http}\n    readinessProbe: {{httpGet: {{path: /ready, port: 8080}}}}\n").Findings,
            new("^SCORE0402 [^\n]*$"));

    [TestMethod]
    [DataRow("readinessProbe: {httpGet: {path: /, port: 80}}, ",
        "Set the property ScoreComposeHttpProbe to 'curl' or 'wget' if the image has that program, or add an 'exec' probe")]
    [DataRow("", "Add an 'exec' probe")]
    public void WaitingForAContainerThatNothingProbesIsAWarning(string probe, string hint)
    {
        Translated result = Translated.From(
            $"{Check.Head}containers:\n  cache: {{image: x, {probe}before: {{web: {{ready: healthy}}}}}}\n  web: {{image: x}}\n");
        StringAssert.StartsWith(result.Findings, "SCORE0404 ", System.StringComparison.Ordinal);
        StringAssert.EndsWith(result.Findings, $" {hint}, unless the image itself has a HEALTHCHECK.", System.StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Findings);
    }

    [TestMethod]
    public void RequestIsLeftOutInSilenceWhenAskedFor() => Assert.AreEqual("", Of(Http, HttpProbeMode.Ignore, ""));

    [TestMethod]
    public void RequestNeedsNoWarningBesideACommand() =>
        Assert.AreNotEqual("", Of("livenessProbe: {httpGet: {path: /, port: 80}, exec: {command: [a]}}", HttpProbeMode.Warn, ""));

    [TestMethod]
    public void RequestRunsCurl() => Assert.AreEqual(
        """{"interval":"5s","test":""" +
        """["CMD","curl","--fail","--silent","--show-error","--globoff","--output","/dev/null","http://127.0.0.1:8080/alive"],"timeout":"5s"}""",
        Of(Http, HttpProbeMode.Curl, ""));

    [TestMethod]
    public void RequestRunsWget() => Assert.AreEqual(
        """{"interval":"5s","test":["CMD","wget","-q","-O","/dev/null","http://127.0.0.1:8080/alive"],"timeout":"5s"}""",
        Of(Http, HttpProbeMode.Wget, ""));

    [TestMethod]
    [DataRow("Curl", """["CMD","curl","--fail","--silent","--show-error","--globoff","--output","/dev/null","--insecure","--header","Host: """ +
        """example.com","--header","X-A: b c","https://127.0.0.1:443/x"]""")]
    [DataRow("Wget",
        """["CMD","wget","-q","-O","/dev/null","--no-check-certificate","--header","Host: example.com","--header","X-A: b c","https://127.0.0.1:443/x"]""")]
    public void SchemeHostAndHeadersArePassedOn(string mode, string test)
    {
        const string Probe = "readinessProbe: {httpGet: {scheme: HTTPS, host: example.com, path: x, port: 443, httpHeaders: [{name: X-A, value: b c}]}}";
        Assert.AreEqual(test, Translated.From($"{Check.Container}    {Probe}\n", System.Enum.Parse<HttpProbeMode>(mode))["services.shop-web.healthcheck.test"]);
    }

    [TestMethod]
    public void EmptyCommandIsAnError() => Assert.AreEqual("", Of(
        "readinessProbe: {exec: {command: []}}",
        HttpProbeMode.Warn,
        "SCORE0409 (7,5)-(7,19): The command of this probe is empty. Name a program to run."));

    private static string Of(string probe, HttpProbeMode mode, string findings)
    {
        Translated result = Translated.From($"{Check.Container}    {probe}\n", mode);
        Assert.AreEqual(findings, result.Findings);
        return result["services.shop-web.healthcheck"];
    }
}
