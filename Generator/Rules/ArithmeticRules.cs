using StaticAd.Generator.Ir;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>Partial derivatives of the opcodes, in the same form as those of the functions.</summary>
internal static class ArithmeticRules
{
    private static readonly Dictionary<Opcode, IReadOnlyList<Partial?>> Table = new()
    {
        [Opcode.Add] = [One, One],
        [Opcode.Subtract] = [One, MinusOne],
        [Opcode.Multiply] = [Of((x, y, r) => y), Of((x, y, r) => x)],
        [Opcode.Divide] = [Of((x, y, r) => 1 / y), Of((x, y, r) => -r / y)],
        [Opcode.Remainder] = [One, Of((x, y, r) => -QuotientOfRemainder(x, y, r))],
        [Opcode.Negate] = [MinusOne],
        [Opcode.Convert] = [One],
        [Opcode.Select] = [null, Of((c, x, y, r) => Indicator(c, r)), Of((c, x, y, r) => Indicator(!c, r))],
    };

    /// <summary>One delegate per argument, for operands that are floating point; null for all where the result is flat.</summary>
    public static IReadOnlyList<Partial?> PartialsOf(Opcode opcode, int arity) =>
        Table.TryGetValue(opcode, out IReadOnlyList<Partial?>? partials) ? partials : new Partial?[arity];

    public static Cost CostOf(Opcode opcode) => opcode switch
    {
        Opcode.Divide => Cost.Moderate,
        Opcode.Remainder => Cost.Expensive,
        _ => Cost.Cheap,
    };
}
