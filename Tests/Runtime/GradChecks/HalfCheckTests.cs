using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>In half precision differences are coarse: right derivatives pass, wrong formulas do not.</summary>
public class HalfCheckTests
{
    private const string Source = """
        public static Half F(ReadOnlySpan<Half> x, Half a)
        {
            Half sum = a;
            foreach (Half element in x)
            {
                sum += element * element * a;
            }

            return sum;
        }

        public static Half FVjp(ReadOnlySpan<Half> x, Half a, Half resultBar, Span<Half> dx, out Half da)
        {
            da = resultBar;
            for (int i = 0; i < x.Length; i++)
            {
                dx[i] = (Half)2 * x[i] * a * resultBar;
                da += x[i] * x[i] * resultBar;
            }

            return F(x, a);
        }

        public static Half FJvp(ReadOnlySpan<Half> x, Half a, ReadOnlySpan<Half> xDot, Half aDot, out Half resultDot)
        {
            resultDot = aDot;
            for (int i = 0; i < x.Length; i++)
            {
                resultDot += (Half)2 * x[i] * a * xDot[i] + x[i] * x[i] * aDot;
            }

            return F(x, a);
        }
        """;

    private static readonly (string Member, string Right, string Wrong)[] s_mistakes =
    [
        ("FVjp", "(Half)2 *", "(Half)(-2) *"),
        ("FVjp", "(Half)2 *", "(Half)2.5f *"),
        ("FVjp", "da += ", "da = "),
        ("FVjp", "return F(x, a)", "return Half.BitIncrement(F(x, a))"),
        ("FJvp", " + x[i] * x[i] * aDot", ""),
    ];

    private static object[] Arguments => [new[] { (Half)0.75f, (Half)(-1.25f), (Half)0.5f }, (Half)1.5f];

    [Fact]
    public void RightDerivativesPass()
    {
        Type type = CompiledFamilies.Compile(Source)[0];
        for (int seed = 0; seed < 10; seed++)
        {
            GradCheck.Method(new GradCheckOptions { Seed = seed }, type, "F", Arguments).ThrowIfFailed();
        }
    }

    [Fact]
    public void WrongOnesDoNot()
    {
        Type[] types = CompiledFamilies.Compile([.. s_mistakes.Select(mistake => CompiledFamilies.Break(Source, mistake.Member, mistake.Right, mistake.Wrong))]);
        Assert.All(s_mistakes, (mistake, i) =>
        {
            GradCheckReport report = GradCheck.Method(types[i], "F", Arguments);
            Assert.Contains(report.Failures, failure => failure.Contains(mistake.Member));
        });
    }
}
