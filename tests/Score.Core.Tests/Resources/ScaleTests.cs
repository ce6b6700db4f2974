using System;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Compose;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class ScaleTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [Timeout(60_000)]
    public void FiveThousandResourcesWithServicesTakeNoMoreThanTheirShare()
    {
        Run(200);
        TimeSpan some = Run(1250);
        TimeSpan all = Run(5000);
        TestContext.WriteLine($"{some.TotalMilliseconds} ms, {all.TotalMilliseconds} ms");
        Assert.IsLessThan(12 * some.TotalMilliseconds + 500, all.TotalMilliseconds);
    }

    private static TimeSpan Run(int count)
    {
        StringBuilder score = new(Check.Container + "resources:\n");
        for (int i = 0; i < count; i++) score.Append(CultureInfo.InvariantCulture, $"  r{i}: {{type: cache, params: {{n: {i}}}}}\n");
        Stopwatch watch = Stopwatch.StartNew();
        Translated result = Provisioned.Run(
            "  supported_params: [n]\n  init: 'name: {{ .Id | replace \".\" \"-\" }}'\n  shared: 'all: {\"{{ .Id }}\": 1}'\n  outputs: 'host: {{ .Init.name }}'\n  services: |\n    {{ .Init.name }}:\n      image: x\n      environment: {P: {{ randAlphaNum 8 }}}\n  files: '{{ .Init.name }}/x: {{ .Params.n | quote }}'\n  volumes: '{{ .Init.name }}: {}'\n",
            score.ToString());
        watch.Stop();
        Assert.AreEqual("", result.Findings);
        Assert.HasCount(count, result.Project.Files);
        return watch.Elapsed;
    }
}
