using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Names for values that the user did not name: after what they are for, or what they are.</summary>
internal static class TemporaryNames
{
    public static string Of(Variable variable) => variable.Definition switch
    {
        Compute compute => Purpose(variable) ?? Of(compute),
        Load load => Naming.Element(load.Buffer.Name, load.Index.Name),
        Symbol { IsComputed: true } symbol => CamelCase(symbol.Text),
        Length { Member: { } member } length => (length.Buffer.Name ?? "") + member,
        Length { Dimension: { } dimension } length => (length.Buffer.Name ?? "") + Grids.LengthName(dimension),
        Length => "length",
        View => "slice",
        Allocate => "buffer",
        AllocateStack => "stack",
        Pop => "popped",
        Recall => "kept",
        Call call => CamelCase(call.Callee),
        For => "i",
        _ => ForType(variable.Type),
    };

    /// <summary>After what it computes.</summary>
    public static string Of(Compute compute) =>
        compute.Function == Halves.ToHalf ? "rounded" : compute.Opcode == Opcode.Function ? CamelCase(compute.Function!) : Of(compute.Opcode, compute.Result.Type);

    private static string? Purpose(Variable variable)
    {
        int value = variable.Values[0];
        return variable.Reader switch
        {
            Load load when load.Index.Id == value => "index",
            Store store when store.Index.Id == value => "index",
            Accumulate add when add.Index.Id == value => "index",
            View view when view.Start?.Id == value => "start",
            View or Allocate => "count",
            _ => null,
        };
    }

    private static string Of(Opcode opcode, IrType type) => opcode switch
    {
        Opcode.Add => "sum",
        Opcode.Subtract => "difference",
        Opcode.Multiply => "product",
        Opcode.Divide => "quotient",
        Opcode.Remainder => "remainder",
        Opcode.Negate => "negative",
        Opcode.ShiftLeft or Opcode.ShiftRight => "shifted",
        Opcode.Convert => "converted",
        Opcode.Broadcast when type is LaneType => "lanes",
        _ => ForType(type),
    };

    private static string ForType(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => "condition",
        MaskType => "mask",
        BufferType => "buffer",
        _ => "value",
    };

    // The last word of a name that may be qualified and may have a parameter list: "N.Model.Power(double, int)" is "power".
    private static string CamelCase(string name)
    {
        int end = name.IndexOf('(');
        string stem = end < 0 ? name : name.Substring(0, end);
        string word = Emit.Identifiers.Words(stem).LastOrDefault(part => char.IsLetter(part[0])) ?? "value";
        return char.ToLowerInvariant(word[0]) + word.Substring(1);
    }
}
