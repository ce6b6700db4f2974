using Score.Core.Templates.Execution;
using Score.Core.Templates.Parsing;
using Score.Core.Templates.Patterns;
using Score.Core.Templates.Values;

namespace Score.Core.Templates;

/// <summary>
/// A Go text/template. It is read once and can be run any number of times, also at the same time: nothing in it changes but a
/// cache of regular expressions.
/// </summary>
internal sealed class Template
{
    private readonly string _text;
    private readonly ParsedTemplate _parsed;
    private readonly PatternCache _patterns = new();

    private Template(string text, ParsedTemplate parsed)
    {
        _text = text;
        _parsed = parsed;
    }

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template's text.</param>
    /// <param name="functions">The functions that it may call.</param>
    /// <exception cref="TemplateException">The text is not a template; its stage is <see cref="TemplateStage.Parse"/>.</exception>
    public static Template Parse(string text, TemplateFunctions functions)
    {
        try
        {
            return new Template(text, Parser.Parse(text, functions));
        }
        catch (SyntaxException e)
        {
            (int line, int column) = PositionOf(text, e.Offset);
            throw new TemplateException(TemplateStage.Parse, e.Kind, line, column, e.Message);
        }
    }

    /// <summary>Runs the template.</summary>
    /// <param name="data">The dot. Functions like <c>set</c> change the maps in it.</param>
    /// <param name="context">What the template sees of the world, and its limits.</param>
    /// <exception cref="TemplateException">The run failed; the stage is <see cref="TemplateStage.Execute"/>.</exception>
    public string Execute(GoValue data, TemplateContext context)
    {
        try
        {
            return Executor.Run(_parsed, data, context, _patterns);
        }
        catch (ExecutionException e)
        {
            (int line, int column) = PositionOf(_text, e.Offset);
            throw new TemplateException(TemplateStage.Execute, e.Kind, line, column, e.Message);
        }
    }

    private static (int Line, int Column) PositionOf(string text, int offset)
    {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++)
        {
            if (text[i] != '\n') continue;
            line++;
            start = i + 1;
        }

        return (line, offset - start + 1);
    }
}
