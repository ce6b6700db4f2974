using System;
using System.Collections.Generic;

namespace Score.Core.Kubernetes;

/// <summary>Which objects are in a namespace.</summary>
internal static class ObjectScope
{
    // Without the dots of their groups: no two kinds that are well known share a name and differ in scope.
    private static readonly HashSet<string> ClusterKinds = new(StringComparer.Ordinal)
    {
        "Namespace", "Node", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "StorageClass",
        "VolumeAttachment", "VolumeAttributesClass", "CSIDriver", "CSINode", "PriorityClass", "RuntimeClass", "IngressClass",
        "GatewayClass", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "MutatingAdmissionPolicy",
        "MutatingAdmissionPolicyBinding", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "APIService",
        "CertificateSigningRequest", "ClusterTrustBundle", "FlowSchema", "PriorityLevelConfiguration", "DeviceClass",
        "ResourceSlice", "IPAddress", "ServiceCIDR", "ClusterIssuer", "ClusterSecretStore", "ClusterExternalSecret",
    };

    /// <summary>
    /// Whether objects of a kind belong to the whole cluster. Kinds that nothing is known of are taken to be in a namespace, as
    /// most are; Kubernetes drops the namespace of one that is not.
    /// </summary>
    public static bool IsCluster(string kind) => ClusterKinds.Contains(kind);
}
