using System;
using System.Globalization;

namespace Score.Bench;

/// <summary>
/// What the README says about speed, and the search for input that the library cannot bear:
/// <code>
/// dotnet run -c Release --project bench/Score.Bench -- throughput
/// dotnet run -c Release --project bench/Score.Bench -- resources
/// dotnet run -c Release --project bench/Score.Bench -- fuzz SECONDS [SEED [score|verdict|templates|provisioners|answers|kubernetes|patches]]
/// dotnet run -c Release --project bench/Score.Bench -- worst
/// dotnet run -c Release --project bench/Score.Bench -- typing
/// </code>
/// The exit code is 0 when all targets are met and nothing was found.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["throughput"]:
                return Throughput.Run() ? 0 : 1;
            case ["resources"]:
                return ResourceScale.Run() ? 0 : 1;
            case ["fuzz", var seconds, .. var rest]:
                int seed = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1;
                IFuzzTarget? target = FuzzTargets.Find(rest.Length > 1 ? rest[1] : "score");
                if (target is null) goto default;
                return Fuzzer.Run(target, TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)), seed) ? 0 : 1;
            case ["worst"]:
                return WorstCases.Run() & WorstTemplates.Run() ? 0 : 1;
            case ["typing"]:
                return Typing.Run() ? 0 : 1;
            default:
                Console.Error.WriteLine(
                    "usage: throughput | resources | fuzz SECONDS [SEED [score|verdict|templates|provisioners|answers|kubernetes|patches]] | worst | typing");
                return 2;
        }
    }
}
