using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Compose.Local;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>Says which resources do not answer, before the project is started on this machine. It never fails.</summary>
[MSBuildMultiThreadableTask]
public sealed class CheckScoreResources : Task
{
    private const int Milliseconds = 300;

    /// <summary>The file with the variables and ports that <see cref="GenerateComposeFile"/> has left, such as <c>obj/score/run.env</c>.</summary>
    [Required]
    public ITaskItem RunFile { get; set; } = null!;

    /// <summary>The file with the services of resources, such as <c>compose.resources.yaml</c>.</summary>
    [Required]
    public ITaskItem ResourcesFile { get; set; } = null!;

    /// <summary>The project file.</summary>
    [Required]
    public ITaskItem ProjectFile { get; set; } = null!;

    /// <summary>The codes of warnings that are not shown, with ';' or ',' between them.</summary>
    public string NoWarn { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (NoWarn.Split(';', ',').Any(c => string.Equals(c.Trim(), DiagnosticDescriptors.ResourceNotUp.Code, StringComparison.OrdinalIgnoreCase))) return true;
        string text = Encoding.UTF8.GetString(BoundedFile.Read(RunFile.GetMetadata("FullPath"), FileContents.SourceSize).Bytes ?? []);
        List<LocalEndpoint> endpoints = Core.Compose.Local.RunFile.Endpoints(text).ToList();
        List<System.Threading.Tasks.Task<bool>> answers = endpoints.ConvertAll(AnswersAsync);
        List<string> silent = endpoints.Where((_, i) => !answers[i].GetAwaiter().GetResult()).Select(e => $"{e.Address}:{e.Port} ({e.Service})").ToList();
        if (silent.Count == 0) return true;
        DiagnosticBag bag = new();
        bag.Add(DiagnosticDescriptors.ResourceNotUp, SourceSpan.WholeFile(ProjectFile.GetMetadata("FullPath")), new Phrase(string.Join(", ", silent)),
            new Phrase($"docker compose -f {Quoted(ResourcesFile.ItemSpec)} up -d --wait"));
        Diagnostic finding = bag.ToSortedList()[0];
        Log.LogWarning("score", finding.Descriptor.Code, null, finding.Span.File, 0, 0, 0, 0, "{0}", finding.Message);
        return true;
    }

    // A port of this machine answers or refuses at once; the time is for one behind a firewall.
    private static async System.Threading.Tasks.Task<bool> AnswersAsync(LocalEndpoint endpoint)
    {
        using TcpClient client = new();
        try
        {
            System.Threading.Tasks.Task connected = client.ConnectAsync(endpoint.Address, endpoint.Port);
            System.Threading.Tasks.Task late = System.Threading.Tasks.Task.Delay(Milliseconds);
            if (await System.Threading.Tasks.Task.WhenAny(connected, late).ConfigureAwait(false) == late) return false;
            await connected.ConfigureAwait(false);
            return client.Connected;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Quoted(string path) => path.IndexOf(' ') < 0 ? path : $"\"{path}\"";
}
