using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Buffer variables to which a loop gives new memory, as <c>x = Step(x)</c> does. Nothing else refers to what they leave behind, nor to
/// what they take over; so they keep one memory, and what is new is copied there. All must be equally long.
/// </summary>
internal sealed class Renewal(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>
    /// The memory that a variable keeps, under each of the assignments in loops that give it new contents, and the local that hands
    /// these over there.
    /// </summary>
    private readonly Dictionary<(Variable Variable, SyntaxNode Assignment), (Value Memory, ILocalSymbol? Source)> _kept = [];

    /// <summary>Which of the buffer variables that a loop assigns can keep their memory.</summary>
    public IReadOnlyCollection<Variable> Keep(IOperation[] parts, IEnumerable<Variable> assigned)
    {
        (IOperation Part, Frame Frame)[] reached = [.. rooms.Functions.Reached(parts)];
        return [.. assigned.Where(variable => Keep(variable, reached))];
    }

    private bool Keep(Variable variable, (IOperation Part, Frame Frame)[] reached)
    {
        if (rooms.BufferParts.PartOf(variable) is not null || rooms.Variables.WholeOf(variable) is not null
            || state.Environment[variable] is not { Type: BufferType } current)
        {
            return false;
        }

        var assignments = new List<IAssignmentOperation>();
        foreach ((IOperation part, Frame frame) in reached)
        {
            bool Is(IOperation? operation) => OperationTree.Variable(operation) is { } symbol && frame.Find(symbol)?.Contains(variable) is true;
            foreach (IOperation mention in part.DescendantsAndSelf().Where(Is))
            {
                if (mention.Parent is ISimpleAssignmentOperation { IsRef: false } or ICompoundAssignmentOperation
                    && mention.Parent is IAssignmentOperation assignment && assignment.Target == mention)
                {
                    assignments.Add(assignment);
                }
                else if (IsAliased(mention) || mention.Parent is ITupleOperation)
                {
                    return false;
                }
            }
        }

        bool isRenewed = assignments.Count > 0 && assignments.All(assignment => IsMemory(assignment.Type!) && IsNew(assignment));
        if (!isRenewed || Own(variable, current, isView: MatrixView.Of(assignments[0].Type) is not null) is not { } memory)
        {
            return false;
        }

        foreach (IAssignmentOperation assignment in assignments)
        {
            _kept[(variable, assignment.Syntax)] = (memory, (OperationTree.Strip(assignment.Value) as ILocalReferenceOperation)?.Local);
        }

        return true;
    }

    /// <summary>Whether a mention of a buffer gives it another name for longer than a call.</summary>
    private static bool IsAliased(IOperation mention)
    {
        IOperation use = mention;
        while (use.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation
            or IImplicitIndexerReferenceOperation { Argument: IRangeOperation }
            || (use.Parent is IArgumentOperation { Parent: IInvocationOperation call } && BufferCall.IsView(call.TargetMethod))
            || (use.Parent is IInvocationOperation own && own.Instance == use && BufferCall.IsView(own.TargetMethod))
            || (use.Parent is not null && MatrixView.IsPartOf(use, use.Parent)))
        {
            use = use.Parent is IArgumentOperation ? use.Parent.Parent! : use.Parent;
        }

        return IsMemory(use.Type!)
            && use.Parent is IVariableInitializerOperation or ISimpleAssignmentOperation or IReturnOperation or ITupleOperation
                or IForEachLoopOperation or ISwitchExpressionArmOperation;
    }

    private static bool IsMemory(ITypeSymbol type) => TypeMap.Buffer(type) is not null || MatrixView.Of(type) is not null || Grid.Of(type) is not null;

    /// <summary>Whether what is assigned may be memory without another name: a call's, new memory, or a local that is not mentioned again.</summary>
    private static bool IsNew(IAssignmentOperation assignment) => OperationTree.Strip(assignment.Value) switch
    {
        _ when assignment is ICompoundAssignmentOperation => true,
        IInvocationOperation or IBinaryOperation or IUnaryOperation => true,
        ILocalReferenceOperation { Local: var local } => IsLastMention(local, assignment),
        _ => NewMemory.IsRow(assignment.Value),
    };

    private static bool IsLastMention(ILocalSymbol local, IOperation assignment)
    {
        IOperation? home = OperationTree.Ancestors(assignment).OfType<IBlockOperation>()
            .FirstOrDefault(block => block.Locals.Contains(local, SymbolEqualityComparer.Default));
        if (home is null || IsWithin<ILoopOperation>(assignment, home) || IsInFunction(assignment, home))
        {
            return false;
        }

        IEnumerable<IOperation> mentions = home.Descendants().OfType<ILocalReferenceOperation>()
            .Where(mention => SymbolEqualityComparer.Default.Equals(mention.Local, local));
        return mentions.All(mention => !IsInFunction(mention, home)
            && (mention.Syntax.SpanStart < assignment.Syntax.SpanStart ? !IsAliased(mention) : assignment.Syntax.Span.Contains(mention.Syntax.Span)));
    }

    private static bool IsInFunction(IOperation operation, IOperation home) =>
        IsWithin<IAnonymousFunctionOperation>(operation, home) || IsWithin<ILocalFunctionOperation>(operation, home);

    private static bool IsWithin<T>(IOperation operation, IOperation home) =>
        OperationTree.Ancestors(operation).TakeWhile(around => around != home).Any(around => around is T);

    /// <summary>The variable's own memory, which from now on only it refers to; null where others do.</summary>
    private Value? Own(Variable variable, Value current, bool isView)
    {
        Value root = rooms.Views.Root(current);
        bool isShared = rooms.BufferParts.HasParts(root) || rooms.Rebinding.IsWalked(root) || NamesOf(root).Any(name => name != variable);
        if (rooms.Views.AllocatedIn(root) is not null && !isShared && rooms.Views.Whole(current).Id == root.Id)
        {
            return root;
        }

        // What a view shows does not change through it: a copy is as good.
        ISymbol? origin = rooms.Origins.Of(root);
        if ((origin is null && !isView) || rooms.Rebinding.IsWalked(root))
        {
            return null;
        }

        var type = (BufferType)variable.Type;
        BufferKind kind = type.Kind == BufferKind.Array ? BufferKind.Array : BufferKind.Span;
        Value memory = rooms.Allocations.NewBuffer(type.Element, kind, rooms.Views.LengthOf(current), variable.Name);
        state.Block.Append(new Copy(current, rooms.Views.Of(memory, Views.PartType(memory), null, null, null)));
        Value view = rooms.Views.Of(memory, type, null, null, variable.Name);
        // Until it is assigned, the variable is what must not be written.
        if (origin is not null)
        {
            rooms.Origins.Note(view, origin);
        }

        state.Environment[variable] = view;
        return memory;
    }

    /// <summary>The variables of functions that are still running which refer to a memory; null stands for other names.</summary>
    private IEnumerable<Variable?> NamesOf(Value root)
    {
        for (Frame? frame = state.Frame; frame is not null; frame = frame.CalledAt?.Caller)
        {
            if (frame.ReferredBuffers().Any(buffer => rooms.Views.Root(buffer).Id == root.Id))
            {
                yield return null;
            }

            foreach (Variable variable in frame.Variables.Where(variable => variable.Index < state.Environment.Count
                && state.Environment[variable] is { Type: BufferType } value && rooms.Views.Root(value).Id == root.Id))
            {
                yield return variable;
            }
        }
    }

    /// <summary>Whether an assignment gives a variable new contents in its own memory; it has, then, or it is reported why it cannot.</summary>
    public bool TakesOver(Variable variable, Value value, SyntaxNode at)
    {
        if (!_kept.TryGetValue((variable, at), out (Value Memory, ILocalSymbol? Source) kept))
        {
            return false;
        }

        Value memory = kept.Memory;
        if (UnknownType.Is(value) || rooms.Views.Whole(value).Id == memory.Id)
        {
            return true;
        }

        Variable[] source = kept.Source is { } local ? state.Frame.Find(local) ?? [] : [];
        bool isFree = IsNew(value) && NamesOf(rooms.Views.Root(value)).All(source.Contains) && NamesOf(memory).All(name => name == variable);
        Value length = rooms.Views.LengthOf(value);
        bool isAsLong = rooms.Views.IsLengthOf(length, memory);
        string? check = isAsLong ? null : RenewedShape(at);
        if (!isFree || !(isAsLong || check is not null))
        {
            faults.Report(Descriptors.BufferReassigned, at, variable.Name!);
            state.LeaveOut();
            return true;
        }

        // Whether matrices and arrays of several dimensions keep their shape is often known only at run time.
        Value? count = check is null ? null : rooms.Arithmetic.Apply(check, IrType.Int, null, length, rooms.Views.LengthOf(memory));
        rooms.Contents.Write(new Copy(value, rooms.Views.Of(memory, Views.PartType(memory), count is null ? null : state.Block.Constant(0), count, null)), at);
        return true;
    }

    /// <summary>What checks, for a type that has a shape, that it stays as it is.</summary>
    private string? RenewedShape(SyntaxNode assignment)
    {
        ITypeSymbol? type = state.Translation.Compilation.GetSemanticModel(assignment.SyntaxTree).GetTypeInfo(assignment).Type;
        return type is null ? null : MatrixView.Of(type) is not null ? GridFunctions.Common : Grid.Of(type) is not null ? GridFunctions.Renewed : null;
    }

    private bool IsNew(Value value) =>
        rooms.Views.Root(value) is var root && rooms.Views.AllocatedIn(root) is not null && rooms.Views.Whole(value).Id == root.Id;
}
