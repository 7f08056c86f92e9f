using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>What a forward sweep puts on the tape.</summary>
/// <param name="Bytes">How much that is, in terms of the parameters.</param>
/// <param name="Pushed">The values of which it keeps one for each pass of a loop whose passes are not known before.</param>
internal sealed record TapeContents(string Bytes, IReadOnlyCollection<int> Pushed)
{
    /// <summary>The stacks and buffers of a forward sweep, its scalars, and what other methods keep for it.</summary>
    public static TapeContents Of(GeneratedMethod forward)
    {
        Operation[] operations = [.. forward.Body.AllOperations()];
        HashSet<int> stacks = [.. operations.OfType<AllocateStack>().Where(stack => stack.Storage == Storage.Tape).Select(stack => stack.Result.Id)];
        Push[] pushes = [.. operations.OfType<Push>().Where(push => stacks.Contains(push.Stack.Id))];
        var text = new SizeText(forward.Parameters, forward.Body);
        SizeFormula size = operations.Aggregate(SizeFormula.Zero, (sum, operation) => operation switch
        {
            Keep keep => sum + BytesOf(keep.Kept.Type),
            Allocate { Storage: Storage.Tape, Result.Type: BufferType buffer } allocate => sum + (text.Of(allocate.Count) * BytesOf(buffer.Element)),
            _ => sum,
        });
        List<string> parts = size.IsZero ? [] : [size.ToString()];
        if (pushes.Length > 0)
        {
            parts.Add($"{pushes.Sum(push => BytesOf(push.Pushed.Type))} for each pass of a loop whose passes are not counted");
        }

        if (operations.OfType<Call>().Any(call => call.Arguments.Any(argument => argument.Type.Equals(OpaqueType.Tape))))
        {
            parts.Add("what the methods that it calls keep");
        }

        return new TapeContents(parts.Count == 0 ? "0" : string.Join(" + ", parts), [.. pushes.Select(push => push.Pushed.Id)]);
    }

    public bool IsEmpty => Bytes == "0";

    private static int BytesOf(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Bool or ScalarKind.Byte or ScalarKind.SByte } => 1,
        ScalarType { Kind: ScalarKind.Half or ScalarKind.Short or ScalarKind.UShort } => 2,
        ScalarType { Kind: ScalarKind.Float or ScalarKind.Int or ScalarKind.UInt } => 4,
        _ => 8,
    };
}
