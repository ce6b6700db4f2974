using System;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Linq;

/// <summary>Which methods are compiled at run time, and when.</summary>
internal sealed class JitListener : EventListener
{
    private static readonly string[] OwnNames = ["Score.", "YamlDotNet.", "NJsonSchema.", "Newtonsoft.", "Namotion."];

    // The SDK's MSBuild, unlike the one beside this program, is compiled ahead of time.
    private static readonly string[] HarnessNames = ["SilentEngine", "Program", "JitListener", "Microsoft.Build.", "System.Diagnostics.Tracing."];
    private readonly List<Compiled> _methods = [];

    /// <summary>
    /// Prints what was compiled between two times, which only the tasks can have caused: methods of the tasks and their packages with
    /// generic methods over their types, and the other generic methods and stubs of the framework that they call.
    /// </summary>
    public void Print(string title, DateTime from, DateTime to)
    {
        List<string> methods;
        lock (_methods) methods = _methods.Where(m => m.Time >= from && m.Time <= to).Select(m => m.Method).Distinct(StringComparer.Ordinal).ToList();
        ILookup<bool, string> byOwner = methods.ToLookup(IsOwn);
        Console.WriteLine($"{title}: {methods.Count} methods compiled, {byOwner[true].Count()} of ours, our packages or over their types, " +
            $"{byOwner[false].Count()} others that they call");
        foreach (string method in byOwner[true]) Console.WriteLine("  ours   " + method);
        foreach (string method in byOwner[false]) Console.WriteLine("  called " + method);
    }

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource source)
    {
        const EventKeywords Jit = (EventKeywords)0x10;
        if (source.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(source, EventLevel.Verbose, Jit);
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs e)
    {
        const int OptimizedAgain = 4;
        const int AheadOfTime = 5;
        if (e.EventName is null || !e.EventName.StartsWith("MethodLoadVerbose", StringComparison.Ordinal)) return;
        int tier = (int)(((uint)e.Payload![5]! >> 7) & 7);
        string type = (string)e.Payload[6]!;
        if (tier is OptimizedAgain or AheadOfTime || HarnessNames.Any(n => type.StartsWith(n, StringComparison.Ordinal))) return;
        lock (_methods) _methods.Add(new Compiled(e.TimeStamp, $"{type}::{e.Payload[7]} {e.Payload[8]}"));
    }

    private static bool IsOwn(string method) => OwnNames.Any(n => method.Contains(n, StringComparison.Ordinal));

    // A class: a list of tuples would itself have to be compiled.
    private sealed record Compiled(DateTime Time, string Method);
}
