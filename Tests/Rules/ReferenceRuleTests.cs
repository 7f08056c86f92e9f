using System.Text.Json;
using System.Text.Json.Serialization;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;
using Xunit;

namespace StaticAd.Tests.Rules;

/// <summary>
/// Partial derivatives against numerical differentiation at several hundred digits (elementary_partials.py), at tiny, moderate
/// and huge arguments and close to the ends of the domains.
/// </summary>
public class ReferenceRuleTests
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        PropertyNameCaseInsensitive = true,
    };

    private static readonly Dictionary<string, Row> Rows = JsonSerializer
        .Deserialize<Row[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "elementary_partials.json")), Options)!
        .ToDictionary(row => row.Function);

    public static TheoryData<string> Functions => [.. Rows.Keys];

    /// <summary>Of one argument; the derivative of trigamma is not available.</summary>
    public static TheoryData<string> TwiceDifferentiable =>
        [.. Rows.Values.Where(row => row.D2x is not null && row.Function != "Digamma").Select(row => row.Function)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void FirstDerivatives(string function)
    {
        Row row = Rows[function];
        Formula formula = Formula.Of(function);
        for (int i = 0; i < row.X.Length; i++)
        {
            double[] arguments = row.Arguments(i);
            Point point = formula.At(arguments);
            for (int k = 0; k < arguments.Length; k++)
            {
                string where = $"{function} at ({string.Join(", ", arguments)}), argument {k}";
                NumberAssert.Close(row.Derivatives[k][i], point.Derivatives[k], 1e-13, where, absolute: double.Epsilon);
            }
        }
    }

    /// <summary>
    /// Differentiating the partial derivatives again gives the second derivative. Some lose digits by cancellation where it
    /// passes through zero, hence the scale of the first derivative in the tolerance; and products on the way may underflow.
    /// </summary>
    [Theory]
    [MemberData(nameof(TwiceDifferentiable))]
    public void SecondDerivatives(string function)
    {
        Row row = Rows[function];
        Formula formula = Formula.Of(function).Derivative(0);
        for (int i = 0; i < row.X.Length; i++)
        {
            double absolute = Math.Max(1e-290, 1e-14 * Math.Abs(row.Dx[i]) / Math.Max(1, Math.Abs(row.X[i])));
            string where = $"{function} at {row.X[i]:R}, second derivative";
            NumberAssert.Close(row.D2x![i], formula.At(row.X[i]).Derivatives[0], 1e-11, where, absolute);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void FirstDerivativesInFloat(string function)
    {
        Row row = Rows[function];
        Formula single = Formula.Of(function, IrType.Float), wide = Formula.Of(function);
        for (int i = 0; i < row.X.Length; i++)
        {
            double[] arguments = [.. row.Arguments(i).Select(argument => (double)(float)argument)];
            Point expected = wide.At(arguments), actual = single.At(arguments);
            for (int k = 0; k < arguments.Length; k++)
            {
                string where = $"{function} at ({string.Join(", ", arguments)}) in float, argument {k}";
                double derivative = Math.Abs(expected.Derivatives[k]) > float.MaxValue
                    ? (float)expected.Derivatives[k]
                    : expected.Derivatives[k];
                NumberAssert.Close(derivative, actual.Derivatives[k], 2e-6, where, absolute: 1e-37);
            }
        }
    }

    /// <summary>Every smooth function of the table has reference data here.</summary>
    [Fact]
    public void EveryFunctionWithADerivativeIsCovered()
    {
        string[] elsewhere =
        [
            .. ElementaryFunctions.All.Where(function => function.IsLocallyConstant || !function.HasDerivative).Select(f => f.Id),
            .. SelectingFunctions.Table.Select(function => function.Id),
            "IEEERemainder", "ScaleB", "RootN",
        ];
        Assert.Empty(ElementaryFunctions.All.Select(function => function.Id).Except(Rows.Keys).Except(elsewhere));
    }

    private sealed record Row(
        string Function,
        double[] X,
        double[]? Y,
        double[]? Z,
        double[] Dx,
        double[]? Dy,
        double[]? Dz,
        double[]? D2x)
    {
        public double[][] Derivatives => [.. new[] { Dx, Dy, Dz }.OfType<double[]>()];

        public double[] Arguments(int index) => [.. new[] { X, Y, Z }.OfType<double[]>().Select(column => column[index])];
    }
}
