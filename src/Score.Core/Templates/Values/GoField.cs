namespace Score.Core.Templates.Values;

/// <summary>A field of a struct type.</summary>
/// <param name="Name">The name that templates use.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="JsonName">The name in JSON; the same name when null.</param>
internal sealed record GoField(string Name, GoType Type, string? JsonName = null);
