using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Kubernetes.Settings;

namespace Score.Core.Tests.Kubernetes.Settings;

[TestClass]
public sealed class CronScheduleTests
{
    [TestMethod]
    [DataRow("* * * * *")]
    [DataRow("0 0 1 1 0")]
    [DataRow("59 23 31 12 6")]
    [DataRow("*/15 8-18/2 1,15 jan-mar,DEC mon-fri")]
    [DataRow("5/10 ? ? * sun")]
    [DataRow("  0   3\t* * * ")]
    [DataRow("@hourly")]
    [DataRow("@midnight")]
    public void ScheduleThatACronJobTakesIsRight(string schedule) => Assert.IsNull(CronSchedule.Mistake(schedule));

    [TestMethod]
    [DataRow("60 * * * *", "Its minute is '60'")]
    [DataRow("* 24 * * *", "Its hour is '24', and may be '*' or numbers from 0 to 23,")]
    [DataRow("* * 0 * *", "Its day of the month is '0'")]
    [DataRow("* * * 13 *", "from 1 to 12 or jan to dec")]
    [DataRow("* * * * 7", "from 0 to 6 or sun to sat")]
    [DataRow("* * * * monday", "Its day of the week is 'monday'")]
    [DataRow("*/0 * * * *", "Its minute")]
    [DataRow("*/ * * * *", "Its minute")]
    [DataRow("1/2/3 * * * *", "Its minute")]
    [DataRow("10-5 * * * *", "Its minute")]
    [DataRow("1-2-3 * * * *", "Its minute")]
    [DataRow("1,,2 * * * *", "Its minute")]
    [DataRow("-1 * * * *", "Its minute")]
    [DataRow("99999999999 * * * *", "Its minute")]
    [DataRow("* * * *", "These are 4 fields.")]
    [DataRow("0 * * * * *", "These are 6 fields.")]
    [DataRow("TZ=Etc/UTC 0 * * * *", "These are 6 fields.")]
    [DataRow("hourly", "This is one field.")]
    [DataRow("", "These are 0 fields.")]
    [DataRow("@reboot", "The names are @yearly,")]
    public void MistakeInAScheduleIsExplained(string schedule, string words) => StringAssert.Contains(CronSchedule.Mistake(schedule), words);

    [TestMethod]
    public void MistakeIsAnErrorAtTheSchedule()
    {
        string finding = Manifested.Finds(Check.Head +
            "  annotations: {k8s.score.dev/kind: CronJob, k8s.score.dev/schedule: «0 25 * * *»}\ncontainers:\n  web: {image: x}\n");
        StringAssert.StartsWith(finding, "SCORE0531");
        StringAssert.Contains(finding, "such as '*/15 8-18 * * mon-fri', or a name such as '@daily'. Its hour is '25'");
    }

    [TestMethod]
    [DataRow("Local")]
    [DataRow("Europe//Vienna")]
    [DataRow("../etc/passwd")]
    [DataRow("")]
    public void TimeZoneThatNoClusterKnowsIsAnError(string zone) => StringAssert.StartsWith(
        Manifested.Finds(Check.Head +
            $"  annotations: {{k8s.score.dev/kind: CronJob, k8s.score.dev/schedule: '@daily', k8s.score.dev/time-zone: «'{zone}'»}}\ncontainers:\n" +
            "  web: {image: x}\n"),
        "SCORE0531");
}
