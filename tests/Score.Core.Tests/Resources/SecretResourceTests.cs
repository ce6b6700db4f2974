using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Compose;
using Score.Core.Tests.Kubernetes;

namespace Score.Core.Tests.Resources;

/// <summary>Resources of type <c>secret</c> are what the user brings, which is worth no warning.</summary>
[TestClass]
public sealed class SecretResourceTests
{
    [TestMethod]
    [DataRow("{type: secret}", "STRIPE_API_KEY", "Secret/stripe:api-key")]
    [DataRow("{type: secret, id: company.keys}", "COMPANY_KEYS_API_KEY", "Secret/company.keys:api-key")]
    [DataRow("{type: secret, class: large}", "STRIPE_API_KEY", "Secret/stripe:api-key")]
    public void OutputIsAVariableInComposeAndAKeyOfASecretInKubernetes(string resource, string variable, string key)
    {
        Translated compose = Translated.From(Score(resource));
        Assert.AreEqual("", compose.Findings);
        StringAssert.Contains(compose.Yaml, $"A: ${{{variable}?");
        Manifested manifests = Manifested.From(Score(resource));
        Assert.AreEqual("", manifests.Findings);
        Assert.AreEqual(key, manifests.External);
    }

    [TestMethod]
    [DataRow("{type: secret, params: {size: 3}}", "SCORE0322", "does not know the param 'size'")]
    [DataRow("{type: secrets}", "SCORE0301", "Did you mean 'secret'?")]
    public void WhatCannotBeIsSaid(string resource, string code, string words)
    {
        string findings = Manifested.From(Score(resource)).Findings;
        StringAssert.StartsWith(findings, code, StringComparison.Ordinal);
        StringAssert.Contains(findings, words);
    }

    private static string Score(string resource) =>
        Check.Container + "    variables: {A: '${resources.stripe.api-key}'}\nresources:\n  stripe: " + resource + "\n";
}
