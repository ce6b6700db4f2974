using System;

namespace Microsoft.Build.Framework;

/// <summary>
/// Tells MSBuild that a task may run on a thread of the build process beside others (<c>-mt</c>). MSBuild 18 looks for the
/// attribute by its name; the version that this is compiled against does not have it yet.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
