using Microsoft.CodeAnalysis;

namespace StaticAd.Tests.Harness;

/// <summary>A generator whose output is given: derivatives written by hand, right or wrong on purpose.</summary>
internal sealed class TextGenerator(string text) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
        => context.RegisterPostInitializationOutput(output => output.AddSource("Derivatives.g.cs", text));
}
