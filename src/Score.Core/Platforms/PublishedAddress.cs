namespace Score.Core.Platforms;

/// <summary>Where something of a build is reached from outside.</summary>
/// <param name="Text">A URL such as <c>http://shop.localhost:8080/api</c>, or <c>HOST:PORT</c> for what need not be HTTP.</param>
/// <param name="Target">What it leads to: the workload and the port of its container, such as <c>shop:8080</c>; empty for a resource.</param>
/// <param name="Uid">The unique id of the resource that it leads to or that makes it; empty for a port of a workload.</param>
internal sealed record PublishedAddress(string Text, string Target, string Uid);
