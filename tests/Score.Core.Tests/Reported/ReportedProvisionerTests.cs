using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Reported;

[TestClass]
public sealed class ReportedProvisionerTests
{
    [TestMethod]
    public void FragmentOfAProgramsUriIsAName()
    {
        ReportedBuild build = ReportedBuild.ForCompose("01-cmd-uri-fragment");
        Assert.AreEqual("", build.Findings);
        Assert.AreEqual("h1", build["services.shop-web.environment.H"]);
    }

    [TestMethod]
    public void NullMeansAny()
    {
        ReportedBuild build = ReportedBuild.ForKubernetes("03-class-null");
        Assert.AreEqual("", build.Findings);
        StringAssert.Contains(build.Output, "value: h\n", StringComparison.Ordinal);
    }

    [TestMethod]
    public void KeyOfAMountThatComposeDoesNotKnowIsLeftOut()
    {
        ReportedBuild build = ReportedBuild.ForCompose("04-unknown-service-keys");
        CollectionAssert.AreEqual(new[] { "zz-default.provisioners.yaml SCORE0341 (13,11)-(13,19)" }, build.Codes.ToArray());
        StringAssert.EndsWith(
            build.Message,
            "Docker Compose does not know the key 'readOnly' in 'services.routing.volumes.0' and would refuse the file, so it is left out. Did you mean " +
            "'read_only'?",
            StringComparison.Ordinal);
        Assert.AreEqual("""{"source":".score-compose/mounts/r/nginx.conf","target":"/etc/nginx/nginx.conf","type":"bind"}""",
            build["services.routing.volumes.0"]);
    }

    [TestMethod]
    public void KeyOfAnotherMountIsLeftOutToo()
    {
        ReportedBuild build = ReportedBuild.ForCompose("unknown-key-of-a-mount");
        CollectionAssert.AreEqual(new[] { "10-a.provisioners.yaml SCORE0341 (12,11)-(12,19)" }, build.Codes.ToArray());
        Assert.AreEqual("", build["services.proxy.volumes.0.readOnly"]);
    }

    [TestMethod]
    public void PatchesSeeServicesInOneForm()
    {
        ReportedBuild build = ReportedBuild.ForCompose("10-patches-over-short-forms");
        Assert.AreEqual("", build.Findings);
        Assert.AreEqual("""{"A":"b","C":null,"NEW":"1"}""", build["services.svc.environment"]);
        Assert.AreEqual("""{"a":"b"}""", build["services.svc.labels"]);
        Assert.AreEqual("""["redis-server","--port","7000"]""", build["services.svc.command"]);
    }

    [TestMethod]
    public void FilesOfATeamMakeAComposeProject()
    {
        ReportedBuild build = ReportedBuild.ForCompose("files-of-a-team-compose");
        CollectionAssert.AreEqual(new[] { "SCORE0329", "SCORE0341", "SCORE0341", "SCORE0341", "SCORE0341" },
            build.Codes.Select(c => c.Split(' ')[1]).Order(StringComparer.Ordinal).ToArray(), build.Findings);
        Assert.AreEqual("ai/small", build["services.shop-web.environment.MODEL"]);
        Assert.AreEqual("http://billing-mock:9000", build["services.shop-web.environment.API"]);
        Assert.AreEqual("http://shop-site.localhost:8000", build["services.shop-web.environment.PUBLIC"]);
        Assert.AreEqual("""{"command":["pull","ai/small"],"image":"puller:1","restart":"no"}""", build["services.pull"]);
        Assert.AreEqual("service_completed_successfully", build["services.wait-for-resources.depends_on.store-shop-store-init.condition"]);
        Assert.AreEqual("service_healthy", build["services.wait-for-resources.depends_on.store-shop-store.condition"]);
        if (Environment.GetEnvironmentVariable("SCORE_COMPOSE_ARTIFACTS") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, "files-of-a-team.yaml"), build.Output);
    }

    [TestMethod]
    public void FilesOfATeamMakeManifests()
    {
        ReportedBuild build = ReportedBuild.ForKubernetes("files-of-a-team-kubernetes");
        Assert.AreEqual("", build.Findings);
        foreach (string part in (string[])["value: shop-cache-master:6379", "value: billing", "value: my-1", "name: shop-to-billing",
            "kind: HorizontalPodAutoscaler",
            """services: '{"shop":{"ServiceName":"shop","ports":{"80":{"name":"web","port":80,"target_port":8080,"protocol":"TCP"},"web":""" +
                """{"name":"web","port":80,"target_port":8080,"protocol":"TCP"}}}}'"""])
        {
            StringAssert.Contains(build.Output, part, StringComparison.Ordinal);
        }
        ManifestArtifacts.Keep("files-of-a-team", build.Kubernetes!);
    }
}
