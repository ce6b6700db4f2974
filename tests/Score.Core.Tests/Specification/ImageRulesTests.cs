using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Specification;

namespace Score.Core.Tests.Specification;

/// <summary>The names of images, as Docker and clusters take them.</summary>
[TestClass]
public sealed class ImageRulesTests
{
    private const string Digits = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [TestMethod]
    [DataRow("nginx")]
    [DataRow("nginx:1.27-alpine")]
    [DataRow("library/my_app__x/y-z.w:V1")]
    [DataRow("localhost:5000/shop")]
    [DataRow("Registry.Example.com/shop:latest")]
    [DataRow("[2001:db8::1]:5000/shop:1")]
    [DataRow("shop@sha256:" + Digits)]
    [DataRow("r.example.com/shop:1.0@sha256:" + Digits)]
    public void NameOfAnImageHasNoProblem(string image) => Assert.IsNull(ImageName.Problem(image)?.ToString());

    [TestMethod]
    [DataRow("shop:", "Its tag is empty.")]
    [DataRow("r.example.com:5000/shop:", "Its tag is empty.")]
    [DataRow("shop: 1", "It holds a space.")]
    [DataRow("shop\t:1", "It holds a space.")]
    [DataRow("r.example.com/Team/shop", "'Team' has capitals: write 'team'.")]
    [DataRow("shop:v1+build", "'v1+build' is not a tag: letters, digits, '_', '.' and '-', at most 128, and neither '.' nor '-' first.")]
    [DataRow("shop:-1", "'-1' is not a tag: letters, digits, '_', '.' and '-', at most 128, and neither '.' nor '-' first.")]
    [DataRow("/shop", "A part of its path is empty.")]
    [DataRow("team//shop", "A part of its path is empty.")]
    [DataRow("https://r.example.com/shop", "Leave out 'https://'.")]
    [DataRow("team/sh?op", "'sh?op' is not a part of a path: lower-case letters and digits, with '.', '_', '__' or dashes between them.")]
    [DataRow("shop@sha256:" + Digits + "0", "After '@' stands a digest: sha256, a colon and 64 hexadecimal digits.")]
    [DataRow("shop@", "After '@' stands a digest: sha256, a colon and 64 hexadecimal digits.")]
    public void TextThatIsNoNameSaysWhy(string image, string problem) => Assert.AreEqual(problem, ImageName.Problem(image)?.ToString());

    [TestMethod]
    [DataRow("nginx ")]
    [DataRow("a b")]
    [DataRow("Shop")]
    [DataRow("shop:")]
    [DataRow("shop:-1")]
    [DataRow("/shop")]
    [DataRow("a//b")]
    [DataRow("a..b")]
    [DataRow("a___b")]
    [DataRow("a-")]
    [DataRow("example.com:x/shop")]
    [DataRow("shop@sha256:01")]
    [DataRow("shop@sha256:0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF")]
    [DataRow("shop@sha256:0123456789abcdef0123456789abcdef")]
    [DataRow("[]/shop")]
    public void WhatNothingCouldPullIsReportedAtTheText(string image) =>
        Check.Finds($"{Check.Head}containers: {{web: {{image: «'{image}'»}}}}\n", "SCORE0518");

    [TestMethod]
    public void NameIsNotLongerThanDockerTakes()
    {
        Assert.IsNull(ImageName.Problem(new string('a', 255))?.ToString());
        Assert.AreEqual("It has more than 255 characters.", ImageName.Problem(new string('a', 256))?.ToString());
        Assert.IsNull(ImageName.Problem("a:" + new string('1', 128))?.ToString());
        Assert.IsNotNull(ImageName.Problem("a:" + new string('1', 129)));
    }
}
