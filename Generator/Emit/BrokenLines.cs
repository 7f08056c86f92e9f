using System.Text;
using StaticAd.Generator.Emit.Tree;

namespace StaticAd.Generator.Emit;

/// <summary>Breaks expressions that are too long for one line at their outermost operators.</summary>
internal static class BrokenLines
{
    public const int Width = 110;
    private const int IndentSize = 4;

    /// <param name="indent">Columns before continuation lines.</param>
    /// <param name="column">Column at which the expression starts.</param>
    public static string Text(Expression expression, bool typed, int indent, int column)
    {
        string flat = ExpressionWriter.Text(expression, typed);
        if (column + flat.Length < Width)
        {
            return flat;
        }

        return expression switch
        {
            Binary binary => Chain(binary, indent, column),
            Conditional conditional => Arms(conditional, typed, indent, column),
            Invocation { Arguments.Count: > 1 } call => Call(call, indent),
            Invocation { Arguments: [Invocation { Arguments.Count: > 1 } inner] } call => $"{ExpressionWriter.Text(call.Function, true)}({Call(inner, indent)})",
            Creation creation => Members(creation, indent),
            Cast { IsImplicit: true } cast when !typed => Text(cast.Operand, true, indent, column),
            _ => flat,
        };
    }

    private static string Members(Creation creation, int indent)
    {
        string margin = new(' ', indent - IndentSize);
        string inner = new(' ', indent);
        IEnumerable<string> lines = creation.Members.Select(member =>
        {
            string start = $"{inner}{member.Member} = ";
            return start + Text(member.Value, false, indent + IndentSize, start.Length) + ",";
        });
        return $"new {creation.Type}\n{margin}{{\n{string.Join("\n", lines)}\n{margin}}}";
    }

    private static string Text(Expression expression, int precedence, bool typed, int indent, int column)
    {
        if (ExpressionWriter.Precedence(expression, typed) >= precedence)
        {
            return Text(expression, typed, indent, column);
        }

        return $"({Text(expression, typed, indent + IndentSize, column + 1)})";
    }

    // Operands of one precedence follow each other; a new line begins, with the operator first, where the next does not fit.
    private static string Chain(Binary binary, int indent, int column)
    {
        int precedence = Operators.Precedence(binary.Operator);
        var links = new Stack<Binary>();
        Expression first = binary;
        bool firstTyped = false;
        while (first is Binary link && Operators.Precedence(link.Operator) == precedence)
        {
            links.Push(link);
            firstTyped = ExpressionWriter.MustBeTyped(link).Left;
            first = link.Left;
        }

        var text = new StringBuilder(Text(first, precedence, firstTyped, indent, column));
        int used = column + text.Length;
        foreach (Binary link in links)
        {
            string op = Operators.Text(link.Operator);
            bool typed = ExpressionWriter.MustBeTyped(link).Right;
            int right = ExpressionWriter.RightPrecedence(link);
            string flat = ExpressionWriter.Text(link.Right, right, typed);
            if (used + op.Length + flat.Length + 2 < Width)
            {
                text.Append(' ').Append(op).Append(' ').Append(flat);
                used += op.Length + flat.Length + 2;
                continue;
            }

            string operand = Text(link.Right, right, typed, indent + IndentSize, indent + op.Length + 1);
            text.Append(NewLine(indent)).Append(op).Append(' ').Append(operand);
            used = LastLineLength(text);
        }

        return text.ToString();
    }

    private static string Arms(Conditional conditional, bool typed, int indent, int column)
    {
        const int Higher = Operators.ConditionalPrecedence + 1;
        bool firstTyped = ExpressionWriter.FirstArmTyped(conditional, typed);
        return Text(conditional.Condition, Higher, false, indent, column)
            + NewLine(indent) + "? " + Text(conditional.WhenTrue, Higher, firstTyped, indent + IndentSize, indent + 2)
            + NewLine(indent) + ": " + Text(conditional.WhenFalse, Operators.ConditionalPrecedence, false, indent + IndentSize, indent + 2);
    }

    private static string Call(Invocation call, int indent)
    {
        string separator = "," + NewLine(indent);
        int spokesman = ContextTyping.Spokesman(call.Arguments);
        IEnumerable<string> arguments = call.Arguments.Select((argument, i) =>
            Text(
                argument,
                ExpressionWriter.ListPrecedence(argument, call.Arguments),
                call.TakesAnyType || i == spokesman,
                indent + IndentSize,
                indent));
        return ExpressionWriter.Text(call.Function, true) + "(" + NewLine(indent) + string.Join(separator, arguments) + ")";
    }

    private static string NewLine(int indent) => "\n" + new string(' ', indent);

    private static int LastLineLength(StringBuilder text)
    {
        int length = 0;
        while (length < text.Length && text[text.Length - 1 - length] != '\n')
        {
            length++;
        }

        return length;
    }
}
