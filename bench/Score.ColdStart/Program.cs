// What the first build pays: loads the packaged tasks as MSBuild does, runs them once on a score file, and says how long each
// took and which methods had to be compiled at run time because the ahead-of-time code does not cover them.
// usage: dotnet run -c Release --project bench/Score.ColdStart -- TASKS_FOLDER SCORE_FILE [--methods]
using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime;
using System.Runtime.Loader;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

string folder = Path.GetFullPath(args[0]);
string scoreFile = Path.GetFullPath(args[1]);
string output = Directory.CreateTempSubdirectory("score-cold-start").FullName;
using JitListener? listener = args.Contains("--methods") ? new JitListener() : null;

AssemblyLoadContext context = new("tasks");
context.Resolving += (c, name) => File.Exists(Path.Combine(folder, name.Name + ".dll")) ? c.LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll")) : null;
SilentEngine engine = new();
Stopwatch all = Stopwatch.StartNew();
Assembly assembly = context.LoadFromAssemblyPath(Path.Combine(folder, "Score.MSBuild.dll"));
Run("ValidateScoreFile", task => { });
Run("GenerateComposeFile", task =>
{
    Set(task, "ComposeFile", new TaskItem(Path.Combine(output, "compose.yaml")));
    Set(task, "MountsDirectory", new TaskItem(Path.Combine(output, "mounts")));
    Set(task, "FindingsReported", true);
});
Console.WriteLine($"both: {all.Elapsed.TotalMilliseconds:0.0} ms");
Run("GenerateK8sManifests", task =>
{
    Set(task, "ManifestsFile", new TaskItem(Path.Combine(output, "manifests.yaml")));
    Set(task, "FindingsReported", true);
});
Console.WriteLine($"with Kubernetes: {all.Elapsed.TotalMilliseconds:0.0} ms");
listener?.Print();
Directory.Delete(output, recursive: true);

void Run(string name, Action<ITask> configure)
{
    long methods = JitInfo.GetCompiledMethodCount();
    TimeSpan jit = JitInfo.GetCompilationTime();
    Stopwatch watch = Stopwatch.StartNew();
    ITask task = (ITask)Activator.CreateInstance(assembly.GetType("Score.MSBuild." + name)!)!;
    task.BuildEngine = engine;
    Set(task, "ScoreFiles", new ITaskItem[] { new TaskItem(scoreFile) });
    Set(task, "ProjectDirectory", new TaskItem(output));
    configure(task);
    bool success = task.Execute();
    watch.Stop();
    Console.WriteLine($"{name}: {watch.Elapsed.TotalMilliseconds:0.0} ms, {JitInfo.GetCompiledMethodCount() - methods} methods compiled in {(JitInfo.GetCompilationTime() - jit).TotalMilliseconds:0.0} ms, success {success}");
}

static void Set(ITask task, string property, object value) => task.GetType().GetProperty(property)!.SetValue(task, value);

internal sealed class SilentEngine : IBuildEngine4
{
    private readonly Dictionary<object, object> _objects = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool IsRunningMultipleNodes => false;

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs, string toolsVersion) => false;

    public bool BuildProjectFilesInParallel(string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IDictionary[] targetOutputsPerProject, string[] toolsVersion, bool useResultsCache, bool unloadProjectsOnCompletion) => false;

    public BuildEngineResult BuildProjectFilesInParallel(string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IList<string>[] removeGlobalProperties, string[] toolsVersion, bool returnTargetOutputs) => default;

    public void LogCustomEvent(CustomBuildEventArgs e) => Console.WriteLine(e.Message);

    public void LogErrorEvent(BuildErrorEventArgs e) => Console.WriteLine($"({e.LineNumber},{e.ColumnNumber}): error {e.Code}: {e.Message}");

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
    }

    public void LogWarningEvent(BuildWarningEventArgs e)
    {
    }

    public void Yield()
    {
    }

    public void Reacquire()
    {
    }

    public object? GetRegisteredTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => _objects.GetValueOrDefault(key);

    public void RegisterTaskObject(object key, object obj, RegisteredTaskObjectLifetime lifetime, bool allowEarlyCollection) => _objects[key] = obj;

    public object? UnregisterTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => _objects.Remove(key, out object? value) ? value : null;
}

internal sealed class JitListener : EventListener
{
    private readonly List<string> _methods = [];

    public void Print()
    {
        lock (_methods) Console.WriteLine(string.Join("\n", _methods));
    }

    protected override void OnEventSourceCreated(EventSource source)
    {
        const EventKeywords Jit = (EventKeywords)0x10;
        if (source.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(source, EventLevel.Verbose, Jit);
    }

    protected override void OnEventWritten(EventWrittenEventArgs e)
    {
        if (e.EventName is null || !e.EventName.StartsWith("MethodLoadVerbose", StringComparison.Ordinal)) return;
        lock (_methods) _methods.Add($"{e.Payload![6]}::{e.Payload[7]} {e.Payload[8]}");
    }
}
