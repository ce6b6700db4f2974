using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Resources.TemplateProvisioner;
using Score.Core.Specification;
using Score.Core.Templates;
using Score.Core.Templates.Execution;
using Score.Core.Yaml;

namespace Score.Core.Resources.CommandProvisioner;

/// <summary>Provisions resources by programs, which read a JSON object and answer with another one.</summary>
/// <param name="workloads">The workloads of the build.</param>
/// <param name="options">What there is to know of the build; programs are allowed.</param>
/// <param name="templates">Holds what resources share, whatever provisions them.</param>
/// <param name="programs">Receives the full paths of programs that URIs give as paths.</param>
/// <param name="diagnostics">Receives SCORE0331 to SCORE0334.</param>
internal sealed class CommandProvisioning(IReadOnlyList<Workload> workloads, ProvisioningOptions options, TemplateProvisioning templates, ISet<string> programs,
    DiagnosticBag diagnostics)
{
    private const int MaxErrorLines = 5;

    /// <summary>Provisions a resource.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="parameters">The expanded params.</param>
    /// <param name="additions">Receives what the program adds to the platform.</param>
    /// <returns>The outputs.</returns>
    public ResourceOutputs Provision(ResourceNode node, Provisioner provisioner, YamlMapping? parameters, ICollection<ResourceAdditions> additions)
    {
        // Without a message: there is one already, and the build fails.
        if (templates.Totals.IsExhausted || Run(node, provisioner, parameters) is not { } output) return new BrokenOutputs();
        DiagnosticBag own = new();
        CommandAnswer? answer = CommandAnswer.Read(output, options,
            sentence => Report(own, DiagnosticDescriptors.CommandAnswerUnusable, provisioner, node, sentence));
        TemplateTotals totals = templates.Totals;
        if (!totals.TrySpendText(output.Length) || !totals.TrySpendNodes(answer?.Nodes ?? 0))
        {
            Report(own, DiagnosticDescriptors.CommandAnswerUnusable, provisioner, node,
                $"the provisioners of this build made more than {totals.Text} characters or {totals.Nodes} values in all.");
        }
        ResourceAdditions? made = answer?.Additions(node, provisioner, own);
        diagnostics.AddRange(own);
        if (answer is null || made is null || own.HasErrors) return new BrokenOutputs();
        additions.Add(made);
        if (options.Hosts is { } hosts && options.Platform.ServerSection is { } servers)
        {
            foreach (YamlEntry service in made.Mapping(servers) ?? []) hosts.Add(service.Name);
        }

        TemplateData.Merge(templates.Shared, answer.Shared);
        return ProvisionedParts.Outputs(node, provisioner, answer.Outputs, options.Platform, diagnostics);
    }

    private byte[]? Run(ResourceNode node, Provisioner provisioner, YamlMapping? parameters)
    {
        CommandOptions commands = options.Commands!;
        CommandProgram program = CommandProgram.Find(provisioner.Uri.Text, provisioner.Folder ?? commands.Folder);
        if (program.Path is null)
        {
            Report(diagnostics, DiagnosticDescriptors.CommandNotStarted, provisioner, node, program.Problem);
            return null;
        }

        if (program.IsPath) programs.Add(program.Path);
        if (Arguments(node, provisioner, parameters) is not { } arguments) return null;
        try
        {
            byte[] request = CommandRequest.Of(node, parameters, templates.Shared, workloads, options);
            CommandResult result = CommandProcess.Run(program.Path, arguments, provisioner.Folder ?? commands.Folder, request, commands.Timeout,
                options.Cancellation);
            return Check(result, node, provisioner, commands);
        }
        catch (FunctionException e)
        {
            Report(diagnostics, DiagnosticDescriptors.CommandNotStarted, provisioner, node, "its input cannot be written. " + e.Message);
            return null;
        }
    }

    private byte[]? Check(CommandResult result, ResourceNode node, Provisioner provisioner, CommandOptions commands)
    {
        switch (result.End)
        {
            case CommandEnd.NotStarted:
                Report(diagnostics, DiagnosticDescriptors.CommandNotStarted, provisioner, node, result.Errors);
                return null;
            case CommandEnd.TimedOut:
                Report(diagnostics, DiagnosticDescriptors.CommandStopped, provisioner, node,
                    ($"it had not ended after {commands.Timeout.TotalSeconds:0} seconds. Give it more time with the property ScoreCommandProvisionerTimeout. " +
                        LastLines(result.Errors)).TrimEnd());
                return null;
            case CommandEnd.TooMuchOutput:
                Report(diagnostics, DiagnosticDescriptors.CommandStopped, provisioner, node,
                    $"it wrote more than {CommandProcess.MaxOutputBytes >> 20} MiB to its standard output.");
                return null;
        }

        if (result.ExitCode != 0)
        {
            string errors = LastLines(result.Errors);
            diagnostics.Add(DiagnosticDescriptors.CommandFailed, provisioner.Uri.Span, provisioner.Uri.Text, node.Uid, result.ExitCode,
                new Phrase(errors.Length > 0 ? errors : "It wrote nothing to its standard error."));
            return null;
        }

        if (result.Errors.Trim().Length > 0) commands.Trace($"{provisioner.Uri.Text} for {node.Uid}: {result.Errors.TrimEnd()}");
        return result.Output;
    }

    // Null when a template fails.
    private List<string>? Arguments(ResourceNode node, Provisioner provisioner, YamlMapping? parameters)
    {
        List<string> arguments = [];
        if (provisioner.Entry.Find("args") is not { Value: YamlSequence list } section) return arguments;
        foreach (YamlScalar written in list.Items.OfType<YamlScalar>())
        {
            string? argument = options.Platform.ArgumentOf(written.Text);
            if (options.Platform.TakesArgumentsForTemplates && argument.Contains("{{"))
                argument = templates.Render(node, provisioner, parameters, section.Key, written);
            if (argument is null) return null;
            arguments.Add(options.Secrets?.Reveal(argument) ?? argument);
        }

        return arguments;
    }

    private static string LastLines(string errors)
    {
        List<string> lines = errors.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        if (lines.Count == 0) return "";
        StringBuilder shown = new("The end of its standard error: ");
        shown.Append(string.Join(" | ", lines.Skip(Math.Max(0, lines.Count - MaxErrorLines)).Select(Excerpt.Of)));
        return shown.ToString();
    }

    private static void Report(DiagnosticBag bag, DiagnosticDescriptor descriptor, Provisioner provisioner, ResourceNode node, string sentence) =>
        bag.Add(descriptor, provisioner.Uri.Span, provisioner.Uri.Text, node.Uid, new Phrase(sentence));
}
