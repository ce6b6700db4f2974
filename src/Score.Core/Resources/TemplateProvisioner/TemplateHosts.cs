using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.Hosts;
using Score.Core.Resources.Provisioners;
using Score.Core.Yaml;

namespace Score.Core.Resources.TemplateProvisioner;

/// <summary>
/// Finds out which outputs of a template come from the name of a service, and makes them once more with a text that stands for it.
/// Other values may be the same by chance, as a database is often called like its server: only what changes the name of the service
/// when it is changed is its name.
/// </summary>
internal sealed class TemplateHosts(ProvisioningOptions options, HostMarks marks)
{
    // All that there is to say has been said when the sections ran for the build.
    private readonly TemplateRunner _runner = new(options with { RenderedFolder = "" }, new HashSet<string>(StringComparer.Ordinal), new DiagnosticBag());

    /// <summary>Makes the outputs of a resource with texts in the place of names of services, where there are any.</summary>
    /// <param name="provisioner">The provisioner.</param>
    /// <param name="node">The resource.</param>
    /// <param name="data">What the template has seen.</param>
    /// <param name="added">What the provisioner has added.</param>
    /// <param name="section">The section with the services.</param>
    public void Render(Provisioner provisioner, ResourceNode node, TemplateData data, ResourceAdditions added, string section)
    {
        List<string> own = (added.Mapping(section) ?? []).Select(e => e.Name).ToList();
        own.ForEach(marks.Add);
        HashSet<int> naming = [];
        int count = 0;
        _ = data.With(text => Count(text, own, ref count), text => text);
        for (int place = 0; place < count; place++)
        {
            if (Names(provisioner, node, data, own, place, section)) naming.Add(place);
        }

        int next = 0;
        bool isMarked = naming.Count > 0;
        TemplateData marked = data.With(
            text => own.Contains(text) && naming.Contains(next++) ? marks.HostOf(text) : text,
            text =>
            {
                isMarked |= marks.Services.Contains(text);
                return marks.Services.Contains(text) ? marks.HostOf(text) : text;
            });
        if (isMarked && _runner.TryRun(provisioner, TemplateSections.Outputs, node, marked, out YamlNode? made) && made is YamlMapping outputs)
            marks.Rendered[node.Id] = outputs;
    }

    private bool Names(Provisioner provisioner, ResourceNode node, TemplateData data, List<string> own, int place, string section)
    {
        int next = 0;
        string mark = "";
        TemplateData changed = data.With(text => own.Contains(text) && next++ == place ? mark = marks.HostOf(text) : text, text => text);
        return _runner.TryRun(provisioner, section, node, changed, out YamlNode? made) && (made as YamlMapping)?[mark] is not null;
    }

    private static string Count(string text, List<string> own, ref int count)
    {
        if (own.Contains(text)) count++;
        return text;
    }
}
