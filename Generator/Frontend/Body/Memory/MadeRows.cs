using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Arrays of arrays that the body makes: all rows at once, in an initialiser, or behind <c>new T[n][]</c> one by one or in a loop over all of them.
/// Before that loop another runs, which finds where the rows start, so that there is one memory for all.
/// </summary>
internal sealed class MadeRows(BodyState state, Faults faults, Rooms rooms)
{
    private const string MakeAtOnce = "Make all rows in one loop that starts with it, also those that are to be copies: for (int i = 0; i < x.Length; i++) { x[i] = new double[m]; … }";

    /// <summary>What statements do whose rows are made already.</summary>
    private readonly Dictionary<IOperation, Action> _rowsMade = [];

    /// <summary>How many rows there will be, and where it will be written where they are, of arrays of arrays without rows.</summary>
    private readonly Dictionary<int, (Value Count, Value Bounds)> _rowless = [];

    /// <summary>Whether the rows that a statement makes are made already; then what is left of it is done.</summary>
    public bool IsMade(IOperation statement)
    {
        if (!_rowsMade.TryGetValue(statement, out Action fill))
        {
            return false;
        }

        _rowsMade.Remove(statement);
        fill();
        return true;
    }

    public Value[] NewRows(IOperation size)
    {
        Value count = rooms.Allocations.Count(size);
        if (UnknownType.Is(count))
        {
            return [count, count];
        }

        Value bounds = NewBounds(Length(count, size));
        Value rowless = state.Values.New(RowlessType.Instance);
        _rowless[rowless.Id] = (count, bounds);
        return [rowless, bounds];
    }

    private Value NewBounds(Value count)
    {
        Value bounds = rooms.Allocations.NewBuffer(IrType.Int, BufferKind.Span, rooms.JaggedArrays.BoundsOf(count), null);
        rooms.JaggedArrays.NoteCount(bounds, count);
        return bounds;
    }

    /// <summary>A length, if it is none below zero.</summary>
    private Value Length(Value count, IOperation size) => size.ConstantValue is { HasValue: true, Value: int and >= 0 } || UnknownType.Is(count)
        ? count
        : rooms.Arithmetic.Apply(GridFunctions.Count, IrType.Int, null, count, state.Block.Constant(1));

    public Value[] WithRows(Value[] rows, IOperation use)
    {
        if (rows[0].Type is not RowlessType)
        {
            return rows;
        }

        faults.ReportUnsupported(use.Syntax, $"'{use.Syntax}' before all its rows are made", MakeAtOnce);
        return [state.Unknown(), state.Unknown()];
    }

    /// <summary>Whether a row is assigned before there are all; it has been reported, then.</summary>
    public bool IsRowless(IArrayElementReferenceOperation row)
    {
        if (rooms.Places.Named(row.ArrayReference) is not [VariablePlace { Variable: var elements }, ..] || state.Environment[elements]?.Type is not RowlessType)
        {
            return false;
        }

        state.Environment[elements] = state.Unknown();
        faults.ReportUnsupported(row.Syntax, "A row that is not made together with all others", MakeAtOnce);
        return true;
    }

    /// <summary>All rows, each of which must be a new array: the elements one behind the other.</summary>
    public Value[] Listed(IReadOnlyList<IOperation> rows, Jagged type, Value? into, string? name)
    {
        if (rows.FirstOrDefault(row => !NewMemory.IsRow(row)) is { } shared)
        {
            faults.ReportUnsupported(shared.Syntax, $"'{shared.Syntax}' as a row, which would be a second name for it,", "Give the array of arrays a copy: [.. y]");
            return [state.Unknown(), state.Unknown()];
        }

        var parts = new List<(Value? Contents, Value Start, Value Length)>();
        Value end = state.Block.Constant(0);
        foreach (IOperation row in rows)
        {
            Value? contents = NewMemory.SizeOf(row) is null ? rooms.Expressions.Evaluate(row) : null;
            Value length = NewMemory.SizeOf(row) is { } size ? Length(rooms.Allocations.Count(size), size)
                : UnknownType.Is(contents!) ? contents!
                : rooms.Views.LengthOf(contents!);
            if (UnknownType.Is(length))
            {
                return [state.Unknown(), state.Unknown()];
            }

            parts.Add((contents, end, length));
            end = state.Block.Add(end, length);
        }

        Value bounds = into ?? NewBounds(state.Block.Constant(rows.Count));
        Value elements = rooms.Allocations.NewBuffer(type.Element, BufferKind.Array, end, name);
        for (int i = 0; i < parts.Count; i++)
        {
            rooms.JaggedArrays.Place(bounds, state.Block.Constant(i), parts[i].Start, state.Block.Add(parts[i].Start, parts[i].Length));
            if (parts[i].Contents is { } contents)
            {
                state.Block.Append(new Copy(contents, rooms.Views.Of(elements, Views.PartType(elements), parts[i].Start, parts[i].Length, null)));
            }
        }

        return [elements, bounds];
    }

    /// <summary><c>x[0] = new …; x[1] = new …;</c>, for all rows in their order.</summary>
    public void Make(IReadOnlyList<IOperation> statements, int first)
    {
        if (RowOf(statements[first]) is not { } row || Rowless(row.Array) is not { } rowless
            || rooms.Branches.NumberOf(rowless.Count) is not ({ } number and > 0) || (int)number is var count && first + count > statements.Count)
        {
            return;
        }

        IOperation[] listed = [.. statements.Skip(first).Take(count)];
        bool isAll = listed.Select(RowOf).Select((next, i) => next is { } found && SymbolEqualityComparer.Default.Equals(found.Array, row.Array)
            && found.Index.ConstantValue is { HasValue: true, Value: int index } && index == i && NewMemory.IsRow(found.Value) && !Mentions(found.Value, row.Array)).All(fits => fits);
        if (!isAll)
        {
            return;
        }

        Value[] made = Listed([.. listed.Select(statement => RowOf(statement)!.Value.Value)], Jagged.Of(row.Array.Type)!, rowless.Bounds, row.Array.Name);
        rooms.Contents.Assign(Frame.PlacesOf(state.Frame.Find(row.Array)!), made, statements[first].Syntax);
        foreach (IOperation statement in listed)
        {
            _rowsMade[statement] = () => { };
        }
    }

    private static bool Mentions(IOperation operation, ILocalSymbol local) => operation.DescendantsAndSelf()
        .Any(part => part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local));

    /// <summary>The row that a statement assigns.</summary>
    private static (ILocalSymbol Array, IOperation Index, IOperation Value)? RowOf(IOperation statement) =>
        statement is IExpressionStatementOperation
        {
            Operation: ISimpleAssignmentOperation
            {
                IsRef: false,
                Target: IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation { Local: var array }, Indices: [{ } index] },
                Value: var value,
            },
        } && Jagged.Of(array.Type) is not null
            ? (array, index, value)
            : null;

    private (Value Count, Value Bounds)? Rowless(ILocalSymbol local) =>
        state.Frame.Find(local) is [var elements, ..] && state.Environment[elements] is { Type: RowlessType } marker
        && _rowless.TryGetValue(marker.Id, out (Value Count, Value Bounds) rowless)
            ? rowless
            : null;

    /// <summary>The rows that a loop makes, one in each iteration, before it runs.</summary>
    public void Make(CountedLoop loop)
    {
        IOperation[] statements = [.. OperationTree.Flatten(loop.Body)];
        int made = 0;
        while (made < statements.Length && RowOf(statements[made]) is { } row && IsNextRow(row, loop, statements))
        {
            Make(row, loop, statements[made]);
            made++;
        }
    }

    /// <summary>Whether a row is made in each iteration, as long as is known before the loop.</summary>
    private bool IsNextRow((ILocalSymbol Array, IOperation Index, IOperation Value) row, CountedLoop loop, IOperation[] statements)
    {
        IOperation[] rest = [.. statements.Where(statement => RowOf(statement) is not { } other || Rowless(other.Array) is null)];
        Func<ISymbol, bool> isAssigned = rooms.Functions.AssignedSymbols(rest);
        return Rowless(row.Array) is { } rowless
            && row.Index is ILocalReferenceOperation { Local: var index } && SymbolEqualityComparer.Default.Equals(index, loop.Counter)
            && loop is { Step: 1, Offset: 0, Ahead: 0 } && rooms.Branches.NumberOf(state.VersionOf(state.Frame.Find(loop.Counter)![0])) == 0
            && IsCount(loop.Bound, row.Array, rowless.Count)
            && !Mentions(row.Value, row.Array)
            && (NewMemory.SizeOf(row.Value) is { } size
                ? IsKnownBefore(size, isAssigned) && (ReadsOnlyInputs(size) || !rest.Any(LoopScan.MayWriteMemory))
                : NewMemory.ElementsOf(row.Value) is not null);
    }

    private static bool IsKnownBefore(IOperation size, Func<ISymbol, bool> isAssigned) =>
        LoopScan.Assigned([size]).Count == 0 && !LoopScan.MayWriteMemory(size)
        && !size.DescendantsAndSelf().Any(part => part switch
        {
            ILocalReferenceOperation local => isAssigned(local.Local),
            IParameterReferenceOperation parameter => isAssigned(parameter.Parameter),
            IInstanceReferenceOperation { Type: { } self } => isAssigned(self),
            _ => false,
        });

    /// <summary>Whether no memory is read that can be written.</summary>
    private bool ReadsOnlyInputs(IOperation size) => size.DescendantsAndSelf().All(part =>
        Elements.Of(part) is (var buffer, _) ? IsInput(buffer)
        : part is IInvocationOperation call ? ElementaryCall.IsPure(call.TargetMethod)
        : !LoopScan.ReadsMemory(part) || part.ChildOperations.Any(LoopScan.ReadsMemory));

    private bool IsInput(IOperation buffer) =>
        OperationTree.Variable(buffer) is { } symbol
        && state.Frame.Find(symbol) is [var variable] && state.Environment[variable] is { } value && rooms.Origins.Of(value) is not null;

    private bool IsCount(IOperation bound, ILocalSymbol array, Value count)
    {
        if (OperationTree.Unwrapped(bound) is IPropertyReferenceOperation { Property.Name: "Length", Instance: ILocalReferenceOperation { Local: var measured } }
            && SymbolEqualityComparer.Default.Equals(measured, array))
        {
            return true;
        }

        Value value = rooms.Expressions.Evaluate(bound);
        return rooms.Views.IsSameLength(value, count) || (rooms.Branches.NumberOf(value) is { } number && number == rooms.Branches.NumberOf(count));
    }

    private void Make((ILocalSymbol Array, IOperation Index, IOperation Value) row, CountedLoop loop, IOperation statement)
    {
        (Value count, Value bounds) = Rowless(row.Array)!.Value;
        Variable counter = state.Frame.Find(loop.Counter)![0], end = state.NewVariable(null, IrType.Int);
        Value first = state.VersionOf(counter), zero = state.Block.Constant(0);
        (Branch body, Value[] parameters) = rooms.Carrying.Begin([end]);
        Value index = state.Values.New(IrType.Int);
        rooms.Branches.Within(body, () =>
        {
            state.Environment[counter] = rooms.Conversions.Convert(index, counter.Type, null);
            rooms.Conversions.NoteExact(state.Environment[counter]!, index);
            Value length = NewMemory.SizeOf(row.Value) is { } size
                ? Length(rooms.Allocations.Count(size), size)
                : state.Block.Constant(NewMemory.ElementsOf(row.Value)!.Count);
            state.Environment[end] = UnknownType.Is(length) ? parameters[0] : state.Block.Add(parameters[0], length);
            rooms.JaggedArrays.Place(bounds, index, parameters[0], state.Environment[end]!);
        });
        Block block = rooms.Carrying.Finish(body, parameters, [end], []);
        Value[] outputs = rooms.Carrying.Rebind([end]);
        state.Block.Append(new For([.. outputs], index, zero, count, 1, [zero], block));
        state.Environment[counter] = first;
        Value elements = rooms.Allocations.NewBuffer(Jagged.Of(row.Array.Type)!.Element, BufferKind.Array, outputs[0], row.Array.Name);
        Variable[] variables = state.Frame.Find(row.Array)!;
        state.Environment[variables[0]] = elements;
        _rowsMade[statement] = () => FillRow(row, variables, counter);
    }

    private void FillRow((ILocalSymbol Array, IOperation Index, IOperation Value) row, Variable[] variables, Variable counter)
    {
        if (NewMemory.ElementsOf(row.Value) is { } elements)
        {
            Value[] rows = [.. variables.Select(variable => rooms.Variables.Current(variable, row.Value.Syntax))];
            rooms.Allocations.Initialised(rooms.JaggedArrays.RowAt(rows, rooms.Conversions.AsInt(state.Environment[counter]!)!, null), elements);
        }
    }
}
