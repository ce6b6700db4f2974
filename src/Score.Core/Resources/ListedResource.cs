using System.Collections.Generic;

namespace Score.Core.Resources;

/// <summary>A resource as a list shows it: without values, which may be secret.</summary>
/// <param name="Uid">The unique id, such as <c>redis.default#shop.cache</c>.</param>
/// <param name="Provisioner">The URI of its provisioner; empty when none knows its type.</param>
/// <param name="Origin">Where its values come from when none knows its type, in two or three words; else empty.</param>
/// <param name="Outputs">The names of its outputs; null when it has any that is asked for.</param>
/// <param name="Workload">The workload that defines it.</param>
internal sealed record ListedResource(string Uid, string Provisioner, string Origin, IReadOnlyList<string>? Outputs, string Workload);
