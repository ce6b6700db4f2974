using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>Secrets of Kubernetes go to a file of their own, and no value of theirs into what one commits.</summary>
[TestClass]
public sealed class K8sSecretTests
{
    private const string Score = """
        apiVersion: score.dev/v1b1
        metadata: {name: shop}
        containers:
          web:
            image: nginx
            variables:
              PASSWORD: ${resources.db.password}
              OWN: ${resources.own.token}
              OTHER: '$(A)$$${resources.other.token}'
              URL: 'http://user:${resources.own.token}@host/$(X)'
            files:
              /etc/app/config.ini:
                content: |
                  token = ${resources.own.token}
        resources:
          db: {type: postgres}
          cache: {type: redis}
          own: {type: thing}
          other: {type: plain}
        """;

    private const string Provisioners = """
        - uri: template://plain
          type: plain
          outputs: |
            token: {{ randAlphaNum 16 }}
        - uri: template://own
          type: thing
          state: |
            token: {{ dig "token" (randAlphaNum 20) .State }}
          outputs: |
            token: {{ .State.token }}
          manifests: |
            - apiVersion: v1
              kind: Secret
              metadata: {name: made}
              data:
                encoded: {{ b64enc .State.token }}
                hash: {{ .State.token | sha256sum | b64enc }}
              stringData:
                here: {{ randAlphaNum 24 }}
                url: https://me:{{ .State.token }}@host/{{ .State.token }}
            - apiVersion: v1
              kind: Pod
              metadata: {name: worker}
              spec:
                containers:
                  - name: main
                    image: busybox
                    args: [--token={{ .State.token }}]
        """;

    [TestMethod]
    [DataRow("File")]
    [DataRow("Kustomize")]
    [DataRow("Helm")]
    public void ManifestsAreTheSameForEveryUserAndHoldNoSecret(string layout)
    {
        using TemporaryFolder one = Prepare();
        using TemporaryFolder two = Prepare();
        Build(one, "ScoreSeed=one", "ScoreK8sLayout=" + layout);
        Build(two, "ScoreSeed=two", "ScoreK8sLayout=" + layout);
        string[] secrets = SecretFiles(one);
        string[] files = Files(one).Except(secrets).ToArray();
        Assert.IsNotEmpty(secrets);
        List<string> values = Values(one);
        Assert.IsGreaterThan(4, values.Count);
        foreach (string file in files)
        {
            string text = one.Read(file);
            foreach (string value in values) Assert.IsFalse(text.Contains(value, StringComparison.Ordinal), $"{file} holds {value}.");
            if (!file.StartsWith("obj", StringComparison.Ordinal)) Assert.AreEqual(text, two.Read(file), file);
        }

        CollectionAssert.AreEqual(secrets, SecretFiles(two));
        Assert.IsTrue(Values(two).Intersect(values).All(v => v is "postgres" or "default" or "postgres_shop_db"));
        Assert.IsTrue(InProcessBuild.Run(one, [.. Properties, "ScoreSeed=one", "ScoreK8sLayout=" + layout], question: true).Succeeded);
        if (OperatingSystem.IsWindows()) return; // It has no modes.
        foreach (string file in secrets) Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(one.PathOf(file)), file);
    }

    [TestMethod]
    [DataRow("File")]
    [DataRow("Kustomize")]
    [DataRow("Helm")]
    public void ValuesOfTheSecretsFileStayThroughANewSeedAndAnotherLayout(string layout)
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, "ScoreSeed=one", "ScoreK8sLayout=" + layout);
        Dictionary<string, string> before = SecretFiles(folder).ToDictionary(f => f, folder.Read);
        Build(folder, "ScoreSeed=two", "ScoreK8sLayout=" + layout);
        foreach (KeyValuePair<string, string> file in before) Assert.AreEqual(file.Value, folder.Read(file.Key));
        BuildOutcome moved = InProcessBuild.Run(folder, [.. Properties, "ScoreSeed=three", "ScoreK8sLayout=" + (layout == "File" ? "Helm" : "File")]);
        Assert.AreEqual("SCORE0592", moved.Findings.Single().Code);
        foreach (KeyValuePair<string, string> file in before) File.Delete(folder.PathOf(file.Key));
        Assert.AreEqual("SCORE0592", InProcessBuild.Run(folder, [.. Properties, "ScoreSeed=four", "ScoreK8sLayout=" + layout]).Findings.Single().Code);
        foreach (KeyValuePair<string, string> file in before) Assert.AreEqual(file.Value, folder.Read(file.Key));
    }

    [TestMethod]
    public void ValueThatTheUserWroteStaysAndAllThatIsMadeOfItFollows()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder);
        string manifests = folder.Read("manifests.yaml");
        string text = folder.Read("manifests.secrets.yaml");
        string password = Line(text, "requirepass \"").TrimEnd('"');
        Assert.AreEqual(3, text.Split(password).Length, "It stands by itself, and in the file of the server.");
        folder.Write("manifests.secrets.yaml", text.Replace("password: " + password, "password: mine-for-good", StringComparison.Ordinal)
            + "---\napiVersion: v1\nkind: Secret\nmetadata: {name: my-own}\nstringData: {a: b}\n");
        folder.Touch("manifests.secrets.yaml");
        Build(folder);
        StringAssert.Contains(folder.Read("manifests.secrets.yaml"), "requirepass \"mine-for-good\"");
        StringAssert.Contains(folder.Read("manifests.secrets.yaml"), "name: my-own");
        Assert.AreEqual(manifests, folder.Read("manifests.yaml"));
    }

    [TestMethod]
    public void SecretsFileThatIsNoYamlIsAnErrorAtItsPlaceAndStays()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder);
        string broken = folder.Read("manifests.secrets.yaml") + "---\na: [\n";
        folder.Write("manifests.secrets.yaml", broken);
        folder.Touch("manifests.secrets.yaml");
        BuildOutcome outcome = InProcessBuild.Run(folder, Properties);
        Finding error = outcome.Findings.Single();
        Assert.AreEqual("SCORE0590", error.Code);
        Assert.IsGreaterThan(10, error.Line);
        Assert.AreEqual(broken, folder.Read("manifests.secrets.yaml"));

        folder.Write("manifests.secrets.yaml", "apiVersion: v1\nkind: Secret\n");
        Assert.AreEqual("SCORE0601", InProcessBuild.Run(folder, Properties).Findings.Single().Code);
        Assert.AreEqual("apiVersion: v1\nkind: Secret\n", folder.Read("manifests.secrets.yaml"));
    }

    // Without it the files with passwords would be offered for a commit.
    [TestMethod]
    [DataRow("Build")]
    [DataRow("Clean")]
    public void GitIgnoreOfSecretsStaysWithThem(string target)
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, "ScoreK8sLayout=Kustomize");
        string[] secrets = Directory.GetFiles(folder.PathOf("k8s/secrets"));
        CollectionAssert.Contains(secrets, folder.PathOf("k8s/secrets/.gitignore"));

        folder.Write("score.yaml", """
            apiVersion: score.dev/v1b1
            metadata: { name: shop }
            containers: { web: { image: nginx } }
            """);
        folder.Touch("score.yaml");
        BuildOutcome outcome = InProcessBuild.Run(folder, [.. Properties, "ScoreK8sLayout=Kustomize", "ScoreCleanOutputs=true"], target);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());

        CollectionAssert.AreEquivalent(secrets, Directory.GetFiles(folder.PathOf("k8s/secrets")));
        Assert.IsFalse(Directory.GetFiles(folder.PathOf("k8s")).Any(f => f.Contains("postgres", StringComparison.Ordinal)), "Stale manifests go.");
    }

    [TestMethod]
    public void ExternalWritesNoSecretAndListsWhatThereHasToBe()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, "ScoreK8sSecrets=External");
        string text = folder.Read("manifests.yaml");
        Assert.IsFalse(text.Contains("kind: Secret\n", StringComparison.Ordinal));
        Assert.IsEmpty(SecretFiles(folder));
        StringAssert.Contains(text, "\n#   postgres-shop-db: database, password, username (read by Deployment shop, Job postgres-shop-db-");
        StringAssert.Contains(text, "\n#   shop-secrets: PLAIN_SHOP_OTHER_TOKEN (read by Deployment shop)\n");
        StringAssert.Contains(text, "\n#     requirepass \"<REDIS_SHOP_CACHE_PASSWORD>\"\n");
    }

    [TestMethod]
    public void ExternalSecretsNameTheStore()
    {
        using TemporaryFolder folder = Prepare();
        Assert.AreEqual("SCORE0589", InProcessBuild.Run(folder, [.. Properties, "ScoreK8sSecrets=ExternalSecrets"]).Findings.Single().Code);
        Build(folder, "ScoreK8sSecrets=ExternalSecrets", "ScoreK8sSecretStore=vault", "ScoreK8sSecretStoreKind=ClusterSecretStore");
        string text = folder.Read("manifests.yaml");
        Assert.IsFalse(text.Contains("kind: Secret\n", StringComparison.Ordinal));
        StringAssert.Contains(text, "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: postgres-shop-db\n");
        StringAssert.Contains(text, "  secretStoreRef:\n    name: vault\n    kind: ClusterSecretStore\n");
        StringAssert.Contains(text, "requirepass \"{{ index . \"password\" | toString }}\"");
    }

    [TestMethod]
    [DataRow("Separate", "", "SCORE0593")]
    [DataRow("Inline", "", "SCORE0593")]
    [DataRow("Separate", "true", "SCORE0594")]
    [DataRow("Inline", "true", "SCORE0594")]
    [DataRow("External", "true", "")]
    public void SeedThatWasMadeJustNowIsAWarningAndOnABuildAgentAnError(string mode, string ci, string code)
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("XDG_DATA_HOME is Linux's.");
        using TemporaryFolder folder = Prepare();
        using TemporaryFolder home = new();
        Dictionary<string, string> environment = new() { ["XDG_DATA_HOME"] = home.PathOf("data"), ["HOME"] = home.PathOf("home") };
        string[] properties = ["ScoreGenerateK8s=true", "ScoreProjectName=same", "ScoreParityReport=false", "NoWarn=SCORE0595", "ScoreK8sSecrets=" + mode,
            "ContinuousIntegrationBuild=" + ci];
        for (int i = 0; i < 2; i++)
        {
            BuildOutcome outcome = InProcessBuild.Run(folder, properties, environment: environment);
            bool isSaid = i == 0 || code == "SCORE0594";
            Assert.AreEqual(isSaid ? code : "", string.Join(" ", outcome.Findings.Select(f => f.Code)), outcome.ToString());
            Assert.AreEqual(code != "SCORE0594", outcome.Succeeded);
            Assert.AreEqual(outcome.Succeeded, File.Exists(folder.PathOf("manifests.yaml")));
            folder.Touch("score.yaml");
        }
    }

    [TestMethod]
    public void SeedThatWasMadeJustNowIsNoMatterWhereTheSecretsFileHasTheValues()
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("XDG_DATA_HOME is Linux's.");
        using TemporaryFolder folder = Prepare();
        using TemporaryFolder home = new();
        Build(folder);
        Dictionary<string, string> environment = new() { ["XDG_DATA_HOME"] = home.PathOf("data"), ["HOME"] = home.PathOf("home") };
        folder.Touch("score.yaml");
        BuildOutcome outcome = InProcessBuild.Run(folder, [.. Properties, "ContinuousIntegrationBuild=true"], environment: environment);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.IsEmpty(outcome.Findings);
    }

    [TestMethod]
    public void RandomValueWhereNoReferenceIsPossibleIsAWarning()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(".score/20-name.provisioners.yaml", """
            - uri: template://named
              type: thing
              state: |
                token: {{ randAlphaNum 20 | lower }}
              outputs: |
                token: {{ .State.token }}
              manifests: |
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: a, labels: {x: "{{ .State.token }}"}}
            """);
        folder.Write(".score/10-own.provisioners.yaml", Provisioners[..Provisioners.IndexOf("- uri: template://own", StringComparison.Ordinal)]);
        BuildOutcome outcome = InProcessBuild.Run(folder, Properties);
        Assert.HasCount(1, outcome.Findings, outcome.ToString());
        Finding warning = outcome.Findings[0];
        Assert.AreEqual("SCORE0588", warning.Code);
        StringAssert.Contains(warning.Message, "'THING_SHOP_OWN_TOKEN', stands in 'metadata.labels.x' of the object ConfigMap a");
    }

    [TestMethod]
    [DataRow("File")]
    [DataRow("Kustomize")]
    [DataRow("Helm")]
    public void FreshCloneOnAnotherMachineVerifies(string layout)
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, "ScoreSeed=one", "ScoreK8sLayout=" + layout);
        foreach (string file in SecretFiles(folder)) File.Delete(folder.PathOf(file));
        Directory.Delete(folder.PathOf("obj"), recursive: true);
        Build(folder, "ScoreSeed=two", "ScoreK8sLayout=" + layout, "ScoreVerify=true");
        Assert.IsEmpty(SecretFiles(folder));
    }

    [TestMethod]
    public void FirstBuildSaysWhatBuiltInServersAreFor()
    {
        using TemporaryFolder folder = Prepare();
        for (int i = 0; i < 2; i++)
        {
            BuildOutcome outcome = InProcessBuild.Run(folder, Properties[..^1]);
            Assert.AreEqual(i == 0 ? "SCORE0595" : "", string.Join(" ", outcome.Findings.Select(f => f.Code)), outcome.ToString());
            if (i == 0) StringAssert.Contains(outcome.Findings[0].Message, "'postgres-server-same', 'redis-shop-cache'");
            folder.Write("score.yaml", Score + "\n");
        }
    }

    private static string[] Properties => ["ScoreGenerateK8s=true", "ScoreGenerateCompose=false", "ScoreProjectName=same", "NoWarn=SCORE0595"];

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write(".score/10-own.provisioners.yaml", Provisioners);
        return folder;
    }

    private static void Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, [.. Properties, .. properties]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.IsEmpty(outcome.Findings, outcome.ToString());
    }

    private static string[] Files(TemporaryFolder folder) => Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(folder.Root, f).Replace('\\', '/'))
        .Where(f => f.StartsWith("obj/score/", StringComparison.Ordinal) || f.StartsWith("manifests", StringComparison.Ordinal)
            || f.StartsWith("k8s", StringComparison.Ordinal) || f.StartsWith("chart", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).ToArray();

    private static string[] SecretFiles(TemporaryFolder folder) => Files(folder)
        .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && (f.Contains(".secrets.yaml", StringComparison.Ordinal)
            || (f.Contains("/secrets/", StringComparison.Ordinal) && !f.EndsWith(".gitignore", StringComparison.Ordinal)))).ToArray();

    // Everything that looks like a value, by its length.
    private static List<string> Values(TemporaryFolder folder) => SecretFiles(folder)
        .SelectMany(f => folder.Read(f).Split('\n').Where(l => !l.StartsWith('#')))
        .SelectMany(l => l.Split(' ', '=', ':', '"', '@', '/'))
        .Where(w => w.Length is 16 or 20 or 24 or 28 or 88 && w.All(char.IsLetterOrDigit) && w.Any(char.IsDigit)).Distinct().ToList();

    private static string Line(string text, string start) => text.Split('\n').Select(l => l.Trim()).First(l => l.StartsWith(start, StringComparison.Ordinal))
        .Substring(start.Length);
}
