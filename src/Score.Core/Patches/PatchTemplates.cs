using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Resources;
using Score.Core.Resources.Secrets;
using Score.Core.Templates;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>Runs patch templates and changes a tree as they say. It knows neither Compose nor Kubernetes.</summary>
internal sealed class PatchTemplates(PatchData data, PatchOptions options, ISet<string> variablesRead, DiagnosticBag diagnostics, TreeCheck? check)
{
    private const string RandomSection = "patch";
    private readonly HashSet<string> _unlisted = new(StringComparer.Ordinal);
    private readonly TemplateTotals _totals = new();
    private byte[]? _seed;

    /// <summary>
    /// Applies patch files in their order. Each sees what those before it made. When there are errors already, the files are
    /// only read, because the tree may not be whole.
    /// </summary>
    /// <param name="root">The tree, a mapping or a list; it is not changed.</param>
    /// <param name="files">The files.</param>
    /// <param name="data">What else templates see.</param>
    /// <param name="options">What they need to know of the build.</param>
    /// <param name="variablesRead">Receives the names of the environment variables that templates read.</param>
    /// <param name="diagnostics">Receives SCORE0325 and SCORE0620 to SCORE0628.</param>
    /// <param name="check">Checks what each file has made, or null.</param>
    /// <returns>The patched tree; the same one when there is an error.</returns>
    public static YamlNode Apply(YamlNode root, IReadOnlyList<PatchFile> files, PatchData data, PatchOptions options, ISet<string> variablesRead,
        DiagnosticBag diagnostics, TreeCheck? check = null)
    {
        // How a template is written does not depend on anything else, so mistakes in it are told together with those of the tree.
        List<Template> templates = [];
        foreach (PatchFile file in files)
        {
            if (Parse(file, data.Functions, diagnostics) is { } template) templates.Add(template);
        }

        if (diagnostics.HasErrors) return root;
        PatchTemplates patches = new(data, options, variablesRead, diagnostics, check);
        YamlNode patched = root;
        PatchView? view = null;
        for (int i = 0; i < files.Count; i++)
        {
            // Files for the same workloads come one after the other, and see together what is theirs.
            PatchFile file = files[i];
            if (file.Workloads is { } own && view is null) view = data.Scope!(patched, own);
            if (patches.Apply(view?.Tree ?? patched, file, templates[i]) is not { } changed) return root;
            if (view is null)
            {
                patched = changed;
                continue;
            }

            view = view with { Tree = changed };
            if (i + 1 < files.Count && ReferenceEquals(files[i + 1].Workloads, file.Workloads)) continue;
            patched = view.Merge(changed, file, diagnostics);
            view = null;
            if (diagnostics.HasErrors) return root;
        }

        return patched;
    }

    private static Template? Parse(PatchFile file, TemplateFunctions functions, DiagnosticBag diagnostics)
    {
        try
        {
            return Template.Parse(file.Source.Text, functions);
        }
        catch (TemplateException e)
        {
            diagnostics.Add(DiagnosticDescriptors.PatchSyntax, PlaceOf(file, e), new Phrase(Excerpt.OfMessage(e.Message)));
            return null;
        }
    }

    // Null when there is an error. The operations after one that cannot be applied are tried, to tell about them as well.
    private YamlNode? Apply(YamlNode root, PatchFile file, Template template)
    {
        DiagnosticBag own = new();
        if (Run(root, file, template, own) is { } made)
        {
            TreeEdit edit = new(root, makesLists: true);
            MovedPositions moved = new();
            foreach (PatchOperation operation in PatchReader.Read(new PatchText(file, made), own)) Apply(edit, operation, moved, own);
            root = check is null || own.HasErrors ? edit.Root : check(edit.Root, file, own);
        }

        diagnostics.AddRange(own);
        return own.HasErrors ? null : root;
    }

    private string? Run(YamlNode root, PatchFile file, Template template, DiagnosticBag own)
    {
        ITemplateRandom random = new KeyedRandom(() => _seed ??= options.Seed(), options.RandomScope, file.Name, RandomSection);
        SecretTrace? trace = options.Secrets is { } secrets ? new SecretTrace(random, secrets, "", file.Place) : null;
        TemplateContext context = new()
        {
            Random = trace ?? random,
            Watch = trace,
            Environment = name => ReadVariable(name, file),
            Cancellation = options.Cancellation,
            Totals = _totals,
        };
        try
        {
            return template.Execute(data.ToValue(root, file.Workloads), context);
        }
        catch (TemplateException e)
        {
            own.Add(e.IsLimit ? DiagnosticDescriptors.PatchLimit : DiagnosticDescriptors.PatchExecution, PlaceOf(file, e),
                new Phrase(Excerpt.OfMessage(e.Message)));
        }
        catch (SeedException e)
        {
            own.Add(DiagnosticDescriptors.SeedUnusable, file.Place, new Phrase(e.Message));
        }

        return null;
    }

    private void Apply(TreeEdit edit, PatchOperation operation, MovedPositions moved, DiagnosticBag own)
    {
        if (operation.Value is { } value && data.Refuses(value) is { } reason) own.Add(DiagnosticDescriptors.SecretInManifest, operation.Place, reason);
        IReadOnlyList<string> path = TreePath.Parse(operation.Path);
        int deleted = moved.Before(path, isSet: operation.Value is not null);
        switch (edit.Apply(operation.Path, operation.Value, operation.Place, operation.Shown))
        {
            case TreeEditResult.Malformed or TreeEditResult.NotApplicable:
                string cause = deleted < 0
                    ? ""
                    : $" An operation before it deleted position {deleted}, so the positions after that one have moved. Delete after all other operations, " +
                        "and from the end.";
                own.Add(DiagnosticDescriptors.PatchNotApplicable, operation.Place, operation.Name, operation.ShownPath, new Phrase(edit.Problem + cause));
                break;
            case TreeEditResult.NothingThere:
                if (!data.Noise.Contains(path[path.Count - 1]))
                    own.Add(DiagnosticDescriptors.NothingToDelete, operation.Place, operation.Name, operation.ShownPath);
                break;
            default:
                if (deleted >= 0) own.Add(DiagnosticDescriptors.MovedPosition, operation.Place, operation.Name, operation.ShownPath, deleted);
                if (edit.DeletedPosition >= 0) moved.Add(path, edit.DeletedPosition, edit.IsListEmpty);
                break;
        }
    }

    // The file is the template, so their places are the same.
    private static SourceSpan PlaceOf(PatchFile file, TemplateException e) =>
        file.PlaceOf(new SourceSpan(file.Source.Path, e.Line, e.Column, e.Line, e.Column + 1));

    private string? ReadVariable(string name, PatchFile file)
    {
        if (VariableName.IsValid(name)) variablesRead.Add(name);
        else if (_unlisted.Add(name)) diagnostics.Add(DiagnosticDescriptors.UnlistedVariable, file.Place, name);
        return options.ReadVariable(name);
    }
}

/// <summary>Brings a tree that a patch file has changed into the form that the platform takes.</summary>
/// <param name="root">The tree; it is not changed.</param>
/// <param name="file">The patch file.</param>
/// <param name="diagnostics">Receives what is wrong with the tree.</param>
/// <returns>The tree in that form.</returns>
internal delegate YamlNode TreeCheck(YamlNode root, PatchFile file, DiagnosticBag diagnostics);
