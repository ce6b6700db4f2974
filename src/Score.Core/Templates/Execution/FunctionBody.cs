using Score.Core.Templates.Values;

namespace Score.Core.Templates.Execution;

/// <summary>What a function does.</summary>
/// <exception cref="FunctionException">It cannot do that with these arguments.</exception>
internal delegate GoValue FunctionBody(FunctionCall call);
