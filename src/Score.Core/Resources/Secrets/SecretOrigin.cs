namespace Score.Core.Resources.Secrets;

/// <summary>Where a secret value comes from.</summary>
internal enum SecretOrigin
{
    /// <summary>A template drew it from the keyed stream, and nobody else knows it.</summary>
    Drawn,

    /// <summary>Whoever builds gave it, in the env file or in the environment of the build, in place of a drawn one.</summary>
    Given,

    /// <summary>The state file of a command-line tool holds it: it was drawn once and is in use since.</summary>
    Kept,

    /// <summary>It was made of other secret values, such as a hash of a password. It follows them whenever they change.</summary>
    Computed,
}
