using System;
using System.Threading;

namespace Score.Core.Templates;

/// <summary>What a template sees of the world apart from its data. Everything that could differ between two runs is in here.</summary>
internal sealed record TemplateContext
{
    /// <summary>The source of the random functions.</summary>
    public ITemplateRandom Random { get => field ?? SystemRandom.Instance; init; }

    /// <summary>The clock. Times without a zone are UTC, whatever the machine's zone is.</summary>
    public Func<DateTime> UtcNow { get => field ?? (static () => DateTime.UtcNow); init; }

    /// <summary>Reads an environment variable; null when it is not set. By default nothing is set.</summary>
    public Func<string, string?> Environment { get => field ?? (static _ => null); init; }

    /// <summary>What stops a template that runs away.</summary>
    public TemplateLimits Limits { get; init; } = TemplateLimits.Default;

    /// <summary>What this run shares with others; null when it stands alone.</summary>
    public TemplateTotals? Totals { get; init; }

    /// <summary>Sees what every function makes; null when nobody does.</summary>
    public ITemplateWatch? Watch { get; init; }

    /// <summary>Stops the template from outside.</summary>
    public CancellationToken Cancellation { get; init; }
}
