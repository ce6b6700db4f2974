using System;
using System.Collections.Generic;
using System.Globalization;
using Score.Core.Resources.Outputs;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Resources.Hosts;

/// <summary>
/// The hosts and ports in the outputs of resources, each with a text that stands for it, so that a platform can put another host and
/// another port in their place wherever a workload uses them. The outputs that a build writes do not have these texts: they are in
/// outputs of their own, made by the same templates.
/// </summary>
internal sealed class HostMarks
{
    private const string Start = "score-";
    private const string HostStart = Start + "host-";
    private const string PortStart = Start + "port-";
    private const int Digits = 16;
    private const int Length = 11 + Digits;

    private readonly Dictionary<string, HostMark> _marks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _services = new(StringComparer.Ordinal);

    /// <summary>The outputs with the texts.</summary>
    public OutputsByResource Outputs { get; } = new();

    /// <summary>The services that resources have added.</summary>
    public IReadOnlyCollection<string> Services => _services;

    /// <summary>What templates have made of marked data, by resource.</summary>
    public Dictionary<ResourceId, YamlMapping> Rendered { get; } = [];

    /// <summary>Takes note of a service that a resource has added.</summary>
    public void Add(string service) => _services.Add(service);

    /// <summary>The text that stands for the host of a service.</summary>
    public string HostOf(string service) => Mark(HostStart, new HostMark(service, 0));

    /// <summary>The text that stands for a port of a service.</summary>
    public string PortOf(string service, int number) => Mark(PortStart, new HostMark(service, number));

    /// <summary>Finds the next of these texts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>What it stands for, or null when there is none.</returns>
    public HostMark? Next(string text, int from, out int at, out int end)
    {
        end = text.Length;
        for (at = text.IndexOf(Start, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            if (at + Length > text.Length || !_marks.TryGetValue(text.Substring(at, Length), out HostMark? mark)) continue;
            end = at + Length;
            return mark;
        }

        return null;
    }

    /// <summary>Adds the outputs of a resource with texts in the place of the hosts and ports of services.</summary>
    /// <param name="id">The resource.</param>
    /// <param name="outputs">Its outputs.</param>
    public void Add(ResourceId id, ResourceOutputs outputs)
    {
        if (outputs is not TemplateOutputs made)
        {
            Outputs.Add(id.ToString(), outputs);
            return;
        }

        YamlMapping marked = HostTexts.Mark(Rendered.TryGetValue(id, out YamlMapping? rendered) ? rendered : made.Values, this);
        Outputs.Add(id.ToString(), made.With(marked));
    }

    private string Mark(string start, HostMark mark)
    {
        string text = start + Hexadecimal.OfHash($"{mark.Service}:{mark.Port.ToString(CultureInfo.InvariantCulture)}", Digits);
        _marks[text] = mark;
        return text;
    }
}

/// <summary>A host, or a port of one.</summary>
/// <param name="Service">The service.</param>
/// <param name="Port">The port; 0 for the host itself.</param>
internal sealed record HostMark(string Service, int Port);
