using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class SprigNumberTests
{
    public static IEnumerable<object[]> Cases =>
    [
        [@"{{ add 1 2 3 }} {{ add }} {{ add 1.9 ""2"" true }} {{ kindOf (add 1) }}", "6 0 4 int64"],
        [@"{{ add1 1 }} {{ sub 1 3 }} {{ mul 2 3 4 }} {{ mul 5 }}", "2 -2 24 5"],
        [@"{{ div 7 2 }} {{ div -7 2 }} {{ mod 7 3 }} {{ mod -7 3 }}", "3 -3 1 -1"],
        [@"{{ add 9223372036854775807 1 }} {{ div -9223372036854775808 -1 }} {{ mod -9223372036854775808 -1 }}", "-9223372036854775808 -9223372036854775808 0"],
        [@"{{ max 1 5 3 }} {{ min 4 -2 7 }} {{ biggest 1 2 }} {{ max 2 }}", "5 -2 2 2"],
        [@"{{ floor 1.7 }} {{ floor -1.2 }} {{ ceil 1.2 }} {{ ceil ""2.1"" }} {{ kindOf (ceil 1) }}", "1 -2 2 3 float64"],
        [@"{{ round 1.5 0 }} {{ round 1.005 2 }} {{ round 123.456 -1 }} {{ round 1.45 1 0.6 }} {{ round 2.4 0 }}", "2 1 120 1.4 2"],

        // Decimal arithmetic.
        [@"{{ addf 0.1 0.2 }} {{ addf 1 ""2.5"" }} {{ add1f 1.5 }} {{ kindOf (addf 1) }}", "0.3 3.5 2.5 float64"],
        [@"{{ subf 7.5 2 3 }} {{ mulf 1.5 2 2 }} {{ divf 10 2 4 }} {{ divf 1 3 }} {{ divf 2 3 }} {{ divf -2 3 }}",
            "2.5 6 1.25 0.3333333333333333 0.6666666666666667 -0.6666666666666667"],
        [@"{{ maxf 1 2.5 2 }} {{ minf 1.5 0.5 3 }}", "2.5 0.5"],
        [@"{{ mulf 0.1 3 }} {{ subf 0.3 0.1 }}", "0.3 0.2"],

        // Integer lists.
        [@"{{ until 3 }} {{ until -3 }} {{ until 0 }} {{ typeOf (until 1) }}", "[0 1 2] [0 -1 -2] [] []int"],
        [@"{{ untilStep 0 10 3 }} {{ untilStep 5 0 -2 }} {{ untilStep 0 5 0 }} {{ untilStep 0 5 -1 }} {{ untilStep 5 0 1 }}", "[0 3 6 9] [5 3 1] [] [] []"],
        [@"{{ seq 3 }}|{{ seq 0 }}|{{ seq -2 }}|{{ seq 3 1 }}|{{ seq 1 3 10 }}|{{ seq 5 -2 0 }}|{{ seq 5 2 0 }}|{{ seq }}|{{ seq 1 2 3 4 }}",
            "1 2 3|1 0|1 0 -1 -2|3 2 1|1 4 7 10|5 3 1|||"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void NumberFunctionsGiveWhatSprigGives(string template, string output) => Assert.AreEqual(output, TemplateRun.Render(template));

    [TestMethod]
    [DataRow("{{ mod 1 0 }}", "Division by zero")]
    [DataRow("{{ divf 1 0 }}", "Division by zero")]
    [DataRow("{{ until (add 1 2) }}", "int is expected")]
    [DataRow("{{ until 1.5 }}", "int is expected")]
    public void ImpossibleArithmeticIsAnError(string template, string words) => StringAssert.Contains(TemplateRun.ExecuteError(template).Message, words);
}
