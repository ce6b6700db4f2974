using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>
/// Finds names in project files that MSBuild takes without a word and nobody reads: properties, items and metadata that are nearly
/// ours, and wildcards that match nothing.
/// </summary>
/// <param name="properties">The names of our properties.</param>
/// <param name="itemsOf">The items that there are of a name; null when they are not known here.</param>
/// <param name="diagnostics">Receives SCORE0675 and SCORE0676.</param>
internal sealed class ProjectSpelling(IReadOnlyList<string> properties, Func<string, ITaskItem[]?> itemsOf, DiagnosticBag diagnostics)
{
    private const string Prefix = "Score";

    private static readonly Dictionary<string, string[]> Metadata = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ScoreFile"] = ["OverridesFile", "Image", "Project"],
        ["ScoreOverride"] = ["Value", "Path", "File"],
        ["ScoreBuild"] = ["Context", "Dockerfile", "Args", "Stage", "Tags", "Secrets", "Platforms"],
        ["ScorePublish"] = [],
        ["ScoreProvisioners"] = ["Platform", "Environment"],
        ["ScorePatch"] = ["Platform", "Environment"],
    };

    private static readonly string[] Own =
        ["Include", "Update", "Remove", "Exclude", "Condition", "Label", "KeepMetadata", "RemoveMetadata", "KeepDuplicates", "MatchOnMetadata", "ScoreFile"];

    /// <summary>The names of the properties that a .props file declares.</summary>
    /// <param name="fullPath">The file.</param>
    public static IReadOnlyList<string> DeclaredIn(string fullPath)
    {
        List<string> names = [];
        string text = Encoding.UTF8.GetString(BoundedFile.Read(fullPath, FileContents.SourceSize).Bytes ?? []);
        foreach (string part in text.Split('<'))
        {
            int end = part.IndexOf(' ');
            if (end > 0
                && part.IndexOf(" Condition=", StringComparison.Ordinal) == end
                && part.IndexOf("'$(" + part.Substring(0, end) + ")'", StringComparison.Ordinal) > 0)
            {
                names.Add(part.Substring(0, end));
            }
        }

        return names;
    }

    /// <summary>Whether there is anything to check in a project file, most of which name this package only in a reference.</summary>
    /// <param name="fullPath">The file.</param>
    public static bool HasNames(string fullPath)
    {
        string text = Encoding.UTF8.GetString(BoundedFile.Read(fullPath, FileContents.SourceSize).Bytes ?? []);
        return text.IndexOf("<Score", StringComparison.OrdinalIgnoreCase) >= 0
            || text.IndexOf("Score>", StringComparison.OrdinalIgnoreCase) >= 0
            || text.IndexOf("EnableScore", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>Checks a project file. One that cannot be read is MSBuild's to report.</summary>
    /// <param name="fullPath">The file.</param>
    public void Check(string fullPath)
    {
        if (BoundedFile.Read(fullPath, FileContents.SourceSize).Bytes is not { } bytes) return;
        using MemoryStream stream = new(bytes);
        try
        {
            using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            Read(reader, fullPath);
        }
        catch (XmlException)
        {
        }
    }

    private void Read(XmlReader reader, string file)
    {
        List<string> path = [];
        bool[] isConditional = new bool[64];
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth >= isConditional.Length) return;
            path.RemoveRange(reader.Depth, path.Count - reader.Depth);
            path.Add(reader.LocalName);
            isConditional[reader.Depth] = (reader.Depth > 0 && isConditional[reader.Depth - 1]) || reader.GetAttribute("Condition") is not null;
            string parent = path.Count > 1 ? path[path.Count - 2] : "";
            SourceSpan place = PlaceOf(reader, file, reader.LocalName.Length, 0);
            if (parent == "PropertyGroup") CheckName(reader.LocalName, "property", properties, Metadata.Keys, place);
            else if (parent == "ItemGroup" && Metadata.TryGetValue(reader.LocalName, out string[]? known))
                CheckItem(reader, file, known, isConditional[reader.Depth]);
            else if (parent == "ItemGroup") CheckName(reader.LocalName, "item", Metadata.Keys, properties, place);
            else if (path.Count > 2 && path[path.Count - 3] == "ItemGroup" && Metadata.TryGetValue(parent, out known))
                CheckMetadata(reader.LocalName, known, place);
        }
    }

    private void CheckItem(XmlReader reader, string file, string[] known, bool isConditional)
    {
        string item = reader.LocalName;
        bool isExcluding = reader.GetAttribute("Exclude") is not null;
        while (reader.MoveToNextAttribute())
        {
            CheckMetadata(reader.LocalName, known, PlaceOf(reader, file, reader.LocalName.Length, 0));
            if (reader.LocalName == "Include" && !isConditional && !isExcluding)
                CheckWildcards(item, reader.Value, PlaceOf(reader, file, reader.Value.Length, "Include=\"".Length));
        }

        reader.MoveToElement();
    }

    private void CheckName(string name, string kind, IEnumerable<string> known, IEnumerable<string> others, SourceSpan place)
    {
        if (name.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase) < 0) return;
        if (name[0] == '_' || known.Contains(name, StringComparer.OrdinalIgnoreCase)) return;
        string? meant = Suggestion.FindTypo(name, known);
        bool isOther = others.Contains(name, StringComparer.OrdinalIgnoreCase);
        if (isOther)
        {
            Report(name, kind, kind == "property"
                ? $" {name} is an item, and belongs into an ItemGroup."
                : $" {name} is a property, and belongs into a PropertyGroup.", place);
        }
        else if (meant is not null)
        {
            Report(name, kind, $" Did you mean '{meant}'?", place);
        }
        else if (Suggestion.FindTypo(name, others) is { } other)
        {
            Report(name, kind, $" Did you mean the {(kind == "property" ? "item" : "property")} '{other}'?", place);
        }
    }

    private void CheckMetadata(string name, string[] known, SourceSpan place)
    {
        if (Own.Contains(name) || known.Contains(name, StringComparer.OrdinalIgnoreCase)) return;
        if (Suggestion.FindTypo(name, known) is { } meant) Report(name, "metadata", $" Did you mean '{meant}'?", place);
    }

    private void Report(string name, string kind, string hint, SourceSpan place) =>
        diagnostics.Add(DiagnosticDescriptors.MisspeltName, place, name, new Phrase(kind), new Phrase(hint));

    // What names a property or another item is known to MSBuild only.
    private void CheckWildcards(string item, string include, SourceSpan place)
    {
        if (itemsOf(item) is not { } there) return;
        foreach (string part in include.Split(';').Select(p => p.Trim()))
        {
            if (part.IndexOfAny(['*', '?']) < 0 || part.IndexOfAny(['$', '@', '%']) >= 0) continue;
            string pattern = Regex.Escape(part.Replace('\\', '/'))
                .Replace(@"\*\*/", "(.*/)?")
                .Replace(@"\*\*", ".*")
                .Replace(@"\*", "[^/]*")
                .Replace(@"\?", "[^/]");
            Regex regex = new($"^{pattern}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            if (!there.Any(i => Matches(regex, i.ItemSpec.Replace('\\', '/'))))
                diagnostics.Add(DiagnosticDescriptors.WildcardMatchesNothing, place, part, item);
        }
    }

    private static bool Matches(Regex regex, string path)
    {
        try
        {
            return regex.IsMatch(path);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static SourceSpan PlaceOf(XmlReader reader, string file, int length, int offset)
    {
        IXmlLineInfo line = (IXmlLineInfo)reader;
        return new SourceSpan(file, line.LineNumber, line.LinePosition + offset, line.LineNumber, line.LinePosition + offset + length);
    }
}
