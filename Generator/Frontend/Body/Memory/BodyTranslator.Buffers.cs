using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>What memory that must not be written belongs to: an input parameter or a static field, by the buffer's value.</summary>
    private readonly Dictionary<int, ISymbol> _origins = [];

    private readonly Dictionary<int, Value> _roots = [];

    /// <summary>Expressions that read, describe or create memory.</summary>
    private Value Memory(IOperation operation, string? name) => operation switch
    {
        IArrayElementReferenceOperation { Type: IArrayTypeSymbol } row when Jagged.Of(row.ArrayReference.Type) is not null => Row(row, name),
        IArrayElementReferenceOperation { Type: IArrayTypeSymbol } range => Subarray(range, name),
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: 1 } => Load(operation, name),
        IInlineArrayAccessOperation => ReadPlace(Locate(operation), operation.Syntax),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } slice => Slice(slice, range, name),
        IImplicitIndexerReferenceOperation => Load(operation, name),
        IPropertyReferenceOperation { Property: var member } when TypeMap.Find(operation.Type) is { } held && PathOf(operation) is { } path =>
            OfObject(operation, member, held, path.Text),
        IPropertyReferenceOperation property => NumberConstant(property, name) ?? Property(property, name),
        IArrayCreationOperation array => NewArray(array, name),
        ICollectionExpressionOperation collection => Collection(collection, name),
        IObjectCreationOperation { Arguments.Length: 1 } creation when TypeMap.Buffer(creation.Type!) is { } type => Wrap(creation, type, name),
        IConditionalOperation { IsRef: false } conditional => EitherNew(conditional, name),
        { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } => Stackalloc(operation, name),
        IDefaultValueOperation when TypeMap.Scalar(operation.Type) is { } scalar => Zero(scalar, name),
        IDefaultValueOperation when TypeMap.Find(operation.Type) is BufferType { Kind: not BufferKind.Array } empty =>
            Under(NewBuffer(empty.Element, BufferKind.Span, _block.Constant(0), name), empty, name),
        _ => Unsupported(operation),
    };

    private Value Load(IOperation operation, string? name)
    {
        Place place = Locate(operation);
        return place is ElementPlace element ? _block.Load(element.Buffer, element.Index, name) : Unknown();
    }

    private Value Property(IPropertyReferenceOperation property, string? name)
    {
        if (property.Instance is { } array && Grid.Of(Unwrapped(array).Type) is { } grid && GridProperty(property, Unwrapped(array), grid, name) is { } known)
        {
            return known;
        }

        if (property is { Property.Name: "Length", Instance: { } rows } && Jagged.Of(Unwrapped(rows).Type) is not null)
        {
            Value[] values = StructPlaces(Unwrapped(rows)) is { } places ? ReadPlaces(places, rows.Syntax) : EvaluateAll(Unwrapped(rows), []);
            return values.Any(UnknownType.Is) ? Unknown() : RowCount(values[1]);
        }

        if (property.Instance is not { Type: { } type } instance
            || (TypeMap.Buffer(type) is null && Structs.Buffer(type) is null && type.SpecialType != SpecialType.System_Array)
            || property.Property.Name is not ("Length" or "IsEmpty"))
        {
            return Unsupported(property);
        }

        Value buffer = Evaluate(Unwrapped(instance));
        if (UnknownType.Is(buffer))
        {
            return buffer;
        }

        Value length = _values.New(IrType.Int, property.Property.Name == "Length" ? name : null);
        _block.Append(new Length(length, buffer));
        return property.Property.Name == "Length" ? length : Compute(Opcode.Equal, IrType.Bool, name, length, _block.Constant(0));
    }

    private static IOperation Unwrapped(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true } conversion && InlineArray.Of(conversion.Operand.Type) is null ? Unwrapped(conversion.Operand) : operation;

    private Value ViewOf(Value buffer, BufferType type, Value? start, Value? count, string? name)
    {
        if (UnknownType.Is(buffer) || (start is not null && UnknownType.Is(start)) || (count is not null && UnknownType.Is(count)))
        {
            return Unknown();
        }

        Value view = _values.New(type, name);
        var operation = new View(view, buffer, start, count);
        _block.Append(operation);
        _views[view.Id] = operation;
        _roots[view.Id] = Root(buffer);
        if (OriginOf(buffer) is { } origin)
        {
            NoteOrigin(view, origin);
        }

        return view;
    }

    private Value Slice(IImplicitIndexerReferenceOperation slice, IRangeOperation range, string? name)
    {
        Value buffer = Evaluate(slice.Instance);
        return buffer.Type is BufferType type ? Range(buffer, type, range, name) : Unknown();
    }

    private Value Range(Value buffer, BufferType type, IRangeOperation range, string? name)
    {
        Value start = range.LeftOperand is { } left ? Index(buffer, left) : _block.Constant(0);
        if (range.RightOperand is null)
        {
            return ViewOf(buffer, type, start, null, name);
        }

        Value end = Index(buffer, range.RightOperand);
        Value count = range.LeftOperand is null ? end : Compute(Opcode.Subtract, IrType.Int, null, end, start);
        return ViewOf(buffer, type, start, count, name);
    }

    /// <summary>An index, also one from the end: <c>^k</c> is the length less k.</summary>
    private Value Index(Value buffer, IOperation index)
    {
        switch (index)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat:
                Value distance = Evaluate(hat.Operand);
                return Compute(Opcode.Subtract, IrType.Int, null, _block.Length(buffer), distance);
            case IConversionOperation { Type.Name: "Index" } conversion:
                return Evaluate(conversion.Operand);
            default:
                Value value = Evaluate(index);
                return UnknownType.Is(value) ? value : AsInt(value) ?? Unsupported(index);
        }
    }

    /// <summary><c>array[a..b]</c> is a new array.</summary>
    private Value Subarray(IArrayElementReferenceOperation reference, string? name)
    {
        if (reference.Indices is not [IRangeOperation range])
        {
            return Unsupported(reference);
        }

        Value array = Evaluate(reference.ArrayReference);
        if (array.Type is not BufferType type)
        {
            return Unknown();
        }

        Value part = Range(array, type with { Kind = BufferKind.ReadOnlySpan }, range, null);
        return UnknownType.Is(part) ? part : Copied(part, name);
    }

    private Value Copied(Value source, string? name)
    {
        IrType element = ((BufferType)source.Type).Element;
        Value copy = NewBuffer(element, BufferKind.Array, _block.Length(source), name);
        _block.Append(new Copy(source, copy));
        return copy;
    }

    /// <summary><c>new Span&lt;double&gt;(array)</c>.</summary>
    private Value Wrap(IObjectCreationOperation creation, BufferType type, string? name)
    {
        Value source = Evaluate(creation.Arguments[0].Value);
        return UnknownType.Is(source) || source.Type is BufferType ? Under(source, type, name) : Unsupported(creation);
    }

    private void NoteOrigin(Value buffer, ISymbol origin) => _origins[buffer.Id] = origin;

    private ISymbol? OriginOf(Value buffer) => _origins.TryGetValue(buffer.Id, out ISymbol origin) ? origin : null;

    /// <summary>Where writing is not allowed, the reason is reported.</summary>
    private void CheckWritable(Value buffer, SyntaxNode at)
    {
        if (OriginOf(buffer) is not { } origin)
        {
            return;
        }

        if (origin is IParameterSymbol parameter)
        {
            string element = CSharpNames.Short(parameter.Type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)parameter.Type).TypeArguments[0]);
            Report(Descriptors.WriteToInput, at, parameter.Name, CSharpNames.Short(parameter.Type), element);
        }
        else
        {
            Report(Descriptors.WriteToStatic, at, CSharpNames.Short(origin));
        }
    }

    /// <summary>The buffer that a view is a part of.</summary>
    private Value Root(Value buffer) => _roots.TryGetValue(buffer.Id, out Value? root) ? root : buffer;
}
