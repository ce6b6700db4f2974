using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.Provisioners;
using Score.Core.Resources.Secrets;
using Score.Core.Templates;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Resources.TemplateProvisioner;

/// <summary>Reads each template once, runs it, and reads the YAML that it makes.</summary>
internal sealed class TemplateRunner(ProvisioningOptions options, ISet<string> variablesRead, DiagnosticBag diagnostics)
{
    private readonly Dictionary<YamlScalar, Template?> _templates = [];
    private readonly TemplateFunctions _functions = options.Platform.Functions;
    private readonly HashSet<string> _unlisted = new(StringComparer.Ordinal);
    private byte[]? _seed;

    /// <summary>What all resources may have made and taken.</summary>
    public TemplateTotals Totals { get; } = new();

    /// <summary>Runs a section.</summary>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="section">The section.</param>
    /// <param name="node">The resource.</param>
    /// <param name="data">The data.</param>
    /// <param name="made">What it made; null when it made nothing or is not there.</param>
    /// <returns>Whether it went well; if not, there is a finding.</returns>
    public bool TryRun(Provisioner provisioner, string section, ResourceNode node, TemplateData data, out YamlNode? made)
    {
        made = null;
        if (provisioner.Entry.Find(section) is not { Value: YamlScalar text } entry) return true;
        if (text.Text.Trim().Length == 0) return true;
        SecretTrace? trace = options.Secrets is { } secrets ? TraceOf(secrets, provisioner, entry.Key, node) : null;
        if (!TryMake(provisioner, entry.Key, text, node, data, trace, out made)) return false;
        if (made is not null && trace is not null)
        {
            SecretSection named = new(options, node, section, OwnerOf(provisioner, section, node), trace);
            named.Name(made);
            if (named.IsToRepeat)
            {
                trace = trace.Repeat(RandomFor(provisioner, entry.Key, node));
                if (!TryMake(provisioner, entry.Key, text, node, data, trace, out made)) return false;
                if (made is not null) new SecretSection(options, node, section, OwnerOf(provisioner, section, node), trace).Name(made);
            }
        }

        if (made is not null && !Totals.TrySpendNodes(ProvisionedParts.NodesOf(made))) return Stop(provisioner, entry.Key, node, $"{Totals.Nodes} values");
        if (made is null || section is TemplateSections.Init || FiniteNumbers.FirstOther(made) is not { } path) return true;
        ReportNotFinite(provisioner, entry.Key, text, node, path);
        return false;
    }

    private void ReportNotFinite(Provisioner provisioner, YamlScalar section, YamlScalar text, ResourceNode node, string path)
    {
        string key = path.Substring(path.LastIndexOf('.') + 1);
        int at = provisioner.IsBuiltIn ? -1 : KeySearch.Find(text.Text, key);
        SourceSpan place = provisioner.PlaceFor(node, at < 0 ? section.Span : text.SpanOf(at, key.Length));
        string shown = string.Join(".", path.Split('.').Select(p => Words.Has(text.Text, p) || int.TryParse(p, out _) ? p : "*"));
        diagnostics.Add(DiagnosticDescriptors.NotFinite, place, section.Text, provisioner.Uri.Text, node.Uid, shown);
    }

    private bool TryMake(Provisioner provisioner, YamlScalar key, YamlScalar text, ResourceNode node, TemplateData data, SecretTrace? trace, out YamlNode? made)
    {
        made = null;
        if (Render(provisioner, key, text, node, data, trace) is not { } rendered) return false;
        if (options.RenderedFolder.Length > 0) RenderedSections.Write(options.RenderedFolder, node.Uid, key.Text, rendered, diagnostics);
        return TryRead(provisioner, key, node, rendered, out made);
    }

    private SecretTrace TraceOf(SecretValues secrets, Provisioner provisioner, YamlScalar key, ResourceNode node) =>
        new(RandomFor(provisioner, key, node), secrets, SecretNames.PrefixOf(node.Id), provisioner.PlaceFor(node, key.Span));

    private KeyedRandom RandomFor(Provisioner provisioner, YamlScalar key, ResourceNode node) =>
        new(() => _seed ??= options.Seed(), options.RandomScope, OwnerOf(provisioner, key.Text, node), key.Text);

    /// <summary>Runs a template.</summary>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="key">The key under which the template stands.</param>
    /// <param name="text">The template. White space around it is cut off.</param>
    /// <param name="node">The resource.</param>
    /// <param name="data">The data.</param>
    /// <param name="trace">Finds out which values are secret; null when nobody asks.</param>
    /// <returns>What it made; null with a finding when it failed.</returns>
    public string? Render(Provisioner provisioner, YamlScalar key, YamlScalar text, ResourceNode node, TemplateData data, SecretTrace? trace = null)
    {
        if (Totals.IsExhausted || Parse(provisioner, key, text, node) is not { } template) return null;
        try
        {
            TemplateContext context = new()
            {
                Random = trace ?? (ITemplateRandom)RandomFor(provisioner, key, node),
                Watch = trace,
                Environment = name => ReadVariable(name, provisioner.PlaceFor(node, key.Span)),
                Cancellation = options.Cancellation,
                Totals = Totals,
            };
            string rendered = template.Execute(data.ToValue(), context);
            if (Totals.TrySpendText(rendered.Length)) return rendered;
            Stop(provisioner, key, node, $"{Totals.Text} characters");
        }
        catch (TemplateException e)
        {
            ReportExecution(provisioner, key, text, node, e);
        }
        catch (SeedException e)
        {
            diagnostics.Add(DiagnosticDescriptors.SeedUnusable, provisioner.PlaceFor(node, key.Span), new Phrase(e.Message));
        }

        return null;
    }

    // What the resources of a built-in provisioner share, such as the password of a server's administrator, must not change with the
    // resources that there are. Other provisioners may draw values of each resource there.
    private static string OwnerOf(Provisioner provisioner, string section, ResourceNode node) =>
        provisioner.IsBuiltIn && section == TemplateSections.Shared ? provisioner.Uri.Text : node.Uid;

    private Template? Parse(Provisioner provisioner, YamlScalar key, YamlScalar text, ResourceNode node)
    {
        if (_templates.TryGetValue(text, out Template? known)) return known;
        Template? template = null;
        try
        {
            template = Template.Parse(text.Text.Trim(), _functions);
        }
        catch (TemplateException e)
        {
            diagnostics.Add(DiagnosticDescriptors.TemplateSyntax, provisioner.PlaceFor(node, PlaceOf(key, text, e)), key.Text, provisioner.Uri.Text,
                new Phrase(Excerpt.OfMessage(e.Message)));
        }

        _templates.Add(text, template);
        return template;
    }

    // Always false, for the caller.
    private bool Stop(Provisioner provisioner, YamlScalar key, ResourceNode node, string amount)
    {
        Phrase message = new($"The provisioners of this build made more than {amount} in all.");
        diagnostics.Add(DiagnosticDescriptors.TemplateLimit, provisioner.PlaceFor(node, key.Span), key.Text, provisioner.Uri.Text, node.Uid, message);
        return false;
    }

    private void ReportExecution(Provisioner provisioner, YamlScalar key, YamlScalar text, ResourceNode node, TemplateException e)
    {
        SourceSpan at = provisioner.PlaceFor(node, PlaceOf(key, text, e));
        YamlScalar? unknown = provisioner.UnknownParams(node).FirstOrDefault();
        string hint = unknown is null ? "" : $" It does not know the param '{Excerpt.Of(unknown.Text)}'.{provisioner.HintForParam(unknown.Text)}";
        Phrase message = new(Excerpt.OfMessage(e.Message) + hint);
        if (e.Kind == TemplateErrorKind.Fail)
        {
            diagnostics.Add(DiagnosticDescriptors.TemplateFail, at, provisioner.Uri.Text, node.Uid, message);
        }
        else
        {
            diagnostics.Add(e.IsLimit ? DiagnosticDescriptors.TemplateLimit : DiagnosticDescriptors.TemplateExecution, at, key.Text, provisioner.Uri.Text,
                node.Uid, message);
        }
    }

    private bool TryRead(Provisioner provisioner, YamlScalar key, ResourceNode node, string text, out YamlNode? made)
    {
        made = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        DiagnosticBag reading = new();
        made = YamlReader.Read(new SourceText("", text), reading);
        if (made is null && reading.ToSortedList().All(d => d.Descriptor == DiagnosticDescriptors.EmptyFile)) return true;
        if (YamlProblem.First(reading) is { } problem)
        {
            diagnostics.Add(DiagnosticDescriptors.RenderedNotYaml, provisioner.PlaceFor(node, key.Span), key.Text, provisioner.Uri.Text, node.Uid, problem.Line,
                new Phrase(problem.Sentence));
            return false;
        }

        if (made is YamlScalar { Kind: YamlScalarKind.Null }) made = null;
        return true;
    }

    // The run sees the text without the white space around it.
    private static SourceSpan PlaceOf(YamlScalar key, YamlScalar text, TemplateException e)
    {
        string before = text.Text.Substring(0, text.Text.Length - text.Text.TrimStart().Length);
        int lines = before.Count(c => c == '\n');
        int columns = e.Line == 1 ? before.Length - before.LastIndexOf('\n') - 1 : 0;
        return TemplatePlaces.Of(key, text, e.Line + lines, e.Column + columns);
    }

    private string? ReadVariable(string name, SourceSpan place)
    {
        if (VariableName.IsValid(name)) variablesRead.Add(name);
        else if (_unlisted.Add(name)) diagnostics.Add(DiagnosticDescriptors.UnlistedVariable, place, name);
        return options.ReadVariable(name);
    }
}
