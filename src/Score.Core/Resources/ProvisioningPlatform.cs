using System.Collections.Generic;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Resources.Secrets;
using Score.Core.Specification;
using Score.Core.Templates;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>
/// What provisioning needs to know of the platform that a build writes for. All that differs between platforms is behind this;
/// provisioning itself asks no platform for its name.
/// </summary>
internal abstract class ProvisioningPlatform
{
    /// <summary>The platform's name, as the metadata <c>Platform</c> of items and messages give it.</summary>
    public abstract string Name { get; }

    /// <summary>What keeps the random values of this platform apart from those of others; empty for one platform at most.</summary>
    public virtual string RandomScope => Name;

    /// <summary>What provisioners may add to the platform besides outputs, in the order in which templates run.</summary>
    public abstract IReadOnlyList<AddedSection> Sections { get; }

    /// <summary>The section whose keys are the hosts that resources add; null where there is none.</summary>
    public virtual string? ServerSection => null;

    /// <summary>The built-in provisioners.</summary>
    public abstract BuiltInProvisioners BuiltIn { get; }

    /// <summary>The functions of templates.</summary>
    public virtual TemplateFunctions Functions => TemplateFunctions.Standard;

    /// <summary>The fields that templates of this platform see after those of every platform.</summary>
    public abstract GoField[] DataFields { get; }

    /// <summary>The values of <see cref="DataFields"/> for a resource.</summary>
    public abstract GoValue[] DataOf(ResourceNode node, ProvisioningOptions options);

    /// <summary>Adds the fields of this platform to the request that a program reads.</summary>
    public abstract void AddTo(GoMap request, ResourceNode node, ProvisioningOptions options);

    /// <summary>An argument of a program as the platform's command-line tool hands it on.</summary>
    public virtual string ArgumentOf(string argument) => argument;

    /// <summary>Whether the platform's command-line tool takes arguments of programs for templates.</summary>
    public virtual bool TakesArgumentsForTemplates => false;

    /// <summary>The outputs of a resource of type <c>environment</c>.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="parameters">Its params, expanded: the defaults of variables; null when there are none.</param>
    public abstract ResourceOutputs EnvironmentOf(ResourceNode node, YamlMapping? parameters);

    /// <summary>The outputs of a resource of type <c>secret</c>: references to what the user brings.</summary>
    public virtual ResourceOutputs SecretOf(ResourceNode node) => FallbackOf(node);

    /// <summary>The outputs of a resource of type <c>volume</c> for which there is no provisioner.</summary>
    public abstract ResourceOutputs VolumeOf(ResourceNode node);

    /// <summary>What <see cref="VolumeOf"/> does, as a list of provisioners shows it.</summary>
    public abstract ListedProvisioner ListedVolume { get; }

    /// <summary>The outputs of a resource of a type that no provisioner knows.</summary>
    public abstract FallbackOutputs FallbackOf(ResourceNode node);

    /// <summary>How the outputs that a provisioner made are mounted as a volume; null when they cannot be.</summary>
    /// <param name="uid">The resource's unique id.</param>
    /// <param name="outputs">The outputs.</param>
    public abstract YamlMapping? MountOf(string uid, YamlMapping outputs);

    /// <summary>Where the platform keeps a secret value that has a name, in words that follow "It is".</summary>
    public virtual string PlaceOf(SecretValue secret) => $"the variable {secret.Name} of the env file";

    /// <summary>What a text refers to that the platform keeps secret, in words that follow "It is"; null when it refers to nothing of the kind.</summary>
    public virtual string? SecretNamedBy(string text) => null;

    /// <summary>The text that gives the name under which other workloads reach a workload.</summary>
    public virtual YamlScalar ServiceNameOf(Workload workload) => workload.Name;

    /// <summary>The number under which other workloads reach a port.</summary>
    public abstract long PortOf(ServicePort port);
}
