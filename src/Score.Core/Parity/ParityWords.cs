using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;

namespace Score.Core.Parity;

/// <summary>Words of the report's messages.</summary>
internal static class ParityWords
{
    /// <summary>Names with a noun before them, and not too many of them.</summary>
    public static Phrase Enumerate(string one, string several, IReadOnlyCollection<string> names) =>
        new($"{(names.Count == 1 ? one : several)} {Enumerate(names)}");

    /// <summary>Names in quotes.</summary>
    public static Phrase Enumerate(IReadOnlyCollection<string> names) => new(FallbackOutputs.Enumerate(names.Select(n => $"'{n}'").ToList()));
}
