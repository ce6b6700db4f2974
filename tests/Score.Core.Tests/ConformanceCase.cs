using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Patches;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests;

/// <summary>A case of tests/Conformance/cases: its score files and provisioners, and the arguments of the reference's command line.</summary>
internal sealed class ConformanceCase
{
    private readonly List<string> _args;

    public ConformanceCase(string name)
    {
        Folder = Path.Combine(ConformanceValidationTests.Folder(), "cases", name);
        JObject json = JObject.Parse(File.ReadAllText(Path.Combine(Folder, "case.json")));
        _args = json["args"]?.Select(a => (string)a!).ToList() ?? [];
        WorkloadOverrides overrides = new(
            Values("--overrides-file").Select(f => new SourceText(f, File.ReadAllText(Path.Combine(Folder, f)))).ToList(),
            Values("--override-property").Select(p => new PropertyOverride(p[..p.IndexOf('=')], p[(p.IndexOf('=') + 1)..], SourceSpan.WholeFile("app.csproj")))
                .ToList());
        foreach (string file in Files(json, "scoreFiles"))
            Workloads.Add(WorkloadLoader.Load(Read(file), Path.Combine(Folder, file), Findings, overrides)!);

        ProvisionerFileReader provisioners = new(TestPlatforms.Sections, Findings);
        foreach (string file in Files(json, "provisioners").Order(System.StringComparer.Ordinal)) provisioners.Read(Read(file));
        Provisioners = provisioners.Provisioners;
        Executables = Files(json, "executables").Select(f => Path.Combine(Folder, f)).ToList();
        Patches = Files(json, "patches").Select(p => new PatchFile(p, Read(p))).ToList();
    }

    public string Folder { get; }

    public DiagnosticBag Findings { get; } = new();

    public List<LoadedWorkload> Workloads { get; } = [];

    public IReadOnlyList<Provisioner> Provisioners { get; }

    /// <summary>The full paths of the programs that provisioners run.</summary>
    public IReadOnlyList<string> Executables { get; }

    public IReadOnlyList<PatchFile> Patches { get; }

    /// <summary>The names of the cases that the reference has an output for.</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="notYet">Cases that are left out.</param>
    public static IEnumerable<object[]> NamesWith(string output, params string[] notYet) =>
        Directory.GetDirectories(Path.Combine(ConformanceValidationTests.Folder(), "cases"))
        .Where(d => File.Exists(Path.Combine(d, "expected", output)))
        .Select(d => Path.GetFileName(d)!)
        .Except(notYet)
        .Order(System.StringComparer.Ordinal)
        .Select(n => new object[] { n });

    /// <summary>The values of an option of the command line.</summary>
    public IEnumerable<string> Values(string option) => _args.Where((_, i) => i > 0 && _args[i - 1] == option);

    /// <summary>Whether the command line has an option.</summary>
    public bool Has(string option) => _args.Contains(option);

    /// <summary>What is expected: our own output where it differs from the reference's on purpose.</summary>
    /// <param name="output">The output's name, such as <c>compose.yaml</c>.</param>
    public string Expected(string output)
    {
        string[] own = Directory.GetFiles(Path.Combine(Folder, "expected"), Path.GetFileNameWithoutExtension(output) + ".ours-*.yaml");
        return File.ReadAllText(own.Length > 0 ? own[0] : Path.Combine(Folder, "expected", output));
    }

    private static IEnumerable<string> Files(JObject json, string key) => (json[key] ?? new JArray()).Select(f => (string)f!);

    private SourceText Read(string file)
    {
        string path = Path.Combine(Folder, file);
        return SourceReader.Decode(path, File.ReadAllBytes(path), Findings)!;
    }
}
