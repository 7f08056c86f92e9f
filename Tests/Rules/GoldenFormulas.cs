using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Rules;

/// <summary>What the reference files compute, as IR: one function of the table, or a small composition of them.</summary>
internal static class GoldenFormulas
{
    private static readonly Dictionary<string, string> Functions = new()
    {
        ["abs"] = "Abs",
        ["acos"] = "Acos",
        ["acosh"] = "Acosh",
        ["asin"] = "Asin",
        ["asinh"] = "Asinh",
        ["atan"] = "Atan",
        ["atan2"] = "Atan2",
        ["cbrt_equiv"] = "Cbrt",
        ["ceil"] = "Ceiling",
        ["cos"] = "Cos",
        ["cosh"] = "Cosh",
        ["digamma"] = "Digamma",
        ["erf"] = "Erf",
        ["exp"] = "Exp",
        ["expm1"] = "ExpM1",
        ["floor"] = "Floor",
        ["hypot"] = "Hypot",
        ["lgamma"] = "LogGamma",
        ["log"] = "Log",
        ["maximum"] = "Max",
        ["minimum"] = "Min",
        ["pow"] = "Pow",
        ["round"] = "Round",
        ["sigmoid"] = "Sigmoid",
        ["sin"] = "Sin",
        ["sinh"] = "Sinh",
        ["softplus"] = "Softplus",
        ["sqrt"] = "Sqrt",
        ["tan"] = "Tan",
        ["tanh"] = "Tanh",
    };

    /// <summary>The formula of the file <c>scalar_{op}.json</c>.</summary>
    public static Formula Of(string op) => Functions.TryGetValue(op, out string? function)
        ? Formula.Of(function)
        : op switch
        {
            "mul" => new(2, (block, x) => block.Multiply(x[0], x[1])),
            "div" => new(2, (block, x) => block.Divide(x[0], x[1])),
            "fmod" => new(2, (block, x) => block.Compute(Opcode.Remainder, IrType.Double, null, x)),
            "square" => new(1, (block, x) => block.Multiply(x[0], x[0])),
            "reciprocal" => new(1, (block, x) => block.Divide(One(block), x[0])),
            "rsqrt" => new(1, (block, x) => block.Divide(One(block), block.Function("Sqrt", x[0]))),
            "logsigmoid" => new(1, (block, x) => block.Negate(block.Function("Softplus", block.Negate(x[0])))),
            "clamp_m1_p1" => new(1, (block, x) => Clamp(block, x[0], -1, 1)),
            "clamp_min0" => new(1, (block, x) => Clamp(block, x[0], 0, double.PositiveInfinity)),
            "relu" => new(1, Relu),
            "sign" => new(1, SignAsDouble),
            _ => throw new ArgumentOutOfRangeException(nameof(op), op, "no formula for this reference file"),
        };

    /// <summary>x to the power of a constant.</summary>
    public static Formula Power(double exponent) =>
        new(1, (block, x) => block.Function("Pow", x[0], block.Constant(exponent, IrType.Double)));

    private static Value One(BlockBuilder block) => block.Constant(1, IrType.Double);

    private static Value Clamp(BlockBuilder block, Value x, double low, double high) =>
        block.Function("Clamp", x, block.Constant(low, IrType.Double), block.Constant(high, IrType.Double));

    /// <summary>x ≤ 0 ? 0 : x</summary>
    private static Value Relu(BlockBuilder block, Value[] x)
    {
        Value zero = block.Constant(0, IrType.Double);
        return block.Select(block.Compare(Opcode.LessOrEqual, x[0], zero), zero, x[0]);
    }

    private static Value SignAsDouble(BlockBuilder block, Value[] x)
    {
        Value sign = block.Values.New(IrType.Int);
        block.Append(new Compute(sign, Opcode.Function, [x[0]], "Sign"));
        return block.Compute(Opcode.Convert, IrType.Double, null, sign);
    }
}
