namespace Score.Core.Yaml;

/// <summary>What stops a hostile file. Each is far beyond what a hand-written file needs.</summary>
internal static class YamlLimits
{
    /// <summary>Largest file that is read, in bytes: 2 MiB.</summary>
    public const int FileSize = 2 * 1024 * 1024;

    /// <summary>How deep mappings and lists may nest.</summary>
    public const int Depth = 100;

    /// <summary>How many nodes a file may have, each alias counted as the nodes that it stands for.</summary>
    public const int Nodes = 75_000;

    /// <summary>How many characters of a text count as a node more, so that aliases cannot multiply long texts either.</summary>
    public const int TextPerNode = 256;
}
