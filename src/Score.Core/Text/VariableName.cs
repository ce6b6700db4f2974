namespace Score.Core.Text;

/// <summary>Names of environment variables.</summary>
internal static class VariableName
{
    /// <summary>Whether a name is one that env files and placeholders know: letters, digits and <c>_</c>, not beginning with a digit.</summary>
    public static bool IsValid(string name)
    {
        if (name.Length == 0 || name[0] is >= '0' and <= '9') return false;
        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')) return false;
        }

        return true;
    }
}
