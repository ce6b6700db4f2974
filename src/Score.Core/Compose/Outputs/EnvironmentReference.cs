using Score.Core.Resources.Outputs;

namespace Score.Core.Compose.Outputs;

/// <summary>An environment variable.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Required">Whether starting without it is an error.</param>
internal sealed record EnvironmentReference(string Name, bool Required) : OutputReference
{
    /// <summary>Whether a name is one that Docker Compose and env files know: letters, digits and <c>_</c>, not beginning with a digit.</summary>
    public static bool IsName(string name)
    {
        if (name.Length == 0 || name[0] is >= '0' and <= '9') return false;
        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')) return false;
        }

        return true;
    }
}
