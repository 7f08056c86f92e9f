using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    private Place Locate(IOperation target)
    {
        if (Structs.IsMany(target.Type) && target is not IDiscardOperation)
        {
            Unsupported(target);
            return new NoPlace();
        }

        switch (target)
        {
            case ILocalReferenceOperation { Local: var local } when _frame.Reference(local) is { } referred:
                return Settled(referred);
            case IConditionalOperation { IsRef: true } conditional:
                return Either(conditional);
            case ILocalReferenceOperation { Local: var local } when !IsDelegate(local.Type):
                return new VariablePlace(Declare(local, target.Syntax)[0]);
            case IParameterReferenceOperation { Parameter: var parameter } when _frame.Reference(parameter) is { } referred:
                return Settled(referred);
            case IParameterReferenceOperation { Parameter: var parameter } when _frame.Find(parameter) is { } variables:
                return new VariablePlace(variables[0]);
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared }:
                return Locate(declared);
            case IFieldReferenceOperation { Instance: not null } or IPropertyReferenceOperation { Arguments.Length: 0, Instance: not null }
                when Located(target) is [{ } only]:
                return only;
            case IPropertyReferenceOperation when Accessed(target) is { } accessed:
                return accessed;
            case IArrayElementReferenceOperation { Indices.Length: > 1 } element:
                return GridElement(element);
            case IArrayElementReferenceOperation { Type: IArrayTypeSymbol } row when Jagged.Of(row.ArrayReference.Type) is not null:
                ReportRow(row);
                return new NoPlace();
            case IArrayElementReferenceOperation { Indices: [{ } index] } element:
                return Element(element.ArrayReference, index, target);
            case IPropertyReferenceOperation { Instance: { } span, Arguments: [{ Value: { } index }] }:
                return Element(span, index, target);
            case IImplicitIndexerReferenceOperation implicitIndex:
                return Element(implicitIndex.Instance, implicitIndex.Argument, target);
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } call:
                return PlaceOf(call);
            case IInlineArrayAccessOperation access when ElementPlaces(access) is [{ } only]:
                return only;
            case IDiscardOperation:
                return new NoPlace();
            case ILocalReferenceOperation or IParameterReferenceOperation when IsDelegate(target.Type):
                if (UsesReported(target))
                {
                    return new NoPlace();
                }

                ReportUnsupported(
                    target.Syntax,
                    $"The delegate '{target.Syntax}', which is assigned again,",
                    "Give it one lambda or method where it is declared, or choose between calls with 'if'");
                return new NoPlace();
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                Report(Descriptors.MutableState, target.Syntax, CSharpNames.Short(field.Field));
                return new NoPlace();
            default:
                Unsupported(target);
                return new NoPlace();
        }
    }

    private Place Element(IOperation buffer, IOperation index, IOperation whole)
    {
        if (buffer.Type is null || TypeMap.Buffer(buffer.Type) is null)
        {
            Unsupported(whole);
            return new NoPlace();
        }

        Value memory = Evaluate(buffer);
        Value position = UnknownType.Is(memory) ? memory : Index(memory, index);
        return UnknownType.Is(position) ? new NoPlace() : new ElementPlace(memory, position);
    }

    private void Store(Place place, Value value, SyntaxNode at)
    {
        switch (place)
        {
            case VariablePlace { Variable: var variable }:
                if (variable.Type is BufferType)
                {
                    NoteRebound(variable, at);
                }

                CheckReceiver(variable, at);
                if (variable.PassiveBy is { } passive && !UnknownType.Is(value))
                {
                    _passive.Note(value, passive, StoresActive(at));
                }

                if (!Refer(variable, value))
                {
                    _environment[variable] = value;
                }

                break;
            case ChosenPlace chosen:
                Store(chosen, value, at);
                break;
            case PropertyPlace property:
                Set(property, [value], property.Property);
                break;
            case ElementPlace element:
                CheckWritable(element.Buffer, at);
                CheckReceiver(element.Buffer, at);
                if (!UnknownType.Is(value))
                {
                    Write(new Store(element.Buffer, element.Index, value), at);
                }

                break;
        }
    }

    private void Write(Operation operation, SyntaxNode at)
    {
        _block.Append(operation);
        _passive.Note(operation, StoresActive(at));
    }

    private void Assign(Variable[] variables, Value[] values, SyntaxNode at)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            Store(new VariablePlace(variables[i]), i < values.Length ? values[i] : Unknown(), at);
        }
    }

    private Value AssignScalar(ISimpleAssignmentOperation assignment)
    {
        if (ObjectOf(assignment.Target) is not null && assignment.Target is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            ReportUnsupported(assignment.Syntax, $"Giving '{FirstLine(assignment.Target.Syntax)}' another object", "Declare another variable for it");
            return Unknown();
        }

        Place place = Locate(assignment.Target);
        if (IsDelegate(assignment.Type))
        {
            return Unknown();
        }

        Value value = Evaluate(assignment.Value, NameOf(place));
        Store(place, value, assignment.Syntax);
        return value;
    }

    private static string? NameOf(Place place) => (place as VariablePlace)?.Variable.Name;

    private void AssignTuple(ISimpleAssignmentOperation assignment)
    {
        if (Located(assignment.Target) is { } places)
        {
            Assign(places, EvaluateAll(assignment.Value, NamesOf(places)), assignment.Syntax);
        }
        else
        {
            Unsupported(assignment.Target);
        }
    }

    /// <summary>
    /// <c>target op= value</c>. An element that is only added to becomes <see cref="Accumulate"/>, unless evaluating the value
    /// may write memory: C# reads the element before it.
    /// </summary>
    private Value Compound(ICompoundAssignmentOperation compound)
    {
        if (!GenericMath.IsOfNumbers(compound.OperatorMethod, compound.Target.Type) || compound.IsLifted || TypeMap.Scalar(compound.Target.Type) is not { } type
            || Opcodes.Find(compound.OperatorKind) is not { } opcode)
        {
            return Unsupported(compound);
        }

        CheckOverflowContext(compound, compound.IsChecked, type);
        Place place = Locate(compound.Target);
        if (place is ElementPlace element && IsAccumulation(compound))
        {
            return Accumulate(compound, element);
        }

        bool isShift = opcode is Opcode.ShiftLeft or Opcode.ShiftRight;
        IrType width = compound.InConversion.IsIdentity ? type : isShift ? IrType.Int : TypeMap.Scalar(compound.Value.Type) ?? type;
        Value old = Convert(ReadPlace(place, compound.Target.Syntax), width, null);
        Value operand = Evaluate(compound.Value);
        Value result = Convert(Compute(opcode, width, width.Equals(type) ? NameOf(place) : null, old, operand), type, NameOf(place));
        Store(place, result, compound.Syntax);
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
        CheckWritable(element.Buffer, compound.Syntax);
        Value addend = Evaluate(compound.Value);
        if (compound.OperatorKind == BinaryOperatorKind.Subtract)
        {
            addend = Compute(Opcode.Negate, addend.Type, null, addend);
        }

        if (!UnknownType.Is(addend))
        {
            Write(new Accumulate(element.Buffer, element.Index, addend), compound.Syntax);
        }

        return addend;
    }

    private Value ReadPlace(Place place, SyntaxNode at) => place switch
    {
        VariablePlace { Variable: var variable } => Current(variable, at),
        ElementPlace element => _block.Load(element.Buffer, element.Index),
        PropertyPlace property => Get(property)[0],
        ChosenPlace chosen => ReadChosen(chosen, at),
        _ => Unknown(),
    };

    private Value Increment(IIncrementOrDecrementOperation increment)
    {
        if (!GenericMath.IsOfNumbers(increment.OperatorMethod, increment.Target.Type) || increment.IsLifted || TypeMap.Scalar(increment.Target.Type) is not ScalarType type)
        {
            return Unsupported(increment);
        }

        CheckOverflowContext(increment, increment.IsChecked, type);
        Place place = Locate(increment.Target);
        bool isNarrow = type.Kind is ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Short or ScalarKind.UShort;
        IrType width = isNarrow ? IrType.Int : type;
        Value old = ReadPlace(place, increment.Target.Syntax);
        if (UnknownType.Is(old))
        {
            return old;
        }

        Opcode opcode = increment.Kind == OperationKind.Increment ? Opcode.Add : Opcode.Subtract;
        Value changed = Compute(opcode, width, isNarrow ? null : NameOf(place), Convert(old, width, null), _block.Constant(1, width));
        Value result = Convert(changed, type, NameOf(place));
        Store(place, result, increment.Syntax);
        return increment.IsPostfix ? old : result;
    }
}
