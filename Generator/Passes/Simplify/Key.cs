using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>What a pure operation computes; two operations with one key have the same value.</summary>
internal readonly record struct Key(string Kind, IrType Type, long A, long B, long C, string? Text)
{
    public static Key? Of(Operation operation) => operation switch
    {
        Constant constant => new Key("constant", constant.Result.Type, BitConverter.DoubleToInt64Bits(constant.Number), 0, 0, constant.Text),
        Symbol symbol => new Key("symbol", symbol.Result.Type, 0, 0, 0, symbol.Text),
        Length length => new Key("length", length.Result.Type, length.Buffer.Id, length.Dimension ?? -1, 0, null),
        View view => new Key("view", view.Result.Type, view.Buffer.Id, view.Start?.Id ?? -1, view.Count?.Id ?? -1, null),
        Compute { Arguments.Count: <= 3 } compute => OfCompute(compute),
        _ => null,
    };

    private static Key OfCompute(Compute compute)
    {
        long a = Argument(compute, 0), b = Argument(compute, 1), c = Argument(compute, 2);
        bool commutes = compute.Opcode is Opcode.Add or Opcode.Multiply or Opcode.Equal or Opcode.NotEqual;
        return new Key(
            compute.Opcode.ToString(),
            compute.Result.Type,
            commutes ? Math.Min(a, b) : a,
            commutes ? Math.Max(a, b) : b,
            c,
            compute.Function);
    }

    private static long Argument(Compute compute, int index) =>
        index < compute.Arguments.Count ? compute.Arguments[index].Id : -1;
}
