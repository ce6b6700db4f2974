using System;
using Score.Core.Templates.Values;

namespace Score.Core.Templates;

/// <summary>Sees what the functions of a template make, for whoever wants to know where values come from.</summary>
internal interface ITemplateWatch
{
    /// <summary>Is called by a function whose result is random, unless it draws from the run's <see cref="ITemplateRandom"/>.</summary>
    void Drew();

    /// <summary>Is called after every function.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="result">What it made.</param>
    /// <param name="call">Calls the function with other arguments.</param>
    /// <returns>What the template goes on with: the result, or another value of the same type in its place.</returns>
    GoValue Made(GoValue[] arguments, GoValue result, Func<GoValue[], GoValue> call);
}
