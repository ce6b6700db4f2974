using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>The same inputs give the same bytes.</summary>
[TestClass]
public sealed class DeterminismTests
{
    private const string Score = """
        apiVersion: score.dev/v1b1
        metadata:
          name: intranet
        service:
          ports:
            http: {port: 80, targetPort: 8080}
        containers:
          web:
            image: intranet:1
            variables:
              ISTANBUL: ${resources.db.password}
              izmir_I: ${resources.cache.host}
            files:
              /etc/I/i.conf: {content: "Iı İi ${metadata.name}"}
        resources:
          cache: {type: redis}
          db: {type: postgres}
          front: {type: route, params: {host: intranet.localhost, path: /, port: http}}

        """;

    [TestMethod]
    public void TenBuildsInTwoFoldersAndTwoCulturesWriteTheSameBytes()
    {
        using TemporaryFolder one = new("intranet");
        using TemporaryFolder other = new("intranet");
        Assert.AreNotEqual(one.Root, other.Root);
        CultureInfo before = CultureInfo.DefaultThreadCurrentCulture ?? CultureInfo.InvariantCulture;
        List<string> outputs = [];
        try
        {
            for (int i = 0; i < 10; i++)
            {
                CultureInfo culture = new(i % 2 == 0 ? "en-US" : "tr-TR");
                (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentCulture) = (culture, culture);
                TemporaryFolder folder = i < 5 ? one : other;
                outputs.Add(Build(folder));
            }
        }
        finally
        {
            (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentCulture) = (before, before);
        }

        Assert.AreEqual(1, outputs.Distinct(StringComparer.Ordinal).Count());
        StringAssert.Contains(outputs[0], "manifests.yaml");
        StringAssert.Contains(outputs[0], ".score-compose/mounts/files/intranet/web/etc/I/i.conf");
    }

    // The names and bytes of all outputs. Everything is written anew each time.
    private static string Build(TemporaryFolder folder)
    {
        foreach (string directory in Directory.GetDirectories(folder.Root)) Directory.Delete(directory, recursive: true);
        foreach (string file in Directory.GetFiles(folder.Root, "*.yaml")) File.Delete(file);
        folder.Write("score.yaml", Score);
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one", "ScoreGenerateK8s=true", "ScoreEnvFile=.env"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        IEnumerable<string> files = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder.Root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return string.Join("\n", files.Select(f => $"{f}: {Convert.ToHexString(File.ReadAllBytes(folder.PathOf(f)))}"));
    }
}
