using System.Globalization;

namespace Score.Core.Templates.Execution;

/// <summary>Counted things in messages.</summary>
internal static class Phrases
{
    public static string Arguments(int count) =>
        count == 1 ? "1 argument" : count.ToString(CultureInfo.InvariantCulture) + " arguments";
}
