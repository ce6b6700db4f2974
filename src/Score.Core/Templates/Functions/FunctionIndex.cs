using System;
using System.Collections.Generic;
using System.Threading;

namespace Score.Core.Templates.Functions;

/// <summary>
/// Which family has the function of a name. A family makes a function when a template names it, so that what is not used
/// costs nothing but its name in this index.
/// </summary>
internal static class FunctionIndex
{
    private static readonly Lazy<Dictionary<string, Func<string, TemplateFunction>>> Families = new(Build, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The names of all functions.</summary>
    public static IEnumerable<string> Names => Families.Value.Keys;

    /// <summary>Makes the function of a name; null when there is none.</summary>
    public static TemplateFunction? Find(string name) =>
        Families.Value.TryGetValue(name, out Func<string, TemplateFunction>? create) ? create(name) : null;

    private static Dictionary<string, Func<string, TemplateFunction>> Build()
    {
        Dictionary<string, Func<string, TemplateFunction>> index = new(256, StringComparer.Ordinal);
        Add(index, LanguageFunctions.Names, LanguageFunctions.Create);
        return index;
    }

    private static void Add(Dictionary<string, Func<string, TemplateFunction>> index, string[] names, Func<string, TemplateFunction> create)
    {
        foreach (string name in names) index[name] = create;
    }
}
