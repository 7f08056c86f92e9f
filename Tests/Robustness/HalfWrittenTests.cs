using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Robustness;

/// <summary>Drafts that once broke the generator or the analyzer.</summary>
[Trait("Needs", "CompilerOnly")]
public class HalfWrittenTests
{
    private const string Square = "[Differentiable] public static double F(double x) => x * x;";

    public static TheoryData<string, string> Drafts => new()
    {
        { "a namespace without the end of its name", $"using StaticAd; namespace Written.; public static partial class Model {{ {Square} }}" },
        { "a namespace without a name", $"using StaticAd; namespace ; public static partial class Model {{ {Square} }}" },
        { "a namespace without its beginning", $"using StaticAd; namespace .Written; public static partial class Model {{ {Square} }}" },
        { "a method outside of any class", $"using StaticAd; namespace Written; public static partial {{ {Square} }}" },
        { "a class without a name", $"using StaticAd; public static partial class {{ {Square} }}" },
        { "a method without a name", "using StaticAd; public static partial class Model { [Differentiable] public static double (double x) => x * x; }" },
        {
            "a parameter without a name, where derivatives are called",
            $$"""
            using StaticAd;
            public static partial class Model
            {
                {{Square}}
                [Differentiable] public static double G(double x, double) => FGradient(x) * x;
                [Differentiable] public static double H(double x) => FGradient(x) * GGradient(x, 1).dx;
            }
            """
        },
        {
            "a parameter of two types",
            $$"""
            using StaticAd;
            public static partial class Model
            {
                {{Square}}
                [Differentiable] private static double G(double x, double double rate) => FGradient(x) * rate;
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Drafts))]
    public void IsLeftToTheCompiler(string what, string text) => Verdict.None(DraftCheck.Failures(new Draft(what, text)));
}
