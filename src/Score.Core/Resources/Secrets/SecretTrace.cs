using System;
using System.Collections.Generic;
using System.Globalization;
using Score.Core.Diagnostics;
using Score.Core.Templates;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;
using Score.Core.Text;

namespace Score.Core.Resources.Secrets;

/// <summary>
/// Finds out which values of one run of a template are random, and which were made of secret ones by functions, such as a hash of
/// a password or its base64. Where another value was given in the place of a drawn one, the function is called with that, too.
/// </summary>
/// <param name="random">Gives the random bytes.</param>
/// <param name="values">Receives what is found.</param>
/// <param name="prefix">What the names of the values begin with.</param>
/// <param name="place">Where the template stands.</param>
internal sealed class SecretTrace(ITemplateRandom random, SecretValues values, string prefix, SourceSpan place) : ITemplateRandom, ITemplateWatch
{
    // Longer texts are files and the like; functions that hash or encode a secret are given the secret.
    private const int MaxArgument = 64 * 1024;
    private const int MaxDepth = 4;

    private const string Probe = "aZ0\"'`$\\ /%&<>:@#?,;+=|*~{}()[]!^.-_9";

    private readonly List<byte[]> _drawn = [];
    private bool _isRandom;
    private bool _repeats;
    private int _next;

    /// <summary>Where the template stands.</summary>
    public SourceSpan Place => place;

    /// <summary>What the run has drawn, in order.</summary>
    public List<SecretDraw> Draws { get; } = [];

    /// <summary>Whether it has made values of secret ones.</summary>
    public bool HasComputed { get; private set; }

    /// <summary>Another run of the same template: it draws the same, and knows the values that were given for what this one has drawn.</summary>
    /// <param name="again">Gives the random bytes once more.</param>
    public SecretTrace Repeat(ITemplateRandom again)
    {
        SecretTrace trace = new(again, values, prefix, place);
        trace.Draws.AddRange(Draws);
        return trace;
    }

    /// <inheritdoc/>
    public void Fill(byte[] buffer)
    {
        if (_repeats && _drawn.Count > 0)
        {
            byte[] same = _drawn[0];
            _drawn.RemoveAt(0);
            Buffer.BlockCopy(same, 0, buffer, 0, Math.Min(same.Length, buffer.Length));
            return;
        }

        _isRandom = true;
        random.Fill(buffer);
        _drawn.Add((byte[])buffer.Clone());
    }

    /// <inheritdoc/>
    public void Drew() => _isRandom = true;

    /// <inheritdoc/>
    public GoValue Made(GoValue[] arguments, GoValue result, Func<GoValue[], GoValue> call)
    {
        bool isRandom = _isRandom;
        _isRandom = false;
        if (!isRandom && values.IsEmpty) return result;
        GoValue made = Made(arguments, result, call, isRandom);
        _drawn.Clear();
        return made;
    }

    private GoValue Made(GoValue[] arguments, GoValue result, Func<GoValue[], GoValue> call, bool isRandom)
    {
        if (!AnyUses(arguments, 0))
        {
            if (isRandom) Draw(result);
            return result;
        }

        bool differs = false;
        GoValue[] revealed = Map(arguments, text =>
        {
            string own = values.Reveal(text);
            differs |= own != text;
            return own;
        });
        GoValue real = differs ? Call(call, revealed) : result;
        switch (result.Kind)
        {
            case GoKind.String: return GoValue.Of(Compute(arguments, result.AsString, real.AsString, isRandom, call));

            // What stands in a list or a map is looked at when it is taken out of it.
            case GoKind.Slice or GoKind.Map or GoKind.Struct or GoKind.Invalid or GoKind.Interface: return result;
            default: return real;
        }
    }

    private GoValue Call(Func<GoValue[], GoValue> call, GoValue[] arguments)
    {
        _repeats = true;
        try
        {
            return call(arguments);
        }
        finally
        {
            _repeats = false;
            _isRandom = false;
        }
    }

    private string Compute(GoValue[] arguments, string text, string real, bool isRandom, Func<GoValue[], GoValue> call)
    {
        // What a template decides, it decides by the value itself.
        if (text.Length == 0 || real.Length == 0) return real;
        string probe = "";
        if (!isRandom && values.Reveal(text) == real)
        {
            if (!values.IsIn(text) && AnyHolds(arguments, text, 0)) return text;
            if (values.IsIn(text) && (probe = ProbeOf(arguments, call)) == values.Replace(text, _ => Probe)) return text;
        }

        if (text.Trim().Length < SecretIndex.Shortest) return real;
        HasComputed = true;
        List<string> sources = [];
        foreach (GoValue argument in arguments) AddSources(sources, argument, 0);

        // What a function leaves as it is, because there is nothing in it to escape, is another value all the same.
        if (values.Exactly(text.Trim()) is { } same && (same.Origin != SecretOrigin.Computed || sources.Contains(same.Text)))
            text = $"{text.Trim()}x{Hexadecimal.OfHash(probe.Length > 0 ? probe : ProbeOf(arguments, call), 6)}";
        values.Add(new SecretValue(text, SecretOrigin.Computed, prefix, place) { Value = real, Sources = sources });
        return text;
    }

    // What the function makes of a text with everything in it that is ever escaped. So it depends on no value whether the result
    // counts as the secret itself or as another value, and compose.yaml is the same on every machine.
    private string ProbeOf(GoValue[] arguments, Func<GoValue[], GoValue> call)
    {
        try
        {
            return Call(call, Map(arguments, t => values.Replace(t, _ => Probe))).AsString;
        }
        catch (FunctionException)
        {
            return "";
        }
    }

    // Functions that choose give back one of their arguments, or a part of one, which need not be a secret.
    private bool Holds(GoValue value, string text, int depth) => depth < MaxDepth && value.Kind switch
    {
        GoKind.String => values.Replace(value.AsString, _ => "\0").Contains(text),
        GoKind.Slice => AnyHolds(value.AsList.Items, text, depth + 1),
        GoKind.Map => AnyHolds(value.AsMap.SortedValues(), text, depth + 1),
        _ => false,
    };

    // Loops, as the framework's methods for arrays are compiled at run time for each struct of ours.
    private bool AnyHolds(GoValue[] items, string text, int depth)
    {
        foreach (GoValue item in items)
        {
            if (Holds(item, text, depth)) return true;
        }

        return false;
    }

    private void Draw(GoValue result)
    {
        foreach (string text in TextsOf(result, 0))
        {
            if (_next == Draws.Count) Draws.Add(new SecretDraw(text));
            SecretDraw draw = Draws[_next++];
            values.Add(new SecretValue(text, SecretOrigin.Drawn, prefix, place) { Value = draw.Given ?? text });
        }
    }

    private void AddSources(List<string> sources, GoValue value, int depth)
    {
        if (depth == MaxDepth) return;
        if (value.Kind == GoKind.String && value.AsString.Length <= MaxArgument)
        {
            for (int at = 0; values.Next(value.AsString, at, out at, out int length) is { } source; at += length) sources.Add(source.Text);
        }

        if (value.Kind is not (GoKind.Slice or GoKind.Map)) return;
        foreach (GoValue item in value.Kind == GoKind.Map ? value.AsMap.SortedValues() : value.AsList.Items) AddSources(sources, item, depth + 1);
    }

    private bool Uses(GoValue value, int depth)
    {
        if (depth == MaxDepth) return false;
        switch (value.Kind)
        {
            case GoKind.String: return value.AsString.Length <= MaxArgument && values.IsIn(value.AsString);
            case GoKind.Slice: return AnyUses(value.AsList.Items, depth + 1);
            case GoKind.Map: return AnyUses(value.AsMap.SortedValues(), depth + 1);
            default: return false;
        }
    }

    private bool AnyUses(GoValue[] items, int depth)
    {
        foreach (GoValue item in items)
        {
            if (Uses(item, depth)) return true;
        }

        return false;
    }

    private static GoValue[] Map(GoValue[] arguments, Func<string, string> change) =>
        SecretTexts.Map(arguments, t => t.Length <= MaxArgument ? change(t) : t, MaxDepth);

    private static List<string> TextsOf(GoValue value, int depth)
    {
        switch (value.Kind)
        {
            case GoKind.String: return [value.AsString];
            case GoKind.Int or GoKind.Int64: return [value.AsLong.ToString(CultureInfo.InvariantCulture)];
        }

        List<string> texts = [];
        if (depth == MaxDepth) return texts;
        if (value.Kind == GoKind.Struct && value.Type.Fields.Count > 0)
        {
            for (int i = 0; i < value.Type.Fields.Count; i++) texts.AddRange(TextsOf(value.AsStruct[i], depth + 1));
        }
        else if (value.Kind == GoKind.Slice)
        {
            foreach (GoValue item in value.AsList.Items) texts.AddRange(TextsOf(item, depth + 1));
        }

        return texts;
    }
}

/// <summary>A value that a template has drawn.</summary>
internal sealed class SecretDraw(string text)
{
    /// <summary>The value.</summary>
    public string Text => text;

    /// <summary>The value that was given in its place, or null.</summary>
    public string? Given { get; set; }
}
