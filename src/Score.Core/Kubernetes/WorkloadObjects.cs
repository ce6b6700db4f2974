using Score.Core.Kubernetes.Network;
using Score.Core.Kubernetes.Pods;
using Score.Core.Kubernetes.Settings;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Makes the objects of a workload: ConfigMaps for its files, its Services, what runs its pods, and what scales and protects them.</summary>
internal sealed class WorkloadObjects(WorkloadContext context, NetworkPolicies policies)
{
    /// <summary>Adds the objects to others.</summary>
    public void AddTo(Manifests manifests)
    {
        Workload workload = context.Workload;
        WorkloadSettings settings = context.Settings;
        SecretText.CheckElsewhere(workload, context.Diagnostics);
        PodVolumes volumes = new(context);
        PodFiles files = new(context, volumes);
        YamlMapping pod = new PodTemplate(context, files, volumes).Write();
        YamlMapping template = new() { ["metadata"] = context.Identity.PodMetadata(files.Hash), ["spec"] = pod };

        foreach (FileMap map in files.Maps) manifests.Add(map.Write(context.Identity), context.Name, map.File.Target.Span);
        WorkloadServices.AddTo(manifests, context);
        Add(new WorkloadController(context).Write(template, volumes.Claims));
        if (settings.IsEmpty) return;
        if (Scaling.HasAutoscaler(settings)) Add(Scaling.Autoscaler(context));
        Add(Scaling.Budget(context));
        Add(policies.Of(workload, settings, context.Diagnostics));

        void Add(YamlMapping? manifest)
        {
            if (manifest is not null) manifests.Add(manifest, context.Name, workload.Name.Span);
        }
    }
}
