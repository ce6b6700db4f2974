using System.Linq;
using Score.Core.Diagnostics;

namespace Score.Core.Yaml;

/// <summary>What is wrong with a text that may hold secrets: the same as in the finding, without words of the text.</summary>
/// <param name="Line">The line of the text, from 1.</param>
/// <param name="Sentence">What is wrong.</param>
internal sealed record YamlProblem(int Line, string Sentence)
{
    /// <summary>The first error of a text, or null when there is none.</summary>
    /// <param name="reading">What reading it found.</param>
    public static YamlProblem? First(DiagnosticBag reading)
    {
        Diagnostic? first = reading.ToSortedList().FirstOrDefault(d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        return first is null ? null : new YamlProblem(first.Span.Line, Describe(first));
    }

    private static string Describe(Diagnostic diagnostic)
    {
        DiagnosticDescriptor kind = diagnostic.Descriptor;
        if (kind == DiagnosticDescriptors.DuplicateKey) return "A key is there twice.";
        if (kind == DiagnosticDescriptors.KeyNotString) return "A key is not a string. Put it in quotes.";
        if (kind == DiagnosticDescriptors.UnknownAlias)
            return "A value that begins with '*' stands for an anchor, and there is none of that name. If it is meant as text, put it in quotes.";
        if (kind == DiagnosticDescriptors.RecursiveAlias) return "An alias stands inside its own anchor.";
        if (kind == DiagnosticDescriptors.TagMismatch) return "A value is not what its tag says.";
        return diagnostic.Message;
    }
}
