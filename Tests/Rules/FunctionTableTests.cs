using System.Reflection;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;
using Xunit;

namespace StaticAd.Tests.Rules;

public class FunctionTableTests
{
    /// <summary>Methods of Math and MathF that a differentiated method cannot call; docs/conventions.md says why.</summary>
    private static readonly HashSet<string> LeftOut =
        ["BitDecrement", "BitIncrement", "ReciprocalEstimate", "ReciprocalSqrtEstimate", "SinCos"];

    public static TheoryData<string> Ids => [.. ElementaryFunctions.All.Select(function => function.Id)];

    [Theory]
    [InlineData(typeof(Math))]
    [InlineData(typeof(MathF))]
    public void EveryFloatingPointMethodIsFoundOrLeftOutOnPurpose(Type home)
    {
        IEnumerable<MethodInfo> methods = home.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.GetParameters()[0].ParameterType is var type && (type == typeof(double) || type == typeof(float)));
        foreach (MethodInfo method in methods)
        {
            bool found = ElementaryFunctions.Find(home.FullName!, method.Name, method.GetParameters().Length) is not null;
            Assert.True(found != LeftOut.Contains(method.Name), method.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TextNamesAMethodForBothTypes(string id)
    {
        foreach (Type type in new[] { typeof(double), typeof(float) })
        {
            Assert.NotNull(BlockEvaluator.MethodOf(id, ArgumentTypes(id, type)));
        }
    }

    [Theory]
    [InlineData("Abs", typeof(int))]
    [InlineData("Sign", typeof(long))]
    [InlineData("Max", typeof(int))]
    [InlineData("Min", typeof(long))]
    [InlineData("Clamp", typeof(int))]
    public void IntegerOverloadsAreThoseOfMath(string id, Type type)
    {
        ScalarType scalar = type == typeof(int) ? IrType.Int : IrType.Long;
        Assert.Equal("Math." + id, ElementaryFunctions.Text(id, scalar));
        Assert.NotNull(typeof(Math).GetMethod(id, ArgumentTypes(id, type)));
        Assert.Equal(id, ElementaryFunctions.Find(type.FullName!, id, ElementaryFunctions.Get(id).Arity)?.Id);
    }

    [Theory]
    [InlineData("System.Math", "Sin", 1, "Sin")]
    [InlineData("System.MathF", "Sin", 1, "Sin")]
    [InlineData("System.Double", "Sin", 1, "Sin")]
    [InlineData("System.Single", "Sin", 1, "Sin")]
    [InlineData("System.Math", "Log", 2, "LogBase")]
    [InlineData("System.Math", "Round", 3, "Round3")]
    [InlineData("System.Double", "ExpM1", 1, "Number.ExpM1")]
    [InlineData("StaticAd.Special", "ExpM1", 1, "ExpM1")]
    [InlineData("System.Double", "Ieee754Remainder", 2, "IEEERemainder")]
    [InlineData("StaticAd.Special", "Erf", 1, "Erf")]
    [InlineData("StaticAd.Ad", "StopGradient", 1, "StopGradient")]
    [InlineData("System.Math", "Hypot", 2, null)]
    [InlineData("System.Math", "Erf", 1, null)]
    [InlineData("System.Math", "Sin", 2, null)]
    [InlineData("System.Math", "ReciprocalEstimate", 1, null)]
    [InlineData("System.Int32", "Sin", 1, null)]
    [InlineData("Some.Math", "Sin", 1, null)]
    public void FindGoesByTypeNameAndArity(string type, string method, int arity, string? id) =>
        Assert.Equal(id, ElementaryFunctions.Find(type, method, arity)?.Id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void LaneMethodsExist(string id)
    {
        if (ElementaryFunctions.Get(id).LaneMethod is not { } method)
        {
            return;
        }

        Type? lane = typeof(DifferentiableAttribute).Assembly.GetType("StaticAd.CompilerServices.ILane`3");
        Assert.Equal(ElementaryFunctions.Get(id).Arity, lane?.GetMethod(method)?.GetParameters().Length);
    }

    [Fact]
    public void StepsAndStopGradientCutTheChain()
    {
        string[] expected =
        [
            "Ceiling", "Floor", "ILogB", "IsEvenInteger", "IsFinite", "IsInfinity", "IsInteger", "IsNaN", "IsNegative",
            "IsNegativeInfinity", "IsNormal", "IsOddInteger", "IsPositive", "IsPositiveInfinity", "IsPow2", "IsSubnormal", "Round", "Round2", "Round3", "Sign", "StopGradient", "Truncate",
        ];
        IEnumerable<string> actual = ElementaryFunctions.All.Where(function => function.IsLocallyConstant).Select(function => function.Id);
        Assert.Equal(expected, actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ArgumentsAndResultsThatAreNotFloatingPointHaveNoPartial()
    {
        Assert.Equal([true, false], HasPartials(Opcode.Function, IrType.Double, "ScaleB", IrType.Double, IrType.Int));
        Assert.Equal([false], HasPartials(Opcode.Function, IrType.Int, "ILogB", IrType.Double));
        Assert.Equal([false, false], HasPartials(Opcode.Function, IrType.Int, "Max", IrType.Int, IrType.Int));
        Assert.Equal([false, false], HasPartials(Opcode.Add, IrType.Int, null, IrType.Int, IrType.Int));
        Assert.Equal([false], HasPartials(Opcode.Convert, IrType.Double, null, IrType.Int));
        Assert.Equal([true], HasPartials(Opcode.Convert, IrType.Float, null, IrType.Double));
        Assert.Equal([false, true, true], HasPartials(Opcode.Select, IrType.Double, null, IrType.Bool, IrType.Double, IrType.Double));
        Assert.Equal([false, false], HasPartials(Opcode.Less, IrType.Bool, null, IrType.Double, IrType.Double));
    }

    [Fact]
    public void DifferentiatingAFunctionWithoutDerivativeThrows()
    {
        var exception = Assert.Throws<InvalidOperationException>(
            () => HasPartials(Opcode.Function, IrType.Double, "Trigamma", IrType.Double));
        Assert.Contains("Trigamma", exception.Message);
    }

    private static bool[] HasPartials(Opcode opcode, IrType result, string? function, params IrType[] arguments)
    {
        var values = new ValueSource();
        Value[] operands = [.. arguments.Select(type => values.New(type))];
        var operation = new Compute(values.New(result), opcode, operands.ToEquatableArray(), function);
        return [.. Partials.Of(operation).Select(partial => partial is not null)];
    }

    private static Type[] ArgumentTypes(string id, Type type) => id switch
    {
        "ScaleB" or "RootN" or "Round2" => [type, typeof(int)],
        "Round3" => [type, typeof(int), typeof(MidpointRounding)],
        _ => [.. Enumerable.Repeat(type, ElementaryFunctions.Get(id).Arity)],
    };
}
