using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Patches;
using Score.Core.Tests.Kubernetes;
using Score.Core.Yaml;

namespace Score.Core.Tests.Patches;

/// <summary>Patch templates that do what those of the community do, written for this project.</summary>
[TestClass]
public sealed class CommunityPatchTests
{
    private const string Score = "apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n  annotations: {tags: 'a,b', dapr.io/enabled: 'true', dapr.io/app-id: " +
        "shop}\nservice: {ports: {http: {port: 80}}}\ncontainers: {web: {image: 'nginx:1.28'}}\nresources: {cache: {type: redis}, peer: {type: service}}\n";

    [TestMethod]
    [DataRow("{{ range $i, $m := .Manifests }}\n{{ if eq $m.kind \"Deployment\" }}\n- op: set\n  path: -1\n  value:\n    apiVersion: v1\n" +
        "    kind: ServiceAccount\n    metadata: {name: {{ $m.metadata.name }}}\n- op: set\n  path: {{ $i }}.spec.template.spec.serviceAccountName\n" +
        "  value: {{ $m.metadata.name }}\n{{ end }}\n{{ end }}\n", "serviceAccountName: shop\n", DisplayName = "service account")]
    [DataRow("{{ range $i, $m := .Manifests }}\n{{ if eq $m.kind \"Deployment\" }}\n- op: set\n  path: -1\n  value:\n" +
        "    apiVersion: rbac.authorization.k8s.io/v1\n    kind: ClusterRoleBinding\n    metadata: {name: {{ $m.metadata.name }}-admin}\n" +
        "    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\n" +
        "    subjects: [{kind: ServiceAccount, name: {{ $m.metadata.name }}}]\n{{ end }}\n" +
        "{{ end }}\n", "  name: shop-admin\n", DisplayName = "service account of an administrator")]
    [DataRow("{{ range $i, $m := .Manifests }}\n{{ if eq $m.kind \"Deployment\" }}\n- op: set\n" +
        "  path: {{ $i }}.spec.template.spec.securityContext.runAsNonRoot\n  value: true\n- op: set\n" +
        "  path: {{ $i }}.spec.template.spec.securityContext.seccompProfile.type\n  value: \"RuntimeDefault\"\n" +
        "{{ range $ci, $_ := $m.spec.template.spec.containers }}\n- op: set\n  path: {{ $i }}.spec.template.spec.containers.{{ $ci " +
        "}}.securityContext.capabilities.drop.-1\n  value: ALL\n{{ end }}\n{{ end }}\n" +
        "{{ end }}\n", "              drop:\n                - ALL\n", DisplayName = "unprivileged")]
    [DataRow("{{ range $i, $m := (reverse .Manifests) }}\n{{ $i := sub (len $.Manifests) (add $i 1) }}\n- op: delete\n  path: {{ $i }}\n{{ end }}\n" +
        "- op: set\n  path: -1\n  value: {apiVersion: v1, kind: ConfigMap, metadata: {name: " +
        "only}}\n", "  name: only\n", DisplayName = "without the default manifests")]
    [DataRow("{{ range $i, $m := (reverse .Manifests) }}\n{{ $i := sub (len $.Manifests) (add $i 1) }}\n{{ if eq $m.kind \"Deployment\" }}\n- op: set\n" +
        "  path: {{ $i }}.kind\n  value: Service\n- op: set\n  path: {{ $i }}.apiVersion\n  value: serving.knative.dev/v1\n- op: delete\n" +
        "  path: {{ $i }}.spec.selector\n- op: delete\n  path: {{ $i }}.spec.strategy\n- op: delete\n  path: {{ $i }}.status\n{{ end }}\n" +
        "{{ if and (eq $m.kind \"Service\") (eq $m.metadata.name \"shop\") }}\n- op: delete\n  path: {{ $i }}\n{{ end }}\n" +
        "{{ end }}\n", "apiVersion: serving.knative.dev/v1\nkind: Service\n", DisplayName = "a service of Knative")]
    [DataRow("{{ $namespace := .Namespace }}\n{{ range $name, $spec := .Workloads }}\n- op: set\n  path: -1\n  value:\n" +
        "    apiVersion: backstage.io/v1alpha1\n    kind: Component\n    metadata:\n" +
        "      name: {{ ne $namespace \"\" | ternary (print $namespace \"-\") \"\" }}{{ $name }}\n" +
        "      {{ $tags := dig \"metadata\" \"annotations\" \"tags\" \"\" $spec }}\n      {{ if ne $tags \"\" }}\n      tags:\n" +
        "      {{ range $tag := $tags | splitList \",\" }}\n      - {{ $tag }}\n      {{ end }}\n      {{ end }}\n    spec:\n      dependsOn:\n" +
        "      {{ range $r, $resource := $spec.resources }}\n      {{ if eq $resource.type \"service\" }}\n      - 'component:{{ $r }}'\n" +
        "      {{ else }}\n      - 'resource:{{ $name }}-{{ $r }}'\n      {{ end }}\n      {{ end }}\n" +
        "{{ end }}\n", "    - resource:shop-cache\n    - component:peer\n", DisplayName = "entities of a catalogue")]
    [DataRow("{{ range $i, $m := .Manifests }}\n{{ if eq $m.kind \"Namespace\" }}\n- op: set\n" +
        "  path: {{ $i }}.metadata.labels.pod-security\\.kubernetes\\.io/enforce\n  value: restricted\n{{ end }}\n{{ end }}\n",
        "    pod-security.kubernetes.io/enforce: restricted\n", DisplayName = "a namespace's standard")]
    [DataRow("{{ range $i, $m := .Manifests }}\n{{ if eq $m.kind \"Namespace\" }}\n- op: set\n  path: -1\n  value:\n" +
        "    apiVersion: networking.k8s.io/v1\n    kind: NetworkPolicy\n    metadata: {name: deny-all, namespace: {{ $m.metadata.name }}}\n" +
        "    spec: {podSelector: {}, policyTypes: [Ingress, Egress]}\n{{ end }}\n" +
        "{{ end }}\n", "  name: deny-all\n", DisplayName = "a namespace's network policy")]
    [DataRow("{{ range $i, $m := .Manifests }}\n{{ if eq $m.kind \"Deployment\" }}\n- op: set\n  path: {{ $i }}.kind\n  value: StatefulSet\n- op: set\n" +
        "  path: {{ $i }}.spec.serviceName\n  value: {{ $m.metadata.name }}\n- op: delete\n  path: {{ $i }}.spec.strategy\n{{ end }}\n" +
        "{{ end }}\n", "  serviceName: shop\n", DisplayName = "a stateful set")]
    public void TemplateForKubernetesWorksAsItIs(string template, string expected)
    {
        Manifested manifested = Manifested.From([Score,
            "apiVersion: score.dev/v1b1\nmetadata: {name: peer}\nservice: {ports: {http: {port: 80}}}\ncontainers: {web: {image: 'nginx:1.28'}}\n"],
            "- uri: template://t/redis\n  type: redis\n- uri: template://t/service\n  type: service\n", "prod", generateNamespace: true);
        DiagnosticBag bag = new();
        KubernetesProject patched = (KubernetesProject)TestPlatforms.Patched(manifested.Project,
            [new PatchFile("p.tpl", new SourceText("p.tpl", template))], bag);
        Assert.AreEqual("", Check.Show(bag.ToSortedList()));
        StringAssert.Contains(string.Join("---\n", patched.Manifests.Select(m => YamlWriter.Write(m))), expected, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("{{ range $name, $cfg := .Compose.services }}\n- op: set\n  path: services.{{ $name }}.read_only\n  value: true\n- op: set\n" +
        "  path: services.{{ $name }}.user\n  value: \"65532\"\n- op: set\n  path: services.{{ $name }}.cap_drop\n  value: [\"ALL\"]\n" +
        "{{ end }}\n", "{annotations:{a/b:true},cap_drop:[ALL],image:nginx,read_only:true,user:65532}", DisplayName = "unprivileged")]
    [DataRow("- op: set\n  path: services.placement.image\n  value: daprio/dapr:1.15.0\n- op: set\n  path: services.placement.ports\n  value:\n" +
        "  - target: 50006\n    published: \"50006\"\n{{ range $name, $cfg := .Compose.services }}\n{{ if dig \"annotations\" \"a/b\" false $cfg }}\n" +
        "- op: set\n  path: services.{{ $name }}-sidecar.image\n  value: daprio/daprd:1.15.0\n- op: set\n" +
        "  path: services.{{ $name }}-sidecar.network_mode\n  value: service:{{ $name }}\n- op: set\n  path: services.{{ $name }}-sidecar.depends_on\n" +
        "  value:\n    placement:\n      condition: service_started\n      required: true\n{{ end }}\n" +
        "{{ end }}\n",
            "shop-web-sidecar:{depends_on:{placement:{condition:service_started,required:true}},image:daprio/daprd:1.15.0,network_mode:service:shop-web}",
            DisplayName = "dapr")]
    [DataRow("- op: set\n  path: services.ollama\n  value:\n    image: ollama/ollama:0.11.0\n    volumes:\n    - type: volume\n      source: models\n" +
        "      target: /root/.ollama\n- op: set\n  path: volumes.models\n  value:\n" +
        "    driver: local\n", "volumes:{models:{driver:local}}", DisplayName = "ollama")]
    [DataRow("- op: set\n  path: services.microcks\n  value:\n    image: quay.io/microcks/microcks-uber:1.12.1\n" +
        "    ports: [{target: 8080, published: \"9090\"}]\n{{ range $name, $w := .Workloads }}\n- op: set\n  path: services.microcks.labels.{{ $name }}\n" +
        "  value: {{ $w.metadata.name | quote }}\n{{ end }}\n", "labels:{shop:shop}", DisplayName = "microcks")]
    public void TemplateForComposeWorksAsItIs(string template, string expected)
    {
        Patched patched = Patched.Compose("{services: {shop-web: {image: nginx, annotations: {a/b: 'true'}}}}", template);
        Assert.AreEqual("", patched.Findings);
        StringAssert.Contains(patched.Tree, expected, StringComparison.Ordinal);
    }
}
