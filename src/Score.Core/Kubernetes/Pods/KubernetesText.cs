using System.Text;

namespace Score.Core.Kubernetes.Pods;

/// <summary>
/// Writes text so that it survives Kubernetes, which replaces <c>$(NAME)</c> in variables, commands and arguments when there is
/// a variable of that name, and reads <c>$$</c> as one dollar.
/// </summary>
internal static class KubernetesText
{
    /// <summary>Literal text: a dollar that Kubernetes would read as more than itself is doubled.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isBeforeReference">Whether a reference, which begins with a dollar, follows.</param>
    public static string Literal(string text, bool isBeforeReference = false)
    {
        if (!text.Contains('$')) return text;
        StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '$')
            {
                result.Append(text[i]);
                continue;
            }

            int end = i;
            while (end < text.Length && text[end] == '$') end++;
            bool isOpening = end < text.Length ? text[end] == '(' : isBeforeReference;
            int count = end - i;
            result.Append('$', count > 1 || isOpening ? 2 * count : 1);
            i = end - 1;
        }

        return result.ToString();
    }

    /// <summary>Text that Score does not expand, in which an author may have doubled dollars already: a pair stays as it is.</summary>
    public static string Unexpanded(string text)
    {
        if (!text.Contains('$')) return text;
        StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            result.Append(text[i]);
            if (text[i] != '$' || i + 1 == text.Length) continue;
            if (text[i + 1] is not ('$' or '(')) continue;
            result.Append('$');
            if (text[i + 1] == '$') i++;
        }

        return result.ToString();
    }
}
