using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Arrays of arrays that the body makes: all rows at once, in an initialiser, or behind <c>new T[n][]</c> one by one or in a loop over all of them.
/// Before that loop another runs, which finds where the rows start, so that there is one memory for all.
/// </summary>
internal sealed partial class BodyTranslator
{
    /// <summary>What statements do whose rows are made already.</summary>
    private readonly Dictionary<IOperation, Action> _rowsMade = [];

    /// <summary>How many rows there will be, and where it will be written where they start, of arrays of arrays without rows.</summary>
    private readonly Dictionary<int, (Value Count, Value Starts)> _rowless = [];

    /// <summary>How many rows there are of which the starts are these.</summary>
    private readonly Dictionary<int, Value> _rowCounts = [];

    /// <summary>Whether the rows that a statement makes are made already; then what is left of it is done.</summary>
    private bool IsMade(IOperation statement)
    {
        if (!_rowsMade.TryGetValue(statement, out Action fill))
        {
            return false;
        }

        _rowsMade.Remove(statement);
        fill();
        return true;
    }

    private Value[] NewRows(IOperation size)
    {
        Value count = Count(size);
        if (UnknownType.Is(count))
        {
            return [count, count];
        }

        Value starts = NewBuffer(IrType.Int, BufferKind.Span, _block.Add(Length(count, size), _block.Constant(1)), null);
        Value rowless = _values.New(RowlessType.Instance);
        _rowless[rowless.Id] = (count, starts);
        return [rowless, Starts(starts, count)];
    }

    /// <summary>A length, if it is none below zero.</summary>
    private Value Length(Value count, IOperation size) => size.ConstantValue is { HasValue: true, Value: int and >= 0 } || UnknownType.Is(count)
        ? count
        : ApplyFunction(GridFunctions.Count, IrType.Int, null, count, _block.Constant(1));

    private Value[] WithRows(Value[] rows, IOperation use)
    {
        if (rows[0].Type is not RowlessType)
        {
            return rows;
        }

        ReportUnsupported(use.Syntax, $"'{use.Syntax}' before all its rows are made", MakeAtOnce);
        return [Unknown(), Unknown()];
    }

    private const string MakeAtOnce = "Make all rows in one loop that starts with it: for (int i = 0; i < x.Length; i++) { x[i] = new double[m]; … }";

    private void ReportRow(IArrayElementReferenceOperation row)
    {
        if (UsesReported(row))
        {
            return;
        }

        if (StructPlaces(row.ArrayReference) is [VariablePlace { Variable: var elements }, ..] && _environment[elements]?.Type is RowlessType)
        {
            _environment[elements] = Unknown();
            ReportUnsupported(row.Syntax, "A row that is not made together with all others", MakeAtOnce);
            return;
        }

        ReportUnsupported(row.Syntax, "Assigning a row of an array of arrays that has its rows", "Copy the elements: y.CopyTo(x[i], 0)");
    }

    /// <summary>All rows, each of which must be a new array: the elements one behind the other.</summary>
    private Value[] Listed(IReadOnlyList<IOperation> rows, Jagged type, Value? into, string? name)
    {
        if (rows.FirstOrDefault(row => !IsNewRow(row)) is { } shared)
        {
            ReportUnsupported(shared.Syntax, $"'{shared.Syntax}' as a row, which would be a second name for it,", "Give the array of arrays a copy: [.. y]");
            return [Unknown(), Unknown()];
        }

        var parts = new List<(Value? Contents, Value Start, Value Length)>();
        Value end = _block.Constant(0);
        foreach (IOperation row in rows)
        {
            Value? contents = SizeOfNew(row) is null ? Evaluate(row) : null;
            Value length = SizeOfNew(row) is { } size ? Length(Count(size), size) : UnknownType.Is(contents!) ? contents! : LengthOf(contents!);
            if (UnknownType.Is(length))
            {
                return [Unknown(), Unknown()];
            }

            parts.Add((contents, end, length));
            end = _block.Add(end, length);
        }

        Value starts = into ?? NewBuffer(IrType.Int, BufferKind.Span, _block.Constant(rows.Count + 1), null);
        Value elements = NewBuffer(type.Element, BufferKind.Array, end, name);
        for (int i = 0; i < parts.Count; i++)
        {
            _block.Append(new Store(starts, _block.Constant(i), parts[i].Start));
            if (parts[i].Contents is { } contents)
            {
                _block.Append(new Copy(contents, ViewOf(elements, PartType(elements), parts[i].Start, parts[i].Length, null)));
            }
        }

        _block.Append(new Store(starts, _block.Constant(parts.Count), end));
        return [elements, Starts(starts, _block.Constant(rows.Count))];
    }

    private Value Starts(Value starts, Value count)
    {
        Value view = Under(starts, Jagged.Starts, null);
        _rowCounts[view.Id] = count;
        return view;
    }

    private static bool IsNewRow(IOperation row) => row switch
    {
        IConversionOperation { Operand: var call } when ArrayCall.CloneOf(call) is not null => true,
        IConversionOperation { IsImplicit: true, Operand: var operand } => IsNewRow(operand),
        IArrayCreationOperation or ICollectionExpressionOperation or IArrayElementReferenceOperation { Indices: [IRangeOperation] } => true,
        IInvocationOperation call => BufferCall.Find(call.TargetMethod) == BufferCall.Kind.ToArray,
        _ => false,
    };

    /// <summary><c>x[0] = new …; x[1] = new …;</c>, for all rows in their order.</summary>
    private void MakeRows(IReadOnlyList<IOperation> statements, int first)
    {
        if (RowOf(statements[first]) is not { } row || Rowless(row.Array) is not { } rowless
            || NumberOf(rowless.Count) is not ({ } number and > 0) || (int)number is var count && first + count > statements.Count)
        {
            return;
        }

        IOperation[] listed = [.. statements.Skip(first).Take(count)];
        bool isAll = listed.Select(RowOf).Select((next, i) => next is { } found && SymbolEqualityComparer.Default.Equals(found.Array, row.Array)
            && found.Index.ConstantValue is { HasValue: true, Value: int index } && index == i && IsNewRow(found.Value) && !Mentions(found.Value, row.Array)).All(fits => fits);
        if (!isAll)
        {
            return;
        }

        Value[] made = Listed([.. listed.Select(statement => RowOf(statement)!.Value.Value)], Jagged.Of(row.Array.Type)!, rowless.Starts, row.Array.Name);
        Assign(Frame.PlacesOf(_frame.Find(row.Array)!), made, statements[first].Syntax);
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

    private (Value Count, Value Starts)? Rowless(ILocalSymbol local) =>
        _frame.Find(local) is [var elements, ..] && _environment[elements] is { Type: RowlessType } marker && _rowless.TryGetValue(marker.Id, out (Value Count, Value Starts) rowless)
            ? rowless
            : null;

    private double? NumberOf(Value value) =>
        Blocks().SelectMany(block => block.Operations).OfType<Constant>().FirstOrDefault(constant => constant.Result.Id == value.Id)?.Number;

    /// <summary>The rows that a loop makes, one in each iteration, before it runs.</summary>
    private void MakeRows(CountedLoop loop)
    {
        IOperation[] statements = [.. Flatten(loop.Body)];
        int made = 0;
        while (made < statements.Length && RowOf(statements[made]) is { } row && IsNextRow(row, loop, statements))
        {
            MakeRows(row, loop, statements[made]);
            made++;
        }
    }

    /// <summary>Whether a row is made in each iteration, as long as is known before the loop.</summary>
    private bool IsNextRow((ILocalSymbol Array, IOperation Index, IOperation Value) row, CountedLoop loop, IOperation[] statements)
    {
        IOperation[] rest = [.. statements.Where(statement => RowOf(statement) is not { } other || Rowless(other.Array) is null)];
        Func<ISymbol, bool> isAssigned = AssignedSymbols(rest);
        return Rowless(row.Array) is { } rowless
            && row.Index is ILocalReferenceOperation { Local: var index } && SymbolEqualityComparer.Default.Equals(index, loop.Counter)
            && loop is { Step: 1, Offset: 0, Ahead: 0 } && NumberOf(VersionOf(_frame.Find(loop.Counter)![0])) == 0
            && IsCount(loop.Bound, row.Array, rowless.Count)
            && !Mentions(row.Value, row.Array)
            && (SizeOfNew(row.Value) is { } size ? IsKnownBefore(size, isAssigned) && (ReadsOnlyInputs(size) || !rest.Any(LoopScan.MayWriteMemory)) : ElementsOf(row.Value) is not null);
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
        ElementOf(part) is (var buffer, _) ? IsInput(buffer)
        : part is IInvocationOperation call ? ElementaryCall.IsPure(call.TargetMethod)
        : !LoopScan.ReadsMemory(part) || part.ChildOperations.Any(LoopScan.ReadsMemory));

    private bool IsInput(IOperation buffer) =>
        ((buffer as ILocalReferenceOperation)?.Local ?? (ISymbol?)(buffer as IParameterReferenceOperation)?.Parameter) is { } symbol
        && _frame.Find(symbol) is [var variable] && _environment[variable] is { } value && OriginOf(value) is not null;

    private bool IsCount(IOperation bound, ILocalSymbol array, Value count)
    {
        if (Unwrapped(bound) is IPropertyReferenceOperation { Property.Name: "Length", Instance: ILocalReferenceOperation { Local: var measured } }
            && SymbolEqualityComparer.Default.Equals(measured, array))
        {
            return true;
        }

        Value value = Evaluate(bound);
        return IsSameLength(value, count) || (NumberOf(value) is { } number && number == NumberOf(count));
    }

    /// <summary>The elements of a row that are listed where it is made.</summary>
    private static IReadOnlyList<IOperation>? ElementsOf(IOperation row) => row switch
    {
        IConversionOperation { IsImplicit: true, Operand: var operand } => ElementsOf(operand),
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        ICollectionExpressionOperation { Elements: var elements } when elements.All(element => element is not ISpreadOperation) => elements,
        _ => null,
    };

    private void MakeRows((ILocalSymbol Array, IOperation Index, IOperation Value) row, CountedLoop loop, IOperation statement)
    {
        (Value count, Value starts) = Rowless(row.Array)!.Value;
        Variable counter = _frame.Find(loop.Counter)![0], end = NewVariable(null, IrType.Int);
        Value first = VersionOf(counter), zero = _block.Constant(0);
        (Branch body, Value[] parameters) = BeginLoop([end]);
        Value index = _values.New(IrType.Int);
        Within(body, () =>
        {
            _environment[counter] = Convert(index, counter.Type, null);
            NoteExact(_environment[counter]!, index);
            _block.Append(new Store(starts, index, parameters[0]));
            Value length = SizeOfNew(row.Value) is { } size ? Length(Count(size), size) : _block.Constant(ElementsOf(row.Value)!.Count);
            _environment[end] = UnknownType.Is(length) ? parameters[0] : _block.Add(parameters[0], length);
            return 0;
        });
        Block block = FinishLoop(body, parameters, [end], []);
        Value[] outputs = Rebind([end]);
        _block.Append(new For([.. outputs], index, zero, count, 1, [zero], block));
        _environment[counter] = first;
        _block.Append(new Store(starts, count, outputs[0]));
        Value elements = NewBuffer(Jagged.Of(row.Array.Type)!.Element, BufferKind.Array, outputs[0], row.Array.Name);
        Variable[] variables = _frame.Find(row.Array)!;
        _environment[variables[0]] = elements;
        _rowsMade[statement] = () => FillRow(row, variables, counter);
    }

    private void FillRow((ILocalSymbol Array, IOperation Index, IOperation Value) row, Variable[] variables, Variable counter)
    {
        if (ElementsOf(row.Value) is { } elements)
        {
            Value[] rows = [.. variables.Select(variable => Current(variable, row.Value.Syntax))];
            Initialised(RowAt(rows, AsInt(_environment[counter]!)!, null), elements);
        }
    }
}
