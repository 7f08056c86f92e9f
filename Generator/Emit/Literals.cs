using System.Globalization;
using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Emit;

/// <summary>Numbers as C# literals.</summary>
internal static class Literals
{
    // Beyond this an integer without suffix is no longer an int, or is harder to read than the exponent form.
    private const double LargestPlainInteger = 1e9;

    /// <summary>Whether the short form of a literal has another type than the literal.</summary>
    public static bool NeedsContext(Literal literal) => literal.Type.Kind switch
    {
        ScalarKind.Int or ScalarKind.Bool => false,
        ScalarKind.Double or ScalarKind.Float => IsPlainInteger(literal.Number),
        _ => true,
    };

    /// <param name="typed">Whether the text must have the literal's type by itself.</param>
    public static string Text(Literal literal, bool typed)
    {
        double number = literal.Number;
        return literal.Type.Kind switch
        {
            ScalarKind.Bool => number != 0 ? "true" : "false",
            ScalarKind.Double => Floating(number, "double", typed ? ".0" : "", ""),
            ScalarKind.Float => Floating(number, "float", typed ? "f" : "", "f"),
            ScalarKind.Int => number == int.MinValue ? "int.MinValue" : Integer(number),
            ScalarKind.Long => number <= long.MinValue ? "long.MinValue" : Integer(number) + (typed ? "L" : ""),
            ScalarKind.UInt => Integer(number) + (typed ? "u" : ""),
            ScalarKind.ULong => Integer(number) + (typed ? "UL" : ""),
            _ => typed ? $"({TypeText.Keyword(literal.Type.Kind)}){Parenthesized(Integer(number))}" : Integer(number),
        };
    }

    private static string Floating(double number, string type, string integerSuffix, string suffix)
    {
        if (double.IsNaN(number))
        {
            return type + ".NaN";
        }

        if (double.IsInfinity(number))
        {
            return type + (number > 0 ? ".PositiveInfinity" : ".NegativeInfinity");
        }

        if (IsPlainInteger(number))
        {
            return Integer(number) + integerSuffix;
        }

        return (number == 0 ? "-0.0" : ShortestRoundTrip(number, type == "float")) + suffix;
    }

    private static bool IsPlainInteger(double number) =>
        Math.Abs(number) <= LargestPlainInteger && number == Math.Floor(number) && !IsNegativeZero(number);

    private static bool IsNegativeZero(double number) => number == 0 && double.IsNegativeInfinity(1 / number);

    private static string Integer(double number) =>
        number >= long.MaxValue
            ? ((ulong)Math.Min(number, ulong.MaxValue - 2048.0)).ToString(CultureInfo.InvariantCulture)
            : ((long)number).ToString(CultureInfo.InvariantCulture);

    private static string Parenthesized(string text) => text[0] == '-' ? $"({text})" : text;

    private static string ShortestRoundTrip(double number, bool isFloat)
    {
        for (int digits = isFloat ? 6 : 15; digits < 17; digits++)
        {
            string text = number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            double parsed = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            if (parsed == number || (isFloat && (float)parsed == (float)number))
            {
                return InCSharp(text);
            }
        }

        return InCSharp(number.ToString("G17", CultureInfo.InvariantCulture));
    }

    // "1E-09" reads 1e-9; "1E+20" reads 1e20.
    private static string InCSharp(string text)
    {
        int exponent = text.IndexOf('E');
        if (exponent < 0)
        {
            return text.IndexOf('.') < 0 ? text + ".0" : text;
        }

        int power = int.Parse(text.Substring(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return text.Substring(0, exponent) + "e" + power.ToString(CultureInfo.InvariantCulture);
    }
}
