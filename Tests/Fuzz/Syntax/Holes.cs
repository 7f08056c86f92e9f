using System.Text;

namespace StaticAd.Tests.Fuzz.Syntax;

/// <summary>Texts with holes, <c>$0</c> to <c>$9</c>.</summary>
internal static class Holes
{
    public static string Fill(string text, Func<int, string> content)
    {
        var filled = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            bool isHole = text[i] == '$' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
            filled.Append(isHole ? content(text[++i] - '0') : text[i]);
        }

        return filled.ToString();
    }

    /// <summary>An expression without parentheses around all of it; a tuple keeps them.</summary>
    public static string Bare(string expression)
    {
        if (expression is not ['(', .., ')'])
        {
            return expression;
        }

        int depth = 0;
        for (int i = 0; i < expression.Length - 1; i++)
        {
            depth += expression[i] == '(' ? 1 : expression[i] == ')' ? -1 : 0;
            if (depth == 0 || (depth == 1 && expression[i] == ','))
            {
                return expression;
            }
        }

        return expression[1..^1];
    }
}
