using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Templates;
using Score.Core.Templates.Values;

namespace Score.Core.Tests.Templates;

/// <summary>Runs templates on the conformance data, with a clock, an environment and random bytes that are always the same.</summary>
internal static class TemplateRun
{
    public static TemplateContext Context => new()
    {
        Random = new CountingRandom(),
        UtcNow = static () => new DateTime(2024, 3, 5, 10, 20, 30, DateTimeKind.Utc),
        Environment = static name => name == "HOME" ? "/home/me" : name == "1" ? "one" : null,
    };

    public static string Render(string template) => Render(template, Context);

    public static string Render(string template, TemplateContext context) => Render(template, ConformanceTemplateTests.Data(), context);

    public static string Render(string template, GoValue data, TemplateContext? context = null) =>
        Template.Parse(template, TemplateFunctions.Standard).Execute(data, context ?? Context);

    public static TemplateException ParseError(string template)
    {
        TemplateException error = Assert.ThrowsExactly<TemplateException>(() => Template.Parse(template, TemplateFunctions.Standard));
        Assert.AreEqual(TemplateStage.Parse, error.Stage);
        return error;
    }

    public static TemplateException ExecuteError(string template) => ExecuteError(template, Context);

    public static TemplateException ExecuteError(string template, TemplateContext context)
    {
        Template parsed = Template.Parse(template, TemplateFunctions.Standard);
        TemplateException error = Assert.ThrowsExactly<TemplateException>(() => parsed.Execute(ConformanceTemplateTests.Data(), context));
        Assert.AreEqual(TemplateStage.Execute, error.Stage);
        return error;
    }
}
