using System.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>Tells bytes that a ConfigMap can hold as text from those that it cannot.</summary>
internal static class PlainText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The text of some bytes; null when they are no UTF-8, or have characters that cannot be seen: kustomize refuses some of
    /// those and reads others as a space, and YAML has several opinions of what breaks a line.
    /// </summary>
    public static string? Of(byte[] bytes)
    {
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i])) i++;
            else if (text[i] is not ('\n' or '\t') && !YamlWriter.IsPrintable(text[i])) return null;
        }

        return text;
    }
}
