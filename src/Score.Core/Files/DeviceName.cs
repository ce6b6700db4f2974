using System;

namespace Score.Core.Files;

/// <summary>The names that Windows keeps for devices, whatever extension they have.</summary>
internal static class DeviceName
{
    /// <summary>Whether a file of this name is a device on Windows.</summary>
    public static bool Is(string fileName)
    {
        string name = fileName.Split('.')[0].TrimEnd(' ').ToLowerInvariant();
        return name is "con" or "prn" or "aux" or "nul"
            || (name.Length == 4
                && name[3] is >= '0' and <= '9'
                && (name.StartsWith("com", StringComparison.Ordinal) || name.StartsWith("lpt", StringComparison.Ordinal)));
    }
}
