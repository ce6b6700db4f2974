using System;
using System.Collections.Generic;
using System.Globalization;
using Score.Core.Resources.Secrets;
using Score.Core.Specification;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Resources.TemplateProvisioner;

/// <summary>What the templates of a provisioner see of a resource. A field that it does not have is an error in a template.</summary>
internal sealed class TemplateData
{
    private static readonly GoType PortType = GoType.StructOf(
        "framework.NetworkServicePort",
        new GoField("Name", GoType.String, "name"),
        new GoField("Port", GoType.Int, "port"),
        new GoField("TargetPort", GoType.Int, "target_port"),
        new GoField("Protocol", GoType.String, "protocol"));

    private static readonly GoType ServiceType = GoType.StructOf(
        "framework.NetworkService",
        new GoField("ServiceName", GoType.String), // In JSON as well: the tools give this one field no other name there.
        new GoField("Ports", GoType.MapOf(PortType), "ports"));

    private static readonly GoField[] CommonFields =
    [
        new GoField("Uid", GoType.String),
        new GoField("Type", GoType.String),
        new GoField("Class", GoType.String),
        new GoField("Id", GoType.String),
        new GoField("Name", GoType.String),
        new GoField("Params", GoType.AnyMap),
        new GoField("Metadata", GoType.AnyMap),
        new GoField("Init", GoType.AnyMap),
        new GoField("State", GoType.AnyMap),
        new GoField("Shared", GoType.AnyMap),
        new GoField("SourceWorkload", GoType.String),
        new GoField("WorkloadServices", GoType.MapOf(ServiceType)),
    ];

    private readonly GoType _type;
    private readonly ResourceNode _node;
    private readonly ProvisioningOptions _options;
    private GoMap _shared;
    private readonly GoMap _services;
    private GoValue _params;
    private readonly GoValue _metadata;
    private GoMap _init = new();
    private GoMap _state;

    public TemplateData(ResourceNode node, YamlMapping? parameters, TemplateProvisioning shared, ProvisioningOptions options)
    {
        _type = shared.DataType;
        _node = node;
        _options = options;
        _shared = shared.Shared;
        _services = shared.Services;
        _params = ValueOf(parameters);
        _metadata = ValueOf(node.Metadata);
        _state = YamlValues.Of(options.State.StateOf(node.Uid)).AsMap;
    }

    /// <summary>Sets what the section <c>init</c> made.</summary>
    public void SetInit(YamlMapping init) => _init = YamlValues.Of(init).AsMap;

    /// <summary>Sets what the section <c>state</c> made.</summary>
    public void SetState(YamlMapping state) => _state = YamlValues.Of(state).AsMap;

    /// <summary>The same with texts changed; the data itself stays.</summary>
    /// <param name="change">Changes the texts of the sections, in an order that is always the same.</param>
    /// <param name="changeParam">Changes those of the params.</param>
    public TemplateData With(Func<string, string> change, Func<string, string> changeParam)
    {
        TemplateData data = (TemplateData)MemberwiseClone();
        data._init = SecretTexts.Map(GoValue.Of(_init), change).AsMap;
        data._state = SecretTexts.Map(GoValue.Of(_state), change).AsMap;
        data._shared = SecretTexts.Map(GoValue.Of(_shared), change).AsMap;
        data._params = SecretTexts.Map(_params, changeParam);
        return data;
    }

    /// <summary>The dot of a template.</summary>
    public GoValue ToValue() => GoValue.Of(new GoStruct(_type, Values(_options.Platform.DataOf(_node, _options))));

    /// <summary>The type of what templates of a platform see.</summary>
    public static GoType TypeFor(ProvisioningPlatform platform) => GoType.StructOf("templateprov.Data", [.. CommonFields, .. platform.DataFields]);

    /// <summary>The workloads of the build as templates see them, by name; their ports by name and by number.</summary>
    public static GoMap ServicesOf(IReadOnlyList<Workload> workloads, ProvisioningPlatform platform)
    {
        GoMap services = new(GoType.MapOf(ServiceType));
        foreach (Workload workload in workloads)
        {
            GoMap ports = new(GoType.MapOf(PortType));
            foreach (ServicePort port in workload.Ports)
            {
                GoValue value = GoValue.Of(new GoStruct(PortType, GoValue.Of(port.Name), GoValue.Int(port.Port), GoValue.Int(port.TargetPort),
                    GoValue.Of(port.Protocol)));
                ports[port.Name] = value;
                string number = port.Port.ToString(CultureInfo.InvariantCulture);
                if (!ports.ContainsKey(number)) ports[number] = value;
            }

            services[workload.Name.Text] = GoValue.Of(new GoStruct(ServiceType, GoValue.Of(platform.ServiceNameOf(workload).Text), GoValue.Of(ports)));
        }

        return services;
    }

    /// <summary>Merges what the section <c>shared</c> made into what all resources share. A null deletes.</summary>
    public static void Merge(GoMap target, YamlMapping patch)
    {
        foreach (YamlEntry entry in patch)
        {
            if (entry.Value is YamlScalar { Kind: YamlScalarKind.Null })
            {
                target.Remove(entry.Name);
            }
            else if (entry.Value is YamlMapping nested)
            {
                GoMap inner = target.TryGet(entry.Name, out GoValue present) && present.Kind == GoKind.Map ? present.AsMap : new GoMap();
                Merge(inner, nested);
                target[entry.Name] = GoValue.Of(inner);
            }
            else
            {
                target[entry.Name] = YamlValues.Of(entry.Value);
            }
        }
    }

    private GoValue[] Values(GoValue[] own)
    {
        // Not a spread, for which code would have to be made at run time.
        GoValue[] common = CommonValues();
        GoValue[] values = new GoValue[common.Length + own.Length];
        Array.Copy(common, values, common.Length);
        Array.Copy(own, 0, values, common.Length, own.Length);
        return values;
    }

    private GoValue[] CommonValues() =>
    [
        GoValue.Of(_node.Uid),
        GoValue.Of(_node.Id.Type),
        GoValue.Of(_node.Id.Class),
        GoValue.Of(_node.Id.Id),
        GoValue.Of(_node.Name),
        _params,
        _metadata,
        GoValue.Of(_init),
        GoValue.Of(_state),
        GoValue.Of(_shared),
        GoValue.Of(_node.Source.Name.Text),
        GoValue.Of(_services),
    ];

    private static GoValue ValueOf(YamlMapping? mapping) => mapping is null ? GoValue.Zero(GoType.AnyMap) : YamlValues.Of(mapping);
}
