using System;
using System.Linq;
using Score.Core.Text;

namespace Score.Core.Kubernetes;

/// <summary>Names that are made of others, and keep to what Kubernetes allows.</summary>
internal static class KubernetesNames
{
    private const int HashLength = 6;

    /// <summary>The value of a workload's instance label: it stays the same from build to build, and another project has another.</summary>
    public static string Instance(string project, string workload)
    {
        string start = workload.Substring(0, Math.Min(workload.Length, DnsName.MaxLabelLength - HashLength - 1)).TrimEnd('-');
        return $"{start}-{Hexadecimal.OfHash($"{project}\n{workload}", HashLength)}";
    }

    /// <summary>A name with a suffix; when that is too long for a DNS label, a hash takes the place of what is cut off.</summary>
    public static string WithSuffix(string name, string suffix)
    {
        if (name.Length + suffix.Length <= DnsName.MaxLabelLength) return name + suffix;
        string start = name.Substring(0, DnsName.MaxLabelLength - suffix.Length - HashLength - 1).TrimEnd('-');
        return $"{start}-{Hexadecimal.OfHash(name, HashLength)}{suffix}";
    }

    /// <summary>Whether a name can be that of a Service: a DNS label that begins with a letter.</summary>
    public static bool IsServiceName(string name) => DnsName.IsLabel(name) && name[0] is >= 'a' and <= 'z';

    /// <summary>Whether a name can be that of a container's port: a DNS label of at most 15 characters with a letter and without a double dash.</summary>
    public static bool IsPortName(string name) =>
        name.Length <= 15 && DnsName.IsLabel(name) && name.IndexOf("--", StringComparison.Ordinal) < 0 && name.Any(c => c is >= 'a' and <= 'z');
}
