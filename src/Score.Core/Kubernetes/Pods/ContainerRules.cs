using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>What Kubernetes asks of a container besides what Score does. A cluster would refuse the whole pod.</summary>
internal static class ContainerRules
{
    private const string Units = "KMGTPE";
    private const int MaxVariableLength = 1024;

    /// <summary>Checks a container.</summary>
    /// <param name="container">The container.</param>
    /// <param name="diagnostics">Receives SCORE0519 to SCORE0521.</param>
    public static void Check(Container container, DiagnosticBag diagnostics)
    {
        foreach (TextEntry variable in container.Variables)
        {
            if (!IsVariable(variable.Name)) diagnostics.Add(DiagnosticDescriptors.UnusableVariableName, variable.Key.Span, variable.Name);
        }

        CheckAmount("cpu", container.Requests?.Cpu, container.Limits?.Cpu, container, diagnostics);
        CheckAmount("memory", container.Requests?.Memory, container.Limits?.Memory, container, diagnostics);
        CheckPaths(container, diagnostics);
    }

    /// <summary>Reports a path that Kubernetes cannot mount anything at.</summary>
    /// <param name="path">The path of the mount.</param>
    /// <param name="target">The path as the score file has it.</param>
    /// <param name="diagnostics">Receives SCORE0521.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsMountable(string path, YamlScalar target, DiagnosticBag diagnostics) =>
        path.IndexOf(':') < 0 || Report(target, "the path of a mount must not hold ':'. Choose another one.", diagnostics);

    private static bool IsVariable(string name) => name.Length <= MaxVariableLength && name.All(c => c is >= ' ' and <= '~');

    private static void CheckAmount(string what, YamlScalar? request, YamlScalar? limit, Container container, DiagnosticBag diagnostics)
    {
        if (request is not null && limit is not null && Amount(request.Text) > Amount(limit.Text))
            diagnostics.Add(DiagnosticDescriptors.RequestAboveLimit, request.Span, container.Name, what, request.Text, limit.Text);
    }

    // Precise enough to compare what people write, and without a greatest number.
    private static double Amount(string text)
    {
        string number = text.TrimEnd('i', 'm', 'K', 'M', 'G', 'T', 'P', 'E');
        double amount = double.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (number.Length == text.Length) return amount;
        if (text[number.Length] == 'm') return amount / 1000;
        return amount * Math.Pow(text.EndsWith('i') ? 1024 : 1000, Units.IndexOf(text[number.Length]) + 1);
    }

    private static void CheckPaths(Container container, DiagnosticBag diagnostics)
    {
        if (container.Files.Count == 0 && container.Volumes.Count == 0) return;
        Dictionary<string, YamlScalar> taken = new(StringComparer.Ordinal);
        foreach (ContainerFile file in container.Files) Take(file.Target);
        foreach (ContainerVolume volume in container.Volumes) Take(volume.Target);
        foreach (ContainerFile file in container.Files)
        {
            if (MountPoint.Of(file.Target.Text).Name.StartsWith("..", StringComparison.Ordinal))
                Report(file.Target, "the name of a file must not begin with '..'. Choose another one.", diagnostics);
        }

        void Take(YamlScalar target)
        {
            string path = MountPoint.Of(target.Text).Path;
            if (taken.TryGetValue(path, out YamlScalar? first))
                Report(target, $"without its drive it is the same path as '{Excerpt.Of(first.Text)}'. Choose another one.", diagnostics);
            else taken.Add(path, target);
        }
    }

    // Always false, for the callers.
    private static bool Report(YamlScalar target, string problem, DiagnosticBag diagnostics)
    {
        diagnostics.Add(DiagnosticDescriptors.UnmountablePath, target.Span, target.Text, new Phrase(problem));
        return false;
    }
}
