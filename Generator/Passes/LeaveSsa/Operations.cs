using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>How the IR's operations correspond to C#'s operators.</summary>
internal static class Operations
{
    public static BinaryOperator Binary(Opcode opcode) => opcode switch
    {
        Opcode.Add => BinaryOperator.Add,
        Opcode.Subtract => BinaryOperator.Subtract,
        Opcode.Multiply => BinaryOperator.Multiply,
        Opcode.Divide => BinaryOperator.Divide,
        Opcode.Remainder => BinaryOperator.Remainder,
        Opcode.And => BinaryOperator.BitAnd,
        Opcode.Or => BinaryOperator.BitOr,
        Opcode.Xor => BinaryOperator.BitXor,
        Opcode.ShiftLeft => BinaryOperator.ShiftLeft,
        Opcode.ShiftRight => BinaryOperator.ShiftRight,
        Opcode.Less => BinaryOperator.Less,
        Opcode.LessOrEqual => BinaryOperator.LessOrEqual,
        Opcode.Greater => BinaryOperator.Greater,
        Opcode.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        Opcode.Equal => BinaryOperator.Equal,
        Opcode.NotEqual => BinaryOperator.NotEqual,
        _ => throw new ArgumentOutOfRangeException(nameof(opcode)),
    };

    public static bool IsComparison(Opcode opcode) => opcode is Opcode.Less or Opcode.LessOrEqual or Opcode.Greater
        or Opcode.GreaterOrEqual or Opcode.Equal or Opcode.NotEqual;

    /// <summary>The comparison that holds exactly when the given one does not; null if there is none.</summary>
    public static Opcode? Opposite(Compute compare) => compare.Opcode switch
    {
        Opcode.Equal => Opcode.NotEqual,
        Opcode.NotEqual => Opcode.Equal,
        _ when compare.Arguments[0].Type is not ScalarType { IsInteger: true } => null,
        Opcode.Less => Opcode.GreaterOrEqual,
        Opcode.LessOrEqual => Opcode.Greater,
        Opcode.Greater => Opcode.LessOrEqual,
        Opcode.GreaterOrEqual => Opcode.Less,
        _ => null,
    };

    /// <summary>Whether C# converts by itself.</summary>
    public static bool IsImplicitConversion(IrType from, IrType to) =>
        from is ScalarType { Kind: var source } && to is ScalarType { Kind: var target } && target switch
        {
            ScalarKind.Double => source is not (ScalarKind.Bool or ScalarKind.Half),
            ScalarKind.Float => source is not (ScalarKind.Bool or ScalarKind.Double or ScalarKind.Half),
            ScalarKind.Long => source is ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Short or ScalarKind.UShort
                or ScalarKind.Int or ScalarKind.UInt,
            ScalarKind.Int => source is ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Short or ScalarKind.UShort,
            ScalarKind.ULong => source is ScalarKind.Byte or ScalarKind.UShort or ScalarKind.UInt,
            ScalarKind.UInt => source is ScalarKind.Byte or ScalarKind.UShort,
            ScalarKind.Short => source is ScalarKind.SByte or ScalarKind.Byte,
            ScalarKind.UShort => source is ScalarKind.Byte,
            _ => false,
        };
}
