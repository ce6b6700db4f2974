using System;
using System.Diagnostics;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Templates.Execution;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class ThreadTimeTests
{
    [TestMethod]
    public void WaitingTakesNoTimeOfThePatterns()
    {
        long start = ThreadTime.Ticks;
        Thread.Sleep(400);
        Assert.IsLessThan(TimeSpan.FromMilliseconds(200).Ticks, ThreadTime.Ticks - start);
    }

    [TestMethod]
    public void WorkTakesTime()
    {
        long start = ThreadTime.Ticks;
        Stopwatch watch = Stopwatch.StartNew();
        while (ThreadTime.Ticks == start) Assert.IsLessThan(60, watch.Elapsed.TotalSeconds, "the time of the thread stands still");
    }
}
