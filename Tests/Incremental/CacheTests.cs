using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Generator.Frontend;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Incremental;

/// <summary>
/// What is remembered of a method is what would be found anew: after every edit of what it depends on, and where it has only moved,
/// at its new place.
/// </summary>
[Trait("Needs", "CompilerOnly")]
public class CacheTests
{
    private const string ModelPath = "Model.cs";
    private const string OtherPath = "Other.cs";

    private const string Model = """
        using System;
        using System.Linq;
        using StaticAd;

        namespace Sample;

        public static partial class Model
        {
            private const double Scale = 0.5;

            [Differentiable]
            public static double Energy(double x, Point p) => Other.Stiffness * Other.Spring(x) * Scale + p.Length() + Base.Offset(x);

            [Differentiable]
            public static double Table(double x) => x * Other.Table[1] * new Circle(x).Area + (double)Kind.Second * x;

            [Differentiable]
            public static double Faulty(double[] x) => Local(x) * 2;

            private static double Local(double[] x)
            {
                return x.Sum();
            }

            [Differentiable]
            public static double Ruled(double x) => Other.Opaque(x) * x;

            [Differentiable]
            public static double Nested(double x) => RuledGradient(x) * x;
        }
        """;

    private const string Others = """
        using StaticAd;

        namespace Sample;

        internal enum Kind { First, Second = 4 }

        public struct Point
        {
            public double X;
            public double Y;

            public readonly double Length() => X * X + Y * Y;
        }

        public readonly struct Circle(double radius)
        {
            public double Area => 3 * radius * radius;
        }

        internal class Base
        {
            internal static double Offset(double x) => x + 1;
        }

        internal static class Other
        {
            internal const double Stiffness = 2;

            internal static readonly double[] Table = [1, 2, 3];

            internal static double Spring(double x) => Deeper(x) * x;

            private static double Deeper(double x) => x + 3;

            internal static double Opaque(double x) => x;

            [DerivativeOf(typeof(Other), nameof(Opaque), Mode = DerivativeMode.Vjp)]
            internal static double OpaqueVjp(double x, double resultBar, out double dx)
            {
                dx = resultBar;
                return x;
            }
        }
        """;

    public static TheoryData<string, string, string> Edits => new()
    {
        // Bodies of what is called, directly and further away.
        { OtherPath, "=> Deeper(x) * x", "=> Deeper(x) * x * x" },
        { OtherPath, "=> x + 3", "=> x * 3" },
        { OtherPath, "=> x + 3", "{ lock (new object()) { } return x; }" },
        { OtherPath, "=> x + 3", "=> x + missing" },
        { OtherPath, "=> X * X + Y * Y", "=> X * Y" },
        { OtherPath, "=> 3 * radius * radius", "=> 4 * radius" },
        { OtherPath, "Offset(double x) => x + 1", "Offset(double x) => x - 1" },
        { ModelPath, "return x.Sum();", "return x[0];" },
        { ModelPath, "return x.Sum();", "\n\n        return x.Max();" },

        // What the meaning of bodies depends on.
        { OtherPath, "Stiffness = 2", "Stiffness = 3" },
        { ModelPath, "Scale = 0.5", "Scale = 0.25" },
        { OtherPath, "Second = 4", "Second = 5" },
        { OtherPath, "[1, 2, 3]", "[1, 5, 3]" },
        { OtherPath, "public double Y;", "public double Y;\n    public double Z;" },
        { OtherPath, "public double Y;", "[NoDerivative] public double Y;" },
        { OtherPath, "internal class Base\n{", "internal class Root { internal static double Offset(double x, int n = 1) => n * x; }\ninternal class Base : Root\n{" },
        { OtherPath, "internal static double Offset(double x) => x + 1;", "internal static double Offset(float x) => x; internal static double Offset(object x) => 1;" },
        { OtherPath, "static double Spring(double x)", "static float Spring(float x)" },
        { OtherPath, "Mode = DerivativeMode.Vjp", "Mode = DerivativeMode.Jvp" },
        { OtherPath, "[DerivativeOf(typeof(Other), nameof(Opaque), Mode = DerivativeMode.Vjp)]", "/* none */" },
        { OtherPath, "internal static readonly double[]", "internal static double[]" },
        { OtherPath, "private static double Deeper", "// Why.\n\n    private static double Deeper" },

        // Names.
        { ModelPath, "double Faulty(double[] x)", "double Broken(double[] x)" },
        { ModelPath, "public static partial class Model", "public static partial class Renamed" },
        { ModelPath, "namespace Sample;", "namespace Sample.Inner;" },

        // Marks and options of one method.
        { ModelPath, "[Differentiable]\n    public static double Table", "[Differentiable(Order = 2)]\n    public static double Table" },
        { ModelPath, "[Differentiable]\n    public static double Ruled", "public static double Ruled" },
        { ModelPath, "Energy(double x, Point p)", "Energy([NoDerivative] double x, Point p)" },

        // Only places change.
        { ModelPath, "namespace Sample;", "// A line above.\n\n\nnamespace Sample;" },
        { ModelPath, "[Differentiable]\n    public static double Faulty", "/* here */ [Differentiable]\n    public static double Faulty" },
        { ModelPath, "    private static double Local", "\n\n\n    private static double Local" },
        { ModelPath, "using System;", "#nullable disable\nusing System;" },
        { ModelPath, "=> Local(x) * 2;", "=>\n        // Twice.\n        Local(x) * 2;" },
    };

    public static TheoryData<string> Accepted => [.. CorpusFile.Names(CorpusFile.Accept)];

    [Theory]
    [MemberData(nameof(Edits))]
    public void AfterAnEditItIsAsIfFoundAnew(string path, string before, string after)
    {
        var program = Sample();
        string start = program.Warm();
        program.Edit(path, before, after);
        Assert.Equal(program.Fresh(), program.Warm());

        // And back.
        program.Edit(path, after, before);
        Assert.Equal(start, program.Warm());
    }

    [Fact]
    public void ManyEditsOneAfterAnother()
    {
        var program = Sample();
        program.Warm();
        foreach (var row in Edits.Select(row => row.Data).Where(row => row.Item3.Length > 0).Reverse())
        {
            if (program.Compilation.SyntaxTrees.Single(tree => tree.FilePath == row.Item1).GetText(TestContext.Current.CancellationToken).ToString().Contains(row.Item2, StringComparison.Ordinal))
            {
                program.Edit(row.Item1, row.Item2, row.Item3);
                Assert.Equal(program.Fresh(), program.Warm());
            }
        }
    }

    [Fact]
    public void OptionsAndReferencesCount()
    {
        var program = Sample();
        program.Warm();
        program.Set(program.Compilation.WithOptions(program.Compilation.Options.WithOverflowChecks(true)));
        Assert.Equal(program.Fresh(), program.Warm());
        program.Set(program.Compilation.AddReferences(Toolchain.AnotherReference()));
        Assert.Equal(program.Fresh(), program.Warm());
    }

    [Fact]
    public void AMethodThatHasOnlyMovedIsNotTranslatedAgain()
    {
        var program = Sample();
        program.Warm();
        var before = Kept(program);
        program.Edit(ModelPath, "namespace Sample;", "// A line above.\n\nnamespace Sample;");
        program.Edit(ModelPath, "Other.Opaque(x) * x", "Other.Opaque(x) * 3 * x");
        var after = Kept(program);
        Assert.Same(before["Energy"], after["Energy"]);
        Assert.Same(before["Table"], after["Table"]);
        Assert.NotSame(before["Ruled"], after["Ruled"]);
        Assert.NotSame(before["Nested"], after["Nested"]);
    }

    /// <summary>Without this, every edit would translate the method again.</summary>
    [Theory]
    [MemberData(nameof(Accepted))]
    public void WhatIsFoundOfAMethodIsKept(string program)
    {
        var generation = CorpusGenerations.Of(CorpusFile.Accept, program);
        var found = generation.MarkedMethods(generation.Input).ToLookup(method => method.Syntax, method => method.Symbol.OriginalDefinition);
        Assert.All(found, same => Assert.Same(
            CheckCache.Check(same.Key, generation.Input, TestContext.Current.CancellationToken).Model,
            CheckCache.Check(same.Key, generation.Input, TestContext.Current.CancellationToken).Model));
    }

    [Fact]
    public void GeneratorAndAnalyzerShareWhatTheyFind()
    {
        var program = Sample();
        var ofGenerator = Kept(program);
        Toolchain.NewDriver(Toolchain.NewGenerator()).RunGeneratorsAndUpdateCompilation(program.Compilation, out var output, out _, TestContext.Current.CancellationToken);
        var ofAnalyzer = Kept((CSharpCompilation)output);
        Assert.All(ofGenerator.Where(pair => pair.Value is not null), pair => Assert.Same(pair.Value, ofAnalyzer[pair.Key]));
    }

    [Fact]
    public void WhereALineIsKnownNothingIsKept()
    {
        var program = new EditedProgram((ModelPath, """
            using System.Runtime.CompilerServices;
            using StaticAd;

            public static partial class Model
            {
                [Differentiable]
                public static double F(double x) => At(x);

                private static double At(double x, [CallerLineNumber] int line = 0) => x * line;
            }
            """));
        program.Warm();
        program.Edit(ModelPath, "public static partial", "\n\npublic static partial");
        Assert.Equal(program.Fresh(), program.Warm());
    }

    private static EditedProgram Sample() => new((ModelPath, Model), (OtherPath, Others));

    /// <summary>The models of the marked methods, by name; null for one that has an error.</summary>
    private static Dictionary<string, object?> Kept(EditedProgram program) => Kept(program.Compilation);

    private static Dictionary<string, object?> Kept(CSharpCompilation compilation) => Harness.MarkedMethod
        .In(compilation, compilation.SyntaxTrees.Single(tree => tree.FilePath == ModelPath))
        .ToDictionary(method => method.Symbol.Name, method => (object?)CheckCache.Check(method.Syntax, compilation, TestContext.Current.CancellationToken).Model);
}
