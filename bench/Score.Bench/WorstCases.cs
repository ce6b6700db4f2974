using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Score.Bench;

/// <summary>Files of the largest size that is read, each made to cost as much as it can: none may take over a second.</summary>
internal static class WorstCases
{
    private const int Size = 2_000_000;
    private const string Head = "apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n";
    private const string Container = Head + "containers:\n  web:\n    image: x\n";
    private const string Resources = "resources: {db: {type: postgres}, env: {type: environment}}\n";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static bool Run()
    {
        bool isGood = true;
        foreach ((string name, string text) in Cases())
        {
            byte[] content = Encoding.UTF8.GetBytes(text);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Stopwatch watch = Stopwatch.StartNew();
            Outcome outcome = Pipeline.Run("score.yaml", content);
            watch.Stop();
            double allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / 1048576.0;
            string first = outcome.Findings.Count > 0
                ? $"{outcome.Findings.Count} findings, {outcome.Findings[0].Descriptor.Code}"
                : $"{outcome.Output!.Length / 1024} KiB written";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-34}{content.Length / 1024,6} KiB{watch.Elapsed.TotalMilliseconds,8:0} ms{allocated,7:0} MiB  {first}"));
            isGood &= watch.Elapsed <= Longest;
        }

        return isGood;
    }

    private static IEnumerable<(string Name, string Text)> Cases()
    {
        yield return ("warm-up", Container);

        // YAML
        yield return ("one long plain line", "a: " + Fill("ab "));
        yield return ("many short lines", "a:\n" + Fill("- a\n"));
        yield return ("one long plain text", "a:\n" + Fill("  ab\n"));
        yield return ("one long quoted text", "a: \"" + Fill("ab\\n") + "\"");
        yield return ("one long literal block", "a: |\n" + Fill("  a\n"));
        yield return ("a literal block of empty lines", "a: |\n" + Fill("\n") + "  x\n");
        yield return ("an unclosed quote", "a: '" + Fill("a ''\n "));
        yield return ("comments", Fill("# a\n"));
        yield return ("spaces", "a:" + Fill(" ") + "b");
        yield return ("empty lines", "a:" + Fill("\n") + " b");
        yield return ("tabs", "a:" + Fill("\t") + "b");
        yield return ("one flow list", "a: [" + Fill("a,") + "a]");
        yield return ("one flow list of many lines", "a: [" + Fill("a,\n ") + "a]");
        yield return ("open brackets", Fill("["));
        yield return ("open braces", Fill("{a: "));
        yield return ("list dashes", Fill("- "));
        yield return ("question marks", Fill("? "));
        yield return ("colons", Fill(": "));
        yield return ("closing brackets", "a: " + Fill("]"));
        yield return ("anchors", Fill(i => $"- &a{i} x\n"));
        yield return ("an unknown alias after anchors", Fill(i => $"- &a{i} x\n", 60_000) + "- *nope\n");
        yield return ("aliases of one list", "- &a [" + Fill("x,", 2000) + "x]\n" + Fill("- *a\n"));
        yield return ("aliases of one text", "- &a " + Fill("x", 1000_000) + "\n" + Fill("- *a\n"));
        yield return ("merges of one mapping", Head + "b: &b {" + Fill(i => $"k{i}: x, ", 20_000) + "z: x}\nc:\n" + Fill("- {<<: *b}\n"));
        yield return ("merges in merges",
            "a0: &a0 {" + Fill(i => $"k{i}: x, ", 2_000) + "z: x}\n" + Fill(i => $"a{i + 1}: &a{i + 1} {{<<: *a{i}}}\n", 500_000));
        yield return ("duplicate keys", Fill("a: b\n"));
        yield return ("number keys", Fill(i => $"{i}: b\n"));
        yield return ("one long key", Fill("k") + ": x\n");
        yield return ("one long explicit key", "? " + Fill("k") + "\n: x\n");
        yield return ("tags", Fill("- !a b\n"));
        yield return ("digits", "a: " + Fill("1"));
        yield return ("dates", "a: [" + Fill("2024-01-02,") + "1]");

        // Schema and rules
        yield return ("unknown keys", Container + Many(i => $"k{i}: x\n", 36_000));
        yield return ("wrong types", Container + "    variables:\n" + Many(i => $"      k{i}: 1\n", 36_000));
        yield return ("wrong items", Container + "    args: [" + Many(_ => "1,", 74_900) + "1]\n");
        yield return ("missing keys", Head + "containers:\n" + Many(i => $"  c{i}: {{}}\n", 36_000));
        yield return ("wrong names", Head + "containers:\n" + Many(i => $"  C{i}: {{image: x}}\n", 18_000));
        yield return ("unclosed placeholders", Container + "    variables: {A: '" + Fill("${") + "'}\n");
        yield return ("wrong placeholders in one text", Container + "    variables: {A: '" + Fill("${x}") + "'}\n");
        yield return ("wrong placeholders in many texts", Container + "    variables:\n" + Many(i => $"      A{i}: ${{x}}\n", 36_000));
        yield return ("unknown resources", Container + "    variables:\n" + Many(i => $"      A{i}: ${{resources.x{i}.y}}\n", 18_000) + "resources:\n" +
            Many(i => $"  r{i}: {{type: aa}}\n", 9_000));
        yield return ("unknown metadata", Head + "  x: {" + Many(i => $"k{i}: v,", 18_000) + "z: v}\ncontainers:\n  web:\n    image: x\n    variables:\n" +
            Many(i => $"      A{i}: ${{metadata.x.y{i}}}\n", 18_000));
        yield return ("unknown containers in 'before'",
            Head + "containers:\n" + Many(i => $"  c{i}: {{image: x, before: {{x{i}: {{ready: started}}}}}}\n", 6_000));
        yield return ("a long chain of 'before'", Head + "containers:\n" + Chain("started", false));
        yield return ("a long chain of init containers", Head + "containers:\n" + Chain("complete", false));
        yield return ("a long cycle of 'before'", Head + "containers:\n" + Chain("started", true));
        yield return ("all before all", Head + "containers:\n" + string.Concat(Enumerable.Range(0, 150)
            .Select(i => $"  c{i:000}: {{image: x, before: {{{string.Join(", ", Enumerable.Range(0, i).Select(j => $"c{j:000}: {{ready: started}}"))}}}}}\n")));
        yield return ("deprecated lists", Container + "    files:\n" + Many(i => $"    - {{target: /f{i}, content: [x]}}\n", 12_000));
        yield return ("wrong placeholders in a block", Container + "    variables:\n      A: |\n" + Fill("        ${x} y\n"));
        yield return ("a long target", Container + "    files:\n      ? " + Fill("/a") + "\n      : {content: x}\n");
        yield return ("targets in files", Container + "    files:\n      /a: {content: x}\n" + Many(i => $"      /a/b{i}: {{content: x}}\n", 18_000));
        yield return ("files that do not exist", Container + "    files:\n" + Many(i => $"      /a{i}: {{source: a{i}}}\n", 18_000));

        // Translation
        yield return ("many files", Container + "    files:\n" + Many(i => $"      /a{i}: {{content: x}}\n", 18_000));
        yield return ("files that differ in case only", Container + "    files:\n" + Many(i => $"      /{Cased(i)}: {{content: x}}\n", 18_000));
        yield return ("many variables", Container + "    variables:\n" + Many(i => $"      A{i}: x\n", 36_000));
        yield return ("many containers", Head + "containers:\n" + Many(i => $"  c{i}: {{image: x}}\n", 18_000));
        yield return ("containers with many annotations",
            Head + "  annotations: {" + Many(i => $"k{i}: v, ", 5_000) + "zz: v}\ncontainers:\n" + Many(i => $"  c{i}: {{image: x}}\n", 13_500));
        yield return ("many outputs", Container + "    variables: {A: '" + Fill(i => $"${{resources.db.o{i}}}") + "'}\n" + Resources);
        yield return ("wrong variable names", Container + "    variables: {A: '" + Fill(i => $"${{resources.env.a-{i}}}") + "'}\n" + Resources);
        yield return ("unknown outputs", Container + "    variables: {A: '" + Fill(i => $"${{resources.env.a.b{i}}}") + "'}\n" + Resources);
        yield return ("large metadata many times",
            Head + "  big: " + Fill("x", 900_000) + "\ncontainers:\n  web:\n    image: x\n    variables: {A: '" + Fill("${metadata.big}", 900_000) + "'}\n");
        yield return ("many dollars", Container + "    args: ['" + Fill("$") + "']\n");
    }

    private static string Chain(string ready, bool isCycle)
    {
        const int Length = 4_500;
        return string.Concat(Enumerable.Range(0, Length).Select(i => i == Length - 1 && !isCycle
            ? $"  c{i}: {{image: x}}\n"
            : $"  c{i}: {{image: x, before: {{c{(i + 1) % Length}: {{ready: {ready}}}}}}}\n"));
    }

    // The number's bits as upper and lower case.
    private static string Cased(int number) => string.Concat(Enumerable.Range(0, 17).Select(bit => (number >> bit & 1) == 0 ? 'a' : 'A'));

    private static string Fill(string part, int size = Size) => new StringBuilder().Insert(0, part, size / part.Length).ToString();

    private static string Many(Func<int, string> part, int count) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static string Fill(Func<int, string> part, int size = Size)
    {
        StringBuilder text = new();
        for (int i = 0; text.Length < size; i++) text.Append(part(i));
        return text.ToString();
    }
}
