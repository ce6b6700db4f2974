using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Kubernetes.Network;

[TestClass]
public sealed class NetworkPolicyTests
{
    private const string On = "k8s.score.dev/network-policy: 'true'";
    private const string Dns = """{"ports":[{"port":53,"protocol":"UDP"},{"port":53,"protocol":"TCP"}]}""";
    private const string Port = "service: {ports: {http: {port: 80, targetPort: 8080}}}\n";

    private const string Database = """
        - uri: template://t/db
          type: db
          outputs: '{host: {{ .Name }}, port: 5432}'
          manifests: |
            - apiVersion: v1
              kind: Service
              metadata: {name: {{ .Name }}}
              spec: {clusterIP: None, selector: {server: {{ .Name }}}, ports: [{name: sql, port: 5432, targetPort: sql}]}
            - apiVersion: apps/v1
              kind: StatefulSet
              metadata: {name: {{ .Name }}}
              spec:
                serviceName: {{ .Name }}
                selector: {matchLabels: {server: {{ .Name }}}}
                template:
                  metadata: {labels: {server: {{ .Name }}}}
                  spec: {containers: [{name: server, image: postgres, ports: [{name: sql, containerPort: 5432}]}]}

        """;

    [TestMethod]
    public void ThereIsNoneUnlessAskedFor() =>
        Assert.DoesNotContain("NetworkPolicy", Manifested.From(Text("shop", "") + Port).Objects);

    [TestMethod]
    public void WorkloadWithoutPortsIsReachedByNobodyAndReachesNameServersOnly()
    {
        Manifested result = Manifested.From(Text("shop", On));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""["Ingress","Egress"]""", result["NetworkPolicy/shop", "spec.policyTypes"]);
        Assert.AreEqual(result["Deployment/shop", "spec.selector"], result["NetworkPolicy/shop", "spec.podSelector"]);
        Assert.AreEqual($" [{Dns}]", $"{result["NetworkPolicy/shop", "spec.ingress"]} {result["NetworkPolicy/shop", "spec.egress"]}");
    }

    [TestMethod]
    public void PortThatNobodyInTheBuildNamesIsForTheNamespace() =>
        Assert.AreEqual("""[{"from":[{"podSelector":{}}],"ports":[{"port":8080,"protocol":"TCP"}]}]""",
            Manifested.From(Text("shop", On) + Port)["NetworkPolicy/shop", "spec.ingress"]);

    [TestMethod]
    public void WorkloadThatNamesAPortReachesItAndNobodyElseDoes()
    {
        string front = Text("front", On) + "resources: {shop: {type: service-port, params: {workload: shop, port: http}}}\n";
        Manifested result = Manifested.From([Text("shop", On) + Port, front, Text("other", On)]);
        Assert.AreEqual("", result.Findings);
        string ingress = result["NetworkPolicy/shop", "spec.ingress"];
        Assert.AreEqual($$"""[{"from":[{"podSelector":{{result["Deployment/front", "spec.selector"]}}}],"ports":[{"port":8080,"protocol":"TCP"}]}]""", ingress);
        Assert.AreEqual($$"""[{{Dns}},{"ports":[{"port":8080,"protocol":"TCP"}],"to":[{"podSelector":{{result["Deployment/shop", "spec.selector"]}}}]}]""",
            result["NetworkPolicy/front", "spec.egress"]);
        Assert.AreEqual($"[{Dns}]", result["NetworkPolicy/other", "spec.egress"]);
    }

    [TestMethod]
    [DataRow(On, "resources: {rt: {type: route, params: {port: http, host: h, path: /}}}\n")]
    [DataRow(On + ", k8s.score.dev/service-type: LoadBalancer", "")]
    public void PortWithARouteOrOfAnOpenServiceIsForEverybody(string annotations, string resources) =>
        Assert.AreEqual("""[{"ports":[{"port":8080,"protocol":"TCP"}]}]""", Manifested.From(Text("shop", annotations) + Port + resources,
            "- {uri: template://t/route, type: route, outputs: '{}'}\n")["NetworkPolicy/shop", "spec.ingress"]);

    [TestMethod]
    public void ServersOfResourcesAreReachedAtTheirPorts()
    {
        Manifested result = Manifested.From(Text("shop", On) + "resources: {main: {type: db}}\n", Database);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("[" + Dns + """,{"ports":[{"port":5432,"protocol":"TCP"}],"to":[{"podSelector":{"matchLabels":{"server":"db-shop-main"}}}]}]""",
            result["NetworkPolicy/shop", "spec.egress"]);
    }

    [TestMethod]
    public void ServersOfResourcesThatAResourceNeedsAreReachedToo()
    {
        const string Schema = "- {uri: template://t/schema, type: schema, outputs: 'host: {{ .Params.host }}'}\n";
        string egress = Manifested.From(Text("shop", On) +
            "resources: {main: {type: db, id: one}, tables: {type: schema, params: {host: '${resources.main.host}'}}}\n",
            Database + Schema)["NetworkPolicy/shop", "spec.egress"];
        StringAssert.Contains(egress, "\"server\":\"db-one\"");
    }

    [TestMethod]
    public void ServerWithoutAServiceIsReachedAtItsContainerPorts()
    {
        const string Server = "- uri: template://t/db\n  type: db\n  outputs: 'host: x'\n  manifests: |\n" +
            "    - {apiVersion: apps/v1, kind: Deployment, metadata: {name: x, namespace: data}, spec: {selector: {matchLabels: {a: b}}, template: " +
            "{metadata: {labels: {a: b}}, spec: {containers: [{name: x, image: x, ports: [{containerPort: 9, protocol: UDP}]}]}}}}\n";
        StringAssert.Contains(Manifested.From(Text("shop", On) + "resources: {main: {type: db}}\n", Server)["NetworkPolicy/shop", "spec.egress"],
            """{"ports":[{"port":9,"protocol":"UDP"}],"to":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"data"}},"podSelector":""" +
            """{"matchLabels":{"a":"b"}}}]}""");
    }

    [TestMethod]
    public void PodsOfAStatefulSetReachEachOther()
    {
        Manifested result = Manifested.From(Text("shop", On + ", k8s.score.dev/kind: StatefulSet"));
        string own = $$"""[{"podSelector":{{result["StatefulSet/shop", "spec.selector"]}}}]""";
        Assert.AreEqual($$"""[{"from":{{own}}}] [{{Dns}},{"to":{{own}}}]""",
            $"{result["NetworkPolicy/shop", "spec.ingress"]} {result["NetworkPolicy/shop", "spec.egress"]}");
    }

    [TestMethod]
    [DataRow("*", "[{}]")]
    [DataRow("*:443", """[{"ports":[{"port":53,"protocol":"UDP"},{"port":53,"protocol":"TCP"},{"port":443,"protocol":"TCP"}]}]""")]
    [DataRow("10.1.0.0/16", "[" + Dns + """,{"to":[{"ipBlock":{"cidr":"10.1.0.0/16"}}]}]""")]
    [DataRow("10.1.2.3/32:5432, 10.1.2.3/32:5433",
        "[" + Dns + """,{"ports":[{"port":5432,"protocol":"TCP"},{"port":5433,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"10.1.2.3/32"}}]}]""")]
    [DataRow("2001:db8::/32:443", "[" + Dns + """,{"ports":[{"port":443,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"2001:db8::/32"}}]}]""")]
    public void MoreDestinationsCanBeAllowed(string egress, string rules)
    {
        Manifested result = Manifested.From(Text("shop", $"{On}, k8s.score.dev/allow-egress: '{egress}'") + "resources: {main: {type: unknown}}\n");
        Assert.AreEqual(rules, result["NetworkPolicy/shop", "spec.egress"]);
        Assert.DoesNotContain("SCORE0553", result.Findings);
    }

    [TestMethod]
    [DataRow("namespace:9090", """{"from":[{"podSelector":{}}],"ports":[{"port":8080,"protocol":"TCP"},{"port":9090,"protocol":"TCP"}]}""")]
    [DataRow("10.0.0.0/8", """{"from":[{"ipBlock":{"cidr":"10.0.0.0/8"}}],"ports":[{"port":8080,"protocol":"TCP"}]}""")]
    public void MoreOriginsCanBeAllowed(string ingress, string rule) =>
        StringAssert.Contains(Manifested.From(Text("shop", $"{On}, k8s.score.dev/allow-ingress: '{ingress}'") + Port)["NetworkPolicy/shop", "spec.ingress"],
            rule);

    [TestMethod]
    [DataRow("egress", "namespace")]
    [DataRow("egress", "example.com:443")]
    [DataRow("egress", "10.1.0.0")]
    [DataRow("egress", "10.1.0.1/16")]
    [DataRow("egress", "10.1.0.0/33")]
    [DataRow("egress", "010.1.0.0/16")]
    [DataRow("egress", "10.1.0.0/016")]
    [DataRow("egress", "10.1.0.0/16:0")]
    [DataRow("ingress", "*,")]
    [DataRow("ingress", "fd00::%1/8")]
    public void AddressThatCannotBeOneIsAnError(string direction, string text) =>
        StringAssert.StartsWith(Manifested.Finds(Text("shop", $"{On}, k8s.score.dev/allow-{direction}: «'{text}'»")), "SCORE0531 ");

    [TestMethod]
    public void ServerThatNoManifestKnowsIsAWarning()
    {
        string findings = Manifested.Finds(Text("shop", On) + "    variables: {A: '${resources.env.A}'}\nresources: {main: {type: ««unknown»»}, made: {type: " +
            "«cloud»}, env: {type: environment}, data: {type: volume}, name: {type: dns}}\n",
            "- {uri: template://t/c, type: cloud, outputs: 'host: db.example.com'}\n- {uri: template://t/d, type: dns, outputs: 'host: shop.example.com'}\n");
        Assert.AreEqual("SCORE0301 SCORE0553 SCORE0553", string.Join(" ", findings.Split('\n').Select(f => f.Split(' ')[0])));
    }

    private static string Text(string name, string annotations) =>
        $"apiVersion: score.dev/v1b1\nmetadata:\n  name: {name}\n  annotations: {{{annotations}}}\ncontainers:\n  web:\n    image: nginx:1.29\n";
}
