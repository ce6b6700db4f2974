using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Platforms;

namespace Score.Core.Tests.Compose;

/// <summary>Values in env files. The same texts go through Docker Compose itself in .ci/check-env, which reads what these tests keep.</summary>
[TestClass]
public sealed class EnvironmentValueTests
{
    /// <summary>Texts that one or another reader would change.</summary>
    private static readonly string[] Texts =
    [
        "plain", "0", "-", "true", "a b", " a", "a ", "\ta", "a\tb", "a#b", "a #b", "#a", "a=b", "=a", "a:b", "a: b", "'", "\"", "''", "\"\"", "'a'", "\"a\"",
        "a'b", "a\"b", "'\"",
        "\\", "a\\", "\\a", "a\\b", "\\\\", "\\'", "\\\"", "\\n", "\\$", "\\0", "\\0101", "\\x41", "\\u0041", "$", "$$", "$$$", "$a", "${a}", "$${a}",
        "${A:-b}", "${", "$(a)", "a$", "a$b", "$'", "$\"",
        "a\nb", "\na", "a\n", "a\n\nb", "a\r\nb", "a\rb", "-----BEGIN KEY-----\nMII+/=\n-----END KEY-----\n", "{\"a\": \"b\\n\", \"c\": ['$d']}",
        "Server=a;Password='p\"w';", "a;b", "a,b", "a&b", "a|b", "a`b`",
        "a*b", "a?b", "a[b]", "a{b}", "~", "~/a", "!a", "%PATH%", "a%20b", "äöü", "日本語", "🔐", "\u00A0", "a\u00A0", "export A=b", "export", "null",
        "\u0007\u0008\u000B\u000C", "a\u0001b", "a\u007Fb",
        new('x', 5000), "'$a' \"$b\" \\ #c\n$d",
    ];

    [TestMethod]
    public void EveryTextIsReadBackAsItIs()
    {
        Assert.IsGreaterThanOrEqualTo(60, Texts.Length);
        byte[] file = EnvironmentFile.Update(null, Variables());
        EnvironmentFileContent read = EnvironmentFile.Read(file, _ => "other");
        Assert.AreEqual("", read.Problem);
        foreach (OutputVariable variable in Variables()) Assert.AreEqual(variable.Value, read.Values[variable.Name], variable.Name);
        CollectionAssert.AreEqual(file, EnvironmentFile.Update(file, Variables()));
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow("abc-_./:+=@,%09", "abc-_./:+=@,%09")]
    [DataRow("a b", "'a b'")]
    [DataRow("a\"b$c#d", "'a\"b$c#d'")]
    [DataRow("it's", "\"it's\"")]
    [DataRow("a\\", "\"a\\\\\"")]
    [DataRow("a\nb", "\"a\\nb\"")]
    [DataRow("'$a\"\\\t", "\"'\\$a\\\"\\\\\\t\"")]
    public void ValueIsWrittenInTheSimplestFormThatKeepsIt(string value, string written) => Assert.AreEqual(written, EnvironmentValue.Write(value));

    [TestMethod]
    public void ArtifactsAreKeptForDockerCompose()
    {
        if (Environment.GetEnvironmentVariable("SCORE_COMPOSE_ARTIFACTS") is not { Length: > 0 } keep) return;
        string folder = Path.Combine(keep, "..", "env");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, ".env"), EnvironmentFile.Update(null, Variables()));
        StringBuilder compose = new("name: env\nservices:\n  a:\n    image: x\n    environment:\n");
        foreach (OutputVariable variable in Variables()) compose.Append("      ").Append(variable.Name).Append(": ${").Append(variable.Name).Append("}\n");
        File.WriteAllText(Path.Combine(folder, "compose.yaml"), compose.ToString());
        File.WriteAllText(Path.Combine(folder, "expected.json"), JsonSerializer.Serialize(Variables().ToDictionary(v => v.Name, v => v.Value)));
    }

    private static List<OutputVariable> Variables() => Texts.Select((t, i) => new OutputVariable($"TEXT_{i:000}", t)).ToList();
}
