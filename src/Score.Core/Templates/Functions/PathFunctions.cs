using System;
using System.Collections.Generic;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>
/// Sprig's chapter "Path and Filepath Functions". The functions with "os" follow the rules of Unix on every system, so that
/// a build on Windows gives what a build on Linux gives.
/// </summary>
internal static class PathFunctions
{
    public static readonly string[] Names = ["base", "clean", "dir", "ext", "isAbs", "osBase", "osClean", "osDir", "osExt", "osIsAbs"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "base" or "osBase" => Text(name, Base),
        "clean" or "osClean" => Text(name, Clean),
        "dir" or "osDir" => Text(name, Directory),
        "ext" or "osExt" => Text(name, Extension),
        "isAbs" or "osIsAbs" => TemplateFunction.Create(name, c => GoValue.Of(c.Text(0).StartsWith('/')), GoType.String),
        _ => null,
    };

    private static TemplateFunction Text(string name, Func<string, string> body) =>
        TemplateFunction.Create(name, c => GoValue.Of(body(c.Text(0))), GoType.String);

    private static string Base(string path)
    {
        if (path.Length == 0) return ".";
        string trimmed = path.TrimEnd('/');
        return trimmed.Length == 0 ? "/" : trimmed.Substring(trimmed.LastIndexOf('/') + 1);
    }

    private static string Directory(string path) => Clean(path.Substring(0, path.LastIndexOf('/') + 1));

    private static string Extension(string path)
    {
        int dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? path.Substring(dot) : "";
    }

    private static string Clean(string path)
    {
        bool isRooted = path.StartsWith('/');
        List<string> parts = [];
        foreach (string part in path.Split('/'))
        {
            if (part.Length == 0 || part == ".") continue;
            bool goesUp = part == "..";
            if (goesUp && parts.Count > 0 && parts[parts.Count - 1] != "..") parts.RemoveAt(parts.Count - 1);
            else if (!goesUp || !isRooted) parts.Add(part);
        }

        string cleaned = (isRooted ? "/" : "") + string.Join("/", parts);
        return cleaned.Length == 0 ? "." : cleaned;
    }
}
