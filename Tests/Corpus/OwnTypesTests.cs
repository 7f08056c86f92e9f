using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Types of the user's own that are called like those which generated code uses.</summary>
public class OwnTypesTests
{
    private const string Source =
        """
        using System;
        using System.Numerics;
        using StaticAd;

        namespace StaticAd.Corpus.OwnTypes;

        /// <summary>Types that are called like those which generated code uses.</summary>
        public readonly record struct Half(int Bits);

        public sealed class Tape;

        public readonly record struct Span<T>(T First, T Last);

        public static class Require
        {
            public const double Margin = 0.25;
        }

        public static partial class Numbers
        {
            [Differentiable]
            public static System.Half Squared(System.Half x, System.Half y) => x * x * y;

            [Differentiable]
            public static void Swapped(ref System.Half x, ref System.Half y) => (x, y) = (y, x * x);

            [Differentiable]
            public static void Scaled(System.Span<double> x, double y)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] *= y + Require.Margin;
                }
            }

            [Differentiable]
            public static T Product<T>(T x, T y)
                where T : IFloatingPointIeee754<T> => x * x * y;

            [Differentiable(Order = 2)]
            public static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

            [Differentiable(Batch = true)]
            public static double Quotient(double x, double y) => x / (1 + y * y);
        }
        """;

    [Fact]
    public void AreNotMistakenForThem() => GradCheck.Assembly(CompiledProgram.Load(Source)).ThrowIfFailed();
}
