using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Score.Core.Files;
using Score.Core.Platforms;
using Score.Core.Text;

namespace Score.Core.Compose.Local;

/// <summary>
/// The file with the variables of a run on this machine. A shell reads it, and so do editors that take an env file; the lines before the
/// variables tell which ports have to answer.
/// </summary>
internal static class RunFile
{
    private const string PortLine = "# port ";

    /// <summary>The file's bytes.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="endpoints">The ports that the workload needs.</param>
    public static byte[] Write(IReadOnlyList<OutputVariable> variables, IEnumerable<LocalEndpoint> endpoints)
    {
        StringBuilder text = new($"{GeneratedFile.Mark} for runs on this machine. It holds passwords: do not commit it.\n");
        foreach (LocalEndpoint endpoint in endpoints)
        {
            string port = endpoint.Port.ToString(CultureInfo.InvariantCulture);
            text.Append(PortLine).Append(endpoint.Address).Append(' ').Append(port).Append(' ').Append(endpoint.Service).Append('\n');
        }

        foreach (OutputVariable variable in variables)
        {
            if (!VariableName.IsValid(variable.Name)) text.Append("# '").Append(OneLine.Of(variable.Name)).Append("' is no name that a shell knows.\n");
            else text.Append(variable.Name).Append("='").Append(variable.Value.Replace("'", "'\\''")).Append("'\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The ports that a file names.</summary>
    /// <param name="text">Its text.</param>
    public static IEnumerable<LocalEndpoint> Endpoints(string text)
    {
        foreach (string line in text.Split('\n').Where(l => l.StartsWith(PortLine, StringComparison.Ordinal)))
        {
            if (line.Substring(PortLine.Length).Split(' ') is [{ } address, { } number, { } service] && int.TryParse(number, out int port))
                yield return new LocalEndpoint(service, 0, address, port);
        }
    }
}
