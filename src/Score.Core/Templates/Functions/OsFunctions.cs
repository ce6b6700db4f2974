using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "OS Functions". The environment is the one that the run was given.</summary>
internal static class OsFunctions
{
    public static readonly string[] Names = ["env", "expandenv"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "env" => TemplateFunction.Create(name, c => GoValue.Of(Read(c.Budget, c.Text(0))), GoType.String),
        "expandenv" => TemplateFunction.Create(name, c => GoValue.Of(Expand(c.Budget, c.Text(0))), GoType.String),
        _ => null,
    };

    private static string Read(Budget budget, string name) => budget.Context.Environment(name) ?? "";

    // $NAME and ${NAME}; a special parameter of the shell like $1 or $* is a name of one character.
    private static string Expand(Budget budget, string text)
    {
        LimitedText result = new(budget);
        for (int i = 0; i < text.Length;)
        {
            if (text[i] != '$' || i + 1 == text.Length)
            {
                result.Append(text[i++]);
                continue;
            }

            string? name = ReadName(text, i + 1, out int length);
            if (name is null && length == 0) result.Append('$');
            else if (name is not null) result.Append(Read(budget, name));
            i += 1 + length;
        }

        return result.ToString();
    }

    // Null with a length for what is dropped: "${" without an end, or "${}".
    private static string? ReadName(string text, int start, out int length)
    {
        if (text[start] == '{')
        {
            if (start + 2 < text.Length && IsSpecial(text[start + 1]) && text[start + 2] == '}')
            {
                length = 3;
                return text.Substring(start + 1, 1);
            }

            int end = text.IndexOf('}', start);
            length = end == start + 1 ? 2 : end < 0 ? 1 : end - start + 1;
            return end > start + 1 ? text.Substring(start + 1, end - start - 1) : null;
        }

        if (IsSpecial(text[start]))
        {
            length = 1;
            return text.Substring(start, 1);
        }

        int at = start;
        while (at < text.Length && (text[at] == '_' || text[at] is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))) at++;
        length = at - start;
        return length > 0 ? text.Substring(start, length) : null;
    }

    private static bool IsSpecial(char c) => c is '*' or '#' or '$' or '@' or '!' or '?' or '-' or (>= '0' and <= '9');
}
