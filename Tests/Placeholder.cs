using Xunit;
namespace StaticAd.Tests;
public class Placeholder { [Fact] public void Builds() => Assert.NotNull(typeof(StaticAd.DifferentiableAttribute)); }
