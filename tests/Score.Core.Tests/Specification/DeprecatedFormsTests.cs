using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests.Specification;

[TestClass]
public sealed class DeprecatedFormsTests
{
    [TestMethod]
    public void ListsOfFilesAndVolumesAreUpgradedWithAMessageEach() => Check.Finds(
        Check.Container +
        "    «files»:\n      - target: /a\n        content: x\n    «volumes»:\n      - target: /v\n        source: data\n        «read_only»: true\n",
        new Expected("SCORE0115", "A list of files is deprecated", "each target as key"),
        new Expected("SCORE0115", "A list of volumes is deprecated"),
        new Expected("SCORE0115", "'read_only' is deprecated. Write 'readOnly'."));

    [TestMethod]
    public void UpgradedFormIsReadLikeTodays()
    {
        Workload workload = Parse(Check.Container + "    files:\n      - {target: /a, content: [one, two], mode: '0644', noExpand: true}\n"
            + "    volumes:\n      - {target: /v, source: data, path: sub, read_only: true}\n");
        Container container = workload.Containers.Single();
        Assert.AreEqual("/a one\ntwo 0644 False",
            $"{container.Files[0].Target.Text} {container.Files[0].Content.Text} {container.Files[0].Mode!.Text} {container.Files[0].Expands}");
        Assert.AreEqual("/v data sub True",
            $"{container.Volumes[0].Target.Text} {container.Volumes[0].Source.Text} {container.Volumes[0].SubPath!.Text} {container.Volumes[0].ReadOnly}");
    }

    [TestMethod]
    public void SchemaAppliesToTheUpgradedForm() => Check.Finds(
        Check.Container + "    «files»:\n      - target: /a\n        «contnt»: x\n",
        new Expected("SCORE0115"),
        new Expected("SCORE0101", "'contnt'", "Did you mean 'content'?"));

    [TestMethod]
    [DataRow("- «c»ontent: x", "files")]
    [DataRow("- target: «12»\n        content: x", "files")]
    [DataRow("- «t»ext", "files")]
    public void ItemWithoutATargetIsReported(string item, string what) => Check.Finds(
        $"{Check.Container}    files:\n      {item}\n",
        new Expected("SCORE0116", $"An item of a list of {what} needs a 'target'"));

    [TestMethod]
    public void TwoItemsAtOneTargetCollide() => Check.Finds(
        Check.Container + "    «volumes»:\n      - {target: /v, source: aa}\n      - {target: «/v», source: bb}\n",
        new Expected("SCORE0115"),
        new Expected("SCORE0209", "container 'web' already has a volume at '/v' (line 8)"));

    [TestMethod]
    public void DeprecatedFormBehindAliasesIsReportedOnce() => Check.Finds(
        Check.Head + "containers:\n  web: &c\n    image: x\n    «files»: [{target: /a, content: x}]\n  job: *c\n",
        "SCORE0115");

    private static Workload Parse(string text)
    {
        DiagnosticBag bag = new();
        Workload workload = WorkloadLoader.Parse(SourceReader.Decode("score.yaml", Encoding.UTF8.GetBytes(text), bag)!, bag)!;
        Assert.IsFalse(bag.HasErrors, Check.Show(bag.ToSortedList()));
        return workload;
    }
}
