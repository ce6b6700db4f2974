namespace Score.Core.Resources;

/// <summary>
/// Where random values count: two scopes never have the same ones. So the passwords in a developer's compose.yaml do not tell
/// those in the manifests.
/// </summary>
/// <param name="Platform">What <see cref="ProvisioningPlatform.RandomScope"/> says.</param>
/// <param name="Project">The project name.</param>
/// <param name="Environment">The environment that is built for, or nothing: a tester of one should not know the passwords of another.</param>
internal sealed record RandomScope(string Platform, string Project, string Environment = "");
