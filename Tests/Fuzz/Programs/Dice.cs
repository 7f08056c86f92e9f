using System.Globalization;
using CsCheck;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Choices that a random number generator makes.</summary>
internal sealed class Dice(PCG random)
{
    public int Below(int bound) => (int)random.Next((uint)bound);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>One of several things, more often one of the last: what has just been computed should be used.</summary>
    public T Recent<T>(IReadOnlyList<T> things) => Chance(40) ? things[things.Count - 1 - Below(Math.Min(2, things.Count))] : Pick(things);

    /// <summary>One of several choices, each as probable as its weight says.</summary>
    public T Weighed<T>(params IReadOnlyList<(int Weight, T Choice)> choices)
    {
        int ticket = Below(choices.Sum(choice => choice.Weight));
        foreach (var (weight, choice) in choices)
        {
            ticket -= weight;
            if (ticket < 0)
            {
                return choice;
            }
        }

        throw new InvalidOperationException("No choice has a weight.");
    }

    /// <summary>A number that <c>float</c> holds too, never 0.</summary>
    public string Number(string type)
    {
        double number = (Below(14) + 2) * 0.125 * (Chance(30) ? -1 : 1);
        return Literal(type, number);
    }

    public string Positive(string type) => Literal(type, (Below(14) + 2) * 0.125);

    private static string Literal(string type, double number)
        => NumberTypes.Constant(type, number.ToString("0.0###", CultureInfo.InvariantCulture));
}
