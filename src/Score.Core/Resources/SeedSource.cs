using System;
using System.IO;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>
/// Where the key of all random values is looked for: what the build gives, the project's user secrets, the user's file, and where
/// that cannot be made a file of the project's own.
/// </summary>
/// <param name="diagnostics">Receives SCORE0692 and SCORE0693.</param>
/// <param name="place">The place of these findings.</param>
internal sealed class SeedSource(DiagnosticBag diagnostics, SourceSpan place)
{
    private const int MaxBytes = 4096;
    private const string SecretName = "Score:Seed";

    private byte[]? _seed;

    /// <summary>The key as text; empty when the build gives none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The full path of a file that holds the key, as text or bytes; empty when the build names none.</summary>
    public string TextFile { get; init; } = "";

    /// <summary>The full path of the project's user secrets; empty when it has none.</summary>
    public string UserSecrets { get; init; } = "";

    /// <summary>The full path of the user's file; empty when the system knows no folder for it.</summary>
    public string UserFile { get; init; } = Seed.DefaultPath;

    /// <summary>The full path of the project's file; empty when it may have none.</summary>
    public string ProjectFile { get; init; } = "";

    /// <summary>Whether nothing may be written: a missing key is then another one in each build.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The full path of the file that holds the key that was loaded; empty when it is in no file or was not asked for.</summary>
    public string File { get; private set; } = "";

    /// <summary>Whether the key was asked for.</summary>
    public bool IsUsed => _seed is not null;

    /// <summary>Whether the key was made just now.</summary>
    public bool WasMade { get; private set; }

    /// <summary>The full path of the file with the user secrets of a project, which need not exist; empty when it has none.</summary>
    /// <param name="id">The project's <c>UserSecretsId</c>.</param>
    public static string UserSecretsOf(string id)
    {
        if (id.Length == 0 || id is "." or ".." || id.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || id.IndexOfAny(['/', '\\']) >= 0) return "";
        string? data = Environment.GetEnvironmentVariable("APPDATA");
        string? home = data is { Length: > 0 } ? data : Environment.GetEnvironmentVariable("HOME");
        if (string.IsNullOrEmpty(home)) return "";
        return data is { Length: > 0 }
            ? Path.Combine(data, "Microsoft", "UserSecrets", id, "secrets.json")
            : Path.Combine(home, ".microsoft", "usersecrets", id, "secrets.json");
    }

    /// <summary>The key.</summary>
    /// <exception cref="SeedException">There is one that cannot be used.</exception>
    public byte[] Load() => _seed ??= Find();

    private byte[] Find()
    {
        if (Text.Length > 0) return Seed.Of(Text);
        if (TextFile.Length > 0) return OfFile(TextFile);
        if (UserSecrets.Length > 0 && OfUserSecrets() is { Length: > 0 } secret) return Seed.Of(secret);
        bool isThere = UserFile.Length > 0 && System.IO.File.Exists(UserFile);
        if (!isThere && ProjectFile.Length > 0 && System.IO.File.Exists(ProjectFile)) return OfProject("");
        if (IsReadOnly && !isThere) return Guid.NewGuid().ToByteArray();
        try
        {
            byte[] seed = Checked(UserFile, Seed.Load(UserFile));
            WasMade = !isThere;
            return seed;
        }
        catch (SeedException e) when (!isThere && ProjectFile.Length > 0 && (UserFile.Length == 0 || !System.IO.File.Exists(UserFile)))
        {
            return OfProject(e.Message);
        }
    }

    private byte[] OfProject(string reason)
    {
        WasMade = !System.IO.File.Exists(ProjectFile);
        byte[] seed = Checked(ProjectFile, Seed.Load(ProjectFile));
        diagnostics.Add(DiagnosticDescriptors.SeedInProject, place, ProjectFile, new Phrase(reason.Length > 0 ? " " + reason : ""));
        return seed;
    }

    private byte[] OfFile(string path)
    {
        BoundedFileResult read = BoundedFile.Read(path, 1024 * 1024);
        if (read.Bytes is not { } bytes) throw new SeedException($"'{path}' cannot be read: {read.Detail}");
        int length = bytes.Length;
        while (length > 0 && bytes[length - 1] is (byte)'\r' or (byte)'\n') length--;
        if (length == 0) throw new SeedException($"'{path}' is empty.");
        if (length > MaxBytes) throw new SeedException($"'{path}' has {length} bytes, and a key has {MaxBytes} at the most.");
        return Checked(path, bytes.Take(length).ToArray());
    }

    // As 'dotnet user-secrets' writes it, and as one may write it by hand.
    private string? OfUserSecrets()
    {
        if (BoundedFile.Read(UserSecrets, 1024 * 1024).Bytes is not { } bytes) return null;
        DiagnosticBag reading = new();
        if (SourceReader.Decode(UserSecrets, bytes, reading) is not { } source || YamlReader.Read(source, reading) is not YamlMapping root || reading.HasErrors)
            return null;
        YamlNode? value = Member(root, SecretName) ?? Member(Member(root, "Score") as YamlMapping, "Seed");
        if (value is not YamlScalar { Kind: not YamlScalarKind.Null } scalar) return null;
        File = UserSecrets;
        return scalar.Text;
    }

    private static YamlNode? Member(YamlMapping? mapping, string name) =>
        mapping?.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;

    private byte[] Checked(string path, byte[] seed)
    {
        File = path;
        if (UnixFile.IsReadableByAll(path)) diagnostics.Add(DiagnosticDescriptors.SeedReadableByAll, place, path);
        return seed;
    }
}
