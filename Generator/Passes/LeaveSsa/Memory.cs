using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>
/// Which operations may write what others read. Memory is named by its root: the parameter or allocation that a buffer value
/// is a view of; a stack is its own root. A buffer that a region or call yields has no known root and may overlap any other.
/// </summary>
internal sealed class Memory
{
    private readonly GeneratedMethod _method;
    private readonly Definitions _definitions;
    private readonly IReadOnlyDictionary<string, Method> _callees;
    private readonly Dictionary<int, (string Name, int Leaf)> _parameterNames = [];

    public Memory(GeneratedMethod method, Definitions definitions, IReadOnlyDictionary<string, Method> callees)
    {
        _method = method;
        _definitions = definitions;
        _callees = callees;
        foreach (Parameter parameter in method.Parameters)
        {
            if (parameter.Value is not null)
            {
                _parameterNames[parameter.Value.Id] = (parameter.DeclaredName, parameter.Leaf);
            }
        }
    }

    /// <summary>Whether <paramref name="later"/> may change what <paramref name="earlier"/> reads.</summary>
    public bool MayDisturb(Operation later, Operation earlier) =>
        Writes(later).Any(written => Reads(earlier).Any(source => MayOverlap(source, written)));

    /// <summary>Whether the operation, with its regions, takes values from memory.</summary>
    public static bool ReadsAny(Operation operation) => Reads(operation).Any();

    /// <summary>The buffers and stacks that an operation, with its regions, takes values from.</summary>
    private static IEnumerable<Value> Reads(Operation operation) => operation switch
    {
        Load load => [load.Buffer],
        Pop pop => [pop.Stack],
        _ => operation.Regions.SelectMany(region => region.Operations).SelectMany(Reads),
    };

    private IEnumerable<Value> Writes(Operation operation) => operation switch
    {
        { WrittenBuffer: { } buffer } => [buffer],
        Push push => [push.Stack],
        Pop pop => [pop.Stack],
        Call call => WrittenArguments(call),
        _ => operation.Regions.SelectMany(region => region.Operations).SelectMany(Writes),
    };

    private IEnumerable<Value> WrittenArguments(Call call) =>
        CallOutputs.Of(call, _callees[call.Callee]).Arguments
            .Where(argument => argument.Input?.Type is BufferType { IsWritable: true })
            .Select(argument => argument.Input!);

    private bool MayOverlap(Value left, Value right)
    {
        if (left.Type is StackType || right.Type is StackType)
        {
            return left.Id == right.Id;
        }

        Value? leftRoot = Root(left), rightRoot = Root(right);
        if (leftRoot is null || rightRoot is null)
        {
            return true;
        }

        return leftRoot.Id == rightRoot.Id || !AreDistinct(leftRoot, rightRoot);
    }

    private Value? Root(Value buffer)
    {
        Value root = buffer;
        while (_definitions.Operation(root) is View view)
        {
            root = view.Buffer;
        }

        return _definitions.Operation(root) is Allocate || _parameterNames.ContainsKey(root.Id) ? root : null;
    }

    // New memory overlaps nothing; of two parameters, a guard must say so.
    private bool AreDistinct(Value left, Value right)
    {
        if (!_parameterNames.TryGetValue(left.Id, out (string Name, int Leaf) leftOf) || !_parameterNames.TryGetValue(right.Id, out (string Name, int Leaf) rightOf))
        {
            return true;
        }

        (string leftName, string rightName) = (leftOf.Name, rightOf.Name);
        return (leftName == rightName && leftOf.Leaf != rightOf.Leaf) || _method.Guards.Any(guard => guard is Guard.Disjoint disjoint
            && ((disjoint.Left == leftName && disjoint.Right == rightName)
                || (disjoint.Left == rightName && disjoint.Right == leftName)));
    }
}
