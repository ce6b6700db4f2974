using System;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Output;

/// <summary>Which objects are in a namespace.</summary>
internal static class ObjectScope
{
    // The kinds of Kubernetes itself that belong to the whole cluster, and those of the Gateway API.
    private static readonly string[] ClusterKinds =
    [
        "APIService", "CertificateSigningRequest", "ClusterRole", "ClusterRoleBinding", "ClusterTrustBundle", "ComponentStatus", "CSIDriver", "CSINode",
        "CustomResourceDefinition", "DeviceClass", "FlowSchema", "GatewayClass", "IngressClass", "IPAddress", "MutatingAdmissionPolicy",
        "MutatingAdmissionPolicyBinding", "MutatingWebhookConfiguration", "Namespace", "Node", "PersistentVolume", "PriorityClass",
        "PriorityLevelConfiguration", "ResourceSlice", "RuntimeClass", "SelfSubjectAccessReview", "ServiceCIDR", "StorageClass",
        "StorageVersionMigration", "TokenReview", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "ValidatingWebhookConfiguration",
        "VolumeAttachment", "VolumeAttributesClass",
    ];

    /// <summary>
    /// Whether an object belongs to the whole cluster. Kinds that nothing is known of are taken to be in a namespace, as most
    /// are; Kubernetes drops the namespace of one that is not.
    /// </summary>
    public static bool IsCluster(YamlMapping manifest)
    {
        string kind = ManifestParts.Kind(manifest);
        return Array.IndexOf(ClusterKinds, kind) >= 0 || (!IsOwn(ManifestParts.Group(manifest)) && kind.StartsWith("Cluster", StringComparison.Ordinal));
    }

    // Kubernetes' own groups are words without dots, or end in k8s.io.
    private static bool IsOwn(string group) => !group.Contains('.') || group.EndsWith(".k8s.io", StringComparison.Ordinal);
}
