using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>
/// Value and gradient of a method that computes with batches of matrices, matrix by matrix, up to one norm or sum of everything, and from there on with numbers:
/// <c>F = φ(Σ g(Aᵢ, Bᵢ, …))</c>. What belongs to g works on any part of the batch.
/// </summary>
internal sealed class SummedBatch
{
    private readonly Dictionary<string, string> _texts;
    private readonly Dictionary<int, Operation> _definitions = [];
    private readonly HashSet<int> _cells = [];

    private SummedBatch(GeneratedMethod method)
    {
        Method = method;
        _texts = method.Callees.GroupBy(callee => callee.Key).ToDictionary(same => same.Key, same => same.First().Text, StringComparer.Ordinal);
        foreach (Operation operation in method.Body.Operations)
        {
            foreach (Value result in operation.Results)
            {
                _definitions[result.Id] = operation;
            }
        }

        _cells.UnionWith(method.Body.Operations.OfType<Allocate>().Where(IsCell).Select(cell => cell.Result.Id));
    }

    /// <summary>Whether it ends in a norm; else in a sum.</summary>
    public bool IsNorm { get; private set; }

    /// <summary>What is added up, and its gradient.</summary>
    public Call Forward { get; private set; } = null!;

    /// <summary>Its reverse.</summary>
    public Call Backward { get; private set; } = null!;

    public Value Summed => Memory(Forward.Arguments[0]);

    public Value Total => Forward.Arguments[1];

    public Value TotalCotangent => Backward.Arguments[3];

    public Value SummedCotangent => Backward.Arguments[4];

    public GeneratedMethod Method { get; }

    /// <summary>The views, in the order of the parameters.</summary>
    public IReadOnlyList<Parameter> Views => [.. Method.Parameters.Where(parameter => parameter.IsView)];

    public ScalarType Element => (ScalarType)((BufferType)Summed.Type).Element;

    /// <summary>What is done with matrices, both sweeps, between them the sum.</summary>
    public List<Operation> OfMatrices { get; } = [];

    /// <summary>What is done with the sum, and with its cotangent.</summary>
    public List<Operation> OfNumbers { get; } = [];

    /// <summary>What computes lengths and constants, for either.</summary>
    public List<Operation> OfLengths { get; } = [];

    /// <summary>Null for a method of any other form.</summary>
    public static SummedBatch? Of(GeneratedMethod method)
    {
        // Most methods have none: nothing is looked up for them.
        if (!method.Parameters.Any(parameter => parameter.IsView))
        {
            return null;
        }

        var batch = new SummedBatch(method);
        return batch.FindSum() && batch.Sort() && batch.IsInOrder() && new CountDependence(batch).IsHarmless() ? batch : null;
    }

    /// <summary>The gradient of a view; null if none is asked for.</summary>
    public Parameter? GradientOf(Parameter view) => Method.Guards.OfType<Guard.SameLength>().FirstOrDefault(guard => guard.Reference == view.Name) is { } same
        ? Method.Parameters.First(parameter => parameter.Name == same.Buffer)
        : null;

    /// <summary>Of lengths and constants, what others need, and what that needs.</summary>
    public List<Operation> LengthsFor(IEnumerable<Operation> users)
    {
        HashSet<int> needed = [.. users.SelectMany(user => user.Operands).Select(value => value.Id)];
        var found = new List<Operation>();
        foreach (Operation operation in Enumerable.Reverse(OfLengths))
        {
            if (operation.Results.Any(result => needed.Contains(result.Id)))
            {
                found.Add(operation);
                needed.UnionWith(operation.Operands.Select(operand => operand.Id));
            }
        }

        found.Reverse();
        return found;
    }

    /// <summary>The operation that gives a value; null for a parameter.</summary>
    public Operation? Definition(Value value) => _definitions.TryGetValue(value.Id, out Operation definition) ? definition : null;

    /// <summary>How the counterpart of a rule is called; null for any other call.</summary>
    public string? Interleaved(Call call) => InterleavedCalls.Of(TextOf(call));

    /// <summary>Whether an operation adds up, or is the reverse of that.</summary>
    public bool IsTheSum(Operation operation) => ReferenceEquals(operation, Forward) || ReferenceEquals(operation, Backward);

    private string TextOf(Call call) => _texts.TryGetValue(call.Callee, out string text) ? text : "";

    /// <summary>What lies behind another view of the same memory.</summary>
    public Value Memory(Value buffer) => Definition(buffer) is View { Start: null, Count: null } view ? Memory(view.Buffer) : buffer;

    private bool FindSum()
    {
        Call[] calls = [.. Method.Body.Operations.OfType<Call>()];
        Call[] norms = [.. calls.Where(call => IsSum(call, "NormsForward"))], sums = [.. calls.Where(call => IsSum(call, "SumsForward"))];
        if (norms.Length + sums.Length != 1 || Method.Body.Operations.Any(operation => operation.Regions.Count > 0))
        {
            return false;
        }

        IsNorm = norms.Length == 1;
        Forward = norms.Concat(sums).First();
        string reverse = IsNorm ? "NormsBackward" : "SumsBackward";
        Call[] backward = [.. calls.Where(call => InterleavedCalls.Is(TextOf(call), "ReductionRules", reverse) && Memory(call.Arguments[0]).Equals(Summed))];
        if (backward.Length != 1 || !IsAll(Forward.Arguments[2]))
        {
            return false;
        }

        Backward = backward[0];
        return _cells.Contains(TotalCotangent.Id) && Definition(SummedCotangent) is Allocate;
    }

    private bool IsSum(Call call, string method) =>
        InterleavedCalls.Is(TextOf(call), "ReductionRules", method) && _cells.Contains(call.Arguments[1].Id) && Definition(Memory(call.Arguments[0])) is Allocate;

    // The sum is that of all elements, not one for each matrix.
    private bool IsAll(Value size) => Definition(size) switch
    {
        Length { Member: null, Dimension: null } length => Memory(length.Buffer).Equals(Summed),
        _ => Definition(Summed) is Allocate memory && memory.Count.Equals(size),
    };

    private bool IsCell(Allocate memory) => Definition(memory.Count) is Constant { Number: 1 };

    private bool Sort() => Method.Body.Operations.All(Place)
        && OfNumbers.All(operation => IsTheSum(operation) || operation.Operands.All(operand => operand.Type is not BufferType || _cells.Contains(operand.Id)));

    // The reverse of the sum comes first and writes its cotangent whole; that of any operation leaves the cotangent of its result as it is.
    private bool IsInOrder()
    {
        Call[] calls = [.. OfMatrices.OfType<Call>()];
        Call[] forward = [.. calls.TakeWhile(call => !ReferenceEquals(call, Forward))];
        if (!ReferenceEquals(calls[forward.Length + 1], Backward))
        {
            return false;
        }

        int[] written = [.. forward.SelectMany(call => call.Arguments).Where(argument => argument.Type is BufferType { Kind: BufferKind.Span }).Select(memory => memory.Id)];
        return written.Distinct().Count() == written.Length && written.All(id => id != SummedCotangent.Id);
    }

    private bool Place(Operation operation)
    {
        List<Operation>? list = operation switch
        {
            Call when IsTheSum(operation) => OfMatrices,
            Call call when Interleaved(call) is not null && call.Arguments.All(IsOfMatrices) => OfMatrices,
            View { Start: null, Count: null } whole => _cells.Contains(whole.Buffer.Id) ? null : OfMatrices,
            Allocate memory => _cells.Contains(memory.Result.Id) ? OfNumbers : OfMatrices,
            Fill fill => _cells.Contains(fill.Buffer.Id) ? OfNumbers : OfMatrices,
            Load load when _cells.Contains(load.Buffer.Id) => OfNumbers,
            Store store when _cells.Contains(store.Buffer.Id) => OfNumbers,
            Accumulate add when _cells.Contains(add.Buffer.Id) => OfNumbers,
            Constant or Length or Symbol => OfLengths,
            Compute compute => IsWhole(compute.Result) && compute.Arguments.All(IsWhole) ? OfLengths : OfNumbers,
            _ => null,
        };
        list?.Add(operation);
        if (IsTheSum(operation))
        {
            OfNumbers.Add(operation);
        }

        return list is not null;
    }

    private bool IsOfMatrices(Value argument) =>
        argument.Type is BufferType ? !_cells.Contains(argument.Id) : IsWhole(argument) || argument.Type.Equals(OpaqueType.Tape);

    private static bool IsWhole(Value value) => value.Type == IrType.Int || value.Type == IrType.Bool;
}
