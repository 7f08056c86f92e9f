using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Strings, dates and lists at their edges: derivatives throw what the method throws, and check what they write.</summary>
public class ImmutableArgumentTests
{
    private const string Source =
        """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;
        using StaticAd;

        namespace Immutable;

        public sealed class Holder
        {
            public List<double>? Weights = [2, 3, 4];
        }

        public static partial class Model
        {
            [Differentiable]
            public static double Priced(ReadOnlySpan<double> x, string how, DateTime from, decimal scale, List<double> weights, int n)
            {
                if (n > 5)
                {
                    // Not evaluated where it would throw.
                    return x[0] * x[0];
                }

                DateTime unread = from.AddYears(1000 * n);
                double sum = x[0] * (double)(scale * scale);
                for (int i = 0; i < x.Length; i++)
                {
                    sum += x[i] * x[i] * weights[n + i] * how.Substring(n).Length;
                }

                return sum;
            }

            [Differentiable]
            public static float Single(float x, List<float> weights) => x * x * weights[0];

            [Differentiable]
            public static double Given(ReadOnlySpan<double> x, Holder holder, bool reads) => reads ? x[0] * x[0] * holder.Weights![1] : x[0];
        }

        public static class Calls
        {
            public static double[] Gradient = new double[3];

            private static readonly double[] X = [1, 2, 3];

            public static Action Of(string member, string how, int year, decimal scale, List<double> weights, int n)
            {
                var from = new DateTime(year, 1, 1);
                return member switch
                {
                    "Primal" => () => Model.Priced(X, how, from, scale, weights, n),
                    "ValueAndGradient" => () => Model.PricedValueAndGradient(X, how, from, scale, weights, n, Gradient),
                    "Gradient" => () => Model.PricedGradient(X, how, from, scale, weights, n, Gradient),
                    "Vjp" => () => Model.PricedVjp(X, how, from, scale, weights, n, 1, Gradient),
                    "Jvp" => () => Model.PricedJvp(X, how, from, scale, weights, n, X, out _),
                    "Jacobian" => () => Model.PricedJacobian(X, how, from, scale, weights, n, Gradient),
                    _ => () => Model.PricedForward(X, how, from, scale, weights, n, new Tape()),
                };
            }

            public static float OfSingles() => Model.SingleGradient(2, [3]);

            public static void IntoAList()
            {
                var weights = new List<double> { 1, 2, 3 };
                Model.PricedGradient(X, "abc", new DateTime(2024, 1, 1), 1, weights, 0, CollectionsMarshal.AsSpan(weights));
            }

            public static void IntoAHeldList()
            {
                var holder = new Holder();
                Model.GivenGradient(X, holder, true, CollectionsMarshal.AsSpan(holder.Weights));
            }

            public static double WithoutAHeldList(bool reads) => Model.GivenValueAndGradient(X, new Holder { Weights = null }, reads, Gradient);
        }
        """;

    private static readonly Lazy<Type> Calls = new(() => CompiledProgram.Load(Source).GetType("Immutable.Calls", true)!);

    public static TheoryData<string, string, string, int, decimal, double[], int> Faults
    {
        get
        {
            TheoryData<string, string, string, int, decimal, double[], int> faults = [];
            foreach (string member in (string[])["ValueAndGradient", "Gradient", "Vjp", "Jvp", "Forward", "Jacobian"])
            {
                faults.Add(member, "ArgumentOutOfRangeException", "abc", 9500, 1, [1, 2, 3, 4], 1);
                faults.Add(member, "OverflowException", "abc", 2024, decimal.MaxValue, [1, 2, 3, 4], 0);
                faults.Add(member, "ArgumentOutOfRangeException", "abc", 2024, 1, [1, 2], 0);
                faults.Add(member, "ArgumentOutOfRangeException", "a", 2024, 1, [1, 2, 3, 4, 5, 6], 2);
                faults.Add(member, "", "a", 9500, decimal.MaxValue, [], 6);
            }

            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void DerivativesThrowWhatTheMethodThrows(string member, string type, string how, int year, decimal scale, double[] weights, int n)
    {
        Action Of(string name) => (Action)Calls.Value.GetMethod("Of")!.Invoke(null, [name, how, year, scale, weights.ToList(), n])!;
        Exception? expected = Record.Exception(Of("Primal")), thrown = Record.Exception(Of(member));
        Assert.Equal(type, expected?.GetType().Name ?? "");
        Assert.Equal(expected?.GetType(), thrown?.GetType());
        Assert.Equal(expected?.Message, thrown?.Message);
    }

    [Theory]
    [InlineData("ValueAndGradient")]
    [InlineData("Jvp")]
    [InlineData("Forward")]
    public void WhatIsNullIsNamedFirst(string member)
    {
        Action Of(string? how, List<double>? weights) => (Action)Calls.Value.GetMethod("Of")!.Invoke(null, [member, how, 2024, 1m, weights, 0])!;
        Assert.Equal("how", Assert.Throws<ArgumentNullException>(Of(null, [1, 2, 3])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentNullException>(Of("abc", null)).ParamName);
    }

    [Theory]
    [InlineData("IntoAList")]
    [InlineData("IntoAHeldList")]
    public void AListIsNotWritten(string call) =>
        Assert.IsType<ArgumentException>(Assert.Throws<TargetInvocationException>(() => Calls.Value.GetMethod(call)!.Invoke(null, [])).InnerException);

    [Fact]
    public void AListMayHoldSingles() => Assert.Equal(12F, Calls.Value.GetMethod("OfSingles")!.Invoke(null, []));

    [Fact]
    public void AListThatIsNotReadMayBeMissing()
    {
        object? Of(bool reads) => Calls.Value.GetMethod("WithoutAHeldList")!.Invoke(null, [reads]);
        Assert.Equal(1.0, Of(false));
        Assert.IsType<NullReferenceException>(Assert.Throws<TargetInvocationException>(() => Of(true)).InnerException);
    }
}
