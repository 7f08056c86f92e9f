using System.Runtime.CompilerServices;
using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Harness;

internal static class EveryPassIsVerified
{
    [ModuleInitializer]
    internal static void SwitchOn() => PassCheck.IsOn = true;
}
