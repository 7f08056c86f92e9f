using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>
/// What in a method depends on how many matrices there are. If that is the size of memory and nothing else, a part of the batch can be taken for the whole.
/// </summary>
internal sealed class CountDependence(SummedBatch batch)
{
    private readonly HashSet<int> _dependent = [];

    public bool IsHarmless() => batch.OfLengths.All(Mark) && batch.OfMatrices.All(IsHarmlessIn);

    private bool Mark(Operation operation)
    {
        switch (operation)
        {
            case Length length when length.Member is null or "Count":
                _dependent.Add(length.Result.Id);
                return true;
            case Compute compute when compute.Arguments.Any(IsDependent):
                _dependent.Add(compute.Result.Id);
                return compute.Opcode is Opcode.Add or Opcode.Multiply || compute.Function is { } function && function.StartsWith("Grid", StringComparison.Ordinal);
            default:
                return true;
        }
    }

    // Memory that is not as long as the batch serves all of it, and would have to be read differently.
    private bool IsHarmlessIn(Operation operation) => operation switch
    {
        Allocate memory => IsDependent(memory.Count),
        Call call => batch.IsTheSum(call) || !call.Arguments.Any(argument => argument.Type is ScalarType && IsDependent(argument)),
        _ => true,
    };

    private bool IsDependent(Value value) => _dependent.Contains(value.Id);
}
