using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Score.Core.Resources.Secrets;
using Score.Core.Specification;
using Score.Core.Templates;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Json;
using Score.Core.Templates.Patterns;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Resources.CommandProvisioner;

/// <summary>The JSON object that a program finds on its standard input.</summary>
internal static class CommandRequest
{
    /// <summary>Writes the request.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="parameters">The expanded params.</param>
    /// <param name="shared">What all resources share.</param>
    /// <param name="workloads">The workloads of the build.</param>
    /// <param name="options">What there is to know of the build.</param>
    /// <exception cref="FunctionException">It is too large.</exception>
    public static byte[] Of(ResourceNode node, YamlMapping? parameters, GoMap shared, IReadOnlyList<Workload> workloads, ProvisioningOptions options)
    {
        GoMap request = new();
        request["resource_uid"] = GoValue.Of(node.Uid);
        request["resource_type"] = GoValue.Of(node.Id.Type);
        request["resource_class"] = GoValue.Of(node.Id.Class);
        request["resource_id"] = GoValue.Of(node.Id.Id);
        request["resource_params"] = ValueOf(parameters);
        request["resource_metadata"] = ValueOf(node.Metadata);
        request["resource_state"] = YamlValues.Of(options.State.StateOf(node.Uid));
        request["shared_state"] = GoValue.Of(shared);
        request["source_workload"] = GoValue.Of(node.Source.Name.Text);
        request["workload_services"] = GoValue.Of(Services(workloads, options.Platform));
        options.Platform.AddTo(request, node, options);
        if (options.Secrets is { IsEmpty: false } secrets) request = SecretTexts.Reveal(GoValue.Of(request), secrets).AsMap;
        Budget budget = new(new TemplateContext { Cancellation = options.Cancellation }, new PatternCache());
        return Encoding.UTF8.GetBytes(JsonWriter.Write(budget, GoValue.Of(request), isIndented: false, escapesHtml: false) + "\n");
    }

    // The tools write 'ServiceName' between keys of the other kind. Programs for this package may have asked for 'service_name'.
    private static GoMap Services(IReadOnlyList<Workload> workloads, ProvisioningPlatform platform)
    {
        GoMap services = new();
        foreach (Workload workload in workloads)
        {
            GoMap ports = new();
            foreach (ServicePort port in workload.Ports)
            {
                GoMap value = new();
                value["name"] = GoValue.Of(port.Name);
                value["port"] = GoValue.Int(port.Port);
                value["target_port"] = GoValue.Int(port.TargetPort);
                value["protocol"] = GoValue.Of(port.Protocol);
                ports[port.Name] = GoValue.Of(value);
                string number = port.Port.ToString(CultureInfo.InvariantCulture);
                if (!ports.ContainsKey(number)) ports[number] = GoValue.Of(value);
            }

            GoMap service = new();
            service["service_name"] = GoValue.Of(platform.ServiceNameOf(workload).Text);
            service["ServiceName"] = GoValue.Of(platform.ServiceNameOf(workload).Text);
            service["ports"] = GoValue.Of(ports);
            services[workload.Name.Text] = GoValue.Of(service);
        }

        return services;
    }

    private static GoValue ValueOf(YamlMapping? mapping) => mapping is null ? GoValue.Nil : YamlValues.Of(mapping);
}
