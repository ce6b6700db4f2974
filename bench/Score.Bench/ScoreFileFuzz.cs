using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Score.Bench;

/// <summary>Score files, through reader, checker and translator.</summary>
internal sealed class ScoreFileFuzz : IFuzzTarget
{
    public string Name => "score";

    public TimeSpan Longest => TimeSpan.FromSeconds(1);

    public string[] Tokens { get; } =
    [
        ":", ": ", "- ", "? ", "#", " #", "&a ", "*a", "<<: *a", "!!int ", "!!str ", "!x ", "|", ">", "|-\n", ">+2\n", "'", "\"", "[", "]", "{", "}", ",",
        "%", "@", "`",
        "---\n", "...\n", "%YAML 1.1\n", "\t", "\r", "\r\n", "\n", " ", "  ", "\0", "\u0085", "\u2028", "\uFEFF", "\u00a0", "é", "😀", "\uFFFE", "\\", "\\x41",
        "\\uD83D", "\"\\uDE00\"", "\"\\UFFFFFFFF\"",
        "${", "}", "$$", "$", "${metadata.name}", "${resources.db.host}", "${resources.db}", "${a}", "${}", "$${x}", "~", "null", "true", "yes", "0", "-1",
        "65536", "1e999", ".nan", ".inf", "0x",
        "99999999999999999999999", "2024-01-02", "12:30", "=", "<<", "/", "..", "/a/../b", "C:\\", "apiVersion", "score.dev/v1b1", "kind: x", "containers",
        "files", "volumes", "before", "image", "resources",
        "variables", "content", "source", "binaryContent", "target: /x", "mode", "noExpand: true", "livenessProbe", "exec", "httpGet", "ready: complete",
        "params", "metadata", "annotations", "type: volume", "service", "ports",
    ];

    // The conformance cases' files, the documents of validation.json as JSON and as YAML, and the example of the throughput.
    public IReadOnlyList<byte[]> Corpus()
    {
        List<byte[]> corpus = [.. FuzzTargets.Cases("*score.yaml")];
        corpus.Add(File.ReadAllBytes(Path.Combine(FuzzTargets.ThisFolder(), "example.score.yaml")));
        JObject file = JObject.Parse(File.ReadAllText(Path.Combine(FuzzTargets.Conformance, "validation.json")));
        foreach (JToken testCase in file["cases"]!)
        {
            JObject document = (JObject)file["base"]!.DeepClone();
            foreach (JToken change in testCase["change"]!)
            {
                List<string> path = change["path"]!.Select(p => (string)p!).ToList();
                JToken at = document;
                foreach (string step in path.Take(path.Count - 1)) at = at[step]!;
                if (change["delete"] is not null) ((JObject)at).Remove(path[^1]);
                else ((JObject)at)[path[^1]] = change["value"]!.DeepClone();
            }

            corpus.Add(Encoding.UTF8.GetBytes(document.ToString()));
        }

        return corpus;
    }

    public Outcome Run(byte[] content) => Pipeline.Run("score.yaml", content);
}
