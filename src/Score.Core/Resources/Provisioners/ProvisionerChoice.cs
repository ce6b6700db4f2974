using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;

namespace Score.Core.Resources.Provisioners;

/// <summary>
/// Which entry of the provisioner files serves a resource: the first one that is for a workload of the resource only, else the first
/// that is for all.
/// </summary>
internal static class ProvisionerChoice
{
    /// <summary>The provisioner of a resource, or null when no file has one.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="provisioners">The entries, in the order in which they are tried.</param>
    /// <param name="diagnostics">Receives SCORE0664.</param>
    public static Provisioner? For(ResourceNode node, IReadOnlyList<Provisioner> provisioners, DiagnosticBag diagnostics)
    {
        Provisioner? ofAll = null;
        Provisioner? own = null;
        foreach (Provisioner provisioner in provisioners)
        {
            if (!provisioner.Serves(node.Id)) continue;
            if (provisioner.Workloads is null) ofAll ??= provisioner;
            else if (own is null && node.Users.Any(provisioner.Workloads.Contains)) own = provisioner;
        }

        if (own is not null) Check(own, node, provisioners, diagnostics);
        return own ?? ofAll;
    }

    // What one of them provisions is not what another one would get.
    private static void Check(Provisioner own, ResourceNode node, IReadOnlyList<Provisioner> provisioners, DiagnosticBag diagnostics)
    {
        Workload first = node.Users.First(own.Workloads!.Contains);
        foreach (Workload user in node.Users)
        {
            if (provisioners.FirstOrDefault(p => p.Serves(node.Id) && p.Workloads?.Contains(user) == true) == own) continue;
            diagnostics.Add(DiagnosticDescriptors.ProvisionersDiffer, own.Uri.Span, own.Uri.Text, first.Name.Text, node.Uid, user.Name.Text);
            return;
        }
    }
}
