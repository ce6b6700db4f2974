using System.Collections.Generic;
using Score.Core.Templates.Functions;

namespace Score.Core.Templates;

/// <summary>The functions that a template may call: those of the language, Sprig's, and what the caller adds.</summary>
internal sealed class TemplateFunctions
{
    /// <summary>The functions of the language and Sprig's.</summary>
    public static readonly TemplateFunctions Standard = new([]);

    private readonly TemplateFunction[] _added;

    private TemplateFunctions(TemplateFunction[] added) => _added = added;

    /// <summary>The names of all functions.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            foreach (TemplateFunction function in _added)
            {
                if (FindAdded(function.Name) == function) yield return function.Name;
            }

            foreach (string name in FunctionIndex.Names)
            {
                if (FindAdded(name) is null) yield return name;
            }
        }
    }

    /// <summary>These functions and some more; of two with one name, the added one counts.</summary>
    public TemplateFunctions With(params TemplateFunction[] functions) => new([.. functions, .. _added]);

    /// <summary>The function of a name, or null.</summary>
    public TemplateFunction? Find(string name) => FindAdded(name) ?? FunctionIndex.Find(name);

    /// <summary>The function of a name that the caller has added, or null.</summary>
    public TemplateFunction? FindAdded(string name)
    {
        foreach (TemplateFunction function in _added)
        {
            if (function.Name == name) return function;
        }

        return null;
    }
}
