using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>The default values of a Helm chart.</summary>
internal sealed class HelmValues
{
    private const int ChecksumLength = 8;

    private readonly YamlMapping _workloads = new();

    /// <summary>Adds a workload.</summary>
    /// <param name="manifest">Its object.</param>
    /// <param name="values">Its values.</param>
    /// <returns>The key that it got: its name without a checksum, or one made of its name and kind when another workload has that.</returns>
    public string Add(YamlMapping manifest, YamlMapping values)
    {
        string name = Name(manifest);
        string[] candidates = [name, $"{name}-{ManifestParts.Kind(manifest).ToLowerInvariant()}"];
        foreach (string candidate in candidates)
        {
            if (_workloads.TryAdd(YamlScalar.String(candidate), values)) return candidate;
        }

        int number = 2;
        string Numbered() => $"{candidates[1]}-{number.ToString(CultureInfo.InvariantCulture)}";
        while (!_workloads.TryAdd(YamlScalar.String(Numbered()), values)) number++;
        return Numbered();
    }

    // A Job is called by its instance and a checksum of what is in it. Values of whoever installs the chart outlive that.
    private static string Name(YamlMapping manifest)
    {
        string name = ManifestParts.Name(manifest);
        YamlMapping? labels = ManifestParts.Mapping(manifest, "metadata", "labels");
        string instance = ManifestParts.Text(labels, "app.kubernetes.io/instance");
        string component = ManifestParts.Text(labels, "app.kubernetes.io/component");
        bool isHashed = instance.Length > 0 && name.Length == instance.Length + 1 + ChecksumLength && name.StartsWith(instance + "-", StringComparison.Ordinal)
            && name.Substring(instance.Length + 1).All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
        return isHashed ? $"{instance}-{(component.Length > 0 ? component : ManifestParts.Kind(manifest).ToLowerInvariant())}" : name;
    }

    /// <summary>The text of values.yaml.</summary>
    /// <param name="header">The first line.</param>
    /// <param name="usualNamespace">The namespace of all objects, or empty.</param>
    /// <param name="secrets">What there is to say of Secrets.</param>
    public string Write(string header, string usualNamespace, YamlMapping secrets)
    {
        StringBuilder text = new(header);
        text.Append(
            """
            # To change values, give Helm a file that holds only those (--values FILE), or single ones:
            # --set workloads.NAME.replicas=3

            # The namespace of the objects. When empty, they go where the release goes (--namespace).

            """.Replace("\r\n", "\n"));
        YamlMapping place = new();
        place.Set("namespace", usualNamespace);
        text.Append(YamlWriter.Write(place));
        if (secrets.Count > 0)
        {
            text.Append(
                """

                # The Secrets, by name. Each is made of values, for which there is a file that is not part of the chart (--values FILE),
                # or is one that exists already. Of each:
                # existingSecret: the name of one that exists. When empty, the chart makes one.
                # values: what it holds, by key. What is no text is under 'data', in base64.

                """.Replace("\r\n", "\n"));
            text.Append(YamlWriter.Write(new YamlMapping { ["secrets"] = secrets }));
        }

        if (_workloads.Count == 0) return text.ToString();

        text.Append(
            """

            # What runs, by name. Of each:
            # replicas: how many pods. When empty, Kubernetes decides. It is absent where the number is not for a chart to
            #   say: a HorizontalPodAutoscaler does, or the kind has none.
            # containers: by name, init containers included:
            #   image: the image, with its tag or digest.
            #   resources: requests and limits, as in a container of Kubernetes. {} is none.

            """.Replace("\r\n", "\n"));
        YamlMapping workloads = new();
        workloads.Set("workloads", _workloads);
        return text.Append(YamlWriter.Write(workloads)).ToString();
    }
}
