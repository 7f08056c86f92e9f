using System.Globalization;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>A sum of products of named sizes, <c>8·n·k + 16</c>.</summary>
internal sealed class SizeFormula
{
    public static readonly SizeFormula Zero = new([]);

    /// <summary>By the names of its factors, in order, how often each product counts.</summary>
    private readonly Dictionary<string, (string[] Factors, double Count)> _terms;

    private SizeFormula(Dictionary<string, (string[], double)> terms) => _terms = terms;

    public static SizeFormula Named(string size) => new(new() { [size] = ([size], 1) });

    public static SizeFormula Number(double number) => Zero + number;

    public bool IsZero => _terms.Count == 0;

    /// <summary>The number that it is; null if it depends on a size.</summary>
    public double? Constant => IsZero ? 0 : _terms.Count == 1 && _terms.TryGetValue("", out (string[], double Count) only) ? only.Count : null;

    /// <summary>Whether it has to be put in parentheses where it is a factor or a dividend.</summary>
    public bool IsSum => _terms.Count > 1;

    public static SizeFormula operator +(SizeFormula left, SizeFormula right) => Sum(left._terms.Values.Concat(right._terms.Values));

    public static SizeFormula operator +(SizeFormula left, double right) => Sum(left._terms.Values.Append(([], right)));

    public static SizeFormula operator -(SizeFormula left, SizeFormula right) => left + (right * -1);

    public static SizeFormula operator *(SizeFormula left, double right) => Sum(left._terms.Values.Select(term => (term.Factors, term.Count * right)));

    public static SizeFormula operator *(SizeFormula left, SizeFormula right) => Sum(
        from first in left._terms.Values
        from second in right._terms.Values
        select (first.Factors.Concat(second.Factors).ToArray(), first.Count * second.Count));

    private static SizeFormula Sum(IEnumerable<(string[] Factors, double Count)> terms)
    {
        var sum = new Dictionary<string, (string[] Factors, double Count)>(StringComparer.Ordinal);
        foreach ((string[] factors, double count) in terms)
        {
            string[] sorted = [.. factors.OrderBy(factor => factor, StringComparer.Ordinal)];
            string key = string.Join("·", sorted);
            sum[key] = (sorted, count + (sum.TryGetValue(key, out (string[], double Count) known) ? known.Count : 0));
        }

        return new SizeFormula(sum.Where(term => term.Value.Count != 0).ToDictionary(term => term.Key, term => term.Value));
    }

    /// <summary>The largest products first.</summary>
    public override string ToString()
    {
        if (IsZero)
        {
            return "0";
        }

        string text = "";
        foreach ((string[] factors, double count) in _terms.Values.OrderByDescending(term => term.Factors.Length).ThenByDescending(term => term.Count))
        {
            string number = Math.Abs(count).ToString(CultureInfo.InvariantCulture);
            string product = factors.Length == 0 ? number : Math.Abs(count) == 1 ? string.Join("·", factors) : $"{number}·{string.Join("·", factors)}";
            text += text.Length == 0 ? (count < 0 ? "−" : "") + product : (count < 0 ? " − " : " + ") + product;
        }

        return text;
    }
}
