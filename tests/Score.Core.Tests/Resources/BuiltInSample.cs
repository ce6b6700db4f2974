using System;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Tests.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

/// <summary>Workloads with resources that the built-in provisioners serve.</summary>
internal static class BuiltInSample
{
    /// <summary>Translates a workload <c>shop</c> with a port, which uses outputs of its resources.</summary>
    /// <param name="resources">The resources, such as <c>db: {type: postgres}</c>, one a line.</param>
    /// <param name="outputs">What to put into variables, such as <c>db.host</c>; each becomes a variable of that name.</param>
    public static Translated Run(string resources, params string[] outputs) => Translate([Score("shop", resources, outputs)]);

    /// <summary>Translates score files with the built-in provisioners, and keeps the result for Docker Compose to read when it has no errors.</summary>
    public static Translated Translate(string[] scores, Func<byte[]>? seed = null)
    {
        Translated result = Translated.From(scores, builtIn: true, seed: seed);
        if (result.HasErrors || Environment.GetEnvironmentVariable("SCORE_COMPOSE_ARTIFACTS") is not { Length: > 0 } keep) return result;
        Directory.CreateDirectory(keep);
        string name = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(result.Yaml)))[..8];
        File.WriteAllText(Path.Combine(keep, $"stock-{name}.yaml"), result.Yaml);
        return result;
    }

    /// <summary>A score file.</summary>
    public static string Score(string name, string resources, params string[] outputs) =>
        $"apiVersion: score.dev/v1b1\nmetadata:\n  name: {name}\nservice:\n  ports:\n    http: {{port: 80, targetPort: 8080}}\n"
        + "containers:\n  web:\n    image: nginx\n    variables:\n      A: a\n"
        + string.Concat(outputs.Select(o => $"      {o}: ${{resources.{o}}}\n"))
        + "resources:\n" + string.Concat(resources.Split('\n').Select(r => $"  {r}\n"));

    /// <summary>A variable of the container.</summary>
    public static string Variable(this Translated project, string name) => Text(project, "services", "shop-web", "environment", name);

    /// <summary>What stands at a path whose keys may have dots; nothing when there is nothing.</summary>
    public static string Text(this Translated project, params string[] path)
    {
        YamlNode? node = project.Project.Tree;
        foreach (string key in path)
            node = node is YamlSequence list ? list.Items[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] : (node as YamlMapping)?[key];
        return node switch { null => "", YamlScalar scalar => scalar.Text, _ => CanonicalJson.Write(node) };
    }

    /// <summary>The names of what stands in a section.</summary>
    public static string Names(this Translated project, string section) =>
        string.Join(" ",
            (project.Project.Content[section] as YamlMapping ?? []).Select(e => e.Name).Where(n => n is not "shop-web" and not "wait-for-resources")
                .Order(StringComparer.Ordinal));

    /// <summary>The text of a mounted file.</summary>
    public static string MountedFile(this Translated project, string path) => Encoding.UTF8.GetString(project.Project.Files.Single(f => f.Path == path).Bytes);
}
