using System.Collections.Generic;
using System.Text;

namespace Score.Core.Overrides;

/// <summary>Lists of settings in one text, as MSBuild writes them: <c>A=1;B=2</c>.</summary>
internal static class SettingList
{
    /// <summary>The entries between semicolons, without space around them and without empty ones. <c>\;</c> stands for a semicolon.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        List<string> entries = [];
        StringBuilder entry = new();
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == ';')
            {
                string trimmed = entry.ToString().Trim();
                if (trimmed.Length > 0) entries.Add(trimmed);
                entry.Clear();
                continue;
            }

            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == ';') i++;
            entry.Append(text[i]);
        }

        return entries;
    }
}
