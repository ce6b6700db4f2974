using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>The part of a Compose project that belongs to some of its workloads alone.</summary>
internal sealed class ComposeScope
{
    private static readonly string[] Sections =
        [ComposeSections.Services, ComposeSections.Networks, ComposeSections.Volumes, ComposeSections.Models, "configs", "secrets"];

    private readonly YamlMapping _root;
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    private ComposeScope(YamlMapping root, ProvisionedResources resources, IReadOnlyCollection<Workload> workloads)
    {
        _root = root;
        foreach (Workload workload in workloads)
        {
            foreach (Container container in workload.Containers) _own.Add(Key(ComposeSections.Services, ComposeTranslator.ServiceName(workload, container)));
        }

        // What two resources add belongs to whoever has both.
        foreach (string section in Sections)
        {
            var byName = resources.Additions.SelectMany(a => (a.Mapping(section) ?? []).Select(e => (e.Name, a.Node))).ToLookup(e => e.Name, e => e.Node);
            foreach (IGrouping<string, ResourceNode> added in byName)
            {
                if (added.All(n => n.Users.All(workloads.Contains))) _own.Add(Key(section, added.Key));
            }
        }
    }

    /// <summary>The view of a project.</summary>
    /// <param name="root">The content of compose.yaml.</param>
    /// <param name="resources">The resources.</param>
    /// <param name="workloads">The workloads.</param>
    public static PatchView Of(YamlMapping root, ProvisionedResources resources, IReadOnlyCollection<Workload> workloads)
    {
        ComposeScope scope = new(root, resources, workloads);
        return new PatchView(scope.View(), (patched, last, diagnostics) => scope.Merge((YamlMapping)patched, last, diagnostics));
    }

    private YamlMapping View()
    {
        YamlMapping view = new();
        foreach (YamlEntry entry in _root)
        {
            if (!Sections.Contains(entry.Name) || entry.Value is not YamlMapping section) view.Set(entry.Name, entry.Value);
            else if (Filtered(section, e => IsOwn(entry.Name, e)) is { Count: > 0 } own) view.Set(entry.Name, own);
        }

        return view;
    }

    private YamlMapping Merge(YamlMapping patched, PatchFile last, DiagnosticBag diagnostics)
    {
        YamlMapping merged = new();
        foreach (string name in _root.Concat(patched).Select(e => e.Name).Distinct(StringComparer.Ordinal))
        {
            if (!Sections.Contains(name))
            {
                if (!CanonicalJson.AreEqual(_root[name], patched[name]))
                    diagnostics.Add(DiagnosticDescriptors.PatchOfOthers, ComposePatches.PlaceOf(last, name), name);
                else merged.Set(name, _root[name]!);
                continue;
            }

            YamlMapping made = patched[name] as YamlMapping ?? [];
            YamlMapping section = new();
            foreach (YamlEntry entry in _root[name] as YamlMapping ?? [])
            {
                if (!IsOwn(name, entry)) section.Set(entry.Name, entry.Value);
                else if (made[entry.Name] is { } value) section.Set(entry.Name, value);
            }

            foreach (YamlEntry entry in made.Where(e => section[e.Name] is null || !ReferenceEquals(section[e.Name], e.Value)))
            {
                if (section[entry.Name] is null) section.Set(entry.Name, entry.Value);
                else diagnostics.Add(DiagnosticDescriptors.PatchOfOthers, ComposePatches.PlaceOf(last, entry.Name), $"{name}.{entry.Name}");
            }

            if (section.Count > 0) merged.Set(name, section);
        }

        return merged;
    }

    private bool IsOwn(string section, YamlEntry entry) => _own.Contains(Key(section, entry.Name));

    private static string Key(string section, string name) => section + "/" + name;

    private static YamlMapping Filtered(YamlMapping mapping, Func<YamlEntry, bool> isKept)
    {
        YamlMapping kept = new();
        foreach (YamlEntry entry in mapping.Where(isKept)) kept.Set(entry.Name, entry.Value);
        return kept;
    }
}
