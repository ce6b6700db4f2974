namespace Score.MSBuild.Tests;

/// <summary>Score files for tests.</summary>
internal static class Samples
{
    /// <summary>The smallest workload.</summary>
    public const string Minimal = """
        apiVersion: score.dev/v1b1
        metadata:
          name: billing
        containers:
          web:
            image: nginx:1.27

        """;

    /// <summary>A workload with an inline file and one beside the score file.</summary>
    public const string WithFiles = """
        apiVersion: score.dev/v1b1
        metadata:
          name: billing
        containers:
          web:
            image: nginx:1.27
            files:
              /etc/inline.conf:
                content: "name ${metadata.name}"
              /etc/source.conf:
                source: assets/source.conf

        """;

    /// <summary>A workload whose file needs an environment variable during the build.</summary>
    public const string WithEnvironmentFile = """
        apiVersion: score.dev/v1b1
        metadata:
          name: billing
        containers:
          web:
            image: nginx:1.27
            files:
              /etc/inline.conf:
                content: "token ${resources.env.SCORE_TEST_TOKEN}"
        resources:
          env:
            type: environment

        """;
}
