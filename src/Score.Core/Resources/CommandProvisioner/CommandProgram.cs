using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Score.Core.Resources.CommandProvisioner;

/// <summary>The file that a <c>cmd://</c> URI stands for.</summary>
/// <param name="Path">The full path; null when there is none.</param>
/// <param name="IsPath">Whether the URI gives a path, and not a name to look for.</param>
/// <param name="Problem">Why there is none, in a sentence.</param>
internal sealed record CommandProgram(string? Path, bool IsPath, string Problem)
{
    /// <summary>What the URI of a program begins with.</summary>
    public const string Scheme = "cmd://";

    private static bool IsWindows => System.IO.Path.DirectorySeparatorChar == '\\';

    /// <summary>
    /// Finds the program: <c>NAME</c> on the search path, <c>./x</c> and <c>../x</c> from the project's folder, <c>~/x</c> at home, or <c>/x</c>.
    /// What follows a <c>#</c> names the entry for people. As in the tools, escapes such as <c>%20</c> stand for themselves.
    /// </summary>
    /// <param name="uri">The URI.</param>
    /// <param name="folder">The full path of the project's folder.</param>
    public static CommandProgram Find(string uri, string folder)
    {
        string text = uri.Substring(Scheme.Length).Split('#')[0];
        if (text.IndexOf('?') is var query and >= 0)
        {
            if (query < text.Length - 1)
            {
                return Missing(false,
                    "its URI has a query ('?'), which stands for nothing. Give the program its arguments in 'args', or a name for people after '#'.");
            }
            text = text.Substring(0, query);
        }

        string first = text.Split('/')[0];
        if (first.IndexOfAny(['@', ':']) >= 0)
            return Missing(false, "its URI has a user or a port, which stand for nothing. Write 'cmd:///x' for a full path.");
        string rest = text.Substring(first.Length).TrimStart('/');
        if (rest.Length == 0) return first.Trim('.', '~').Length == 0 ? Missing(false, "the URI names no program.") : OnSearchPath(first);
        return first switch
        {
            "" => At(IsWindows && rest.Length > 1 && rest[1] == ':' ? rest : "/" + rest),
            "~" =>
                At(System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), rest)),
            "." or ".." => At(System.IO.Path.Combine(folder, first, rest)),
            _ => Missing(false, $"write 'cmd://./{text}' for a file of the project's folder, or a name alone for a program on the search path."),
        };
    }

    private static CommandProgram At(string path)
    {
        string fullPath;
        try
        {
            fullPath = System.IO.Path.GetFullPath(path);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return Missing(true, "its path is not valid.");
        }

        if (Directory.Exists(fullPath)) return Missing(true, $"'{fullPath}' is a folder.");
        if (WithExtension(fullPath) is not { } file) return Missing(true, $"there is no file '{fullPath}'.");
        return IsExecutable(file) ? new CommandProgram(file, true, "") : Missing(true, $"'{file}' is not executable. Run 'chmod +x' on it.");
    }

    private static CommandProgram OnSearchPath(string name)
    {
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        foreach (string folder in path.Split(System.IO.Path.PathSeparator))
        {
            // A relative folder would make the program depend on where the build was started.
            if (!IsFull(folder)) continue;
            if (WithExtension(System.IO.Path.Combine(folder, name)) is { } file && IsExecutable(file)) return new CommandProgram(file, false, "");
        }

        return Missing(false, $"no folder of the variable PATH has a program '{name}'.");
    }

    private static bool IsFull(string folder) =>
        folder.IndexOfAny(System.IO.Path.GetInvalidPathChars()) < 0 && (IsWindows ? folder.Length > 2 && folder[1] == ':' : folder.StartsWith('/'));

    private static string? WithExtension(string path)
    {
        IEnumerable<string> extensions = IsWindows ? (Environment.GetEnvironmentVariable("PATHEXT") ?? ".COM;.EXE;.BAT;.CMD").Split(';') : [];
        return extensions.Prepend("").Select(e => path + e).FirstOrDefault(File.Exists);
    }

    private static bool IsExecutable(string file)
    {
#if !NETFRAMEWORK
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows()) return (File.GetUnixFileMode(file) & Execute) != 0;
#endif
        return true;
    }

    private static CommandProgram Missing(bool isPath, string problem) => new(null, isPath, problem);
}
