// What the package costs a build that has nothing to do, in a warm MSBuild: how long the evaluation of a web project takes, and how
// long the package's targets, without the package, with the package and no score file, and with one that is up to date. With
// another checkout, such as an older one whose tasks were built (dotnet build src/Score.MSBuild -c Release), both are measured in
// turns.
// usage: dotnet run -c Release --project bench/Score.NoOp -- [ROUNDS] [OTHER_CHECKOUT]
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.MSBuild.TestHost;
using Score.NoOp;

int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
using WarmBuild plain = new("without the package", null, hasScoreFile: true);
List<WarmBuild> builds = [plain];
foreach (string checkout in (string[])[Repository.Root, .. args.Skip(1)])
{
    builds.Add(new WarmBuild($"no score file ({checkout})", checkout, hasScoreFile: false));
    builds.Add(new WarmBuild($"up to date ({checkout})", checkout, hasScoreFile: true));
}

// Whichever project is read first is evaluated about half a millisecond faster than all others, for as long as the process lives.
using (WarmBuild first = new("first", null, hasScoreFile: true)) first.Prepare();
foreach (WarmBuild build in builds) build.Prepare();
for (int round = 0; round < rounds; round++)
{
    foreach (WarmBuild build in builds) build.Measure();
}

Console.WriteLine($"{rounds} rounds, milliseconds of the processors: minimum, lower quartile and median, and what they are over those without the package");
foreach (WarmBuild build in builds)
{
    Console.WriteLine($"{build.Name}: evaluation {Times(build.Evaluations, plain.Evaluations)}; targets {Times(build.Targets, plain.Targets)}");
    if (build != plain) build.Dispose();
}

static string Times(List<double> times, List<double> plain)
{
    double[] own = Points(times);
    double[] less = Points(plain);
    string text = string.Create(CultureInfo.InvariantCulture, $"{own[0]:0.0} {own[1]:0.0} {own[2]:0.0}");
    return ReferenceEquals(times, plain)
        ? text
        : text + string.Create(CultureInfo.InvariantCulture, $" ({own[0] - less[0]:+0.0;-0.0} {own[1] - less[1]:+0.0;-0.0} {own[2] - less[2]:+0.0;-0.0})");
}

static double[] Points(List<double> times)
{
    double[] sorted = times.Order().ToArray();
    return [sorted[0], sorted[(sorted.Length - 1) / 4], sorted[(sorted.Length - 1) / 2]];
}
