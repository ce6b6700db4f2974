using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Specification;

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
        "'DotNet' if the image has the .NET runtime, to 'curl' or 'wget' if it has that program, or to 'ignore'."));

    [TestMethod]
    public void TwoRequestsAreLeftOutWithOneMessage() =>
        StringAssert.Matches(Translated.From($"{Check.Container}    {Http}\n    readinessProbe: {{httpGet: {{path: /ready, port: 8080}}}}\n").Findings,
            new("^SCORE0402 [^\n]*$"));

    [TestMethod]
    [DataRow("readinessProbe: {httpGet: {path: /, port: 80}}, ",
        "Set the property ScoreComposeHttpProbe to 'DotNet', 'curl' or 'wget' if the image has the program, or add an 'exec' probe")]
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

    [TestMethod]
    public void RequestRunsTheProgramOfThisPackage()
    {
        Translated made = Translated.From($"{Check.Container}    {Http}\n", HttpProbeMode.DotNet);
        Assert.AreEqual("", made.Findings);
        Assert.AreEqual(
            """{"interval":"10s","test":["CMD","dotnet","/score-probe/score-probe.dll","http://127.0.0.1:8080/alive"],"timeout":"10s"}""",
            made["services.shop-web.healthcheck"]);
        Assert.AreEqual(
            """[{"read_only":true,"source":".score-compose/mounts/probe","target":"/score-probe","type":"bind"}]""", made["services.shop-web.volumes"]);
        CollectionAssert.AreEqual((string[])["probe/score-probe.dll", "probe/score-probe.runtimeconfig.json"], made.Project.Files.Select(f => f.Path).ToList());
        Assert.IsTrue(made.Project.Files.All(f => f.Bytes.Length > 100 && !f.IsSecret));
    }

    [TestMethod]
    public void TwoContainersShareTheProgram()
    {
        Translated made = Translated.From($"{Check.Head}containers:\n  api: {{image: x, {Http}}}\n  web: {{image: x, {Http}}}\n", HttpProbeMode.DotNet);
        Assert.HasCount(2, made.Project.Files);
        Assert.AreEqual(made["services.shop-api.volumes"], made["services.shop-web.volumes"]);
    }

    [TestMethod]
    public void NothingIsMountedForAProbeThatIsACommand()
    {
        Translated made = Translated.From($"{Check.Container}    {Http}\n    readinessProbe: {{exec: {{command: [a]}}}}\n", HttpProbeMode.DotNet);
        Assert.IsEmpty(made.Project.Files);
        Assert.AreEqual("""["CMD","a"]""", made["services.shop-web.healthcheck.test"]);
    }

    [TestMethod]
    [DataRow(".", true, false, true)]
    [DataRow(".", false, false, false)]
    [DataRow(".", true, true, false)]
    [DataRow("nginx", true, false, false)]
    public void ImageOfTheSdkIsProbedByItself(string image, bool hasDotNet, bool isBuilt, bool isProbed)
    {
        OwnImages own = new("");
        own.Add("shop", new OwnImage("shop:1.0", "") { HasDotNet = hasDotNet });
        ComposeOptions options = new("./mounts") { Image = own, Builds = isBuilt ? [new ContainerBuild("web", ".", SourceSpan.None)] : [] };
        Translated made = Translated.From([$"{Check.Head}containers:\n  web: {{image: {image}, {Http}}}\n"],
            with: b => b with { Target = new ComposePlatform(options) });
        Assert.AreEqual(isProbed, made["services.shop-web.healthcheck"].Contains("score-probe", System.StringComparison.Ordinal));
        Assert.AreEqual(isProbed ? "" : "SCORE0402", made.Findings.Split(' ')[0]);
    }

    [TestMethod]
    public void WaitingForAnImageOfTheSdkIsSound()
    {
        OwnImages own = new("");
        own.Add("shop", new OwnImage("shop:1.0", "") { HasDotNet = true });
        Translated made = Translated.From(
            [$"{Check.Head}containers:\n  api: {{image: ., {Http}, before: {{web: {{ready: healthy}}}}}}\n  web: {{image: x}}\n"],
            with: b => b with { Target = new ComposePlatform(new ComposeOptions("./mounts") { Image = own }) });
        Assert.AreEqual("", made.Findings);
    }

    private static string Of(string probe, HttpProbeMode mode, string findings)
    {
        Translated result = Translated.From($"{Check.Container}    {probe}\n", mode);
        Assert.AreEqual(findings, result.Findings);
        return result["services.shop-web.healthcheck"];
    }
}
