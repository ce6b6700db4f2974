using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Score.MSBuild.NetFrameworkHost;

/// <summary>
/// Loads the net472 tasks on .NET Framework (or Mono), runs them on good and bad score files, and checks what a build would
/// show. usage: Score.MSBuild.NetFrameworkHost.exe TASKS_FOLDER
/// </summary>
internal static class Program
{
    private const string Valid = """
        apiVersion: score.dev/v1b1
        metadata: {name: hello}
        containers:
          web:
            image: nginx
            variables: {PRICE: 5$, HOST: "${resources.db.host}"}
            files:
              /etc/a.conf: {source: a.conf, mode: "0444"}
        resources:
          db: {type: oracle}
        """;

    private static int s_failed;
    private static int s_passed;
    private static Assembly s_tasks = null!;

    private static int Main(string[] args)
    {
        string folder = Path.GetFullPath(args[0]);
        AppDomain.CurrentDomain.AssemblyResolve += (_, e) =>
        {
            string path = Path.Combine(folder, new AssemblyName(e.Name).Name + ".dll");
            return File.Exists(path) ? Assembly.LoadFrom(path) : null;
        };
        s_tasks = Assembly.LoadFrom(Path.Combine(folder, "Score.MSBuild.dll"));

        string work = Path.Combine(Path.GetTempPath(), "score-net472-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(work);
        try
        {
            ValidFileIsTranslated(work);
            UnchangedOutputKeepsItsTime(work);
            ProvisionersComeAlong(work);
            MistakesHaveTheirPlace(work);
            SourceOutsideTheFolderIsRefused(work);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        Console.WriteLine($"{s_passed} passed, {s_failed} failed, 0 skipped");
        return s_failed == 0 ? 0 : 1;
    }

    private static void ValidFileIsTranslated(string work)
    {
        File.WriteAllText(Path.Combine(work, "a.conf"), "from disk");
        Engine engine = Run(work, Valid, out bool succeeded);
        Check(succeeded, "a valid file is translated: " + engine);
        string compose = File.ReadAllText(Path.Combine(work, "compose.yaml"));
        Check(compose.Contains("PRICE: 5$$\n") && compose.Contains("HOST: ${DB_HOST?required}\n") && !compose.Contains("\r"),
            "compose.yaml has the expected text: " + compose);
        Check(File.ReadAllText(Path.Combine(work, "mounts/files/hello/web/etc/a.conf")) == "from disk", "the mounted file has the source's content");
        Check(engine.Events.SequenceEqual(["warning SCORE0301 (10,14)"]), "the unknown type is a warning at its place: " + engine);
    }

    private static void UnchangedOutputKeepsItsTime(string work)
    {
        string compose = Path.Combine(work, "compose.yaml");
        DateTime past = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(compose, past);
        Run(work, Valid, out _);
        Check(File.GetLastWriteTimeUtc(compose) == past, "an unchanged output keeps its time");
        Run(work, Valid.Replace("nginx", "caddy"), out _);
        Check(File.ReadAllText(compose).Contains("image: caddy"), "a changed output replaces the old one");
    }

    private static void ProvisionersComeAlong(string work)
    {
        Engine engine = Run(work, Valid.Replace("oracle", "postgres"), out bool succeeded);
        Check(succeeded && engine.Events.Count == 0, "a postgres needs no provisioner file: " + engine);
        Check(File.ReadAllText(Path.Combine(work, "compose.yaml")).Contains("HOST: postgres-server\n"), "its host is in compose.yaml");
        Check(File.ReadAllText(Path.Combine(work, "mounts/postgres-server/init/databases/postgres-hello-db.sql")).Contains("CREATE DATABASE"),
            "its database is made by a script");
    }

    private static void MistakesHaveTheirPlace(string work)
    {
        Engine engine = Run(work, Valid.Replace("image:", "imaeg:").Replace("type: oracle", "typ: oracle"), out bool succeeded);
        Check(!succeeded, "mistakes fail the build");
        Check(engine.Events.SequenceEqual(["error SCORE0101 (5,5)", "error SCORE0101 (10,8)"]), "each mistake is reported at its place: " + engine);
        Engine yaml = Run(work, "a: 'b", out _);
        Check(yaml.Events.SequenceEqual(["error SCORE0006 (1,4)"]), "a syntax error is reported at its place: " + yaml);
    }

    private static void SourceOutsideTheFolderIsRefused(string work)
    {
        Engine engine = Run(work, Valid.Replace("a.conf, mode", "../a.conf, mode"), out _);
        Check(engine.Events.SequenceEqual(["error SCORE0212 (8,29)"]), "a source outside the folder is refused: " + engine);
    }

    private static Engine Run(string work, string score, out bool succeeded)
    {
        string file = Path.Combine(work, "score.yaml");
        File.WriteAllText(file, score);
        Engine engine = new();
        succeeded = Execute(engine, "ValidateScoreFile", file, _ => { }) && Execute(engine, "GenerateComposeFile", file, task =>
        {
            Set(task, "ComposeFile", new TaskItem(Path.Combine(work, "compose.yaml")));
            Set(task, "MountsDirectory", new TaskItem(Path.Combine(work, "mounts")));
            Set(task, "ProjectDirectory", new TaskItem(work));
            Set(task, "FindingsReported", true);
            Set(task, "Seed", "net472");
        });
        return engine;
    }

    private static bool Execute(Engine engine, string name, string file, Action<ITask> configure)
    {
        ITask task = (ITask)Activator.CreateInstance(s_tasks.GetType("Score.MSBuild." + name)!)!;
        task.BuildEngine = engine;
        Set(task, "ScoreFiles", new ITaskItem[] { new TaskItem(file) });
        Set(task, "ProjectDirectory", new TaskItem(Path.GetDirectoryName(file)!));
        configure(task);
        return task.Execute();
    }

    private static void Set(ITask task, string property, object value) => task.GetType().GetProperty(property)!.SetValue(task, value);

    private static void Check(bool condition, string what)
    {
        if (condition) s_passed++;
        else s_failed++;
        Console.WriteLine((condition ? "passed: " : "FAILED: ") + what.Split('\n')[0]);
        if (!condition) Console.WriteLine(what);
    }

    private sealed class Engine : IBuildEngine
    {
        public List<string> Events { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

        public void LogCustomEvent(CustomBuildEventArgs e)
        {
        }

        public void LogErrorEvent(BuildErrorEventArgs e) => Events.Add($"error {e.Code} ({e.LineNumber},{e.ColumnNumber})");

        public void LogMessageEvent(BuildMessageEventArgs e)
        {
        }

        public void LogWarningEvent(BuildWarningEventArgs e) => Events.Add($"warning {e.Code} ({e.LineNumber},{e.ColumnNumber})");

        public override string ToString() => string.Join(", ", Events);
    }
}
