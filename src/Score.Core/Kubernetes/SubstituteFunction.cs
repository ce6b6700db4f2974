using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Templates;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>
/// The function <c>substituteValue WORKLOAD TEXT</c> of patch templates for Kubernetes, which expands the placeholders of a text as
/// that workload would. A reference to a Secret stays text, for templates to take apart.
/// </summary>
internal sealed class SubstituteFunction(IReadOnlyList<Workload> workloads, ProvisionedResources resources)
{
    /// <summary>All functions of patch templates for Kubernetes.</summary>
    public TemplateFunctions WithStandard() =>
        TemplateFunctions.Standard.With(TemplateFunction.Create("substituteValue", Substitute, GoType.String, GoType.String));

    private GoValue Substitute(FunctionCall call)
    {
        string name = call.Text(0);
        string text = call.Text(1);
        Workload? workload = workloads.FirstOrDefault(w => w.Name.Text == name);
        if (workload is null)
        {
            throw new FunctionException(
                $"There is no workload '{Excerpt.Of(name)}'.{Suggestion.SentenceOrList(name, workloads.Select(w => w.Name.Text), "There are")}");
        }
        DiagnosticBag findings = new();
        PlaceholderRules.Check(new SourceText("", text), workload, findings);
        ThrowFirst(findings);
        IReadOnlyList<TextSegment> segments = new PlaceholderExpander(workload, resources.Outputs, findings).Expand(text, (_, _) => SourceSpan.None);
        ThrowFirst(findings);
        StringBuilder result = new();
        foreach (TextSegment segment in segments)
        {
            result.Append(segment.Reference switch
            {
                null => segment.Text,
                SecretReference secret => SecretMark.Write(secret),
                ConfigMapReference map =>
                    throw new FunctionException($"The value of '{Excerpt.Of(map.Key)}' is in the ConfigMap '{Excerpt.Of(map.ConfigMap)}' and known in the " +
                        "cluster only. Write a reference to it as Kubernetes does."),
                _ => throw new FunctionException("The value is known only when the workload starts."),
            });
        }

        return GoValue.Of(result.ToString());
    }

    private static void ThrowFirst(DiagnosticBag findings)
    {
        if (findings.HasErrors) throw new FunctionException(findings.ToSortedList().First(f => f.Descriptor.Severity == DiagnosticSeverity.Error).Message);
    }
}
