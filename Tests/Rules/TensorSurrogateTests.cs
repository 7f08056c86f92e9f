using Microsoft.CodeAnalysis;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Rules;

/// <summary>Each method of <c>TensorPrimitives</c> that has a surrogate, called by a marked method and checked as the corpus is.</summary>
public class TensorSurrogateTests
{
    private const string Head = """
        using System;
        using System.Numerics.Tensors;
        using StaticAd;

        public static partial class Calls
        {

        """;

    // In the domain of every function but Acosh, and away from kinks.
    private static readonly string[] Inputs = ["{ 0.31, 0.52, 0.23, 0.44, 0.65 }", "{ 0.62, 0.13, 0.34, 0.55, 0.46 }", "{ 1.31, 1.42, 1.23, 1.54, 1.65 }"];
    private static readonly string[] Scalars = ["0.19", "0.77"];

    private static IEnumerable<IMethodSymbol> Surrogates =>
        StaticAd.Generator.Frontend.Surrogates.Of(Toolchain.Compile("Empty", Toolchain.Parse("", "Empty.cs"))).Compilation
            .GetTypeByMetadataName("StaticAd.Surrogates.TensorPrimitivesMembers")!
            .GetMembers().OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public });

    public static TheoryData<string> Names => [.. Surrogates.Select(method => method.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void DerivativesAreThoseOfWhatTheLibraryComputes(string name)
    {
        IEnumerable<string> calls = Surrogates.Where(method => method.Name == name).Select(Marked);
        var file = new CorpusFile(name, Head + string.Join('\n', calls) + "}\n");
        Verdict.None(CorpusChecks.Failures(file, Toolchain.NewGenerator()));
    }

    [Fact]
    public void TheDerivativeOfANormOfZerosIsZero()
    {
        string[] norms = ["Norm(x)", "Distance(x, c)", "StdDev(x)"];
        IEnumerable<string> methods = norms.Select((norm, i) => $$"""
            [Differentiable]
            public static double Norm{{i}}(ReadOnlySpan<double> x, [NoDerivative] ReadOnlySpan<double> c) => TensorPrimitives.{{norm}};
            public static double[] Gradient{{i}}(double[] x, double[] c) { var dx = new double[x.Length]; Norm{{i}}Gradient(x, c, dx); return dx; }

            """);
        Type calls = CompiledProgram.Load(Head + string.Concat(methods) + "}").GetType("Calls")!;
        for (int i = 0; i < norms.Length; i++)
        {
            Assert.Equal([0.0, 0, 0], (double[])calls.GetMethod($"Gradient{i}")!.Invoke(null, [new double[3], new double[3]])!);
        }
    }

    private static string Marked(IMethodSymbol method, int overload)
    {
        int input = 0, scalar = 0;
        var arguments = new List<string>();
        var parameters = new List<string>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            (string type, string argument) = parameter.Type switch
            {
                ITypeParameterSymbol => ("double", Scalars[scalar++]),
                { SpecialType: SpecialType.System_Int32 } => ("int", "3"),
                { Name: "Span" } => ("Span<double>", "new double[5]"),
                _ => ("ReadOnlySpan<double>", "new double[] " + Inputs[input++]),
            };
            bool isBeyondOne = method.Name == "Acosh" && type == "ReadOnlySpan<double>";
            parameters.Add($"{type} {parameter.Name}");
            arguments.Add(isBeyondOne ? argument.Replace("0.", "1.", StringComparison.Ordinal) : argument);
        }

        string call = $"TensorPrimitives.{method.Name}({string.Join(", ", method.Parameters.Select(parameter => parameter.Name))})";
        bool isIndex = method.ReturnType.SpecialType == SpecialType.System_Int32;
        string declaration = method.ReturnsVoid ? $"void {method.Name}{overload}" : $"double {method.Name}{overload}";
        return $"""
            // check: {string.Join(", ", arguments)}
            [Differentiable]
            public static {declaration}({string.Join(", ", parameters)}) => {(isIndex ? $"x[{call}] * 2" : call)};

            """;
    }
}
