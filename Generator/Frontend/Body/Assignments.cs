using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Assignments that are expressions: <c>=</c>, <c>+=</c>, <c>++</c>, of numbers and of structures.</summary>
internal sealed class Assignments(BodyState state, Faults faults, Rooms rooms)
{
    public Value AssignScalar(ISimpleAssignmentOperation assignment)
    {
        if (rooms.ObjectPaths.ObjectOf(assignment.Target) is not null && assignment.Target is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            faults.ReportUnsupported(assignment.Syntax, $"Giving '{Faults.FirstLine(assignment.Target.Syntax)}' another object", "Declare another variable for it");
            return state.Unknown();
        }

        Place place = rooms.Places.Locate(assignment.Target);
        if (Functions.IsDelegate(assignment.Type))
        {
            return state.Unknown();
        }

        Value value = rooms.Expressions.Evaluate(assignment.Value, Targets.NameOf(place));
        rooms.Contents.Store(place, value, assignment.Syntax);
        return value;
    }

    public void AssignTuple(ISimpleAssignmentOperation assignment)
    {
        if (rooms.Places.LocateAll(assignment.Target) is { } places)
        {
            rooms.Contents.Assign(places, rooms.Expressions.EvaluateAll(assignment.Value, Targets.Of(places)), assignment.Syntax);
        }
        else
        {
            faults.Unsupported(assignment.Target);
        }
    }

    public Value[] AssignStruct(ISimpleAssignmentOperation assignment)
    {
        if (rooms.Places.LocateAll(assignment.Target) is { } places)
        {
            Value[] values = rooms.Expressions.EvaluateAll(assignment.Value, Targets.Of(places));
            rooms.Contents.Assign(places, values, assignment.Syntax);
            return values;
        }

        if (rooms.Properties.Find(assignment.Target) is { } property)
        {
            Value[] assigned = rooms.Expressions.EvaluateAll(assignment.Value, []);
            rooms.Properties.Set(property, assigned, assignment);
            return assigned;
        }

        return [faults.Unsupported(assignment.Target)];
    }

    public bool IsStructTarget(IOperation target) =>
        target is not IDiscardOperation
        && (Structs.IsMany(target.Type) || (target is IPropertyReferenceOperation property && rooms.Properties.IsStructProperty(property)));

    /// <summary>
    /// <c>target op= value</c>. An element that is only added to becomes <see cref="Accumulate"/>, unless evaluating the value
    /// may write memory: C# reads the element before it.
    /// </summary>
    public Value CompoundScalar(ICompoundAssignmentOperation compound)
    {
        if (ImmutableTypes.Of(compound.Target.Type) is not null)
        {
            return rooms.Immutables.Compound(compound);
        }

        if (!GenericMath.IsOfNumbers(compound.OperatorMethod, compound.Target.Type) || compound.IsLifted || TypeMap.Scalar(compound.Target.Type) is not { } type
            || Opcodes.Find(compound.OperatorKind) is not { } opcode)
        {
            return faults.Unsupported(compound);
        }

        rooms.Operators.CheckOverflow(compound, compound.IsChecked, type);
        Place place = rooms.Places.Locate(compound.Target);
        if (place is ElementPlace element && IsAccumulation(compound))
        {
            return Accumulate(compound, element);
        }

        bool isShift = opcode is Opcode.ShiftLeft or Opcode.ShiftRight;
        IrType width = compound.InConversion.IsIdentity ? type : isShift ? IrType.Int : TypeMap.Scalar(compound.Value.Type) ?? type;
        Value old = rooms.Conversions.Convert(rooms.Contents.Read(place, compound.Target.Syntax), width, null);
        Value operand = rooms.Expressions.Evaluate(compound.Value);
        Value result = rooms.Conversions.Convert(rooms.Arithmetic.Compute(opcode, width, width.Equals(type) ? Targets.NameOf(place) : null, old, operand), type, Targets.NameOf(place));
        rooms.Contents.Store(place, result, compound.Syntax);
        return result;
    }

    private static bool IsAccumulation(ICompoundAssignmentOperation compound) =>
        compound.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract
        && compound.InConversion.IsIdentity && compound.OutConversion.IsIdentity
        && compound.Parent is IExpressionStatementOperation
        && TypeMap.Scalar(compound.Target.Type) is ScalarType { Kind: ScalarKind.Double or ScalarKind.Float or ScalarKind.Int or ScalarKind.Long }
        && !LoopScan.MayWriteMemory(compound.Value);

    private Value Accumulate(ICompoundAssignmentOperation compound, ElementPlace element)
    {
        rooms.Origins.CheckWritable(element.Buffer, compound.Syntax);
        Value addend = rooms.Expressions.Evaluate(compound.Value);
        if (compound.OperatorKind == BinaryOperatorKind.Subtract)
        {
            addend = rooms.Arithmetic.Compute(Opcode.Negate, addend.Type, null, addend);
        }

        if (!UnknownType.Is(addend))
        {
            rooms.Contents.Write(new Accumulate(element.Buffer, element.Index, addend), compound.Syntax);
        }

        return addend;
    }

    public Value[] CompoundStruct(ICompoundAssignmentOperation compound, IMethodSymbol method)
    {
        Place[]? places = rooms.Places.LocateAll(compound.Target);
        PropertyPlace? property = places is null ? rooms.Properties.Find(compound.Target) : null;
        if (!SymbolEqualityComparer.Default.Equals(compound.Target.Type, method.ReturnType) || !method.IsStatic || (places is null && property is null))
        {
            return [faults.Unsupported(compound)];
        }

        Value[] before = places is null ? rooms.Properties.Get(property!) : rooms.Contents.ReadAll(places, compound.Syntax);
        IMethodSymbol called = rooms.MethodFacts.IsDeclaredHere(method) ? method : rooms.MethodFacts.Surrogate(method)!;
        Value[] result = rooms.MemberCalls.CallInPlace(compound, called, null, Bound, Targets.Of(places ?? []));
        if (places is null)
        {
            rooms.Properties.Set(property!, result, compound);
        }
        else
        {
            rooms.Contents.Assign(places, result, compound.Syntax);
        }

        return result;

        void Bound(Frame frame)
        {
            rooms.Arguments.BindValues(called.OriginalDefinition.Parameters[0], before, compound.Target, frame);
            rooms.Arguments.BindValues(called.OriginalDefinition.Parameters[1], rooms.Expressions.EvaluateAll(compound.Value, []), compound.Value, frame);
        }
    }

    public Value Increment(IIncrementOrDecrementOperation increment)
    {
        if (!GenericMath.IsOfNumbers(increment.OperatorMethod, increment.Target.Type) || increment.IsLifted || TypeMap.Scalar(increment.Target.Type) is not ScalarType type)
        {
            return faults.Unsupported(increment);
        }

        rooms.Operators.CheckOverflow(increment, increment.IsChecked, type);
        Place place = rooms.Places.Locate(increment.Target);
        bool isNarrow = type.Kind is ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Short or ScalarKind.UShort;
        IrType width = isNarrow ? IrType.Int : type;
        Value old = rooms.Contents.Read(place, increment.Target.Syntax);
        if (UnknownType.Is(old))
        {
            return old;
        }

        Opcode opcode = increment.Kind == OperationKind.Increment ? Opcode.Add : Opcode.Subtract;
        Value changed = rooms.Arithmetic.Compute(opcode, width, isNarrow ? null : Targets.NameOf(place), rooms.Conversions.Convert(old, width, null), state.Block.Constant(1, width));
        Value result = rooms.Conversions.Convert(changed, type, Targets.NameOf(place));
        rooms.Contents.Store(place, result, increment.Syntax);
        return increment.IsPostfix ? old : result;
    }
}
