using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Tests.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

/// <summary>A project that comes from score-compose keeps its servers, volumes and passwords.</summary>
[TestClass]
public sealed class BuiltInStateTests
{
    private const string State = """
        resources:
          redis.default#shop.cache: {state: {serviceName: redis-AbC123, password: keptRedis}}
          postgres.default#shop.db: {state: {database: db-XyZ, username: user-XyZ, password: keptPg}}
          volume.default#shop.data: {state: {name: shop-data-QwErTy}}
          mssql.default#shop.ms: {state: {service: default-provisioners-mssql, database: master, username: sa, password: keptMs, publishPort: "0"}}
        shared_state:
          default-provisioners-postgres-instance: {instanceServiceName: pg-AbC, instancePassword: keptAdmin}
        """;

    private const string Resources = "cache: {type: redis}\ndb: {type: postgres}\ndata: {type: volume}\nms: {type: mssql}";

    [TestMethod]
    public void KeptValuesWin()
    {
        Translated project = Run(State);
        Assert.AreEqual("", project.Findings);
        Assert.AreEqual("default-provisioners-mssql default-provisioners-mssql-init pg-AbC pg-AbC-init redis-AbC123", project.Names("services"));
        Assert.AreEqual("keptAdmin", project.Text("services", "pg-AbC", "environment", "POSTGRES_PASSWORD"));
        Assert.AreEqual("keptMs", project.Text("services", "default-provisioners-mssql", "environment", "MSSQL_SA_PASSWORD"));
        Assert.AreEqual("shop-data-QwErTy", project.Text("volumes", "shop-data-QwErTy", "name"));
        Assert.AreEqual("redis-AbC123-data", project.Text("volumes", "redis-AbC123-data", "name"));
        Assert.AreEqual("", project.Text("volumes", "pg-AbC-data", "name"));
        StringAssert.Contains(project.MountedFile("redis-AbC123/redis.conf"), "requirepass \"keptRedis\"", System.StringComparison.Ordinal);
        StringAssert.Contains(project.MountedFile("pg-AbC/init/databases/postgres-shop-db.sql"), "ALTER ROLE \"user-XyZ\" WITH LOGIN PASSWORD 'keptPg';",
            System.StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("keptRedis", "'ke\"pt'")]
    [DataRow("keptPg", "\"a'b\"")]
    [DataRow("pg-AbC", "'pg;rm'")]
    public void KeptValueThatIsNoPlainTextIsRefused(string value, string odd) =>
        StringAssert.Contains(Run(State.Replace(value, odd, System.StringComparison.Ordinal)).Findings,
            "a value of the state file or the env file has characters other than",
            System.StringComparison.Ordinal);

    private static Translated Run(string state) => Translated.From(
        [BuiltInSample.Score("shop", Resources)],
        builtIn: true,
        with: o => o with { State = ExistingState.Read("state.yaml", new SourceText("state.yaml", state), new DiagnosticBag())! });
}
