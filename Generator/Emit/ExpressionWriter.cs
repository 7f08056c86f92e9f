using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Emit;

/// <summary>Writes expressions on one line, with as few parentheses as C# allows without changing the order of operations.</summary>
internal static class ExpressionWriter
{
    /// <param name="typed">Whether the text must have the expression's type by itself.</param>
    public static string Text(Expression expression, bool typed) => expression switch
    {
        Name name => name.Text,
        Verbatim verbatim => verbatim.Text,
        Literal literal => Literals.Text(literal, typed),
        Binary binary => Text(binary),
        Unary unary => Operators.Text(unary.Operator) + Operand(unary),
        Cast cast => Text(cast, typed),
        Conditional conditional => Text(conditional, typed),
        Member member => MemberPath.Of(Text(member.Target, Operators.PrimaryPrecedence, true), member.Text),
        Element element => $"{Text(element.Buffer, Operators.PrimaryPrecedence, true)}[{Text(element.Index, false)}]",
        Invocation call => $"{Text(call.Function, Operators.PrimaryPrecedence, true)}({string.Join(", ", Arguments(call))})",
        ReferenceArgument { Type: null } argument => $"{argument.Modifier} {argument.Variable}",
        ReferenceArgument argument => $"{argument.Modifier} {argument.Type} {argument.Variable}",
        Designation designation => $"{designation.Type} {designation.Variable}",
        TupleOf tuple => $"({string.Join(", ", tuple.Elements.Select(element => Text(element, ListPrecedence(element, tuple.Elements), false)))})",
        Template template => Text(template),
        Creation creation => $"new {creation.Type} {{ {string.Join(", ", creation.Members.Select(member => $"{member.Member} = {Text(member.Value, false)}"))} }}",
        StackAllocation allocation => $"stackalloc {allocation.ElementType}[{Text(allocation.Count, false)}]",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    /// <summary>The text, in parentheses if it binds less tightly than <paramref name="precedence"/>.</summary>
    public static string Text(Expression expression, int precedence, bool typed)
    {
        string text = Text(expression, typed);
        return Precedence(expression, typed) < precedence ? $"({text})" : text;
    }

    public static int Precedence(Expression expression, bool typed) => expression switch
    {
        Binary binary => Operators.Precedence(binary.Operator),
        Unary => Operators.UnaryPrecedence,
        Cast cast => IsLeftOut(cast, typed) ? Precedence(cast.Operand, true) : Operators.UnaryPrecedence,
        Conditional => Operators.ConditionalPrecedence,
        Literal literal when Literals.Text(literal, typed)[0] is '-' or '(' => Operators.UnaryPrecedence,
        Verbatim verbatim when verbatim.Text.Any(char.IsWhiteSpace) => Operators.Lowest,
        StackAllocation => Operators.Lowest,
        _ => Operators.PrimaryPrecedence,
    };

    public static IEnumerable<string> Arguments(Invocation call)
    {
        int spokesman = ContextTyping.Spokesman(call.Arguments);
        return call.Arguments.Select((argument, i) =>
            Text(argument, ListPrecedence(argument, call.Arguments), call.TakesAnyType || i == spokesman));
    }

    /// <summary>How tightly an element of a list must bind: C# would read <c>F(a &lt; b, c &gt; (d))</c> as a generic call.</summary>
    public static int ListPrecedence(Expression element, IEnumerable<Expression> list) =>
        element is Binary { Operator: BinaryOperator.Less } && list.Any(other => other is Binary { Operator: BinaryOperator.Greater })
            ? Operators.UnaryPrecedence
            : Operators.Lowest;

    /// <summary>Whether each operand of a binary operator must have its type by itself.</summary>
    public static (bool Left, bool Right) MustBeTyped(Binary binary)
    {
        if (Operators.IsShift(binary.Operator))
        {
            return (true, false);
        }

        return (ContextTyping.Spokesman([binary.Left, binary.Right]) == 0, false);
    }

    private static string Text(Binary binary)
    {
        int precedence = Operators.Precedence(binary.Operator);
        (bool leftTyped, bool rightTyped) = MustBeTyped(binary);
        string left = Text(binary.Left, precedence, leftTyped);
        string right = Text(binary.Right, RightPrecedence(binary), rightTyped);
        return $"{left} {Operators.Text(binary.Operator)} {right}";
    }

    /// <summary>
    /// <c>a + (b + c)</c> keeps its parentheses: floating-point sums are not associative. <c>&amp;&amp;</c> and <c>||</c> are.
    /// </summary>
    public static int RightPrecedence(Binary binary) =>
        Operators.Precedence(binary.Operator) + (Operators.IsLogical(binary.Operator) ? 0 : 1);

    private static string Text(Template template)
    {
        var text = new System.Text.StringBuilder(template.Pieces[0]);
        for (int i = 0; i < template.Expressions.Count; i++)
        {
            string next = template.Pieces[i + 1];
            bool isArgument = IsListStart(text) && next.Length > 0 && next[0] is ')' or ',';
            string hole = Text(template.Expressions[i], isArgument ? Operators.Lowest : Operators.PrimaryPrecedence, true);
            // A colon within an interpolated string would start a format.
            text.Append(hole.Contains(':') && hole[0] != '(' && !isArgument ? $"({hole})" : hole).Append(next);
        }

        return text.ToString();
    }

    private static bool IsListStart(System.Text.StringBuilder text) =>
        text.Length > 1 && (text[text.Length - 1] == '(' || (text[text.Length - 1] == ' ' && text[text.Length - 2] == ','));

    private static string Operand(Unary unary)
    {
        string operand = Text(unary.Operand, Operators.UnaryPrecedence, true);
        return unary.Operator == UnaryOperator.Minus && operand[0] == '-' ? $"({operand})" : operand;
    }

    private static bool IsLeftOut(Cast cast, bool typed) => cast.IsImplicit && !typed;

    private static string Text(Cast cast, bool typed)
    {
        if (IsLeftOut(cast, typed))
        {
            return Text(cast.Operand, true);
        }

        // "(Mode)-1" would be a subtraction, and "(Half)-0.0f".
        bool mayMislead = cast.Operand is Unary || (cast.Operand is Literal literal && Literals.Text(literal, true)[0] == '-');
        string operand = mayMislead ? $"({Text(cast.Operand, true)})" : Text(cast.Operand, Operators.UnaryPrecedence, true);
        return $"({cast.Type}){operand}";
    }

    private static string Text(Conditional conditional, bool typed)
    {
        string condition = Text(conditional.Condition, Operators.ConditionalPrecedence + 1, false);
        string whenTrue = Text(conditional.WhenTrue, Operators.ConditionalPrecedence + 1, FirstArmTyped(conditional, typed));
        string whenFalse = Text(conditional.WhenFalse, Operators.ConditionalPrecedence, false);
        return $"{condition} ? {whenTrue} : {whenFalse}";
    }

    /// <summary>Whether the first arm of a conditional must have its type by itself.</summary>
    public static bool FirstArmTyped(Conditional conditional, bool typed) => typed && !ContextTyping.IsTyped(conditional);
}
