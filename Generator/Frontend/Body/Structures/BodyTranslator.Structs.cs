using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Structures and tuples: a value of such a type is one value for each of its leaves. In a method of a structure, <c>this</c> is
/// found in the frame under the structure's type.
/// </summary>
internal sealed partial class BodyTranslator
{
    /// <summary>What the members that an initialiser names belong to, innermost last.</summary>
    private readonly Stack<Place[]> _initialised = new();

    /// <summary>The leaves of an expression that makes, takes apart or computes with structures; null for any other.</summary>
    private Value[]? Structured(IOperation operation, IReadOnlyList<Variable?> targets) => Nullable(operation, targets) ?? operation switch
    {
        ITupleOperation tuple => [.. tuple.Elements.SelectMany(element => Element(element, targets, tuple))],
        IDefaultValueOperation when Structs.Is(operation.Type) => Zeros(Structs.Leaves(operation.Type)!),
        IObjectCreationOperation creation when Structs.Is(creation.Type) => Create(creation, targets),
        IWithOperation with when Structs.Is(with.Type) => With(with),
        IBinaryOperation { OperatorMethod: { } method, IsLifted: false } binary when IsWritten(method) =>
            CallInPlace(binary, method, null, Operands(binary.LeftOperand, binary.RightOperand), targets),
        IUnaryOperation { OperatorMethod: { } method, IsLifted: false } unary when IsWritten(method) =>
            CallInPlace(unary, method, null, Operands(unary.Operand), targets),
        IConversionOperation { OperatorMethod: { } method } conversion when IsWritten(method) =>
            CallInPlace(conversion, method, null, Operands(conversion.Operand), targets),
        IConversionOperation { OperatorMethod: null } conversion when Structs.Is(conversion.Type) && SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type) =>
            EvaluateAll(conversion.Operand, targets),
        IConversionOperation { OperatorMethod: null, Type: INamedTypeSymbol { IsTupleType: true } to } conversion
            when conversion.Operand.Type is INamedTypeSymbol { IsTupleType: true } from && CanConvert(from, to) =>
            [.. Converted(EvaluateAll(conversion.Operand, targets), Structs.Leaves(to)!)],
        ICompoundAssignmentOperation { OperatorMethod: { } method, IsLifted: false } compound when IsWritten(method) => Compound(compound, method),
        ISimpleAssignmentOperation { IsRef: false } assignment when IsStructTarget(assignment.Target) => AssignStruct(assignment),
        IPropertyReferenceOperation property when IsStructProperty(property) => ReadProperty(property, targets),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when Structs.Is(field.Type) => StaticLeaves(operation, field),
        IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.Length: 0 } when Structs.IsMany(operation.Type) && PathOf(operation) is { } path =>
            ManyOfObject(operation, path.Text),
        IConversionOperation { OperatorMethod: null } conversion when InlineArray.Of(conversion.Operand.Type) is { } array && TypeMap.IsSpan(conversion.Type!) =>
            Elements(conversion.Operand, array, conversion),
        IInlineArrayAccessOperation access when TypeMap.IsSpan(access.Type!) => Elements(access),
        _ when Structs.Buffer(operation.Type) is { } memory => StructMemory(operation, memory, targets),
        _ when Grid.Of(operation.Type) is { } grid => GridMemory(operation, grid, targets),
        _ when Jagged.Of(operation.Type) is not null => JaggedMemory(operation, targets),
        _ when (Structs.Is(operation.Type) || operation is IFieldReferenceOperation) && Located(operation) is { } places =>
            ReadPlaces(places, operation.Syntax),
        IFieldReferenceOperation { Instance: { } instance } field when FieldOf(instance.Type, field.Field) is { } found =>
            Slice(EvaluateAll(instance, []), found),
        _ => null,
    };

    private IEnumerable<Value> Element(IOperation element, IReadOnlyList<Variable?> targets, ITupleOperation tuple)
    {
        int index = tuple.Elements.IndexOf(element);
        bool isFlat = targets.Count == tuple.Elements.Length && tuple.Elements.All(item => !Structs.Is(item.Type));
        return EvaluateAll(element, isFlat ? [targets[index]] : []);
    }

    /// <summary>Whether a tuple becomes another element by element, numbers being converted and structures staying as they are.</summary>
    private static bool CanConvert(INamedTypeSymbol from, INamedTypeSymbol to) =>
        Structs.Is(from) && Structs.Is(to) && from.TupleElements.Length == to.TupleElements.Length
        && from.TupleElements.Zip(to.TupleElements, (source, target) => (Source: source.Type, Target: target.Type)).All(pair =>
            SymbolEqualityComparer.Default.Equals(pair.Source, pair.Target)
            || (TypeMap.Scalar(pair.Source) is ScalarType && TypeMap.Scalar(pair.Target) is ScalarType)
            || (pair.Source is INamedTypeSymbol { IsTupleType: true } inner && pair.Target is INamedTypeSymbol { IsTupleType: true } outer && CanConvert(inner, outer)));

    private IEnumerable<Value> Converted(Value[] values, IReadOnlyList<Leaf> leaves) => values.Length != leaves.Count
        ? values
        : values.Select((value, i) => leaves[i].Type is ScalarType ? Convert(value, leaves[i].Type, value.Name) : value);

    private Value[] Zeros(IReadOnlyList<Leaf> leaves) => [.. leaves.Select(leaf => Zero(leaf.Type))];

    private static Value[] Slice(Value[] whole, StructField field) =>
        whole.Length < field.Start + field.Leaves.Count ? whole : [.. whole.Skip(field.Start).Take(field.Leaves.Count)];

    /// <summary>The field of a structure or tuple that a field or property stands for; null for any other member.</summary>
    private static StructField? FieldOf(ITypeSymbol? type, ISymbol member) => Structs.Fields(type)?.FirstOrDefault(field =>
        Structs.Underlying(type) is not null ? member.Name == "HasValue" && field.Start == 0
        : member is IFieldSymbol symbol && field.Symbol is IFieldSymbol { ContainingType.IsTupleType: true } component
            ? SymbolEqualityComparer.Default.Equals(Positional(component), Positional(symbol))
            : field.Symbol.Name == member.Name || (member is IPropertySymbol property && field.Member.Name == property.Name && IsAutomatic(property)));

    private static IFieldSymbol Positional(IFieldSymbol field) => field.CorrespondingTupleField ?? field;

    private static bool IsAutomatic(IPropertySymbol property) => new[] { property.GetMethod, property.SetMethod }
        .OfType<IMethodSymbol>()
        .All(StructShapes.IsAutomatic);

    private Value[] ReadPlaces(Place[] places, SyntaxNode at) => [.. places.Select(place => ReadPlace(place, at))];

    /// <summary>
    /// Where the leaves of a structure are that an expression names, or of a part of one; null for any other expression. An
    /// element's buffer and index are evaluated.
    /// </summary>
    private Place[]? Located(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Instance: { } instance, Field: var field } when FieldOf(instance.Type, field) is { } part =>
            Located(instance) is { } whole ? Part(whole, part) : null,
        IPropertyReferenceOperation { Instance: { } instance, Property: var property, Arguments.Length: 0 } when FieldOf(instance.Type, property) is { } part =>
            Located(instance) is { } whole ? Part(whole, part) : null,
        IInlineArrayAccessOperation access when Structs.Is(access.Type) => ElementPlaces(access),
        _ => StructPlaces(operation) ?? StructElement(operation),
    };

    /// <summary>
    /// The same for an expression that names a variable or a part of one; null for any other. It has no effects.
    /// </summary>
    private Place[]? StructPlaces(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: var local } when Structs.IsMany(local.Type):
                return _frame.Places(local) ?? (local.RefKind == RefKind.None ? DeclarePlaces(local, operation.Syntax) : null);
            case IParameterReferenceOperation { Parameter: var parameter } when Structs.IsMany(parameter.Type):
                return _frame.Places(parameter);
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared }:
                return StructPlaces(declared);
            case IConditionalAccessInstanceOperation:
                return InAccess;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                return InInitialiser;
            case IInstanceReferenceOperation { Type: { } type }:
                return _frame.Places(type);
            case IFieldReferenceOperation { Instance: { } instance, Field: var field }
                when FieldOf(instance.Type, field) is { } found && StructPlaces(instance) is { } whole:
                return Part(whole, found);
            case IPropertyReferenceOperation { Instance: { } instance, Property: var property, Arguments.Length: 0 }
                when FieldOf(instance.Type, property) is { } found && StructPlaces(instance) is { } whole:
                return Part(whole, found);
            default:
                return null;
        }
    }

    private static Place[] Part(Place[] whole, StructField field) =>
        whole.Length < field.Start + field.Leaves.Count ? whole : [.. whole.Skip(field.Start).Take(field.Leaves.Count)];

    private void Assign(Place[] places, Value[] values, SyntaxNode at)
    {
        for (int i = 0; i < places.Length; i++)
        {
            Store(places[i], i < values.Length ? values[i] : Unknown(), at);
        }
    }

    // A place that is an element has no name to give.
    private static Variable?[] NamesOf(Place[] places) => [.. places.Select(place => (place as VariablePlace)?.Variable)];

    private bool IsStructTarget(IOperation target) =>
        target is not IDiscardOperation
        && (Structs.IsMany(target.Type) || (target is IPropertyReferenceOperation property && IsStructProperty(property)));

    private Value[] AssignStruct(ISimpleAssignmentOperation assignment)
    {
        if (Located(assignment.Target) is { } places)
        {
            Value[] values = EvaluateAll(assignment.Value, NamesOf(places));
            Assign(places, values, assignment.Syntax);
            return values;
        }

        if (Accessed(assignment.Target) is { } property)
        {
            Value[] assigned = EvaluateAll(assignment.Value, []);
            Set(property, assigned, assignment);
            return assigned;
        }

        return [Unsupported(assignment.Target)];
    }

    private Value[] Compound(ICompoundAssignmentOperation compound, IMethodSymbol method)
    {
        Place[]? places = Located(compound.Target);
        PropertyPlace? property = places is null ? Accessed(compound.Target) : null;
        if (!SymbolEqualityComparer.Default.Equals(compound.Target.Type, method.ReturnType) || !method.IsStatic || (places is null && property is null))
        {
            return [Unsupported(compound)];
        }

        Value[] before = places is null ? Get(property!) : ReadPlaces(places, compound.Syntax);
        IMethodSymbol called = IsDeclaredHere(method) ? method : Surrogate(method)!;
        Value[] result = CallInPlace(compound, called, null, Bound, NamesOf(places ?? []));
        if (places is null)
        {
            Set(property!, result, compound);
        }
        else
        {
            Assign(places, result, compound.Syntax);
        }

        return result;

        void Bound(Frame frame)
        {
            BindValues(called.OriginalDefinition.Parameters[0], before, compound.Target, frame);
            BindValues(called.OriginalDefinition.Parameters[1], EvaluateAll(compound.Value, []), compound.Value, frame);
        }
    }

    private Value[] With(IWithOperation with)
    {
        Place[] copy = NewPlaces(null, with.Type!);
        Assign(copy, EvaluateAll(with.Operand, []), with.Syntax);
        Initialise(copy, with.Initializer);
        return ReadPlaces(copy, with.Syntax);
    }

    /// <summary>What the initialiser around this place is for.</summary>
    private Place[]? InInitialiser => _initialised.Count > 0 ? _initialised.Peek() : null;

    private void Initialise(Place[] places, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
        {
            return;
        }

        _initialised.Push(places);
        foreach (IOperation part in initializer.Initializers)
        {
            if (part is not IMemberInitializerOperation inner)
            {
                Perform(part);
            }
            else if (StructPlaces(inner.InitializedMember) is { } member)
            {
                Initialise(member, inner.Initializer);
            }
            else
            {
                Unsupported(inner);
            }
        }

        _initialised.Pop();
    }

    /// <summary>A structure that never changes is read leaf by leaf.</summary>
    private Value[] StaticLeaves(IOperation reference, IFieldSymbol field)
    {
        bool isAccessible = _translation.Compilation.IsSymbolAccessibleWithin(field, _translation.Home);
        if (!isAccessible || StructShapes.Readable(field.Type, _translation.Compilation, _translation.Home) is not { } leaves)
        {
            Report(Descriptors.Inaccessible, reference.Syntax, CSharpNames.Short(field), CSharpNames.Short(_translation.Home));
            return [.. Structs.Leaves(field.Type)!.Select(_ => Unknown())];
        }

        return [.. leaves.Select(leaf => SymbolValue(leaf.Type, MemberPath.Of(_translation.TextOf(field), leaf.Path), null))];
    }
}
