using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;

namespace Score.MSBuild;

/// <content>The settings of workloads that do not have an annotation of their own. Each property stands for one annotation and is empty when it is not
/// set.</content>
public sealed partial class GenerateK8sManifests
{
    /// <summary>The number of pods, such as <c>2</c>: <c>k8s.score.dev/replicas</c>.</summary>
    public string Replicas { get; set; } = "";

    /// <summary>The service account of the pods, such as <c>shop</c>: <c>k8s.score.dev/service-account</c>.</summary>
    public string ServiceAccount { get; set; } = "";

    /// <summary>Whether containers find the account's token, such as <c>false</c>: <c>k8s.score.dev/automount-service-account-token</c>.</summary>
    public string AutomountServiceAccountToken { get; set; } = "";

    /// <summary>When images are pulled, such as <c>Always</c>: <c>k8s.score.dev/image-pull-policy</c>.</summary>
    public string ImagePullPolicy { get; set; } = "";

    /// <summary>The Secrets with which images are pulled, such as <c>registry, mirror</c>: <c>k8s.score.dev/image-pull-secrets</c>.</summary>
    public string ImagePullSecrets { get; set; } = "";

    /// <summary>Whether files are mounted by the folder or each by itself: <c>Folder</c> or <c>File</c>: <c>k8s.score.dev/file-mounts</c>.</summary>
    public string FileMounts { get; set; } = "";

    /// <summary>What containers may do: <c>None</c> or <c>Restricted</c>: <c>k8s.score.dev/security-profile</c>.</summary>
    public string SecurityProfile { get; set; } = "";

    /// <summary>Whether workloads have a network policy, such as <c>true</c>: <c>k8s.score.dev/network-policy</c>.</summary>
    public string NetworkPolicy { get; set; } = "";

    private SettingDefaults ReadDefaults(DiagnosticBag diagnostics)
    {
        SettingDefaults defaults = new();
        Add("replicas", "ScoreK8sReplicas", Replicas);
        Add("service-account", "ScoreK8sServiceAccount", ServiceAccount);
        Add("automount-service-account-token", "ScoreK8sAutomountServiceAccountToken", AutomountServiceAccountToken);
        Add("image-pull-policy", "ScoreK8sImagePullPolicy", ImagePullPolicy);
        Add("image-pull-secrets", "ScoreK8sImagePullSecrets", ImagePullSecrets);
        Add("file-mounts", "ScoreK8sFileMounts", FileMounts);
        Add("security-profile", "ScoreK8sSecurityProfile", SecurityProfile);
        Add("network-policy", "ScoreK8sNetworkPolicy", NetworkPolicy);
        return defaults;

        void Add(string name, string property, string text) => defaults.Add(name, property, text, Project.PropertyPlace, diagnostics);
    }
}
