using StaticAd.Generator.Emit.Tree;

namespace StaticAd.Generator.Emit;

/// <summary>Spelling and precedence of C#'s operators.</summary>
internal static class Operators
{
    public const int Lowest = 0;
    public const int ConditionalPrecedence = 1;
    public const int UnaryPrecedence = 20;
    public const int PrimaryPrecedence = 30;

    public static string Text(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.BitOr => "|",
        BinaryOperator.BitXor => "^",
        BinaryOperator.BitAnd => "&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    public static string Text(UnaryOperator op) => op switch
    {
        UnaryOperator.Minus => "-",
        UnaryOperator.Not => "!",
        UnaryOperator.Complement => "~",
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    public static int Precedence(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => 2,
        BinaryOperator.And => 3,
        BinaryOperator.BitOr => 4,
        BinaryOperator.BitXor => 5,
        BinaryOperator.BitAnd => 6,
        BinaryOperator.Equal or BinaryOperator.NotEqual => 7,
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => 8,
        BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => 9,
        BinaryOperator.Add or BinaryOperator.Subtract => 10,
        _ => 11,
    };

    public static bool IsShift(BinaryOperator op) => op is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight;

    public static bool IsLogical(BinaryOperator op) => op is BinaryOperator.And or BinaryOperator.Or;
}
