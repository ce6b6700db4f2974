using System;
using System.IO;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Files;

namespace Score.Core.Resources.TemplateProvisioner;

/// <summary>Keeps what templates make, for those who write them. It holds secrets in plain text, so only the user may read it.</summary>
internal static class RenderedSections
{
    private const int OwnerOnly = 0x180; // 0600

    /// <summary>Writes the text of a section to <c>TYPE.CLASS#ID/SECTION.yaml</c>.</summary>
    /// <param name="folder">The full path of the folder of all of them.</param>
    /// <param name="uid">The resource's unique id.</param>
    /// <param name="section">The section.</param>
    /// <param name="text">What its template made.</param>
    /// <param name="diagnostics">Receives SCORE0602.</param>
    public static void Write(string folder, string uid, string section, string text, DiagnosticBag diagnostics)
    {
        string file = Path.Combine(folder, SafeName(uid), section + ".yaml");
        try
        {
            MakePrivate(folder);
            AtomicFile.WriteIfDifferent(file, Encoding.UTF8.GetBytes(text), OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            diagnostics.Add(DiagnosticDescriptors.CannotWrite, SourceSpan.WholeFile(file), Path.GetFileName(file), new Phrase(e.Message));
        }
    }

    // Types and classes may have capitals, which not every file system tells apart, and Windows keeps some names for devices.
    private static string SafeName(string uid)
    {
        StringBuilder name = new();
        foreach (char c in uid)
        {
            if (c is >= 'A' and <= 'Z') name.Append('!').Append((char)(c + ('a' - 'A')));
            else name.Append(c);
        }

        return DeviceName.Is(uid) ? "!" + name : name.ToString();
    }

    // The folder keeps everybody else out, also while a file in it is being written.
    private static void MakePrivate(string folder)
    {
#if !NETFRAMEWORK
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder, Owner);
            if (File.GetUnixFileMode(folder) != Owner) File.SetUnixFileMode(folder, Owner);
            return;
        }
#endif
        Directory.CreateDirectory(folder);
    }
}
