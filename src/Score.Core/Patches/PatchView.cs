using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>What patch templates that are for some workloads only see and change of a tree.</summary>
/// <param name="Tree">The entries of these workloads, and of resources that no other workload has.</param>
/// <param name="Merge">Puts what was made of them back among the others: the patched view, the last template, and where to report.</param>
internal sealed record PatchView(YamlNode Tree, Func<YamlNode, PatchFile, DiagnosticBag, YamlNode> Merge);

/// <summary>Gives the view of a tree that templates of some workloads have.</summary>
/// <param name="root">The tree; it is not changed.</param>
/// <param name="workloads">The workloads.</param>
internal delegate PatchView PatchScope(YamlNode root, IReadOnlyCollection<Workload> workloads);
