using System;
using System.Collections.Generic;
using Score.Core.Templates.Functions;

namespace Score.Core.Templates;

/// <summary>The functions that a template may call: those of the language, Sprig's, and what the caller adds.</summary>
internal sealed class TemplateFunctions
{
    /// <summary>The functions of the language and Sprig's.</summary>
    public static readonly TemplateFunctions Standard = new(new Dictionary<string, TemplateFunction>(StringComparer.Ordinal));

    private readonly Dictionary<string, TemplateFunction> _added;

    private TemplateFunctions(Dictionary<string, TemplateFunction> added) => _added = added;

    /// <summary>The names of all functions.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            foreach (string name in _added.Keys) yield return name;
            foreach (string name in FunctionIndex.Names)
            {
                if (!_added.ContainsKey(name)) yield return name;
            }
        }
    }

    /// <summary>These functions and some more; of two with one name, the added one counts.</summary>
    public TemplateFunctions With(params TemplateFunction[] functions)
    {
        Dictionary<string, TemplateFunction> added = new(_added, StringComparer.Ordinal);
        foreach (TemplateFunction function in functions) added[function.Name] = function;
        return new TemplateFunctions(added);
    }

    /// <summary>The function of a name, or null.</summary>
    public TemplateFunction? Find(string name) =>
        _added.TryGetValue(name, out TemplateFunction? function) ? function : FunctionIndex.Find(name);
}
