using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Rules;

/// <summary>The words in which the tables of functions are written.</summary>
internal static class Formulas
{
    /// <summary>The partial derivative is 1: known by reference, so that passes need not multiply by it.</summary>
    public static readonly Partial One = (block, _, result) => block.Constant(1, result.Type);

    /// <summary>The partial derivative is -1: known by reference, so that passes need not multiply by it.</summary>
    public static readonly Partial MinusOne = (block, _, result) => block.Constant(-1, result.Type);

    public const double Log2OfE = 1.4426950408889634;
    public const double Log10OfE = 0.4342944819032518;

    public delegate Term UnaryRule(Term x, Term r);

    public delegate Term BinaryRule(Term x, Term y, Term r);

    public delegate Term TernaryRule(Term x, Term y, Term z, Term r);

    public static Partial Of(UnaryRule rule) => (block, arguments, result) =>
        rule(new(block, arguments[0]), new(block, result)).Value;

    public static Partial Of(BinaryRule rule) => (block, arguments, result) =>
        rule(new(block, arguments[0]), new(block, arguments[1]), new(block, result)).Value;

    public static Partial Of(TernaryRule rule) => (block, arguments, result) =>
        rule(new(block, arguments[0]), new(block, arguments[1]), new(block, arguments[2]), new(block, result)).Value;

    /// <summary>A row of the table whose id and lane method are its name.</summary>
    public static ElementaryFunction Function(FunctionHome home, string name, Cost cost, params Partial?[] partials) =>
        new(name, name, home, cost, [.. partials], LaneMethod: name);

    public static Term Cos(Term x) => x.Call("Cos");

    public static Term Sin(Term x) => x.Call("Sin");

    public static Term Cosh(Term x) => x.Call("Cosh");

    public static Term Sinh(Term x) => x.Call("Sinh");

    public static Term Exp(Term x) => x.Call("Exp");

    public static Term Log(Term x) => x.Call("Log");

    public static Term Sqrt(Term x) => x.Call("Sqrt");

    public static Term Abs(Term x) => x.Call("Abs");

    public static Term Round(Term x) => x.Call("Round");

    public static Term Hypot(Term x, Term y) => x.Call("Hypot", y);

    public static Term Pow(Term x, Term y) => x.Call("Pow", y);

    public static Term Square(Term x) => x * x;

    /// <summary>1 − x², rounded once; so is its derivative, which that of (1 − x)(1 + x) near 0 is not.</summary>
    public static Term OneMinusSquare(Term x) => (-x).Call("FusedMultiplyAdd", x, x.Constant(1));

    /// <summary>a / (x² + y²), the norm kept whole so that its square neither overflows nor vanishes.</summary>
    public static Term OverSquaredNorm(Term a, Term x, Term y)
    {
        Term norm = Hypot(x, y);
        return a / norm / norm;
    }

    /// <summary>1 or 0, by a condition, in the type of <paramref name="like"/>.</summary>
    public static Term Indicator(Term condition, Term like) => condition.Choose(like.Constant(1), like.Constant(0));

    /// <summary>
    /// The integer n in x = n·y + r, the quotient of an exact remainder r. Truncating the rounded x/y instead would be off by
    /// one just below multiples of y. Where r is NaN, the quotient without it: ±Infinity for y = 0 or an infinite x.
    /// </summary>
    public static Term QuotientOfRemainder(Term x, Term y, Term r) => Round((x - r.Is(r).Choose(r, r.Constant(0))) / y);
}
