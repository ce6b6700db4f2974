using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Resources;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class VolumeMountTests
{
    [TestMethod]
    [DataRow("{type: tmpfs}", """{"target":"/d","type":"tmpfs"}""")]
    [DataRow("{type: tmpfs, tmpfs: null}", """{"target":"/d","type":"tmpfs"}""")]
    [DataRow("{type: tmpfs, source: null, tmpfs: {size: 1000, mode: 1023}}", """{"target":"/d","tmpfs":{"mode":1023,"size":"1000"},"type":"tmpfs"}""")]
    [DataRow("{type: volume, source: a, volume: {nocopy: true}}", """{"source":"a","target":"/d","type":"volume","volume":{"nocopy":true}}""")]
    [DataRow("{type: bind, source: ./a, bind: {propagation: rshared}, host: x}",
        """{"bind":{"propagation":"rshared"},"source":"./a","target":"/d","type":"bind"}""")]
    [DataRow("{type: bind, source: ./a, bind: {Propagation: shared}}", """{"bind":{"propagation":"shared"},"source":"./a","target":"/d","type":"bind"}""")]
    [DataRow("{type: volume, source: a, volume: {labels: [a=b]}}", """{"source":"a","target":"/d","type":"volume","volume":{"labels":{"a":"b"}}}""")]
    public void MountHasWhatItsTypeHas(string outputs, string expected)
    {
        Translated result = Mount(outputs);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual(expected, result["services.shop-web.volumes.0"]);
    }

    [TestMethod]
    [DataRow("{type: tmpfs, source: x}", """{"target":"/d","type":"tmpfs"}""",
        "The output 'source' of '${resources.res}' does not fit a mount of type 'tmpfs', so it is left out. It is memory, and has no source.")]
    [DataRow("{type: tmpfs, tmpfs: {sise: 1}}", """{"target":"/d","type":"tmpfs"}""",
        "The output 'tmpfs.sise' of '${resources.res}' does not fit a mount of type 'tmpfs', so it is left out. Did you mean 'size'?")]
    [DataRow("{type: volume, source: a, bind: {selinux: z}}", """{"source":"a","target":"/d","type":"volume"}""",
        "The output 'bind' of '${resources.res}' does not fit a mount of type 'volume', so it is left out. The options of a volume are below 'volume'.")]
    [DataRow("{type: volume, source: a, volume: {driver: b}}", """{"source":"a","target":"/d","type":"volume"}""",
        "The output 'volume.driver' of '${resources.res}' does not fit a mount of type 'volume', so it is left out. Docker Compose knows: labels, nocopy, " +
        "subpath.")]
    public void WhatDoesNotFitIsLeftOutWithAWarning(string outputs, string expected, string message)
    {
        Translated result = Mount(outputs);
        Assert.AreEqual("SCORE0410 (7,28)-(7,46): " + message, result.Findings);
        Assert.AreEqual(expected, result["services.shop-web.volumes.0"]);
    }

    [TestMethod]
    public void OptionThatComposeCannotReadIsAnError() => Assert.AreEqual(
        "SCORE0328 (7,28)-(7,46): The resource '${resources.res}' cannot be mounted like this: the output 'bind.propagation' must be a string, and this is a " +
        "mapping.",
        Mount("{type: bind, source: ./a, bind: {propagation: {a: b}}}").Findings);

    [TestMethod]
    public void VolumeWithoutANameIsAnError() =>
        Assert.AreEqual("SCORE0328 (7,28)-(7,46): The resource '${resources.res}' cannot be mounted like this: there is no output 'source'. Give the name of " +
            "the volume.",
            Mount("{type: volume}").Findings);

    [TestMethod]
    [DataRow("a/b", "a/b")]
    [DataRow("./a//b/", "a/b")]
    [DataRow("a/.", "a")]
    [DataRow("$a", "$$a")]
    [DataRow("/", "")]
    [DataRow(".", "")]
    [DataRow("./", "")]
    [DataRow("''", "")]
    public void PathIsAFolderOfTheVolume(string path, string folder)
    {
        Translated result = Mount("{type: volume, source: v}", path);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual(folder, result["services.shop-web.volumes.0.volume.subpath"]);
        Assert.AreEqual(folder.Length > 0, result["services.volume-folders"].Length > 0);
    }

    [TestMethod]
    [DataRow("/sub")]
    [DataRow("..")]
    [DataRow("a/../b")]
    public void PathThatLeavesTheVolumeIsAnErrorAtThePath(string path)
    {
        foreach (string outputs in (string[])["{type: volume, source: v}", "{type: bind, source: ./v}"])
        {
            Assert.AreEqual($"SCORE0508 (7,54)-(7,{54 + path.Length}): '{path}' is not a path inside the volume. Write a relative path without '..'.",
                Mount(outputs, path).Findings);
        }
    }

    [TestMethod]
    public void FoldersOfVolumesAreMadeBeforeTheyAreMounted()
    {
        Translated result = Translated.From(Check.Head + """
            containers:
              init: {image: x, volumes: {/d: {source: data, path: a/b}}, before: {web: {ready: complete}}}
              web: {image: x, volumes: {/d: {source: data, path: a, readOnly: true}, /e: {source: more, path: c}, /f: {source: whole}}}

            """);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""["mkdir","-p","-m","0777","/volumes/data/a","/volumes/data/a/b","/volumes/more/c"]""", result["services.volume-folders.command"]);
        Assert.AreEqual("""[{"source":"data","target":"/volumes/data","type":"volume"},{"source":"more","target":"/volumes/more","type":"volume"}]""",
            result["services.volume-folders.volumes"]);
        Assert.AreEqual("""{"volume-folders":{"condition":"service_completed_successfully"}}""", result["services.shop-init.depends_on"]);
        Assert.AreEqual("""{"shop-init":{"condition":"service_completed_successfully"},"volume-folders":{"condition":"service_completed_successfully"}}""",
            result["services.shop-web.depends_on"]);
    }

    [TestMethod]
    public void FoldersThatServicesOfProvisionersMountAreMadeToo()
    {
        Translated result = Provisioned.Run("""
              outputs: '{host: cache}'
              services: |
                other: {image: x}
                cache: {image: x, depends_on: [other], volumes: [{type: volume, source: v, target: /d, volume: {subpath: s}}, 'v:/e']}
              volumes: '{v: {}}'

            """);
        Assert.AreEqual("""["mkdir","-p","-m","0777","/volumes/v/s"]""", result["services.volume-folders.command"]);
        Assert.AreEqual("""{"other":{"condition":"service_started"},"volume-folders":{"condition":"service_completed_successfully"}}""",
            result["services.cache.depends_on"]);
        Assert.AreEqual("", result["services.other.depends_on"]);
    }

    [TestMethod]
    public void ContainerMayHaveTheNameOfTheServiceThatMakesFolders()
    {
        Translated result = Translated.From(
            "apiVersion: score.dev/v1b1\nmetadata: {name: volume}\ncontainers: {folders: {image: x, volumes: {/d: {source: v, path: a}}}}\n");
        Assert.AreEqual("x", result["services.volume-folders.image"]);
        Assert.AreEqual("service_completed_successfully", result["services.volume-folders.depends_on.volume-folders-1.condition"]);
    }

    [TestMethod]
    public void PathGoesOnWhereTheOutputsBegin() =>
        Assert.AreEqual("a/b/c", Mount("{type: volume, source: v, volume: {subpath: a}}", "b/c")["services.shop-web.volumes.0.volume.subpath"]);

    [TestMethod]
    public void FolderOfAFolderOfTheHostIsMadeByCompose() => Assert.AreEqual(
        """{"bind":{"create_host_path":true},"source":"v/a","target":"/d","type":"bind"}""",
        Mount("{type: bind, source: ./v}", "a")["services.shop-web.volumes.0"]);

    private static Translated Mount(string outputs, string? path = null) => Provisioned.Run(
        $"  outputs: '{outputs}'\n",
        Check.Container +
        $"    volumes: {{/d: {{source: '${{resources.res}}'{(path is null ? "" : ", path: " + path)}}}}}\nresources: {{res: {{type: cache}}}}\n");
}
