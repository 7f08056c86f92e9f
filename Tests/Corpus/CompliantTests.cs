using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Public members that are generated in an assembly for all languages.</summary>
public class CompliantTests
{
    private const string Source =
        """
        using System;
        using StaticAd;

        [assembly: CLSCompliant(true)]

        namespace StaticAd.Corpus;

        /// <summary>Public members of an assembly for all languages.</summary>
        public static partial class Compliant
        {
            [Differentiable(Order = 2)]
            public static double Weighed(double weight, double[] x)
            {
                double sum = 0;
                foreach (double element in x)
                {
                    sum += weight * element * element;
                }

                return sum;
            }

            [Differentiable]
            public static void Turned(ref double x, in float y, out double sum)
            {
                sum = x + y;
                x = x > 1 ? x * y : y;
            }

            [Differentiable(Batch = true)]
            public static double Product(double x, double y) => x * y;
        }
        """;

    [Fact]
    public void HaveNoWarnings() =>
        Assert.Empty(Generation.Run(Toolchain.Compile("Compliant", Toolchain.Parse(Source, "Compliant.cs")), Toolchain.NewGenerator()).Complaints());
}
