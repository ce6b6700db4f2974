using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests;

/// <summary>Rooms, the folders of Score.Core, use each other as docs/architecture.md says: only those above them in its table.</summary>
[TestClass]
public sealed class ArchitectureTests
{
    private const int MaxColumns = 160;

    private static readonly string Root = Path.Combine(ConformanceValidationTests.Folder(), "..", "..");
    private static readonly Dictionary<string, List<SourceFile>> Rooms = ReadRooms();
    private static readonly Dictionary<string, string[]> Table = ReadTable();

    [TestMethod]
    public void EveryRoomHasItsRowInTheTable() =>
        CollectionAssert.AreEqual(Rooms.Keys.Order(StringComparer.Ordinal).ToList(), Table.Keys.Order(StringComparer.Ordinal).ToList());

    [TestMethod]
    public void RoomsUseWhatTheTableLists()
    {
        List<string> wrong = [];
        foreach ((string room, string other, string file) in Uses())
        {
            if (!Table[room].Contains(other)) wrong.Add($"{room} uses {other} in {file}");
        }

        Assert.HasCount(0, wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    public void RowsNameRoomsAboveThemThatAreUsed()
    {
        List<string> order = [.. Table.Keys];
        HashSet<string> used = Uses().Select(u => $"{u.Room} {u.Other}").ToHashSet(StringComparer.Ordinal);
        foreach ((string room, string[] others) in Table)
        {
            foreach (string other in others)
            {
                Assert.IsTrue(Table.ContainsKey(other), $"{room} names {other}");
                Assert.IsLessThan(order.IndexOf(room), order.IndexOf(other), $"{other} does not stand above {room}");
                Assert.Contains($"{room} {other}", used, $"{room} does not use {other}");
            }
        }
    }

    [TestMethod]
    public void RoomsFormNoCycle()
    {
        Dictionary<string, HashSet<string>> uses = Rooms.Keys.ToDictionary(r => r, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach ((string room, string other, _) in Uses()) uses[room].Add(other);
        while (uses.Where(u => u.Value.Count == 0).Select(u => u.Key).ToList() is { Count: > 0 } free)
        {
            foreach (string room in free) uses.Remove(room);
            foreach (HashSet<string> others in uses.Values) others.ExceptWith(free);
        }

        Assert.HasCount(0, uses, string.Join(", ", uses.Select(u => $"{u.Key} -> {string.Join(" and ", u.Value)}")));
    }

    [TestMethod]
    public void LinesAreShort()
    {
        List<string> wrong = [];
        foreach (string file in ((string[])["src", "tests", "bench"]).SelectMany(CodeFiles).Order(StringComparer.Ordinal))
        {
            string? quotes = null;
            string[] lines = File.ReadAllLines(file);
            for (int i = 0; i < lines.Length; i++)
            {
                // What stands between the lines of quotes of a raw string is data, and may be as long as it is.
                if (quotes is not null)
                {
                    if (lines[i].TrimStart().StartsWith(quotes, StringComparison.Ordinal)) quotes = null;
                    continue;
                }

                if (lines[i].Length > MaxColumns) wrong.Add($"{Path.GetRelativePath(Root, file)}({i + 1}): {lines[i].Length} columns, of {MaxColumns} at most");
                MatchCollection found = Regex.Matches(lines[i], "\"{3,}");
                if (found.Count % 2 == 1 && lines[i].EndsWith(found[^1].Value, StringComparison.Ordinal)) quotes = found[^1].Value;
            }
        }

        Assert.HasCount(0, wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    public void FolderIsTheNamespace()
    {
        List<string> wrong = [];
        foreach (SourceFile file in Rooms.Values.SelectMany(f => f))
        {
            if (file.Namespace != file.Expected) wrong.Add($"{file.Name} is in {file.Namespace}");
        }

        Assert.HasCount(0, wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    public void ResourcesNameNoPlatform()
    {
        List<string> wrong = [];
        foreach (SourceFile file in Rooms["Resources"])
        {
            if (Regex.IsMatch(file.Code, @"\b(Compose|Kubernetes)(Platform|\.)|""(Compose|Kubernetes)""")) wrong.Add(file.Name);
        }

        Assert.HasCount(0, wrong, string.Join('\n', wrong));
    }

    // Through a using, a whole name, or one that begins with the name of the room.
    private static IEnumerable<(string Room, string Other, string File)> Uses()
    {
        Dictionary<string, HashSet<string>> types = Rooms.ToDictionary(r => r.Key, r => r.Value.SelectMany(f => f.Types).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Regex whole = new(@"\bScore(?:\.Core)?\.(\w+)");
        Regex begun = new($@"(?<![\w.])({string.Join('|', Rooms.Keys)})((?:\.\w+)+)");
        foreach ((string room, List<SourceFile> files) in Rooms)
        {
            foreach (SourceFile file in files)
            {
                HashSet<string> others = whole.Matches(file.Code).Select(m => m.Groups[1].Value).Where(Rooms.ContainsKey).ToHashSet(StringComparer.Ordinal);
                others.UnionWith(begun.Matches(file.Code).Where(m => m.Groups[2].Value.Split('.').Any(types[m.Groups[1].Value].Contains))
                    .Select(m => m.Groups[1].Value));
                foreach (string other in others.Where(o => o != room)) yield return (room, other, file.Name);
            }
        }
    }

    private static IEnumerable<string> CodeFiles(string folder) => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !Regex.IsMatch(Path.GetRelativePath(Root, f), @"[/\\](bin|obj)[/\\]"));

    private static Dictionary<string, List<SourceFile>> ReadRooms()
    {
        Dictionary<string, List<SourceFile>> rooms = new(StringComparer.Ordinal);
        string core = Path.Combine(Root, "src", "Score.Core");
        foreach (string folder in Directory.GetDirectories(core).Where(f => Path.GetFileName(f) is not ("bin" or "obj")))
            rooms.Add(Path.GetFileName(folder), Read(folder, "Score.Core." + Path.GetFileName(folder)));
        string templates = Path.Combine(Root, "src", "Score.Templates");
        if (Directory.Exists(templates)) rooms.Add("Templates", Read(templates, "Score.Templates"));
        return rooms;
    }

    private static List<SourceFile> Read(string folder, string name) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(f => (Full: f, Path: Path.GetRelativePath(folder, f).Replace('\\', '/')))
        .Where(f => !f.Path.StartsWith("bin/", StringComparison.Ordinal) && !f.Path.StartsWith("obj/", StringComparison.Ordinal))
        .Select(f => SourceFile.Read(f.Full, string.Join('.', f.Path.Split('/').SkipLast(1).Prepend(name))))
        .Where(f => f.Namespace.StartsWith("Score.", StringComparison.Ordinal))
        .ToList();

    // | Name | What it does | Names of others |
    private static Dictionary<string, string[]> ReadTable() => File.ReadLines(Path.Combine(Root, "docs", "architecture.md"))
        .SkipWhile(l => !l.StartsWith("| Room |", StringComparison.Ordinal))
        .TakeWhile(l => l.StartsWith('|'))
        .Skip(2)
        .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(c => c[1], c => c[^2].Split(", ", StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private sealed record SourceFile(string Name, string Namespace, string Expected, string Code, IReadOnlyList<string> Types)
    {
        public static SourceFile Read(string path, string expected)
        {
            // What only prose refers to is no use of it, but its using is one.
            string code = Regex.Replace(File.ReadAllText(path), @"^\s*//.*$", "", RegexOptions.Multiline);
            return new SourceFile(
                Path.GetFileName(path),
                Regex.Match(code, @"^namespace ([\w.]+)", RegexOptions.Multiline).Groups[1].Value,
                expected,
                code,
                Regex.Matches(code, @"\b(?:class|record|struct|enum|interface) (\w+)").Select(m => m.Groups[1].Value).ToList());
        }
    }
}
