namespace Score.Core.Kubernetes.Layouts;

/// <summary>A value of an object that a Helm template works out.</summary>
/// <param name="Pipeline">What gives the value, such as <c>.Values.namespace</c>. Inside the condition <c>with</c>, the dot is its value.</param>
/// <param name="Form">How the value is written.</param>
/// <param name="Condition">The action on which the key is there at all, such as <c>with .Values.namespace</c>; null when it always is.</param>
internal sealed record HelmInsert(string Pipeline, HelmInsertForm Form, string? Condition = null);
