using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Diagnostics;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class BuildContextTests
{
    private const string Two = Check.Head + "containers:\n  web: {image: .}\n  side: {image: side:1}\n";

    [TestMethod]
    public void BuildStandsInPlaceOfTheImage()
    {
        Translated result = Translate(Build("web"), Build("side"));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""{"context":"./src"}""", result["services.shop-web.build"]);
        Assert.AreEqual("", result["services.shop-web.image"]);
        Assert.AreEqual("", result["services.shop-side.image"]);
    }

    [TestMethod]
    public void ContainerWithoutABuildStillNeedsItsImage()
    {
        Translated result = Translate(Build("side"));
        StringAssert.StartsWith(result.Findings, "SCORE0401 (5,16)-(5,17): The container 'web' has the image '.'", System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void EveryPartIsWrittenAndEveryDollarIsLiteral()
    {
        ContainerBuild build = new("web", "./a$b", SourceSpan.None)
        {
            Dockerfile = "$d/Dockerfile",
            Args = ["V=1", "W=$HOME=", "E=", "FROM_HOST"],
            Target = "fi$nal",
        };
        Translated result = Translate(build);
        Assert.AreEqual("""{"args":{"E":"","FROM_HOST":null,"V":"1","W":"$$HOME="},"context":"./a$$b","dockerfile":"$$d/Dockerfile","target":"fi$$nal"}""",
            result["services.shop-web.build"]);
    }

    [TestMethod]
    [DataRow("wbe", "SCORE0611 (0,0)-(0,0): No workload of the project has the container 'wbe' of a ScoreBuild item. Did you mean 'web'?")]
    [DataRow("shop/wbe", "SCORE0611 (0,0)-(0,0): No workload of the project has the container 'shop/wbe' of a ScoreBuild item. Did you mean 'shop/web'?")]
    [DataRow("something",
        "SCORE0611 (0,0)-(0,0): No workload of the project has the container 'something' of a ScoreBuild item. The containers are: side, web.")]
    public void UnknownContainerIsAFinding(string container, string expected) =>
        StringAssert.StartsWith(Translate(Build(container)).Findings, expected, System.StringComparison.Ordinal);

    [TestMethod]
    public void ContainerOfSeveralWorkloadsIsNamedWithItsWorkload()
    {
        string other = Two.Replace("shop", "shop-two", System.StringComparison.Ordinal);
        Translated result = Translated.From([Two, other], image: "x", builds: [Build("web")]);
        Assert.AreEqual("SCORE0612 (0,0)-(0,0): Several workloads have the container 'web' of a ScoreBuild item. Write WORKLOAD/CONTAINER: 'shop/web' or " +
            "'shop-two/web'.",
            result.Findings);

        result = Translated.From([Two, other], image: "x", builds: [Build("shop-two/web")]);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("x", result["services.shop-web.image"]);
        Assert.AreEqual("""{"context":"./src"}""", result["services.shop-two-web.build"]);
    }

    [TestMethod]
    public void SecondBuildOfAContainerIsAFinding() => Assert.AreEqual(
        "SCORE0613 (0,0)-(0,0): The ScoreBuild item 'shop/web' cannot be used. The container 'shop/web' has a build already. Remove one of the two items.",
        Translate(Build("web"), Build("shop/web")).Findings);

    [TestMethod]
    [DataRow("=1", "An argument has no name. Write 'NAME=VALUE'.")]
    [DataRow("A", "The argument 'A' is there twice. Remove one of the two.")]
    public void WrongArgumentIsAFinding(string arg, string expected) =>
        StringAssert.Contains(Translate(Build("web") with { Args = ["A=1", arg] }).Findings,
            "SCORE0613 (0,0)-(0,0): The ScoreBuild item 'web' cannot be used. " + expected, System.StringComparison.Ordinal);

    [TestMethod]
    public void BuildOfOneWorkloadIsForItsContainerOnly()
    {
        string other = Two.Replace("shop", "shop-two", System.StringComparison.Ordinal);
        Translated result = Translated.From([Two, other], image: "x", builds: [Build("web") with { Workloads = ["shop-two"] }]);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("x", result["services.shop-web.image"]);
        Assert.AreEqual("""{"context":"./src"}""", result["services.shop-two-web.build"]);
    }

    [TestMethod]
    public void TagsPlatformsAndSecretsAreWritten()
    {
        ContainerBuild web = Build("web") with { Tags = ["shop:1.0"], Platforms = ["linux/arm/v7"], Secrets = ["TOKEN", "ca=./c$a.pem", "TOKEN"] };
        Translated result = Translate(web, Build("side") with { Secrets = ["TOKEN"] });
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""{"context":"./src","platforms":["linux/arm/v7"],"secrets":["TOKEN","ca"],"tags":["shop:1.0"]}""", result["services.shop-web.build"]);
        Assert.AreEqual("""{"TOKEN":{"environment":"TOKEN"},"ca":{"file":"./c$$a.pem"}}""", result["secrets"]);
    }

    [TestMethod]
    [DataRow("Shop:1", "", "", "Its tag 'Shop:1' is not the name of an image. 'Shop' has capitals: write 'shop'.")]
    [DataRow("", "arm64", "", "'arm64' is not a platform. Write OS/ARCHITECTURE, such as 'linux/arm64'.")]
    [DataRow("", "linux//v8", "", "'linux//v8' is not a platform. Write OS/ARCHITECTURE, such as 'linux/arm64'.")]
    [DataRow("", "", "=x", "'' is not the name of a secret. Write NAME for a variable, or NAME=FILE.")]
    [DataRow("", "", "a b", "'a b' is not the name of a secret. Write NAME for a variable, or NAME=FILE.")]
    [DataRow("", "", "TOKEN=./other", "The secret 'TOKEN' is another one in another ScoreBuild item. Rename one of the two.")]
    public void WrongTagPlatformOrSecretIsAFinding(string tag, string platform, string secret, string expected)
    {
        ContainerBuild build = Build("web") with { Tags = List(tag), Platforms = List(platform), Secrets = List(secret) };
        StringAssert.Contains(Translate(Build("side") with { Secrets = ["TOKEN"] }, build).Findings, expected, System.StringComparison.Ordinal);

        static string[] List(string text) => text.Length == 0 ? [] : [text];
    }

    private static ContainerBuild Build(string container) => new(container, "./src", SourceSpan.WholeFile("app.csproj"));

    private static Translated Translate(params ContainerBuild[] builds) => Translated.From([Two], builds: builds);
}
