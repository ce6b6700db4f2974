using System.Text;

namespace Score.Core.Compose;

/// <summary>Writes values so that Docker Compose reads them from an env file as they are.</summary>
internal static class EnvironmentValue
{
    /// <summary>A value as it stands after <c>NAME=</c>: bare if it can be, else in single quotes, else in double quotes with escapes.</summary>
    public static string Write(string value)
    {
        bool isBare = true;
        bool isLiteral = true;
        foreach (char c in value)
        {
            isBare &= c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/' or ':' or '+' or '=' or '@'
                or ',' or '%';
            isLiteral &= c is not ('\'' or '\\') && !char.IsControl(c);
        }

        if (isBare) return value;
        return isLiteral ? $"'{value}'" : Escaped(value);
    }

    private static string Escaped(string value)
    {
        const string Meanings = "\a\b\f\n\r\t\v\"\\$";
        const string Letters = "abfnrtv\"\\$";
        StringBuilder text = new("\"");
        foreach (char c in value)
        {
            int index = Meanings.IndexOf(c);
            if (index >= 0) text.Append('\\').Append(Letters[index]);
            else text.Append(c);
        }

        return text.Append('"').ToString();
    }
}
