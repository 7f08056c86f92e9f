using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Misuse;

/// <summary>Marked methods of all kinds, and each generated member of theirs as something to be called with any arguments.</summary>
internal static class MisusedProgram
{
    /// <summary>How many elements each buffer of a right call has; arrays of several dimensions as many.</summary>
    public const int Length = 4;

    private static readonly Lazy<IReadOnlyList<MemberCall>> Loaded = new(Load);

    public static IReadOnlyList<MemberCall> Calls => Loaded.Value;

    public static MemberCall Call(string member) => Calls.Single(call => call.Name == member);

    private const string Source =
        """
        using System;
        using StaticAd;

        namespace Misused;

        public record struct Pair(double A, double B);

        public static partial class Model
        {
            [Differentiable(Order = 2)]
            public static double Sum(ReadOnlySpan<double> x, double scale)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += scale * x[i] * x[i];
                }

                return sum;
            }

            [Differentiable]
            public static void InPlace(double a, ReadOnlySpan<double> x, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] = a * y[i] * x[i] + Math.Sin(y[i]);
                }
            }

            [Differentiable]
            public static double Recurrence(ReadOnlySpan<double> x, double r, int n)
            {
                double value = x[0];
                for (int i = 0; i < n; i++)
                {
                    value = r * value * (1 - value) + 0.001 * x[1];
                }

                return value;
            }

            [Differentiable]
            public static double Waiting(double x, double limit)
            {
                double steps = 0;
                while (x < limit && steps < 1000)
                {
                    x += 0.1 * Math.Sin(x) + 0.2;
                    steps++;
                }

                return x;
            }

            [Differentiable]
            public static double Endless(double x, double limit)
            {
                while (x < limit)
                {
                    x += 0.1 * Math.Sin(x) + 0.2;
                }

                return x;
            }

            [Differentiable]
            public static double Worked(ReadOnlySpan<double> x, [Scratch] Span<double> work)
            {
                work[0] = x[0];
                for (int i = 1; i < x.Length; i++)
                {
                    work[i] = work[i - 1] * x[i] + Math.Cos(x[i]);
                }

                return work[x.Length - 1];
            }

            [Differentiable]
            public static void Product(double[] m, ReadOnlySpan<double> x, Span<double> y)
            {
                for (int i = 0; i < 2; i++)
                {
                    y[i] += m[2 * i] * x[0] + m[2 * i + 1] * x[1];
                }
            }

            [Differentiable]
            public static float Single(ReadOnlySpan<float> x, ref float state)
            {
                float sum = 0;
                foreach (float each in x)
                {
                    sum += each * state;
                }

                state *= 2;
                return sum;
            }

            [Differentiable]
            public static Half Halves(ReadOnlySpan<Half> x, Half scale)
            {
                Half sum = (Half)0;
                foreach (Half each in x)
                {
                    sum += each * scale;
                }

                return sum;
            }

            [Differentiable]
            public static double Pairs(ReadOnlySpan<Pair> pairs, Span<Pair> products)
            {
                double sum = 0;
                for (int i = 0; i < pairs.Length; i++)
                {
                    products[i] = new Pair(products[i].A * pairs[i].B, pairs[i].A);
                    sum += pairs[i].A * pairs[i].B;
                }

                return sum;
            }

            [Differentiable]
            public static double Grid(double[,] x, double scale)
            {
                double sum = 0;
                for (int i = 0; i < x.GetLength(0); i++)
                {
                    for (int j = 0; j < x.GetLength(1); j++)
                    {
                        sum += scale * x[i, j] * x[i, j];
                    }
                }

                return sum;
            }

            [Differentiable]
            public static double Rows(double[][] rows)
            {
                double product = 1;
                for (int i = 0; i < rows.Length; i++)
                {
                    for (int j = 0; j < rows[i].Length; j++)
                    {
                        product *= rows[i][j];
                    }
                }

                return product;
            }

            [Differentiable(Batch = true)]
            public static double Elements(double x, double y) => x * y + Math.Exp(x) * (y > 0 ? y : 0);

            [Differentiable]
            public static double Soft(ReadOnlySpan<double> x, Span<double> y)
            {
                y[0] = Special.LogSumExp(x);
                return y[0] * y[1];
            }

            [Differentiable]
            public static double Recursive(double x, ReadOnlySpan<double> c, int n) =>
                n <= 0 ? x : c[n - 1] + x * Recursive(x * 0.5, c, n - 1);

            [Differentiable]
            public static void Outputs(double x, ReadOnlySpan<double> z, out double square, Span<double> y)
            {
                square = x * x;
                for (int i = 0; i < z.Length; i++)
                {
                    y[i] *= z[i] * x;
                }
            }
        }
        """;

    private static IReadOnlyList<MemberCall> Load()
    {
        Generation generation = Generation.Run(Toolchain.Compile("Misused", Toolchain.Parse(Source, "Program.cs")), Toolchain.NewGenerator());
        Verdict.None(generation.Complaints());
        INamedTypeSymbol type = generation.Output.GetTypeByMetadataName("Misused.Model")!;
        MarkedMethod[] marked = [.. generation.MarkedMethods()];
        IMethodSymbol[] members = [.. type.GetMembers().OfType<IMethodSymbol>()
            .Where(member => member is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public })];
        var compilation = generation.Output.AddSyntaxTrees(Toolchain.Parse(CallStubs.Of(members), "Calls.cs"));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        Type stubs = new AssemblyLoadContext("misused", isCollectible: true).LoadFromStream(image).GetType(CallStubs.TypeName)!;
        return [.. members.Select((member, i) => new MemberCall(
            member,
            marked.First(method => member.Name.StartsWith(method.Symbol.Name, StringComparison.Ordinal)).Symbol,
            stubs.GetMethod($"Call{i}", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Action<object[]>>()))];
    }
}
