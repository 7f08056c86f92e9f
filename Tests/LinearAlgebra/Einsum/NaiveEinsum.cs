namespace StaticAd.Tests.Linear;

/// <summary>Sums over indices as they are defined: one product for all values of all indices.</summary>
internal static class NaiveEinsum
{
    /// <summary>The indices in the order in which they first appear.</summary>
    public static char[] Indices(string equation) => [.. equation.Where(char.IsAsciiLetter).Distinct()];

    /// <summary>The terms: operands, then the result.</summary>
    public static string[] Terms(string equation) => equation.Replace(" ", "", StringComparison.Ordinal).Replace("->", ",", StringComparison.Ordinal).Split(',');

    /// <summary>The terms as numbers: a digit for each index, from 1 on.</summary>
    public static int[] Numbers(string equation) =>
        [.. Terms(equation).Select(term => term.Aggregate(0, (number, index) => (10 * number) + 1 + Array.IndexOf(Indices(equation), index)))];

    public static int Length(string equation, int term, int[] sizes) =>
        Terms(equation)[term].Aggregate(1, (length, index) => length * sizes[Array.IndexOf(Indices(equation), index)]);

    public static double[] Of(string equation, int[] sizes, params double[][] operands)
    {
        string[] terms = Terms(equation);
        char[] indices = Indices(equation);
        var result = new double[Length(equation, operands.Length, sizes)];
        var values = new int[sizes.Length];
        int count = sizes.Aggregate(1, (product, size) => product * size);
        for (int i = 0; i < count; i++)
        {
            int rest = i;
            for (int k = sizes.Length - 1; k >= 0; k--)
            {
                values[k] = rest % sizes[k];
                rest /= sizes[k];
            }

            int At(string term) => term.Aggregate(0, (at, index) => (at * sizes[Array.IndexOf(indices, index)]) + values[Array.IndexOf(indices, index)]);
            double product = 1;
            for (int k = 0; k < operands.Length; k++)
            {
                product *= operands[k][At(terms[k])];
            }

            result[At(terms[^1])] += product;
        }

        return result;
    }
}
