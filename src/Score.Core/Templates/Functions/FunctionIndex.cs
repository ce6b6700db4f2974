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

        // Sprig's chapters; its slice takes the place of the language's.
        Add(index, StringFunctions.Names, StringFunctions.Create);
        Add(index, WordFunctions.Names, WordFunctions.Create);
        Add(index, RandomFunctions.Names, RandomFunctions.Create);
        Add(index, RegexFunctions.Names, RegexFunctions.Create);
        Add(index, StringListFunctions.Names, StringListFunctions.Create);
        Add(index, MathFunctions.Names, MathFunctions.Create);
        Add(index, FloatMathFunctions.Names, FloatMathFunctions.Create);
        Add(index, IntegerListFunctions.Names, IntegerListFunctions.Create);
        Add(index, DateFunctions.Names, DateFunctions.Create);
        Add(index, DefaultsFunctions.Names, DefaultsFunctions.Create);
        Add(index, JsonFunctions.Names, JsonFunctions.Create);
        Add(index, EncodingFunctions.Names, EncodingFunctions.Create);
        Add(index, ListFunctions.Names, ListFunctions.Create);
        Add(index, DictFunctions.Names, DictFunctions.Create);
        Add(index, ConversionFunctions.Names, ConversionFunctions.Create);
        Add(index, PathFunctions.Names, PathFunctions.Create);
        Add(index, FlowFunctions.Names, FlowFunctions.Create);
        Add(index, ReflectionFunctions.Names, ReflectionFunctions.Create);
        Add(index, SemverFunctions.Names, SemverFunctions.Create);
        Add(index, CryptoFunctions.Names, CryptoFunctions.Create);
        Add(index, CertificateFunctions.Names, CertificateFunctions.Create);
        Add(index, UrlFunctions.Names, UrlFunctions.Create);
        Add(index, UuidFunctions.Names, UuidFunctions.Create);
        Add(index, OsFunctions.Names, OsFunctions.Create);
        Add(index, NetworkFunctions.Names, NetworkFunctions.Create);
        return index;
    }

    private static void Add(Dictionary<string, Func<string, TemplateFunction>> index, string[] names, Func<string, TemplateFunction> create)
    {
        foreach (string name in names) index[name] = create;
    }
}
