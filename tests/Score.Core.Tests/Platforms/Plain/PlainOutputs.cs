using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Yaml;

namespace Score.Core.Tests.Platforms.Plain;

/// <summary>What a reader looks up.</summary>
internal sealed record LookUp(string Where) : OutputReference
{
    /// <inheritdoc/>
    public override string? InParams(ParamContext build) => $"<{Where}>";
}

/// <summary>Outputs of type <c>environment</c>.</summary>
internal sealed class PlainEnvironment : ResourceOutputs
{
    /// <inheritdoc/>
    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 ? ResourceOutput.Of(new LookUp("environment " + path[0])) : null;
}

/// <summary>Outputs of type <c>volume</c>.</summary>
internal sealed class PlainVolume(string name) : ResourceOutputs
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["shelf"];

    /// <inheritdoc/>
    public override YamlMapping? Volume { get; } = Shelf(name);

    /// <inheritdoc/>
    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 && Volume![path[0]] is { } value ? ResourceOutput.Of(value) : null;

    private static YamlMapping Shelf(string name)
    {
        YamlMapping shelf = new();
        shelf.Set("shelf", name);
        return shelf;
    }
}

/// <summary>Outputs of types that no provisioner knows.</summary>
internal sealed class PlainFallback(string name) : FallbackOutputs
{
    /// <inheritdoc/>
    public override Phrase Description => new($"lines that you add: {Shown("OUTPUT")}");

    /// <inheritdoc/>
    public override ResourceOutput Find(IReadOnlyList<string> path)
    {
        Use(string.Join('/', path));
        return ResourceOutput.Of(new LookUp($"{name}/{string.Join('/', path)}"));
    }
}
