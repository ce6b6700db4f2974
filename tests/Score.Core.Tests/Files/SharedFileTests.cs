using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Files;

namespace Score.Core.Tests.Files;

[TestClass]
public sealed class SharedFileTests
{
    [TestMethod]
    public void BuildsThatShareAnEnvFileAtTheSameTimeLoseNoName()
    {
        using TemporaryFolder folder = new();
        string path = folder.File(".env");
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i => SharedFile.Update(path, content => EnvironmentFile.AddMissing(content, [$"NAME_{i}"])));
        string[] lines = File.ReadAllLines(path);
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 40).Select(i => $"NAME_{i}=").ToArray(), lines);
    }

    [TestMethod]
    public void FileThatStaysTheSameIsNotTouched()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a");
        File.WriteAllText(path, "x");
        System.DateTime before = File.GetLastWriteTimeUtc(path);
        SharedFile.Update(path, content => content!);
        SharedFile.Update(path, content => Encoding.UTF8.GetBytes("x"));
        Assert.AreEqual(before, File.GetLastWriteTimeUtc(path));
    }
}
