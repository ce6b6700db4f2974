using System.Text;

namespace Score.Core.Kubernetes.Settings;

/// <summary>A setting of a workload: the annotation <c>k8s.score.dev/NAME</c>.</summary>
/// <param name="name">Its name, such as <c>image-pull-policy</c>.</param>
/// <param name="type">What its text may be.</param>
internal class Setting(string name, SettingType type)
{
    private string? _key;

    /// <summary>Its name without what all annotations begin with.</summary>
    public string Name { get; } = name;

    /// <summary>What its text may be.</summary>
    public SettingType Type { get; } = type;

    /// <summary>The key that manifests have for it: <see cref="Name"/> in camel case, unless it is another.</summary>
    public string Key
    {
        get => _key ??= CamelCase(Name);
        init => _key = value;
    }

    /// <summary>The kinds of workloads that it is for; all of them when there is none.</summary>
    public WorkloadKind[] Kinds { get; init; } = WorkloadKinds.None;

    /// <summary>Whether <c>k8s.score.dev/CONTAINER.NAME</c> sets it for one container.</summary>
    public bool IsPerContainer { get; init; }

    /// <summary>Whether it is for workloads of a kind.</summary>
    public bool Fits(WorkloadKind kind)
    {
        foreach (WorkloadKind fitting in Kinds)
        {
            if (fitting == kind) return true;
        }

        return Kinds.Length == 0;
    }

    private static string CamelCase(string name)
    {
        StringBuilder result = new();
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] != '-') result.Append(i > 0 && name[i - 1] == '-' ? char.ToUpperInvariant(name[i]) : name[i]);
        }

        return result.ToString();
    }
}
