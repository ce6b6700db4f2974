using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Files;

namespace Score.Core.Init;

/// <summary>Reads JSON files of a project, such as appsettings.json, as far as they can be read.</summary>
internal static class JsonSettings
{
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The object that a file holds; null when there is none.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="diagnostics">Receives SCORE0701.</param>
    public static JObject? Read(string fullPath, DiagnosticBag diagnostics)
    {
        BoundedFileResult file = BoundedFile.Read(fullPath, MaxBytes);
        if (file.Problem == BoundedFileProblem.NotFound) return null;
        if (file.Bytes is null)
        {
            diagnostics.Add(DiagnosticDescriptors.SettingsNotRead, SourceSpan.WholeFile(fullPath), Path.GetFileName(fullPath), new Phrase(file.Detail));
            return null;
        }

        using StreamReader text = new(new MemoryStream(file.Bytes), Encoding.UTF8);
        using JsonTextReader json = new(text) { DateParseHandling = DateParseHandling.None };
        try
        {
            JToken root = JToken.ReadFrom(json, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore });
            while (json.Read())
            {
                // A comment at the end is well, and all else is an error that reading finds.
            }

            return root as JObject;
        }
        catch (JsonException)
        {
            // The message of the exception may hold a piece of the file.
            SourceSpan place = new(fullPath, Math.Max(1, json.LineNumber), json.LinePosition + 1, Math.Max(1, json.LineNumber), json.LinePosition + 1);
            diagnostics.Add(DiagnosticDescriptors.SettingsNotRead, place, Path.GetFileName(fullPath), new Phrase("here it stops being JSON."));
            return null;
        }
    }

    /// <summary>The connection strings of an appsettings file by name, with two underscores between the parts of a name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ConnectionStrings(JObject settings)
    {
        const string Section = "ConnectionStrings";
        foreach (JProperty property in settings.Properties())
        {
            string[] name = property.Name.Split(':');
            if (!string.Equals(name[0], Section, StringComparison.OrdinalIgnoreCase)) continue;
            foreach (KeyValuePair<string, string> found in Texts(string.Join("__", name.Skip(1)), property.Value)) yield return found;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(string name, JToken value)
    {
        if (value is JObject group)
        {
            return group.Properties().SelectMany(p => Texts((name.Length == 0 ? "" : name + "__") + p.Name.Replace(":", "__"), p.Value));
        }

        bool isText = value.Type is JTokenType.String or JTokenType.Null && name.Length > 0 && name.All(IsOfName);
        return isText ? [new KeyValuePair<string, string>(name, (string?)value ?? "")] : [];
    }

    // Others are in no name of a variable.
    private static bool IsOfName(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
