using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>
/// Copies and fills of one leaf of structures, which C# cannot write as one call: they become loops over the elements. Only where
/// all leaves of a parameter are cleared side by side does the fill stay.
/// </summary>
internal sealed class StructCopies : Rewriter
{
    private readonly GeneratedMethod _method;
    private readonly ValueSource _values;
    private readonly HashSet<int> _zeros;

    private StructCopies(GeneratedMethod method)
    {
        _method = method;
        _values = new ValueSource(HighestId.In(method) + 1);
        _zeros = [.. method.Body.AllOperations().OfType<Constant>().Where(constant => constant.Number == 0 && !double.IsNegativeInfinity(1 / constant.Number))
            .Select(constant => constant.Result.Id)];
    }

    public static Block Expand(GeneratedMethod method) =>
        method.Body.AllOperations().Any(operation => operation is Fill or Copy && IsOfStructures(operation))
            ? new StructCopies(method).Rewrite(method.Body)
            : method.Body;

    protected override Value Use(Value value) => value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        switch (operation)
        {
            case Fill fill when IsOfStructures(fill) && !fill.OfWholeElements:
                Loop(fill.Buffer, target, (body, index) => body.Append(new Store(fill.Buffer, index, fill.Stored)));
                break;
            case Copy copy when IsOfStructures(copy):
                Loop(copy.Source, target, (body, index) => body.Append(new Store(copy.Destination, index, body.Load(copy.Source, index))));
                break;
            default:
                base.Rewrite(operation, target);
                break;
        }
    }

    public override Block Rewrite(Block block)
    {
        Operation[] operations = [.. block.Operations];
        for (int i = 0; i < operations.Length; i++)
        {
            int[] run = Run(operations, i);
            if (run.Length > 0 && IsWhole([.. run.Select(at => (Fill)operations[at])]))
            {
                foreach (int at in run)
                {
                    operations[at] = ((Fill)operations[at]) with { OfWholeElements = true };
                }
            }

            i = run.Length > 0 ? run[run.Length - 1] : i;
        }

        return base.Rewrite(block with { Operations = [.. operations] });
    }

    private static bool IsOfStructures(Operation operation) => operation switch
    {
        Fill fill => fill.Buffer.Type is BufferType { Within: not null },
        Copy copy => copy.Source.Type is BufferType { Within: not null } || copy.Destination.Type is BufferType { Within: not null },
        _ => false,
    };

    /// <summary>Where fills with zero of the leaves of one parameter stand side by side, constants between them not counted.</summary>
    private int[] Run(Operation[] operations, int first)
    {
        if (operations[first] is not Fill fill || ParameterOf(fill) is not { } parameter)
        {
            return [];
        }

        var run = new List<int>();
        for (int i = first; i < operations.Length && (operations[i] is Constant or Fill); i++)
        {
            if (operations[i] is Fill next)
            {
                if (ParameterOf(next)?.DeclaredName != parameter.DeclaredName)
                {
                    break;
                }

                run.Add(i);
            }
        }

        return [.. run];
    }

    private Parameter? ParameterOf(Fill fill) => _zeros.Contains(fill.Stored.Id)
        ? _method.Parameters.FirstOrDefault(parameter => parameter.Of?.Buffer is not null && parameter.Value?.Id == fill.Buffer.Id)
        : null;

    private bool IsWhole(Fill[] run) => _method.Parameters
        .Where(parameter => parameter.DeclaredName == ParameterOf(run[0])!.DeclaredName)
        .All(parameter => run.Any(fill => fill.Buffer.Id == parameter.Value!.Id));

    private void Loop(Value counted, List<Operation> target, Action<BlockBuilder, Value> step)
    {
        var builder = new BlockBuilder(_values);
        builder.ForEach(builder.Length(counted), step);
        target.AddRange(builder.Operations);
    }
}
