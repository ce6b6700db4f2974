using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Yaml;

namespace Score.Core.Tests.Yaml;

/// <summary>Plain scalars stand for what go-yaml v3 takes them for.</summary>
[TestClass]
public sealed class ScalarResolverTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("~")]
    [DataRow("null")]
    [DataRow("Null")]
    [DataRow("NULL")]
    public void Nulls(string text) => Is(YamlScalarKind.Null, "", text);

    [TestMethod]
    [DataRow("true", "True")]
    [DataRow("True", "True")]
    [DataRow("TRUE", "True")]
    [DataRow("false", "False")]
    [DataRow("False", "False")]
    [DataRow("FALSE", "False")]
    public void Booleans(string text, string value) => Is(YamlScalarKind.Boolean, value, text);

    [TestMethod]
    [DataRow("yes")]
    [DataRow("no")]
    [DataRow("on")]
    [DataRow("Off")]
    [DataRow("y")]
    [DataRow("N")]
    [DataRow("tRUE")]
    [DataRow("nULL")]
    [DataRow("12:30")]
    [DataRow("12:30:45")]
    [DataRow("190:20:30.15")]
    [DataRow("1.2.3")]
    [DataRow("0x")]
    [DataRow("0b2")]
    [DataRow("0o8")]
    [DataRow("0xg")]
    [DataRow("-")]
    [DataRow("+")]
    [DataRow(".")]
    [DataRow("-.")]
    [DataRow("..")]
    [DataRow("e5")]
    [DataRow("1e")]
    [DataRow("1e400")]
    [DataRow("+-1")]
    [DataRow("--1")]
    [DataRow("1,000")]
    [DataRow("_1")]
    [DataRow("inf")]
    [DataRow("nan")]
    [DataRow(".INf")]
    [DataRow("+.nan")]
    [DataRow("10Mi")]
    [DataRow("2024-13-01")]
    [DataRow("2024-02-30")]
    [DataRow("2024-01")]
    [DataRow("24-01-02")]
    [DataRow("2024-01-02 10:00:00 Z")]
    [DataRow("2024-01-02T10:00:00")]
    [DataRow("2024-01-02T24:00:00Z")]
    [DataRow("٣")]
    public void Strings(string text) => Is(YamlScalarKind.String, text, text);

    [TestMethod]
    [DataRow("0", "0")]
    [DataRow("-0", "0")]
    [DataRow("42", "42")]
    [DataRow("+42", "42")]
    [DataRow("-42", "-42")]
    [DataRow("1_000_000", "1000000")]
    [DataRow("0x1f", "31")]
    [DataRow("0X1F", "31")]
    [DataRow("-0x1f", "-31")]
    [DataRow("0o17", "15")]
    [DataRow("017", "15")]
    [DataRow("00", "0")]
    [DataRow("0b101", "5")]
    [DataRow("-0b11", "-3")]
    [DataRow("9223372036854775807", "9223372036854775807")]
    [DataRow("-9223372036854775808", "-9223372036854775808")]
    [DataRow("9223372036854775808", "9223372036854775808")]
    [DataRow("18446744073709551615", "18446744073709551615")]
    public void Integers(string text, string value) => Is(YamlScalarKind.Integer, value, text);

    [TestMethod]
    [DataRow("1.5", "1.5")]
    [DataRow("-1.5", "-1.5")]
    [DataRow("1.", "1")]
    [DataRow(".5", "0.5")]
    [DataRow("-.5", "-0.5")]
    [DataRow("1e3", "1000")]
    [DataRow("1E-3", "0.001")]
    [DataRow("1_0.5", "10.5")]
    [DataRow("08", "8")]
    [DataRow("09.5", "9.5")]
    [DataRow("18446744073709551616", "1.8446744073709552E+19")]
    [DataRow("-9223372036854775809", "-9.223372036854776E+18")]
    [DataRow(".inf", "Infinity")]
    [DataRow("+.INF", "Infinity")]
    [DataRow("-.Inf", "-Infinity")]
    [DataRow(".NaN", "NaN")]
    public void Floats(string text, string value) => Is(YamlScalarKind.Float, value, text);

    [TestMethod]
    [DataRow("2024-01-02", "2024-01-02T00:00:00Z")]
    [DataRow("2024-1-2", "2024-01-02T00:00:00Z")]
    [DataRow("2024-01-02T10:11:12Z", "2024-01-02T10:11:12Z")]
    [DataRow("2024-01-02t10:11:12.500Z", "2024-01-02T10:11:12.5Z")]
    [DataRow("2024-01-02T10:11:12+02:00", "2024-01-02T10:11:12+02:00")]
    [DataRow("2024-01-02T10:11:12+00:00", "2024-01-02T10:11:12Z")]
    [DataRow("2024-01-02 10:11:12", "2024-01-02T10:11:12Z")]
    [DataRow("2024-02-29", "2024-02-29T00:00:00Z")]
    public void Timestamps(string text, string value) => Is(YamlScalarKind.Timestamp, value, text);

    [TestMethod]
    [DataRow(YamlScalarKind.String, "12", "12")]
    [DataRow(YamlScalarKind.Integer, "0x10", "16")]
    [DataRow(YamlScalarKind.Float, "3", "3")]
    [DataRow(YamlScalarKind.Float, "2.5", "2.5")]
    [DataRow(YamlScalarKind.Boolean, "true", "True")]
    [DataRow(YamlScalarKind.Null, "", "")]
    [DataRow(YamlScalarKind.Timestamp, "2024-01-02", "2024-01-02T00:00:00Z")]
    public void TagAsksForItsType(object wanted, string text, string value)
    {
        Assert.IsTrue(ScalarResolver.TryResolveAs((YamlScalarKind)wanted, text, out object? actual));
        Assert.AreEqual(value, System.Convert.ToString(actual, CultureInfo.InvariantCulture));
    }

    [TestMethod]
    [DataRow(YamlScalarKind.Integer, "1.5")]
    [DataRow(YamlScalarKind.Boolean, "yes")]
    [DataRow(YamlScalarKind.Float, "x")]
    [DataRow(YamlScalarKind.Null, "0")]
    [DataRow(YamlScalarKind.Timestamp, "12")]
    public void TextThatDoesNotFitItsTagIsRefused(object wanted, string text) =>
        Assert.IsFalse(ScalarResolver.TryResolveAs((YamlScalarKind)wanted, text, out _));

    private static void Is(YamlScalarKind kind, string value, string text)
    {
        Assert.AreEqual(kind, ScalarResolver.Resolve(text, out object? actual));
        Assert.AreEqual(value, System.Convert.ToString(actual, CultureInfo.InvariantCulture));
    }
}
