using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class ComputeAmountsTests
{
    [TestMethod]
    [DataRow("128Mi", "128M")]
    [DataRow("1Gi", "1024M")]
    [DataRow("1.5Gi", "1536M")]
    [DataRow("1024Ki", "1M")]
    [DataRow("1Ki", "1024b")]
    [DataRow("1Ti", "1048576M")]
    [DataRow("1Pi", "1073741824M")]
    [DataRow("1Ei", "1099511627776M")]
    [DataRow("128M", "128000000b")]
    [DataRow("1G", "1000000000b")]
    [DataRow("1K", "1000b")]
    [DataRow("1E", "1000000000000000000b")]
    [DataRow("134217728", "128M")]
    [DataRow("100", "100b")]
    [DataRow("0.5", "1b")]
    [DataRow("0.5Ki", "512b")]
    [DataRow("0.3Ki", "308b")]
    [DataRow("1000000000000Ei", "9223372036854775807b")]
    [DataRow("99999999999999999999999999999999999999", "9223372036854775807b")]
    public void MemoryIsInComposesUnits(string amount, string written) => Assert.AreEqual(written, ComputeAmounts.Memory(amount));

    [TestMethod]
    [DataRow("500m", "0.5")]
    [DataRow("1000m", "1")]
    [DataRow("1m", "0.001")]
    [DataRow("1250m", "1.25")]
    [DataRow("0m", "0")]
    [DataRow("0500m", "0.5")]
    [DataRow("123456789012345678901234567890m", "123456789012345678901234567.89")]
    [DataRow("0.25", "0.25")]
    [DataRow("2", "2")]
    public void ProcessorsAreANumber(string amount, string written) => Assert.AreEqual(written, ComputeAmounts.Cpus(amount));

    [TestMethod]
    public void LimitsAndRequestsGoToDeploy() => Assert.AreEqual(
        """{"limits":{"cpus":"0.5","memory":"128M"},"reservations":{"memory":"64M"}}""",
        Translated.From(Check.Container +
            "    resources: {limits: {memory: 128Mi, cpu: 500m}, requests: {memory: 64Mi}}\n")["services.shop-web.deploy.resources"]);

    [TestMethod]
    public void EmptyAmountsLeaveNothing() =>
        Assert.AreEqual("", Translated.From(Check.Container + "    resources: {limits: {}, requests: {}}\n")["services.shop-web.deploy"]);
}
