using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>Score files, which the quick verdict of a build and the JSON schema must judge alike.</summary>
internal sealed class VerdictFuzz : IFuzzTarget
{
    private static readonly ScoreFileFuzz Files = new();

    public string Name => "verdict";

    public TimeSpan Longest => TimeSpan.FromSeconds(1);

    public string[] Tokens => Files.Tokens;

    public IReadOnlyList<byte[]> Corpus() => Files.Corpus();

    public Outcome Run(byte[] content)
    {
        DiagnosticBag reading = new();
        DiagnosticBag bag = new();
        if (SourceReader.Decode("score.yaml", content, reading) is not { } source || YamlReader.Read(source, reading) is not YamlMapping root)
            return new Outcome([], []);
        YamlNode upgraded = DeprecatedForms.Upgrade(root, reading);
        SchemaValidator.Explain(upgraded, bag);
        bool isAccepted = ScoreSpecification.Root.Accepts(upgraded);
        // What a mapping with a mistake of YAML lacks is not reported besides.
        bool isWrong = isAccepted ? bag.HasErrors : !bag.HasErrors && !reading.HasErrors;
        if (isWrong)
            throw new InvalidOperationException($"the verdict is {isAccepted}, and the schema has {bag.ToSortedList().Count} findings");
        bag.AddRange(reading);
        return new Outcome(bag.ToSortedList(), bag.HasErrors ? null : []);
    }
}
