namespace StaticAd.Kernels;

/// <summary>
/// What an equation such as <c>bij,bjk->bik</c> may look like, and the numbers that stand for its terms: a digit for each index, which tells
/// as which it appears first, so 123, 134 and 124. The generator compiles this file too.
/// </summary>
internal static class EinsumSyntax
{
    // As many as a digit and a number can tell apart.
    private const int Most = 9;

    /// <summary>What is wrong with an equation of so many operands; null if nothing is.</summary>
    public static string? Fault(string equation, int operands)
    {
        int commas = 0, arrow = -1, length = 0;
        for (int i = 0; i < equation.Length; i++)
        {
            char c = equation[i];
            length = IsIndex(c) ? length + 1 : c == ' ' ? length : 0;
            if (c == '-' && i + 1 < equation.Length && equation[i + 1] == '>')
            {
                if (arrow >= 0)
                {
                    return "it has more than one '->'";
                }

                arrow = i++;
            }
            else if (c == ',')
            {
                if (arrow >= 0)
                {
                    return "it has a ',' behind the '->', but there is one result";
                }

                commas++;
            }
            else if (length > Most)
            {
                return "a term has more than nine indices";
            }
            else if (!IsIndex(c) && c != ' ')
            {
                return $"'{c}' is not an index: they are letters, 'a' to 'z' and 'A' to 'Z'";
            }
        }

        return arrow < 0 ? "it has no '->', behind which the indices of the result stand"
            : commas + 1 != operands ? $"it speaks of {Count(commas + 1)}, and there {(operands == 1 ? "is" : "are")} {operands}"
            : Indices(equation, equation.Length) > Most ? "it has more than nine indices"
            : null;
    }

    /// <summary>What is wrong with the number of sizes; null if there is one for each index.</summary>
    public static string? SizesFault(string equation, int sizes)
    {
        int indices = Indices(equation, equation.Length);
        if (indices == sizes)
        {
            return null;
        }

        string names = "";
        for (int i = 0; i < equation.Length; i++)
        {
            names += !IsFirst(equation, i) ? "" : names.Length == 0 ? equation[i].ToString() : $", {equation[i]}";
        }

        string given = sizes == 1 ? "1 size is" : $"{sizes} sizes are";
        return indices == 0 ? $"it has no indices, and {given} given" : $"it has the indices {names}, and {given} given";
    }

    /// <summary>The number that stands for a term.</summary>
    /// <param name="equation">An equation without faults.</param>
    /// <param name="term">Which: the operands from 0 on, then the result.</param>
    public static int Term(string equation, int term)
    {
        int number = 0, current = 0;
        for (int i = 0; i < equation.Length && current <= term; i++)
        {
            char c = equation[i];
            current += c is ',' or '>' ? 1 : 0;
            number = current == term && IsIndex(c) ? (10 * number) + 1 + Indices(equation, equation.IndexOf(c)) : number;
        }

        return number;
    }

    /// <summary>How many indices appear before a place.</summary>
    private static int Indices(string equation, int end)
    {
        int count = 0;
        for (int i = 0; i < end; i++)
        {
            count += IsFirst(equation, i) ? 1 : 0;
        }

        return count;
    }

    private static bool IsFirst(string equation, int at) => IsIndex(equation[at]) && equation.IndexOf(equation[at]) == at;

    private static bool IsIndex(char c) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

    private static string Count(int operands) => operands == 1 ? "one operand" : $"{operands} operands";
}
