namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>
/// A number or a character. Its type comes from where it stands: <c>1.0</c> is an integer for a function that wants one.
/// </summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Text">The number as written.</param>
/// <param name="Integer">The value as an integer, when it is whole and fits.</param>
/// <param name="Unsigned">The value as an unsigned integer, when it is that.</param>
/// <param name="Float">The value as a floating point number.</param>
/// <param name="IsFloat">Whether it is a floating point number where any type will do.</param>
internal sealed record NumberNode(int Offset, string Text, long? Integer, ulong? Unsigned, double Float, bool IsFloat) : Node(Offset);
