using System.Runtime.CompilerServices;
using Microsoft.Build.Locator;

namespace Score.MSBuild.TestHost;

internal static class MSBuildRegistration
{
    // Before any method that mentions an MSBuild type is compiled.
    [ModuleInitializer]
    internal static void Register() => MSBuildLocator.RegisterDefaults();
}
