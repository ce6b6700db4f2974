using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Tests.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

/// <summary>
/// The scripts that set up servers run with the files that a build writes, with stand-ins for the clients of the servers. The
/// same is done in all shells by .ci/check-stock.
/// </summary>
[TestClass]
public sealed class BuiltInScriptTests
{
    private const string Types = "amqp kafka-topic mssql mysql postgres s3";

    [TestMethod]
    [DataRow("amqp", "rabbitmq-server")]
    [DataRow("kafka-topic", "kafka-server")]
    [DataRow("mssql", "mssql-server")]
    [DataRow("mysql", "mysql-server")]
    [DataRow("postgres", "postgres-server")]
    [DataRow("s3", "minio-server")]
    public void InitServiceSetsUpItsServerOnceAndAgain(string type, string server)
    {
        using TemporaryFolder folder = new();
        Translated project = BuiltInSample.Run($"one: {{type: {type}}}\ntwo: {{type: {type}}}");
        Assert.AreEqual("", project.Findings);
        foreach (MountedFile file in project.Project.Files.Where(f => f.Path.StartsWith(server + "/init/", StringComparison.Ordinal)))
            folder.Write("compose/" + file.Path[(server.Length + "/init/".Length)..], file.Bytes);
        YamlMapping environment = (YamlMapping?)((YamlMapping)((YamlMapping)project.Project.Content["services"]!)[server + "-init"]!)["environment"]
            ?? new YamlMapping();
        folder.Write("compose/env", string.Concat(environment.Select(e => Export(e.Name, ((YamlScalar)e.Value).Text))));
        Run(folder.Path);
    }

    [TestMethod]
    public void JobSetsUpItsServerOnceAndAgain()
    {
        using TemporaryFolder folder = new();
        BuiltInManifests project = BuiltInManifests.Run("scripts", string.Join("\n", Types.Split(' ').Select(t => $"{t}: {{type: {t}}}")));
        Assert.AreEqual("", project.Findings);
        int jobs = 0;
        foreach (YamlMapping job in project.OfResources.Where(m => BuiltInManifests.Text(m, "kind") == "Job"))
        {
            string name = $"job-{++jobs}";
            folder.Write(name + "/init.sh", BuiltInManifests.Text(job, "spec.template.spec.containers.0.args.0"));
            YamlSequence env = (YamlSequence)BuiltInManifests.Node(job, "spec.template.spec.containers.0.env")!;
            folder.Write(name + "/env", string.Concat(env.Items.Select(v => Export(BuiltInManifests.Text(v, "name"), Value(project, v)))));
        }

        Assert.AreEqual(6, jobs);
        Run(folder.Path);
    }

    [TestMethod]
    public void EveryFileOfABuiltInTypeEndsInALineBreak()
    {
        Translated project = BuiltInSample.Run(string.Join("\n", Types.Split(' ').Append("redis").Select(t => $"{t}: {{type: {t}}}")) +
            "\nroute: {type: route, params: {host: a.localhost, path: /, port: 80}}");
        Assert.AreEqual("", project.Findings);
        Assert.IsGreaterThan(10, project.Project.Files.Count);
        foreach (MountedFile file in project.Project.Files) Assert.AreEqual((byte)'\n', file.Bytes[^1], file.Path);
    }

    private static string Value(BuiltInManifests project, YamlNode variable)
    {
        string secret = BuiltInManifests.Text(variable, "valueFrom.secretKeyRef.name");
        return secret.Length == 0
            ? BuiltInManifests.Text(variable, "value")
            : ((YamlScalar)((YamlMapping)project.Object("Secret/" + secret)["stringData"]!)[BuiltInManifests.Text(variable,
                "valueFrom.secretKeyRef.key")]!).Text;
    }

    private static string Export(string name, string value) => $"export {name}='{value}'\n";

    private static void Run(string folder)
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("Windows has no /bin/sh.");
        string script = Path.GetFullPath(Path.Combine(ConformanceValidationTests.Folder(), "..", "..", ".ci", "check-scripts"));
        ProcessStartInfo start = new("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[script, folder, "sh"]) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, output);
        StringAssert.Contains(output, "passed: ");
    }
}
