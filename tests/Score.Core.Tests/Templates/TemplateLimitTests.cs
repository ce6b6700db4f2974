using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Templates;
using Score.Core.Templates.Values;

namespace Score.Core.Tests.Templates;

/// <summary>Whatever a template does, it ends, and the error says which limit stopped it.</summary>
[TestClass]
public sealed class TemplateLimitTests
{
    [TestMethod]
    [DataRow("{{ range until 100 }}{{ range until 100 }}{{ range until 100 }}{{ repeat 1000 `abcdefghij` }}{{ end }}{{ end }}{{ end }}", "OutputLimit")]
    [DataRow("{{ $s := repeat 1000000 `a` }}{{ range 10 }}{{ $s }}{{ end }}", "OutputLimit")]
    [DataRow("{{ repeat 999999999 `ab` }}", "ValueLimit")]
    [DataRow("{{ repeat 9223372036854775807 `ab` }}", "ValueLimit")]
    [DataRow("{{ $s := `a` }}{{ range 40 }}{{ $s = print $s $s }}{{ end }}", "ValueLimit")]
    [DataRow("{{ $s := repeat 10000 `a` }}{{ $s | replace `a` $s }}", "ValueLimit")]
    [DataRow("{{ regexReplaceAll `a` (repeat 10000 `a`) (repeat 10000 `b`) }}", "ValueLimit")]
    [DataRow("{{ indent 9000000 `a` }}", "ValueLimit")]
    [DataRow("{{ indent 5000 (repeat 5000 `\n`) }}", "ValueLimit")]
    [DataRow("{{ printf `%1000000d%1000000d%1000000d%1000000d%1000000d%1000000d%1000000d%1000000d%1000000d` 1 1 1 1 1 1 1 1 1 }}", "ValueLimit")]
    [DataRow("{{ join (repeat 10000 `a`) (until 10000) }}", "ValueLimit")]
    [DataRow("{{ randAlphaNum 100000000 }}", "ValueLimit")]
    [DataRow("{{ randBytes 100000000 }}", "ValueLimit")]
    [DataRow("{{ until 1000001 }}", "ValueLimit")]
    [DataRow("{{ until -9223372036854775808 }}", "ValueLimit")]
    [DataRow("{{ untilStep -9223372036854775808 9223372036854775807 1 }}", "ValueLimit")]
    [DataRow("{{ seq 99999999 }}", "ValueLimit")]
    [DataRow("{{ seq 0 9223372036854775807 }}", "ValueLimit")]
    [DataRow("{{ $l := list 1 2 }}{{ range 40 }}{{ $l = concat $l $l }}{{ end }}", "ValueLimit")]
    [DataRow("{{ $l := list 1 }}{{ range 40 }}{{ $l = list $l $l }}{{ end }}{{ print $l }}", "StepLimit")]
    [DataRow("{{ $l := list 1 }}{{ range 40 }}{{ $l = list $l $l }}{{ end }}{{ $l | toJson | len }}", "StepLimit")]
    [DataRow("{{ $l := list 1 }}{{ range 60 }}{{ $l = list $l $l }}{{ end }}{{ deepEqual $l (deepCopy $l) }}", "StepLimit")]
    [DataRow("{{ range 9223372036854775807 }}{{ end }}", "StepLimit")]
    [DataRow("{{ range until 3000 }}{{ range until 3000 }}{{ end }}{{ end }}", "StepLimit")]
    [DataRow("{{ $s := repeat 8000000 `a` }}{{ range 1000000 }}{{ $x := contains `b` $s }}{{ end }}", "StepLimit")]
    [DataRow("{{ uniq (until 5000) }}", "StepLimit")]
    [DataRow("{{ range 1000 }}{{ $x := bcrypt `a` }}{{ end }}", "StepLimit")]
    [DataRow("{{ define `r` }}{{ template `r` }}{{ end }}{{ template `r` }}", "DepthLimit")]
    [DataRow("{{ define `a` }}{{ template `b` }}{{ end }}{{ define `b` }}{{ template `a` }}{{ end }}{{ template `a` }}", "DepthLimit")]
    [DataRow("{{ define `r` }}{{ range list 1 }}{{ with 1 }}{{ if 1 }}{{ template `r` }}{{ end }}{{ end }}{{ end }}{{ end }}{{ template `r` }}", "DepthLimit")]
    [DataRow("{{ $d := dict }}{{ $_ := set $d `d` $d }}{{ $d }}", "DepthLimit")]
    [DataRow("{{ $d := dict }}{{ $_ := set $d `d` $d }}{{ toJson $d }}", "DepthLimit")]
    [DataRow("{{ $d := dict }}{{ $_ := set $d `d` $d }}{{ deepCopy $d }}", "DepthLimit")]
    [DataRow("{{ $d := dict }}{{ $_ := set $d `d` $d }}{{ $e := dict }}{{ $_ := set $e `d` $e }}{{ deepEqual $d $e }}", "DepthLimit")]
    [DataRow("{{ $d := dict }}{{ $_ := set $d `d` $d }}{{ $e := dict }}{{ $_ := set $e `d` $e }}{{ $x := merge $d $e }}", "DepthLimit")]
    [DataRow("{{ fromJson (repeat 1000 `[`) }}", "DepthLimit")]
    [DataRow("{{ $s := repeat 4000000 `a` }}{{ $l := list $s }}{{ $m := list $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l " +
        "$l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l $l }}{{ toStrings $m | len " +
        "}}", "StepLimit")]
    [DataRow("{{ regexMatch (repeat 100000 `{`) `x` }}", "ValueLimit")]
    [DataRow("{{ regexMatch (repeat 2000000 `a`) `x` }}", "ValueLimit")]
    [DataRow("{{ regexReplaceAll (repeat 5000 `(a)`) `x` `y` }}", "ValueLimit")]
    [DataRow("{{ range 10000 }}{{ $x := regexMatch (print . (repeat 4000 `{`)) `x` }}{{ end }}", "StepLimit", "PatternTimeout")]
    [DataRow("{{ $s := repeat 1000000 `a` }}{{ $l := list }}{{ range 20 }}{{ $l = append $l (print $s `b`) }}{{ end }}{{ range 1000 }}{{ $x := has (print $s " +
        "`c`) $l }}{{ end }}",
        "StepLimit")]
    [DataRow("{{ $s := repeat 100000 `a` }}{{ $l := list }}{{ range $i := 50 }}{{ $l = append $l (print $s (add 10 $i)) }}{{ end }}{{ uniq $l | len }}",
        "StepLimit")]
    [DataRow("{{ $s := repeat 100000 `a` }}{{ $l := list }}{{ range $i := 50 }}{{ $l = append $l (print $s (add 10 $i)) }}{{ end }}{{ range 20 }}{{ $x := " +
        "without $l 1 (print $s 10) }}{{ end }}",
        "StepLimit")]
    [DataRow("{{ $s := repeat 50000 `a` }}{{ $l := list }}{{ range $i := 50 }}{{ $l = append $l (print $s (sub 99 $i)) }}{{ end }}{{ range 100 }}{{ $x := " +
        "sortAlpha $l }}{{ end }}",
        "StepLimit")]
    [DataRow("{{ $s := repeat 100000 `a` }}{{ $d := dict }}{{ range $i := 40 }}{{ $_ := set $d (print $s (add 10 $i)) 1 }}{{ end }}{{ range 1000 }}{{ $x := " +
        "keys $d }}{{ end }}",
        "StepLimit")]
    [DataRow("{{ $s := repeat 100000 `a` }}{{ $d := dict }}{{ range $i := 40 }}{{ $_ := set $d (print $s (add 10 $i)) 1 }}{{ end }}{{ $l := list $d }}{{ " +
        "range 1000 }}{{ $x := deepEqual $l (list $d) }}{{ end }}",
        "StepLimit")]
    [DataRow("{{ range 16 }}{{ $x := genPrivateKey `rsa` }}{{ end }}", "StepLimit")]
    [DataRow("{{ semverCompare (repeat 1000000 `1`) `1.0` }}", "Evaluation")]
    [DataRow("{{ getHostByName `x` }}", "Unsupported")]
    public void AnExcessIsStoppedByItsLimit(string template, string limit, string other = "-")
    {
        Template parsed = Template.Parse(template, TemplateFunctions.Standard);
        string actual = "";
        try
        {
            // Fewer steps than usual, only so that the tests take less time.
            bool isAboutSteps = limit == "StepLimit" || other == "StepLimit";
            TemplateLimits limits = isAboutSteps ? new() { Steps = 500_000 } : TemplateLimits.Default;
            parsed.Execute(ConformanceTemplateTests.Data(), TemplateRun.Context with { Limits = limits });
        }
        catch (TemplateException e)
        {
            actual = e.Kind.ToString();
        }

        if (actual != other) Assert.AreEqual(limit, actual);
    }

    [TestMethod]
    public void ALimitIsReportedWhereItWasReached()
    {
        TemplateException error = TemplateRun.ExecuteError("a\n {{ repeat 99999999 `x` }}");
        Assert.AreEqual((2, 5), (error.Line, error.Column));
    }

    [TestMethod]
    public void ALimitIsNotForgivenByFunctionsThatForgiveOtherErrors()
    {
        TemplateContext context = TemplateRun.Context with { Limits = new() { PatternTime = TimeSpan.FromMilliseconds(1), ValueDepth = 3 } };
        Assert.AreEqual(TemplateErrorKind.DepthLimit, TemplateRun.ExecuteError("{{ toJson (list (list (list (list (list))))) }}", context).Kind);
        Assert.AreEqual(TemplateErrorKind.DepthLimit, TemplateRun.ExecuteError("{{ fromJson `[[[[[]]]]]` }}", context).Kind);
    }

    [TestMethod]
    public void APatternThatRunsAwayIsStopped()
    {
        // The look-around that \b needs keeps it from the engine that does not run away.
        TemplateContext context = TemplateRun.Context with { Limits = new() { PatternTime = TimeSpan.FromMilliseconds(100) } };
        TemplateException error = TemplateRun.ExecuteError("{{ regexMatch `\\b(a+)+$` (print (repeat 40 `a`) `b`) }}", context);
        Assert.AreEqual(TemplateErrorKind.PatternTimeout, error.Kind);
        StringAssert.Contains(error.Message, "of 0.1 seconds in all");
    }

    [TestMethod]
    public void ManySlowPatternsAreStoppedTogether()
    {
        // Each takes some milliseconds, for which none would be stopped alone.
        TemplateContext context = TemplateRun.Context with { Limits = new() { PatternTime = TimeSpan.FromMilliseconds(300) } };
        TemplateException error = TemplateRun.ExecuteError(
            "{{ $s := print (repeat 14 `a`) `b` }}{{ range 100000 }}{{ $x := regexMatch `\\b(a+)+$` $s }}{{ end }}", context);
        Assert.AreEqual(TemplateErrorKind.PatternTimeout, error.Kind);
    }

    [TestMethod]
    public void TheLimitsAreTheCallers()
    {
        TemplateLimits small = new() { Output = 10, StringLength = 20, Elements = 5, Steps = 100, Depth = 5 };
        TemplateContext context = TemplateRun.Context with { Limits = small };
        Assert.AreEqual("0123456789", TemplateRun.Render("0123456789", context));
        Assert.AreEqual(TemplateErrorKind.OutputLimit, TemplateRun.ExecuteError("01234567890", context).Kind);
        Assert.AreEqual(TemplateErrorKind.ValueLimit, TemplateRun.ExecuteError("{{ $x := repeat 21 `a` }}", context).Kind);
        Assert.AreEqual(TemplateErrorKind.ValueLimit, TemplateRun.ExecuteError("{{ $x := until 6 }}", context).Kind);
        Assert.AreEqual(TemplateErrorKind.StepLimit,
            TemplateRun.ExecuteError("{{ range 101 }}{{ end }}", context with { Limits = small with { Steps = 50 } }).Kind);
        Assert.AreEqual(TemplateErrorKind.DepthLimit, TemplateRun.ExecuteError("{{ ((((((1)))))) }}", context).Kind);
    }

    [TestMethod]
    public void TextNestedTooDeeplyIsAParseError()
    {
        Assert.AreEqual("1", TemplateRun.Render("{{ " + new string('(', 150) + "1" + new string(')', 150) + " }}"));
        Assert.AreEqual(TemplateErrorKind.DepthLimit, TemplateRun.ParseError("{{ " + new string('(', 100_000)).Kind);
        Assert.AreEqual(TemplateErrorKind.DepthLimit, TemplateRun.ParseError(string.Concat(System.Linq.Enumerable.Repeat("{{ if 1 }}", 100_000))).Kind);
        Assert.AreEqual(TemplateErrorKind.DepthLimit,
            TemplateRun.ParseError("{{ if 0 }}" + string.Concat(System.Linq.Enumerable.Repeat("{{ else if 0 }}", 100_000)) + "{{ end }}").Kind);
    }

    [TestMethod]
    public void TheDeepestTemplateFitsASmallStack()
    {
        string nested = string.Concat(System.Linq.Enumerable.Repeat("{{ if (and 1 ((1))) }}", 190)) +
            string.Concat(System.Linq.Enumerable.Repeat("{{ end }}", 190));
        string template = "{{ define `r` }}{{ if . }}{{ template `r` (int (sub . 1)) }}{{ end }}{{ end }}{{ template `r` 150 }}" + nested;
        Exception? caught = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    TemplateRun.Render(template);
                }
                catch (Exception e)
                {
                    caught = e;
                }
            },
            512 * 1024);
        thread.Start();
        thread.Join();
        Assert.IsNull(caught, caught?.ToString());
    }

    [TestMethod]
    public void ARunCanBeCancelled()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsExactly<OperationCanceledException>(
            () => TemplateRun.Render("{{ range 100000 }}{{ end }}", TemplateRun.Context with { Cancellation = source.Token }));
    }

    [TestMethod]
    public void ATemplateCanRunManyTimesAtOnce()
    {
        Template template = Template.Parse("{{ $x := 0 }}{{ range until 50 }}{{ $x = add $x . }}{{ template `t` . }}{{ end }}{{ $x }}{{ define `t` }}{{ " +
            "regexFind `\\d` (toString .) | upper }}{{ end }}",
            TemplateFunctions.Standard);
        string expected = template.Execute(GoValue.None, new TemplateContext());
        Parallel.For(0, 200, _ => Assert.AreEqual(expected, template.Execute(GoValue.None, new TemplateContext())));
    }
}
