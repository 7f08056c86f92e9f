using Xunit;

namespace StaticAd.Tests.Package;

/// <summary>Tests that start processes run last and one after another: they load the whole machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OwnProcess
{
    public const string Name = "Own process";
}
