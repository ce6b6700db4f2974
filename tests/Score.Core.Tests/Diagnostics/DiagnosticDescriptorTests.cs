using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;

namespace Score.Core.Tests.Diagnostics;

[TestClass]
public sealed class DiagnosticDescriptorTests
{
    // Found by the tasks, which know about projects and outputs, and tested with them.
    private static readonly string[] OfTheBuild = ["SCORE0208", "SCORE0408", "SCORE0411", "SCORE0589", "SCORE0591", "SCORE0592", "SCORE0593", "SCORE0594",
        "SCORE0595"];

    [TestMethod]
    public void CodesAreUniqueAndAscending()
    {
        List<string> codes = All().Select(d => d.Code).ToList();
        CollectionAssert.AreEqual(codes.Distinct().OrderBy(c => c, System.StringComparer.Ordinal).ToList(), codes);
        Assert.IsTrue(codes.All(c => c.Length == 9 && c.StartsWith("SCORE0", System.StringComparison.Ordinal)));
    }

    [TestMethod]
    public void EveryCodeThatALibraryCallCanGiveHasATest()
    {
        string tests = string.Concat(Directory.GetFiles(Folder(), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("DiagnosticDescriptorTests.cs", System.StringComparison.Ordinal))
            .Select(File.ReadAllText));
        List<string> untested = All().Select(d => d.Code)
            .Where(c => !OfTheBuild.Contains(c)
                && !c.StartsWith("SCORE06", System.StringComparison.Ordinal)
                && !c.StartsWith("SCORE07", System.StringComparison.Ordinal)
                && !tests.Contains('"' + c, System.StringComparison.Ordinal))
            .ToList();
        Assert.AreEqual("", string.Join(" ", untested));
    }

    [TestMethod]
    public void MessagesAreSentences()
    {
        foreach (DiagnosticDescriptor descriptor in All())
        {
            char last = descriptor.MessageFormat[descriptor.MessageFormat.Length - 1];
            Assert.IsTrue(last is '.' or '}', $"{descriptor.Code}: {descriptor.MessageFormat}");
        }
    }

    private static List<DiagnosticDescriptor> All() => typeof(DiagnosticDescriptors)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(p => (DiagnosticDescriptor)p.GetValue(null)!)
        .ToList();

    private static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..");
}
