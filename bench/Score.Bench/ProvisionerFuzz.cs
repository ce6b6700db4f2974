using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Tests;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>Provisioner files, tried on a workload that has a resource of each of their types.</summary>
internal sealed class ProvisionerFuzz : IFuzzTarget
{

    public string Name => "provisioners";

    public TimeSpan Longest => TimeSpan.FromSeconds(5);

    public string[] Tokens { get; } =
    [
        .. new ScoreFileFuzz().Tokens,
        "uri: ", "type: ", "class: ", "id: ", "init: ", "state: ", "shared: ", "outputs: ", "directories: ", "files: ", "networks: ", "services: ", "volumes: ",
        "models: ", "info_logs: ", "manifests: ", "args: [a]", "supported_params: [a]", "expected_outputs: [host]",
        "template://a", "cmd://a", "local-env://a", "http://a", "|\n    ", "{{ .Id }}", "{{ .State }}", "{{ toJson . }}", "{{ range until 9 }}", "{{ end }}",
        "{{", "}}", ".Init", ".Shared", ".Params", "{a: b}", "[a]", "host: x", "healthcheck: {test: []}", "image: x",
        "depends_on: {a: {condition: service_healthy}}",
        "labels: {dev.score.compose.labels.is-init-container: \"true\"}", "../a", "/a", "C:\\a", "a//b", "true", "type: volume", "source: x", "bind: {}",
    ];

    public IReadOnlyList<byte[]> Corpus() => [.. FuzzTargets.Cases("*.provisioners.yaml"), Encoding.UTF8.GetBytes(Example)];

    public Outcome Run(byte[] content)
    {
        DiagnosticBag bag = new();
        byte[]? output = null;
        ProvisionerFileReader reader = new(TestPlatforms.Sections, bag);
        if (SourceReader.Decode("x.provisioners.yaml", content, bag) is { } source && reader.Read(source) && !bag.HasErrors)
            output = Translate(reader.Provisioners, bag);
        return new Outcome(bag.ToSortedList(), output);
    }

    /// <summary>Translates a workload with a resource of each type that provisioners serve.</summary>
    public static byte[]? Translate(IReadOnlyList<Provisioner> provisioners, DiagnosticBag bag)
    {
        StringBuilder score = new(
            "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\nservice: {ports: {http: {port: 80}}}\ncontainers:\n  web:\n    image: x\n    variables:\n");
        List<Provisioner> served = provisioners.Where(p => IsType(p.Type)).Take(20).ToList();
        for (int i = 0; i < served.Count; i++) score.Append(CultureInfo.InvariantCulture, $"      V{i}: ${{resources.r{i}.host}}\n");
        score.Append("      W: x\n    volumes:\n      /data: {source: '${resources.vol}'}\nresources:\n  vol: {type: volume}\n");
        for (int i = 0; i < served.Count; i++)
        {
            string classed = served[i].Class is { } c && IsType(c) ? $", class: {c}" : "";
            score.Append(CultureInfo.InvariantCulture, $"  r{i}: {{type: {served[i].Type}{classed}, params: {{size: 1, name: a-b, list: [1, x]}}}}\n");
        }

        DiagnosticBag reading = new();
        if (WorkloadLoader.Load(new SourceText("score.yaml", score.ToString()), "score.yaml", reading) is not { } loaded || reading.HasErrors)
            throw new InvalidOperationException(string.Join("\n", reading.ToSortedList().Select(d => d.Message)) + score);

        return Pipeline.Build([loaded], Pipeline.Options with { Provisioners = provisioners }, bag);
    }

    private static bool IsType(string text) =>
        text.Length is >= 2 and <= 63
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && char.IsAsciiLetterOrDigit(text[0])
            && char.IsAsciiLetterOrDigit(text[^1]);

    private const string Example = """
        - uri: template://fuzz/all
          type: cache
          supported_params: [size]
          expected_outputs: [host, port]
          init: |
            name: {{ .Id | replace "." "-" }}
          state: |
            password: {{ dig "password" (randAlphaNum 16) .State | quote }}
          shared: |
            names: {{ append (dig "names" list .Shared) .Init.name | toJson }}
          outputs: |
            host: {{ .Init.name }}
            port: 6379
            all: {{ toJson .State | quote }}
          directories: |
            {{ .Init.name }}: true
          files: |
            {{ .Init.name }}/redis.conf: |
              requirepass {{ .State.password }}
          networks: |
            net: {driver: bridge}
          services: |
            {{ .Init.name }}:
              image: redis:8.2
              command: [redis-server, /etc/redis.conf]
              labels: {dev.score.compose.labels.is-init-container: "true"}
              volumes:
                - {type: bind, source: {{ .MountsDirectory }}/{{ .Init.name }}/redis.conf, target: /etc/redis.conf, read_only: true}
              healthcheck:
                test: [CMD, redis-cli, ping]
          volumes: |
            data: {}
          models: |
            llm: {model: ai/x}
          info_logs: |
            - {{ .Uid }} is there
        - uri: template://fuzz/volume
          type: volume
          outputs: |
            type: bind
            source: /a
            bind: {create_host_path: true}
        """;
}
