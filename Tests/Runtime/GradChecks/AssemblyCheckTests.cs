using System.Reflection;
using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>All marked methods and all rules of an assembly, at arguments that are made up.</summary>
public class AssemblyCheckTests
{
    private const string Rules = "[DerivativeOf(typeof(Math), \"Tanh\", Mode = DerivativeMode.Vjp)] static double TanhVjp(double x, double r, out double dx) " +
        "{ double t = Math.Tanh(x); dx = (1 - t * t) * r; return t; } ";

    private const string Matrix = """
        [Differentiable]
        public static double F(double[] matrix, ReadOnlySpan<double> vector, int n)
        {
            if (matrix.Length != n * n || vector.Length != n)
            {
                throw new ArgumentException("lengths");
            }

            double sum = 0;
            for (int i = 0; i < n * n; i++)
            {
                sum += matrix[i] * vector[i % n];
            }

            return sum;
        }

        public static double FVjp(double[] matrix, ReadOnlySpan<double> vector, int n, double r, Span<double> dMatrix, Span<double> dVector)
        {
            dVector.Clear();
            for (int i = 0; i < n * n; i++)
            {
                dMatrix[i] = vector[i % n] * r;
                dVector[i % n] += matrix[i] * r;
            }

            return F(matrix, vector, n);
        }
        """;

    private const string Logarithm = "[Differentiable] public static double F(double x) => Math.Log(x - 1); " +
        "public static double FGradient(double x) => 1 / (x - 1); ";

    private const string Thrower = "[Differentiable] public static double F(double x) => throw new InvalidOperationException(\"never\"); " +
        "public static double FGradient(double x) => 1; ";

    private const string Loop = "[Differentiable] public static double F(double x) { while (x < 9) { x *= 0.5; } return x; } " +
        "public static double FGradient(double x) => 1; ";

    private const string Callback = "[Differentiable] public static double F(double x, Func<double, double> f) => x; " +
        "public static double FVjp(double x, Func<double, double> f, double r, out double dx) { dx = r; return x; } ";

    private const string Generic = "[Differentiable] public static T F<T>(T x) where T : System.Numerics.INumber<T> => x * x; " +
        "public static double FGradient(double x) => 2 * x; public static float FGradient(float x) => 2 * x; ";

    private static Assembly Compile(params string[] sources) => CompiledFamilies.Compile(sources)[0].Assembly;

    [Fact]
    public void What_fits_is_found_and_checked()
    {
        GradCheckAssemblyReport report = GradCheck.Assembly(Compile(
            FamilySources.Scalars.Replace("public static double F(", "[Differentiable] public static double F("), Matrix, Logarithm, Rules, Generic));
        report.ThrowIfFailed();
        Assert.Equal(["Family0.F", "Family1.F", "Family2.F", "Family4.F", "Math.Tanh"], report.Reports.Select(static r => r.Subject).Distinct().Order());
        Assert.Equal("Family4.F<Half>, because For Family4.F there is no derivative method to check.", Assert.Single(report.NotChecked));
        Assert.Contains("passed: Math.Tanh at ", report.ToString());
        Assert.All(report.Reports.CountBy(static r => r.Subject).Where(static r => r.Key != "Family4.F"), static count => Assert.Equal(2, count.Value));
    }

    [Fact]
    public void Wrong_ones_are_named_with_the_point()
    {
        GradCheckAssemblyReport report = GradCheck.Assembly(Compile(
            Logarithm, Matrix.Replace("+= matrix[i] * r", "= matrix[i] * r"), Rules.Replace("1 - t", "1 + t")));
        Assert.False(report.Passed);
        string text = Assert.Throws<InvalidOperationException>(report.ThrowIfFailed).Message;
        Assert.Contains("3 methods checked, 2 wrong, 0 not checked", text);
        Assert.Contains("gradcheck of Family1.F at matrix = [", text);
        Assert.Contains("TanhVjp against central differences", text);
    }

    [Fact]
    public void Rules_of_other_assemblies_are_not_its_own()
    {
        Assembly wrong = Compile(Rules.Replace("1 - t", "1 + t"));
        GradCheck.Assembly(Compile(Rules)).ThrowIfFailed();
        Assert.False(GradCheck.Assembly(wrong).Passed);
    }

    [Fact]
    public void The_same_seed_gives_the_same_points()
    {
        Assembly assembly = Compile(Matrix);
        string[] Points(int seed) => [.. GradCheck.Assembly(assembly, new GradCheckAssemblyOptions { Check = new() { Seed = seed } }).Reports.Select(static r => r.Point)];
        Assert.Equal(Points(3), Points(3));
        Assert.NotEqual(Points(3), Points(4));
    }

    [Fact]
    public void What_cannot_be_called_is_listed_with_the_reason()
    {
        GradCheckAssemblyReport report = GradCheck.Assembly(Compile(Thrower, Callback));
        report.ThrowIfFailed();
        Assert.Equal(
            [
                "Family0.F, because it throws for generated arguments: InvalidOperationException: never",
                "Family1.F, because there is no argument for the parameter 'f': no Func`2 can be made up.",
            ],
            report.NotChecked);
    }

    [Fact]
    public void What_does_not_end_is_given_up()
    {
        var options = new GradCheckAssemblyOptions { Timeout = TimeSpan.FromMilliseconds(300) };
        Assert.Contains("did not come to an end", Assert.Single(GradCheck.Assembly(Compile(Loop.Replace("x < 9)", "x < 9 && !Stop.IsCancellationRequested)") +
            "static readonly System.Threading.CancellationTokenSource Stop = new(5000);"), options).NotChecked));
    }

    [Fact]
    public void Arguments_can_be_given()
    {
        Type type = CompiledFamilies.Compile(Callback)[0];
        Func<double, double> callback = Math.Sin;
        var options = new GradCheckAssemblyOptions { Arguments = [new(type, "F", 0.3, callback), new(type, "F", 0.4, callback)] };
        GradCheckAssemblyReport report = GradCheck.Assembly(type.Assembly, options);
        Assert.Empty(report.NotChecked);
        Assert.Equal(2, report.Reports.Count);
        Assert.Empty(GradCheck.Assembly(type.Assembly, options with { Where = static method => method.Name == "G" }).Reports);
    }

    [Fact]
    public void A_rule_of_no_method_fails()
    {
        GradCheckAssemblyReport report = GradCheck.Assembly(Compile(Rules.Replace("out double dx", "ref double dx").Replace("dx = ", "dx += ")));
        Assert.Equal("Family0.TanhVjp has the signature of a Vjp rule of no Math.Tanh.", Assert.Single(report.Failures));
        Assert.False(report.Passed);
    }
}
