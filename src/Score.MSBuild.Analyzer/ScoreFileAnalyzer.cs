using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;
using Descriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;
using Finding = Score.Core.Diagnostics.Diagnostic;
using Severity = Score.Core.Diagnostics.DiagnosticSeverity;

namespace Score.MSBuild.Analyzer;

/// <summary>
/// Reports in an editor, while somebody types, what a build says of a score file by itself: the same codes and messages at the same
/// places. Builds do not load it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class ScoreFileAnalyzer : DiagnosticAnalyzer
{
    private const string Page = "https://github.com/score-msbuild/score-msbuild/blob/main/docs/diagnostics.md#";
    private const string Version = "score.dev/";

    private static readonly ImmutableDictionary<string, Descriptor> ByCode = typeof(DiagnosticDescriptors)
        .GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.GetValue(null)).OfType<Core.Diagnostics.DiagnosticDescriptor>()
        .ToImmutableDictionary(d => d.Code, Describe);

    /// <inheritdoc/>
    public override ImmutableArray<Descriptor> SupportedDiagnostics { get; } = ByCode.Values.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        string path = context.AdditionalFile.Path;
        string extension = Path.GetExtension(path);
        if (!Is(extension, ".yaml") && !Is(extension, ".yml")) return;
        if (context.AdditionalFile.GetText(context.CancellationToken)?.ToString() is not { } text || !IsScoreFile(path, text)) return;

        DiagnosticBag findings = new();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= YamlLimits.FileSize && SourceReader.Decode(path, bytes, findings) is { } source) WorkloadLoader.Load(source, path, findings);
        foreach (Finding finding in findings.ToSortedList())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Location place = Place(finding.Span, path, text);
            context.ReportDiagnostic(Microsoft.CodeAnalysis.Diagnostic.Create(ByCode[finding.Descriptor.Code], place, finding.Message));
        }
    }

    // Files of other analyzers may be YAML too. The metadata of items would tell which file is ours, but the compiler's file for it
    // would then differ between an editor's builds and others, and each would compile anew after the other.
    private static bool IsScoreFile(string path, string text)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return Is(name, "score") || name.EndsWith(".score", StringComparison.OrdinalIgnoreCase) || text.IndexOf(Version, StringComparison.Ordinal) >= 0;
    }

    private static bool Is(string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    private static Location Place(SourceSpan span, string path, string text)
    {
        if (span.Line == 0) return Location.Create(span.File, default, default);
        LinePosition start = new(span.Line - 1, span.Column - 1), end = new(span.EndLine - 1, span.EndColumn - 1);
        LinePositionSpan lines = new(start, end);
        if (span.File != path) return Location.Create(span.File, default, lines);
        TextLineCollection all = Microsoft.CodeAnalysis.Text.SourceText.From(text).Lines;
        int length = text.Length;
        TextSpan characters = TextSpan.FromBounds(Math.Min(length, all.GetPosition(start)), Math.Min(length, all.GetPosition(end)));
        return Location.Create(path, characters, lines);
    }

    private static Descriptor Describe(Core.Diagnostics.DiagnosticDescriptor descriptor) => new(
        descriptor.Code,
        "Score file",
        "{0}",
        "Score",
        descriptor.Severity switch
        {
            Severity.Error => Microsoft.CodeAnalysis.DiagnosticSeverity.Error,
            Severity.Warning => Microsoft.CodeAnalysis.DiagnosticSeverity.Warning,
            _ => Microsoft.CodeAnalysis.DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: Page + descriptor.Code.ToLowerInvariant());
}
