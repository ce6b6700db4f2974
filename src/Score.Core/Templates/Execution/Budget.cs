using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Score.Core.Templates.Patterns;

namespace Score.Core.Templates.Execution;

/// <summary>What one run of a template has left of its limits, and what it knows of the world.</summary>
internal sealed class Budget
{
    // Asking a token is cheap, but not free.
    private const int CancellationInterval = 1024;

    private const int CharactersPerStep = 32;

    private readonly CancellationToken _cancellation;
    private long _steps;
    private long _patternTicks;
    private long _nextCheck;
    private long _counted;

    public Budget(TemplateContext context, PatternCache patterns)
    {
        Patterns = patterns;
        Context = context;
        Limits = context.Limits;
        _cancellation = context.Cancellation;
        _nextCheck = NextCheck();
    }

    public TemplateContext Context { get; }

    public TemplateLimits Limits { get; }

    /// <summary>The regular expressions of the template.</summary>
    public PatternCache Patterns { get; }

    /// <summary>Counts work; about as much a step as running a small node.</summary>
    public void Charge(long steps)
    {
        _steps += steps;
        if (_steps < _nextCheck) return;
        _nextCheck = NextCheck();
        _cancellation.ThrowIfCancellationRequested();
        CheckSteps();
        CheckTotal();
    }

    /// <summary>Counts the work of reading or writing some characters.</summary>
    public void ChargeText(long length)
    {
        if (length >= CharactersPerStep) Charge(length / CharactersPerStep);
    }

    /// <summary>Counts the time that a regular expression took.</summary>
    /// <param name="ticks">The time, as <see cref="ThreadTime"/> counts it.</param>
    /// <returns>Whether some is left.</returns>
    public bool TrySpendPatternTime(long ticks)
    {
        _patternTicks += ticks;
        if (Context.Totals is { } totals && !totals.TrySpendPatternTime(ticks)) return false;
        return _patternTicks <= Limits.PatternTime.Ticks;
    }

    /// <summary>Refuses a string before it is made.</summary>
    public void CheckLength(long length)
    {
        if (length > Limits.StringLength)
            throw new FunctionException($"The result would be longer than {Limits.StringLength} characters.", TemplateErrorKind.ValueLimit);
    }

    /// <summary>Refuses a list or map before it is made, and counts the work of making it.</summary>
    public void CheckElements(long count)
    {
        if (count > Limits.Elements)
            throw new FunctionException($"The result would have more than {Limits.Elements} elements.", TemplateErrorKind.ValueLimit);
        Charge(count >> 2);
    }

    /// <summary>Refuses to go deeper into a value; one that contains itself has no bottom.</summary>
    public void CheckValueDepth(int depth)
    {
        if (depth > Limits.ValueDepth)
            throw new FunctionException($"The value is nested more than {Limits.ValueDepth} levels deep, or contains itself.", TemplateErrorKind.DepthLimit);
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    // What comes after the last check of a run is too little to count.
    private void CheckTotal()
    {
        if (Context.Totals is not { } totals) return;
        if (!totals.TrySpendSteps(_steps - _counted))
            throw new FunctionException($"All templates together took more than {totals.Steps} steps.", TemplateErrorKind.StepLimit);
        _counted = _steps;
    }

    private long NextCheck() => Math.Min(_steps + CancellationInterval, Limits.Steps + 1);

    private void CheckSteps()
    {
        if (_steps > Limits.Steps)
            throw new FunctionException($"The template took more than {Limits.Steps} steps.", TemplateErrorKind.StepLimit);
    }
}
