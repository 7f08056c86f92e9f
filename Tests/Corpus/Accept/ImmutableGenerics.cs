using System;
using System.Collections.Generic;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Strings, dates and lists beside numbers of any type.</summary>
public static partial class ImmutableGenerics
{
    // check<T>: (T)0.75, new DateTime(2024, 2, 29), "sine"
    // check<T>: (T)0.75, new DateTime(2024, 2, 29), "square"
    [Differentiable]
    public static T Chosen<T>(T x, DateTime date, string how)
        where T : IFloatingPointIeee754<T> => how switch
        {
            "sine" => T.Sin(x) * T.CreateChecked(date.Day),
            _ => x * x * T.CreateChecked((double)(date.Year / 1000m)),
        };

    // check: 0.5f, new List<int> { 1, 3 }, new[] { "a", "b", "c" }
    [Differentiable]
    public static float Parts(float x, List<int> weights, string[] parts)
    {
        float sum = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            sum += parts[i] == "b" ? x * x * weights[0] : x * weights[1];
        }

        return sum;
    }
}
