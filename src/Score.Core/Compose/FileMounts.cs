using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Compose.Outputs;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Expands the files of a workload's containers and mounts them.</summary>
internal sealed class FileMounts(LoadedWorkload loaded, PlaceholderExpander expander, ComposeContext context, ISet<string> variablesRead)
{
    /// <summary>The files of a container.</summary>
    /// <param name="container">The container.</param>
    /// <param name="knowsEnvironment">Whether outputs of resources may have something of the environment.</param>
    public List<MountedFile> Of(Container container, bool knowsEnvironment)
    {
        List<MountedFile> mounted = [];
        if (container.Files.Count == 0) return mounted;
        List<string> paths = MountPaths.Of(loaded.Workload, container);
        for (int i = 0; i < paths.Count; i++)
        {
            ContainerFile file = container.Files[i];
            FileContent content = loaded.Files[file]!;
            bool holdsValues = knowsEnvironment;
            byte[] bytes = content.Bytes ?? Encoding.UTF8.GetBytes(file.Expands ? Expand(content, ref holdsValues) : content.Text!);

            // The build must be able to read and replace its own file; the container sees it as read-only instead.
            int mode = file.Mode is null ? MountedFile.DefaultMode : Convert.ToInt32(file.Mode.Text, 8);
            bool isReadOnly = (mode & 0x80) == 0;
            YamlMapping mount = new()
            {
                ["type"] = "bind",
                ["source"] = ComposeText.Literal($"{context.Own.MountsReference}/{paths[i]}"),
                ["target"] = ComposeText.Literal(file.Target.Text),
                ["read_only"] = isReadOnly ? YamlScalar.Boolean(true) : null,
            };
            mounted.Add(new MountedFile(paths[i], bytes, mode | 0x180, mount) { HoldsValues = file.Expands && holdsValues });
        }

        return mounted;
    }

    // Compose does not look into files, so what a reference stands for is needed now.
    private string Expand(FileContent content, ref bool holdsValues)
    {
        StringBuilder result = new();
        int findings = 0;
        foreach (TextSegment segment in expander.Expand(content.Text!, content.SpanOf))
        {
            if (segment.Reference is not EnvironmentReference reference)
            {
                result.Append(segment.Text);
                continue;
            }

            if (!VariableName.IsValid(reference.Name))
            {
                if (++findings <= DiagnosticBag.MaxPerFile)
                    context.Diagnostics.Add(DiagnosticDescriptors.InvalidVariableReference, content.SpanOf(segment.Offset, segment.Length), reference.Name);
                continue;
            }

            holdsValues = true;
            variablesRead.Add(reference.Name);
            string? value = context.Build.ReadVariable(reference.Name) ?? reference.Default;
            if (value is null && ++findings <= DiagnosticBag.MaxPerFile)
            {
                context.Diagnostics.Add(DiagnosticDescriptors.EnvironmentNotSet, content.SpanOf(segment.Offset, segment.Length), reference.Name,
                    new Phrase(context.Build.VariableHint));
            }
            result.Append(value);
        }

        return result.ToString();
    }
}
