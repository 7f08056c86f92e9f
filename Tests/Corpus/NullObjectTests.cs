using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>An object that must be there is asked for before anything is written; one that may be missing where the method reads it.</summary>
public class NullObjectTests
{
    private const string Source =
        """
        #nullable enable
        using System;
        using StaticAd;

        namespace Missing;

        public sealed class Curve(double rate)
        {
            public double Rate { get; } = rate;
        }

        public static partial class Model
        {
            [Differentiable]
            public static double Required(ReadOnlySpan<double> x, Curve curve) => curve.Rate * x[0];

            [Differentiable]
            public static double Optional(ReadOnlySpan<double> x, Curve? curve, bool discounts) => discounts ? curve!.Rate * x[0] : 2 * x[0];

            public static double[] GradientAfterFailure()
            {
                double[] gradient = [7];
                Assert(() => RequiredGradient([1], null!, gradient));
                Assert(() => RequiredVjp([1], null!, 1, gradient));
                Assert(() => RequiredJvp([1], null!, [1], out _));
                return gradient;
            }

            public static double[] OptionalGradient()
            {
                double[] gradient = [7];
                OptionalGradient([1], null, false, gradient);
                return gradient;
            }

            private static void Assert(Action call)
            {
                try
                {
                    call();
                }
                catch (ArgumentNullException exception) when (exception.ParamName == "curve")
                {
                    return;
                }

                throw new InvalidOperationException("nothing was thrown");
            }
        }
        """;

    private static readonly Type Model = CompiledProgram.Load(Source).GetType("Missing.Model", throwOnError: true)!;

    [Fact]
    public void WhatMustBeThereIsCheckedBeforeAGradientIsWritten() => Assert.Equal([7.0], Call("GradientAfterFailure"));

    [Fact]
    public void WhatMayBeMissingIsNotAskedForWhereItIsNotRead() => Assert.Equal([2.0], Call("OptionalGradient"));

    private static double[] Call(string method) =>
        (double[])Model.GetMethod(method, BindingFlags.Public | BindingFlags.Static, [])!.Invoke(null, [])!;
}
