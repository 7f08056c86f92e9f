namespace StaticAd.Generator.Ir;

/// <summary>What a <see cref="Compute"/> does.</summary>
internal enum Opcode
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Negate,
    And,
    Or,
    Xor,
    Not,
    ShiftLeft,
    ShiftRight,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,

    /// <summary>A C# conversion to the result's scalar type.</summary>
    Convert,

    /// <summary>condition, whenTrue, whenFalse; both are evaluated.</summary>
    Select,

    /// <summary>An elementary function, named by its id.</summary>
    Function,

    /// <summary>The same scalar or truth value in every lane.</summary>
    Broadcast,

    /// <summary>Whether a mask is true in any lane.</summary>
    AnyTrue,
}
