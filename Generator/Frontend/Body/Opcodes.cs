using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>From C# operators to opcodes.</summary>
internal static class Opcodes
{
    public static Opcode? Find(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => Opcode.Add,
        BinaryOperatorKind.Subtract => Opcode.Subtract,
        BinaryOperatorKind.Multiply => Opcode.Multiply,
        BinaryOperatorKind.Divide => Opcode.Divide,
        BinaryOperatorKind.Remainder => Opcode.Remainder,
        BinaryOperatorKind.And => Opcode.And,
        BinaryOperatorKind.Or => Opcode.Or,
        BinaryOperatorKind.ExclusiveOr => Opcode.Xor,
        BinaryOperatorKind.LeftShift => Opcode.ShiftLeft,
        BinaryOperatorKind.RightShift => Opcode.ShiftRight,
        BinaryOperatorKind.LessThan => Opcode.Less,
        BinaryOperatorKind.LessThanOrEqual => Opcode.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Opcode.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Opcode.GreaterOrEqual,
        BinaryOperatorKind.Equals => Opcode.Equal,
        BinaryOperatorKind.NotEquals => Opcode.NotEqual,
        _ => null,
    };
}
