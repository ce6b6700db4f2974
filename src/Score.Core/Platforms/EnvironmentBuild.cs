namespace Score.Core.Platforms;

/// <summary>What was built for one of several environments.</summary>
/// <param name="Environment">The environment, such as <c>staging</c>.</param>
/// <param name="Build">The build.</param>
internal sealed record EnvironmentBuild(string Environment, PlatformBuild Build);
