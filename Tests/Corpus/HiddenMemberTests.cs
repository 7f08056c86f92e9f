using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>A derived class may have a member of the same name: code of the base class, and code that knows the base class, means its own.</summary>
public class HiddenMemberTests
{
    private const string Source =
        """
        using StaticAd;

        namespace Hidden;

        public class Plain
        {
            public double Scale = 2;

            public double Offset { get; } = 10;

            public double Of(double x) => Scale * x + Offset;

            public double Doubled => 2 * Scale;
        }

        public partial class Special : Plain
        {
            public new double Scale = 3;

            public new double Offset { get; } = 100;

            [Differentiable]
            public double Inherited(double x) => Of(x) + Scale * x * x + Doubled * x;
        }

        public static partial class Model
        {
            [Differentiable]
            public static double Of(double x, Special special) =>
                special.Of(x) + special.Scale * x * x + Known(special, x) + special.Doubled * special.Offset * x;

            private static double Known(Plain plain, double x) => plain.Scale * x * plain.Offset;

            public static double[] Values(double x) =>
                [Of(x, new Special()), OfValueAndGradient(x, new Special(), out double dx), dx, new Special().Inherited(x), new Special().InheritedVjp(x, 1, out double own), own];
        }
        """;

    [Fact]
    public void CodeReadsTheMembersThatItMeans()
    {
        MethodInfo values = CompiledProgram.Load(Source).GetType("Hidden.Model")!.GetMethod("Values")!;
        const double x = 0.5;
        double of = (2 * x) + 10 + (3 * x * x) + (2 * x * 10) + (4 * 100 * x), slope = 2 + (6 * x) + 20 + 400;
        double inherited = (2 * x) + 10 + (3 * x * x) + (4 * x), own = 2 + (6 * x) + 4;
        Assert.Equal([of, of, slope, inherited, inherited, own], (double[])values.Invoke(null, [x])!);
    }
}
