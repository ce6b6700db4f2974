// What the first build pays: loads the packaged tasks as MSBuild does, runs them once on a score file, and says how long each
// took, by the clock and of the processors, and which methods had to be compiled at run time because the ahead-of-time code does not
// cover them, and which assemblies were loaded.
// usage: dotnet run -c Release --project bench/Score.ColdStart -- TASKS_FOLDER SCORE_FILE [--methods] [--assemblies]
using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime;
using System.Runtime.Loader;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

string folder = Path.GetFullPath(args[0]);
string scoreFile = Path.GetFullPath(args[1]);
string output = Directory.CreateTempSubdirectory("score-cold-start").FullName;
using JitListener? listener = args.Contains("--methods") ? new JitListener() : null;

AssemblyLoadContext context = new("tasks");
context.Resolving += (c, name) => File.Exists(Path.Combine(folder, name.Name + ".dll"))
    ? c.LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll"))
    : null;
SilentEngine engine = new();
Assembly[] before = AppDomain.CurrentDomain.GetAssemblies();
DateTime began = DateTime.UtcNow;
Stopwatch all = Stopwatch.StartNew();
Assembly assembly = context.LoadFromAssemblyPath(Path.Combine(folder, "Score.MSBuild.dll"));
Run("ValidateScoreFile", task =>
{
    if (assembly.GetType("Score.MSBuild.ValidateScoreFile")!.GetProperty("SchemaFile") is not null)
        Set(task, "SchemaFile", new TaskItem(Path.Combine(output, "score.schema.json")));
});
Run("GenerateComposeFile", task =>
{
    Set(task, "ComposeFile", new TaskItem(Path.Combine(output, "compose.yaml")));
    Set(task, "MountsDirectory", new TaskItem(Path.Combine(output, "mounts")));
    Set(task, "FindingsReported", true);
});
Console.WriteLine($"both: {all.Elapsed.TotalMilliseconds:0.0} ms");
DateTime composed = DateTime.UtcNow;
PrintAssemblies("Compose");
Run("GenerateK8sManifests", task =>
{
    Set(task, "ManifestsFile", new TaskItem(Path.Combine(output, "manifests.yaml")));
    Set(task, "ManifestsDirectory", new TaskItem(Path.Combine(output, "k8s")));
    Set(task, "FindingsReported", true);
});
Console.WriteLine($"with Kubernetes: {all.Elapsed.TotalMilliseconds:0.0} ms");
PrintAssemblies("Kubernetes");
if (listener is not null)
{
    DateTime ended = DateTime.UtcNow;
    Thread.Sleep(500); // The runtime hands out its events later.
    listener.Print("Compose", began, composed);
    listener.Print("Kubernetes besides", composed, ended);
}

Directory.Delete(output, recursive: true);

void Run(string name, Action<ITask> configure)
{
    long methods = JitInfo.GetCompiledMethodCount();
    TimeSpan jit = JitInfo.GetCompilationTime();
    TimeSpan processors = Environment.CpuUsage.TotalTime;
    Stopwatch watch = Stopwatch.StartNew();
    ITask task = (ITask)Activator.CreateInstance(assembly.GetType("Score.MSBuild." + name)!)!;
    task.BuildEngine = engine;
    Set(task, "ScoreFiles", new ITaskItem[] { new TaskItem(scoreFile) });
    Set(task, "ProjectDirectory", new TaskItem(output));
    configure(task);
    bool success = task.Execute();
    watch.Stop();
    Console.WriteLine($"{name}: {watch.Elapsed.TotalMilliseconds:0.0} ms, {(Environment.CpuUsage.TotalTime - processors).TotalMilliseconds:0.0} ms of the " +
        $"processors, {JitInfo.GetCompiledMethodCount() - methods} methods compiled in {(JitInfo.GetCompilationTime() - jit).TotalMilliseconds:0.0} ms, " +
        $"success {success}");
}

void PrintAssemblies(string title)
{
    if (!args.Contains("--assemblies")) return;
    Assembly[] now = AppDomain.CurrentDomain.GetAssemblies();
    string[] names = now.Except(before).Where(a => !a.IsDynamic).Select(a => a.GetName().Name!).Order(StringComparer.Ordinal).ToArray();
    before = now;
    Console.WriteLine($"{title} loads {names.Length} assemblies: {string.Join(", ", names)}");
}

static void Set(ITask task, string property, object value) => task.GetType().GetProperty(property)!.SetValue(task, value);
