using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>Which operations do something beyond their results, themselves or within their regions.</summary>
internal sealed class Effectfulness
{
    private readonly Dictionary<int, Value> _parents = [];
    private readonly HashSet<int> _ownMemory = [];
    private readonly HashSet<int> _readRoots;
    private readonly HashSet<Operation> _effectful = new(ByReference.Comparer);

    public Effectfulness(Block body)
    {
        List<Operation> all = body.AllOperations();
        foreach (Operation operation in all)
        {
            if (operation is View view)
            {
                _parents[view.Result.Id] = view.Buffer;
            }
            else if (operation is Allocate { Storage: not Storage.Tape } allocate)
            {
                _ownMemory.Add(allocate.Result.Id);
            }
        }

        _readRoots = [.. all.SelectMany(operation => ReadBuffers(operation)).Concat(body.Yields).Select(Root)];
        Visit(body);
    }

    public bool Has(Operation operation) => _effectful.Contains(operation);

    private bool Visit(Block block)
    {
        bool hasAny = false;
        foreach (Operation operation in block.Operations)
        {
            bool has = HasItself(operation);
            foreach (Block region in operation.Regions)
            {
                has |= Visit(region);
            }

            if (has)
            {
                _effectful.Add(operation);
                hasAny = true;
            }
        }

        return hasAny;
    }

    private static EquatableArray<Value> ReadBuffers(Operation operation) => operation switch
    {
        Load load => [load.Buffer],
        Copy copy => [copy.Source],
        Call call => call.Arguments,
        _ => [],
    };

    private int Root(Value buffer)
    {
        while (_parents.TryGetValue(buffer.Id, out Value? parent))
        {
            buffer = parent;
        }

        return buffer.Id;
    }

    // Memory of the method's own that nobody reads need not be written.
    private bool IsWriteForNobody(Value buffer) => Root(buffer) is var root && _ownMemory.Contains(root) && !_readRoots.Contains(root);

    private bool HasItself(Operation operation) => operation switch
    {
        { WrittenBuffer: { } buffer } => !IsWriteForNobody(buffer),
        Push or Pop or Keep or Recall or Call or Throw => true,
        Allocate { Storage: Storage.Tape } or AllocateStack { Storage: Storage.Tape } => true,
        _ => false,
    };
}
