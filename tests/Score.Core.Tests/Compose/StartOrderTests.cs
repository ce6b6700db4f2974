using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Yaml;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class StartOrderTests
{
    [TestMethod]
    public void FirstContainerByNameOwnsTheNetwork()
    {
        Translated result = Translated.From(Check.Head + "containers: {web: {image: x}, api: {image: x}}\n");
        Assert.AreEqual("shop", result["services.shop-api.hostname"]);
        Assert.AreEqual("", result["services.shop-api.network_mode"]);
        Assert.AreEqual("", result["services.shop-web.hostname"]);
        Assert.AreEqual("service:shop-api", result["services.shop-web.network_mode"]);
    }

    [TestMethod]
    public void InitContainerHasItsOwnNetworkAndIsWaitedFor()
    {
        Translated result = Translated.From(Check.Head + "containers: {aa: {image: x, before: {web: {ready: complete}}}, web: {image: x}}\n");
        Assert.AreEqual("", result["services.shop-aa.network_mode"] + result["services.shop-aa.hostname"]);
        Assert.AreEqual("shop", result["services.shop-web.hostname"]);
        Assert.AreEqual("""{"shop-aa":{"condition":"service_completed_successfully"}}""", result["services.shop-web.depends_on"]);
    }

    [TestMethod]
    public void SidecarThatStartsFirstOwnsTheNetwork()
    {
        Translated result = Translated.From(Check.Head + "containers: {aa: {image: x}, side: {image: x, before: {aa: {ready: started}}}}\n");
        Assert.AreEqual("shop", result["services.shop-side.hostname"]);
        Assert.AreEqual("service:shop-side", result["services.shop-aa.network_mode"]);
        Assert.AreEqual("""{"shop-side":{"condition":"service_started"}}""", result["services.shop-aa.depends_on"]);
    }

    [TestMethod]
    public void ContainerBehindAnInitContainerThatWaitsForAnotherDoesNotOwnTheNetwork()
    {
        Translated result = Translated.From(
            Check.Head + "containers: {aa: {image: x}, bb: {image: x, before: {aa: {ready: complete}}}, cc: {image: x, before: {bb: {ready: started}}}}\n");
        Assert.AreEqual("shop", result["services.shop-cc.hostname"]);
        Assert.AreEqual("service:shop-cc", result["services.shop-aa.network_mode"]);
    }

    [TestMethod]
    public void WaitingForHealthNeedsAProbe()
    {
        const string Text = Check.Head + "containers:\n  aa: {image: x, before: {bb: {ready: healthy}}}\n  bb: {image: x}\n";
        Translated result = Translated.From(Text);
        Assert.AreEqual("service_healthy", result["services.shop-bb.depends_on.shop-aa.condition"]);
        Assert.AreEqual(
            "SCORE0404 (5,27)-(5,29): The container 'bb' waits until 'aa' is healthy, but 'aa' has no probe that Docker Compose can run. Add an 'exec' " +
            "probe, unless the image itself has a HEALTHCHECK.",
            result.Findings);
        Assert.AreEqual("",
            Translated.From(Text.Replace("aa: {image: x,", "aa: {image: x, livenessProbe: {exec: {command: [a]}},", StringComparison.Ordinal)).Findings);
    }

    [TestMethod]
    public void NoOrderOfUpToFourContainersBecomesACycle()
    {
        string[] names = ["aa", "bb", "cc", "dd"];
        string?[] ready = [null, "started", "healthy", "complete"];

        // Each pair of containers in one direction; all permutations of the names are covered by the two orders of writing.
        (int From, int To)[] pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
        Random random = new(7);
        for (int choice = 0; choice < 4096; choice++)
        {
            int[] order = Enumerable.Range(0, 4).OrderBy(_ => random.Next()).ToArray();
            string text = Workload(order.Select(i => names[i]).ToArray(), pairs.Select((p, i) => (p.From, p.To, ready[(choice >> (2 * i)) & 3])));
            HasNoCycle(text);
        }
    }

    [TestMethod]
    public void NoOrderOfManyContainersBecomesACycle()
    {
        Random random = new(11);
        string[] ready = ["started", "healthy", "complete"];
        for (int round = 0; round < 200; round++)
        {
            int count = random.Next(5, 12);
            string[] names = Enumerable.Range(0, count).Select(i => $"c{i}").OrderBy(_ => random.Next()).ToArray();
            List<(int, int, string?)> entries = [];
            for (int from = 0; from < count; from++)
            {
                for (int to = from + 1; to < count; to++)
                {
                    if (random.Next(3) == 0) entries.Add((from, to, ready[random.Next(3)]));
                }
            }

            HasNoCycle(Workload(names, entries));
        }
    }

    private static string Workload(string[] names, IEnumerable<(int From, int To, string? Ready)> entries)
    {
        StringBuilder text = new(Check.Head + "containers:\n");
        ILookup<int, (int From, int To, string? Ready)> byFrom = entries.Where(e => e.Ready is not null).ToLookup(e => e.From);
        for (int i = 0; i < names.Length; i++)
        {
            string before = string.Join(", ", byFrom[i].Select(e => $"{names[e.To]}: {{ready: {e.Ready}}}"));
            text.Append(CultureInfo.InvariantCulture, $"  {names[i]}: {{image: x, before: {{{before}}}}}\n");
        }

        return text.ToString();
    }

    // Compose waits for depends_on and for the owner of a shared network, and refuses a cycle of the two.
    private static void HasNoCycle(string text)
    {
        Translated result = Translated.From(text);
        Dictionary<string, List<string>> waits = [];
        int owners = 0;
        foreach (YamlEntry service in (YamlMapping)result.Project.Content["services"]!)
        {
            YamlMapping body = (YamlMapping)service.Value;
            List<string> names = (body["depends_on"] as YamlMapping)?.Select(e => e.Name).ToList() ?? [];
            if (body["network_mode"] is YamlScalar mode) names.Add(mode.Text["service:".Length..]);
            if (body["hostname"] is not null) owners++;
            waits[service.Name] = names;
        }

        Assert.AreEqual(1, owners, text);
        while (waits.Count > 0)
        {
            string? free = waits.FirstOrDefault(w => w.Value.All(v => !waits.ContainsKey(v))).Key;
            Assert.IsNotNull(free, text + result.Yaml);
            waits.Remove(free);
        }
    }
}
