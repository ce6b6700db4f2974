using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates;

/// <summary>A function that templates can call: its name, the types of its parameters, and what it does.</summary>
internal sealed class TemplateFunction
{
    private TemplateFunction(string name, FunctionBody body, GoType[] parameters, bool isVariadic)
    {
        Name = name;
        Body = body;
        Parameters = parameters;
        IsVariadic = isVariadic;
    }

    public string Name { get; }

    public FunctionBody Body { get; }

    /// <summary>The types of the parameters. That of the last one is repeated when <see cref="IsVariadic"/>.</summary>
    public GoType[] Parameters { get; }

    /// <summary>Whether the last parameter takes any number of arguments, none included.</summary>
    public bool IsVariadic { get; }

    /// <summary>
    /// For <c>and</c> and <c>or</c>, the truth that decides: the first argument that has it is the result, and those after
    /// it are not evaluated.
    /// </summary>
    public bool? ShortCircuit { get; private init; }

    /// <summary>A function with as many arguments as it has parameters.</summary>
    public static TemplateFunction Create(string name, FunctionBody body, params GoType[] parameters) => new(name, body, parameters, false);

    /// <summary>A function whose last parameter takes any number of arguments.</summary>
    public static TemplateFunction Variadic(string name, FunctionBody body, params GoType[] parameters) => new(name, body, parameters, true);

    /// <summary><c>and</c> or <c>or</c>. The executor does their work; they are never called.</summary>
    public static TemplateFunction ShortCircuiting(string name, bool decidedBy) =>
        new(name, static _ => GoValue.None, [GoType.Raw, GoType.Raw], true) { ShortCircuit = decidedBy };

    /// <summary>The type of the parameter that takes an argument.</summary>
    public GoType ParameterOf(int argument) => Parameters[argument < Parameters.Length ? argument : Parameters.Length - 1];
}
