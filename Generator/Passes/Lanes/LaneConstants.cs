using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>The constants that lanes compute with, and how many operators a piece of code has with them.</summary>
internal sealed class LaneConstants
{
    private readonly Dictionary<int, Operation[]> _definitions = [];

    /// <param name="before">What runs before the loop.</param>
    public LaneConstants(IEnumerable<Operation> before)
    {
        var scalars = new Dictionary<int, Constant>();
        foreach (Operation operation in before)
        {
            if (operation is Constant constant)
            {
                scalars.Add(constant.Result.Id, constant);
            }
            else if (operation is Compute { Opcode: Opcode.Broadcast } broadcast && scalars.TryGetValue(broadcast.Arguments[0].Id, out Constant? scalar))
            {
                _definitions.Add(broadcast.Result.Id, [scalar, broadcast]);
            }
        }
    }

    public bool Contains(Value value) => _definitions.ContainsKey(value.Id);

    /// <summary>The operations that make a constant; none for other values.</summary>
    public IEnumerable<Operation> Definition(Value value) =>
        _definitions.TryGetValue(value.Id, out Operation[]? definition) ? definition : [];

    public int Operators(Block block) => block.Operations.Sum(Operators);

    /// <summary>Computations on lanes, loads and stores of lanes, and the constants written among them.</summary>
    public int Operators(Operation operation) => operation switch
    {
        If => operation.Regions.Sum(Operators),
        Compute or Load or Store when operation.Operands.Concat(operation.Results).Any(value => value.Type is LaneType or MaskType) =>
            1 + operation.Operands.Count(Contains),
        _ => 0,
    };
}
