namespace Score.Core.Yaml;

/// <summary>What a scalar stands for in YAML's core schema, as the reference tools read it.</summary>
internal enum YamlScalarKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Nothing: empty, <c>~</c> or <c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number that fits 64 bits.</summary>
    Integer,

    /// <summary>A floating point number, or a whole number beyond 64 bits.</summary>
    Float,

    /// <summary>A date, with or without a time.</summary>
    Timestamp,
}
