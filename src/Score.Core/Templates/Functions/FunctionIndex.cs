using System.Collections.Generic;

namespace Score.Core.Templates.Functions;

/// <summary>The functions of the language and Sprig's, by families. A function is made when a template names it.</summary>
internal static class FunctionIndex
{
    /// <summary>The names of all functions.</summary>
    public static IReadOnlyList<string> Names =>
    [
        .. LanguageFunctions.Names,

        // Sprig's chapters.
        .. StringFunctions.Names,
        .. WordFunctions.Names,
        .. RandomFunctions.Names,
        .. RegexFunctions.Names,
        .. StringListFunctions.Names,
        .. MathFunctions.Names,
        .. FloatMathFunctions.Names,
        .. IntegerListFunctions.Names,
        .. DateFunctions.Names,
        .. DefaultsFunctions.Names,
        .. JsonFunctions.Names,
        .. EncodingFunctions.Names,
        .. ListFunctions.Names,
        .. DictFunctions.Names,
        .. ConversionFunctions.Names,
        .. PathFunctions.Names,
        .. FlowFunctions.Names,
        .. ReflectionFunctions.Names,
        .. SemverFunctions.Names,
        .. CryptoFunctions.Names,
        .. CertificateFunctions.Names,
        .. UrlFunctions.Names,
        .. UuidFunctions.Names,
        .. OsFunctions.Names,
        .. NetworkFunctions.Names,
    ];

    /// <summary>Makes the function of a name; null when there is none.</summary>
    public static TemplateFunction? Find(string name) =>

        // What templates use most comes first: a family is loaded when it is asked.
        LanguageFunctions.Create(name)
        ?? DictFunctions.Create(name)
        ?? DefaultsFunctions.Create(name)
        ?? StringFunctions.Create(name)
        ?? ConversionFunctions.Create(name)
        ?? ListFunctions.Create(name)
        ?? StringListFunctions.Create(name)
        ?? FlowFunctions.Create(name)
        ?? RandomFunctions.Create(name)
        ?? JsonFunctions.Create(name)
        ?? CryptoFunctions.Create(name)
        ?? RegexFunctions.Create(name)
        ?? EncodingFunctions.Create(name)
        ?? MathFunctions.Create(name)
        ?? WordFunctions.Create(name)
        ?? DateFunctions.Create(name)
        ?? FloatMathFunctions.Create(name)
        ?? IntegerListFunctions.Create(name)
        ?? PathFunctions.Create(name)
        ?? ReflectionFunctions.Create(name)
        ?? SemverFunctions.Create(name)
        ?? CertificateFunctions.Create(name)
        ?? UrlFunctions.Create(name)
        ?? UuidFunctions.Create(name)
        ?? OsFunctions.Create(name)
        ?? NetworkFunctions.Create(name);
}
