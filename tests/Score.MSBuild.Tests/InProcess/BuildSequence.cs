using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>A project, and what happens to it at random.</summary>
internal sealed class BuildSequence : IDisposable
{
    private const string ScoreFile = """
        apiVersion: score.dev/v1b1
        metadata: { name: shop }
        containers:
          web:
            image: "nginx:TAG"
            variables: { A: "${resources.cache.host}", P: "${resources.db.password}" }
            files:
              /etc/first: { content: "${resources.env.SCORE_TEST_FIRST}" }
              /etc/second: { content: "${resources.env.SCORE_TEST_SECOND}" }
              /etc/source.conf: { source: assets/a.conf }
        resources:
          env: { type: environment }
          cache: { type: cache }
          db: { type: postgres }

        """;

    private const string Project = """
        <PropertyGroup>
          <ScoreSeed>abc</ScoreSeed>
          <ScoreOverridesFile>over.yaml</ScoreOverridesFile>
        </PropertyGroup>
        <ItemGroup>
          <ScorePatch Include="p.tpl" Platform="Compose" />
        </ItemGroup>
        """;

    private static readonly string[] PropertySets =
    [
        "", "ScoreGenerateK8s=true", "ScoreGenerateK8s=true;ScoreK8sLayout=Kustomize", "ScoreRunLocal=true", "ScoreProjectName=other",
        "ScoreComposeSecrets=Inline", "Configuration=Release;ScoreConfigurationOverrides=true", "ScoreEnvironment=staging",
        "ScoreGenerateCompose=false", "ScoreGenerateCompose=false;ScoreGenerateK8s=true", "ScoreApplication=true",
        "ScoreApplication=true;ScoreRunLocal=true", "ScoreGenerateK8s=true;ScoreK8sLayout=Kustomize;ScoreEnvironments=staging",
        "ScoreGenerateCompose=false;ScoreRunLocal=true", "ScoreEnvFile=my.env",
    ];

    private static readonly string[] TargetsBetween =
        ["ScoreValidate", "ScoreGenerateCompose", "ScoreGenerateK8s", "ScoreRunResources", "ScoreListResources", "Build", "Build", "Clean"];

    // What a machine that went down, or somebody else, may leave in a note.
    private static readonly string[] Rubbish = ["", "'", "a')|$(x)|'|')|b')|c", "%00", "$(", "||||||||||||||||||", "@(", "/a|b|c|d|e|f\n;;", "\0\0\0"];

    private readonly Random _random;
    private readonly TemporaryFolder _folder = new();
    private readonly Input[] _inputs;
    private readonly List<string> _steps = [];
    private readonly string _properties;
    private readonly string _target;
    private string _token;

    /// <summary>Writes the project.</summary>
    /// <param name="random">Chooses what happens.</param>
    public BuildSequence(Random random)
    {
        _random = random;
        _folder.Write("app.proj", InProcessBuild.Project(Project));
        _inputs =
        [
            new("score.yaml", [.. Enumerable.Range(1, 3).Select(i => ScoreFile.Replace("TAG", $"{i}", StringComparison.Ordinal))]),
            new("assets/a.conf", ["one", "two", "three"]),
            new(".score/a.provisioners.yaml", [Provisioner("one"), Provisioner("two"), null]),
            new("p.tpl", [Patch("a"), Patch("b")]),
            new("over.yaml", [Override("one"), Override("two")]),
            new("score.Release.yaml", [Override("three"), Override("four"), null]),
            new("score.staging.yaml", [Override("five"), Override("six"), null]),
            new("p.staging.tpl", [Patch("c"), Patch("d"), null]),
            new(".score/staging/b.provisioners.yaml", [Provisioner("three"), Provisioner("four"), null]),
            new(".score-compose/state.yaml", [State("kept-one"), State("kept-two"), null]),
            new(".env", ["SCORE_TEST_SECOND=env1\n", "SCORE_TEST_SECOND=env2\n", null]),
        ];
        foreach (Input input in _inputs.Take(5)) _folder.Write(input.Path, input.Contents[0]!);
        _properties = One(PropertySets);
        _target = _random.Next(4) == 0 ? One("ScoreGenerateCompose", "ScoreGenerateK8s", "ScoreRunResources") : "Build";
        _token = One("", "t0", "t1");
    }

    /// <summary>The success of a build and the items that its target returned.</summary>
    public static string Describe(BuildOutcome outcome) => $"{outcome.Succeeded}\n" + string.Join('\n',
        outcome.Items.Select(i => $"{i.ItemSpec} {i.GetMetadata("Kind")} {i.GetMetadata("Platform")}").Order(StringComparer.Ordinal));

    /// <summary>Builds what all builds of the sequence but those in between build.</summary>
    public BuildOutcome Build(bool question = false) => Build(_properties, _target, _token, question);

    /// <summary>Changes and builds up to twice, and then changes something once more, mostly when all has been built.</summary>
    public void ChangeAndBuild()
    {
        int changes = _random.Next(3);
        for (int i = 0; i < changes; i++)
        {
            Change();
            BuildBetween();
        }

        if (_random.Next(4) > 0) Build();
        Change();
    }

    /// <summary>Deletes the notes and the generated Compose files.</summary>
    public void DeleteWhatWasBuilt()
    {
        _steps.Add("all deleted");
        Directory.Delete(_folder.PathOf("obj"), recursive: true);
        foreach (string file in Directory.GetFiles(_folder.Root, "compose*.yaml")) File.Delete(file);
    }

    /// <summary>All files of the project's folder, and those in obj that a program reads.</summary>
    public SortedDictionary<string, string> Read() => new(
        Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.Root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) || f.EndsWith("run.env", StringComparison.Ordinal))
            .ToDictionary(f => f, _folder.Read),
        StringComparer.Ordinal);

    /// <summary>The steps.</summary>
    public override string ToString() => string.Join('\n', _steps);

    public void Dispose() => _folder.Dispose();

    private static string Provisioner(string host) => $"- uri: template://test/cache\n  type: cache\n  outputs: |\n    host: cache-{host}\n";

    private static string Patch(string value) => $"- {{ op: set, path: x-{value}, value: {value} }}\n";

    private static string Override(string word) => $"containers: {{ web: {{ args: [{word}] }} }}\n";

    private static string State(string name) => $"resources: {{}}\nshared_state: {{}}\ncompose_project: {name}\n";

    private void Change()
    {
        int what = _random.Next(10);
        if (what < 5) ChangeInput();
        else if (what < 7) ChangeOutput();
        else if (what < 8) DamageNote();
        else _token = One(Others(["", "t0", "t1"], _token));
    }

    private void BuildBetween()
    {
        string properties = _random.Next(3) == 0 ? One(PropertySets) : _properties;
        if (_random.Next(4) == 0) properties += ";ScoreVerify=true";
        string target = One(TargetsBetween);
        if (target == "Clean" && _random.Next(2) == 0) properties += ";ScoreCleanOutputs=true";
        string token = _random.Next(3) == 0 ? One("t0", "t1") : _token;
        switch (_random.Next(5))
        {
            case 0:
                Build(properties, "Build", token, question: true);
                break;
            case 1:
                string score = _folder.Read("score.yaml");
                DateTime time = _folder.TimeOf("score.yaml");
                _folder.Write("score.yaml", score.Replace("image:", "imaeg:", StringComparison.Ordinal));
                _steps.Add("a mistake in score.yaml");
                Build(properties, target, token);
                _folder.Write("score.yaml", score);
                File.SetLastWriteTimeUtc(_folder.PathOf("score.yaml"), time);
                _steps.Add("the mistake corrected, with the time from before");
                break;
            default:
                Build(properties, target, token);
                break;
        }
    }

    private BuildOutcome Build(string properties, string target, string token, bool question = false)
    {
        string[] set = properties.Split(';', StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> environment = new() { ["SCORE_TEST_FIRST"] = token, ["SCORE_TEST_SECOND"] = "second" };
        BuildOutcome outcome = InProcessBuild.Run(_folder, set, target, question, environment);
        _steps.Add($"{(question ? "question" : "build")} {target} [{properties}] {token}: {outcome.Succeeded}");
        Assert.IsTrue(question || !outcome.Findings.Any(f => f.Code is null || f.Code.StartsWith("MSB", StringComparison.Ordinal)), $"{outcome}\n{this}");
        return outcome;
    }

    private void ChangeInput()
    {
        Input input = One(_inputs);
        string? content = One(Others(input.Contents, _folder.Has(input.Path) ? _folder.Read(input.Path) : null));
        _steps.Add($"{input.Path} is {content?.ReplaceLineEndings(" ") ?? "deleted"}");
        if (content is not null) WriteAtSomeTime(input.Path, content);
        else if (_folder.Has(input.Path)) File.Delete(_folder.PathOf(input.Path));
    }

    private void ChangeOutput()
    {
        string[] outputs = Read().Keys.Where(f => f != "app.proj" && !_inputs.Any(i => i.Path == f)).ToArray();
        if (outputs.Length == 0) return;
        string output = One(outputs);
        string change = One("deleted", "edited", "touched");
        _steps.Add($"{output} is {change}");
        if (change == "deleted") File.Delete(_folder.PathOf(output));
        else WriteAtSomeTime(output, _folder.Read(output) + (change == "edited" ? "# edited\n" : ""));
    }

    private void DamageNote()
    {
        if (!Directory.Exists(_folder.PathOf("obj/score"))) return;
        string[] notes = Directory.GetFiles(_folder.PathOf("obj/score"), "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("run.env", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        if (notes.Length == 0) return;
        string note = One(notes);
        string damage = One("deleted", "cut off", "overwritten");
        _steps.Add($"{Path.GetFileName(note)} is {damage}");
        if (damage == "deleted") File.Delete(note);
        else if (damage == "overwritten") File.WriteAllText(note, One(Rubbish));
        else File.WriteAllBytes(note, [.. File.ReadAllBytes(note).SkipLast(1 + _random.Next(20))]);
    }

    // Also an older one: a file may come from an archive or another branch.
    private void WriteAtSomeTime(string path, string content)
    {
        DateTime before = _folder.Has(path) ? _folder.TimeOf(path) : DateTime.UtcNow;
        _folder.Write(path, content);
        int minutes = One(0, 1, -10);
        File.SetLastWriteTimeUtc(_folder.PathOf(path), minutes == 0 ? DateTime.UtcNow : before.AddMinutes(minutes));
        _steps[^1] += minutes switch { 0 => ", now", 1 => ", newer", _ => ", older" };
    }

    private static T[] Others<T>(T[] choices, T present) => choices.Where(c => !Equals(c, present)).ToArray();

    private T One<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>A file that builds read, and what may be in it; null for none.</summary>
    private sealed record Input(string Path, string?[] Contents);
}
