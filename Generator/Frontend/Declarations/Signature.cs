using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>A method's parameters and results as IR. <paramref name="Values"/> has given out the parameters' values.</summary>
internal sealed record Signature(ValueSource Values, EquatableArray<Parameter> Parameters, ReturnShape Return)
{
    /// <summary>Null if a type in it is not supported; <paramref name="fault"/> is told which.</summary>
    /// <param name="compilation">Where it is given, generated code must be able to read and make the structures in it.</param>
    /// <param name="isInlined">Whether its body takes the place of its calls, so that it may also return what the IR only hands on.</param>
    public static Signature? Read(IMethodSymbol method, Compilation? compilation = null, Action<ISymbol, ITypeSymbol>? fault = null, bool isInlined = false)
    {
        var values = new ValueSource();
        var parameters = new List<Parameter>();

        // One without a name is being written.
        bool isSupported = method.Parameters.All(parameter => parameter.Name.Length > 0);
        if (!method.IsStatic && Structs.Is(method.ContainingType))
        {
            StructShape? receiver = Structs.HoldsOptionalNumbers(method.ContainingType) ? null : StructShapes.Find(method.ContainingType, compilation, method.ContainingType);
            isSupported = receiver is not null;
            parameters.AddRange(receiver is null ? [] : Receiver(method.ContainingType, receiver, values));
            if (receiver is null)
            {
                fault?.Invoke(method.ContainingType, method.ContainingType);
            }
        }

        foreach (IParameterSymbol symbol in method.Parameters)
        {
            if (Read(symbol, values, isInlined) is { } parameter)
            {
                parameters.Add(parameter);
            }
            else if (StructShapes.Find(Structs.Buffer(symbol.Type)?.Element ?? symbol.Type, compilation, method.ContainingType) is { } shape
                && (symbol.RefKind == RefKind.None || Structs.Is(symbol.Type))
                && (Attributes.Has(symbol, Attributes.NoDerivative) || !Structs.HoldsOptionalNumbers(symbol.Type)))
            {
                parameters.AddRange(Leaves(symbol, shape, values));
            }
            else
            {
                isSupported = false;
                fault?.Invoke(symbol, symbol.Type);
            }
        }

        ReturnShape? result = ReadReturn(method, compilation) ?? (isInlined ? ReadImmutable(method) : null);
        if (result is null)
        {
            fault?.Invoke(method, method.ReturnType);
        }

        return isSupported && result is not null ? new Signature(values, parameters.ToEquatableArray(), result) : null;
    }

    /// <summary>The same without any derivative.</summary>
    public Signature Passive() => this with
    {
        Parameters = [.. Parameters.Select(parameter => parameter with { IsActive = false })],
        Return = Return with { Components = [.. Return.Components.Select(component => component with { IsActive = false })] },
    };

    /// <summary>Whether a parameter or the result is a structure in C#.</summary>
    public bool HasStructures => Return.Struct is not null || Parameters.Any(parameter => parameter.Of is not null);

    /// <summary>Whether a parameter is an array of several dimensions or of arrays.</summary>
    public bool HasRuns => Parameters.Any(parameter => parameter.HasRun);

    /// <summary>Whether a parameter is an object, which only a marked method itself can have.</summary>
    public bool HasObjects => Parameters.Any(parameter => parameter.IsObject);

    /// <summary>Whether a parameter or the result is of a type that the IR only hands on, other than an enum.</summary>
    public bool HasOpaques => Parameters.Select(parameter => parameter.Type).Concat(Return.Components.Select(component => component.Type)).Any(ImmutableTypes.Is);

    private static Parameter? Read(IParameterSymbol symbol, ValueSource values, bool isInlined)
    {
        if (Objects.Is(symbol) || (Lists.Of(symbol.Type) is not null && symbol.RefKind == RefKind.None))
        {
            var type = new OpaqueType(CSharpNames.FullName(symbol.Type));
            return new Parameter(symbol.Name, Declaration(symbol), type, Passing.Value, values.New(type, symbol.Name), false, IsObject: true)
            {
                MustBeThere = symbol.NullableAnnotation != NullableAnnotation.Annotated,
            };
        }

        return ImmutableTypes.Of(symbol.Type) is { } immutable ? ReadImmutable(symbol, immutable, values, isInlined) : ReadNumbers(symbol, values);
    }

    private static Parameter? ReadImmutable(IParameterSymbol symbol, OpaqueType type, ValueSource values, bool isInlined)
    {
        Passing passing = PassingOf(symbol.RefKind);
        Value? value = passing == Passing.Out ? null : values.New(type, symbol.Name);
        return passing is Passing.Value or Passing.In || isInlined
            ? new Parameter(symbol.Name, Declaration(symbol), type, passing, value, false)
            {
                MustBeThere = symbol.Type.IsReferenceType && symbol.NullableAnnotation != NullableAnnotation.Annotated,
            }
            : null;
    }

    private static Parameter? ReadNumbers(IParameterSymbol symbol, ValueSource values)
    {
        MatrixView? view = MatrixView.Of(symbol.Type);
        (IrType? type, int dimensions) = view is not null ? (view.Run, 1)
            : Grid.Of(symbol.Type) is { } grid ? (new BufferType(grid.Element, BufferKind.ReadOnlySpan), grid.Rank)
            : Jagged.Of(symbol.Type) is { } jagged ? (new BufferType(jagged.Element, BufferKind.Array), 1)
            : (TypeMap.Find(symbol.Type), 1);
        Passing passing = PassingOf(symbol.RefKind);
        if (type is null || TypeMap.IsNativeInteger(symbol.Type) || (type is BufferType && passing != Passing.Value))
        {
            return null;
        }

        bool isScratch = Attributes.Has(symbol, Attributes.Scratch);
        bool isActive = type.IsDifferentiable && !Attributes.Has(symbol, Attributes.NoDerivative);
        Value? value = passing == Passing.Out ? null : values.New(type, symbol.Name);
        return new Parameter(symbol.Name, Declaration(symbol), type, passing, value, isActive, isScratch, Dimensions: dimensions, Bounds: Jagged.Of(symbol.Type) is null ? null : BoundsOf(symbol))
        {
            ViewElements = view?.Elements,
            ViewLengths = view?.Lengths ?? [],
        };
    }

    private static string BoundsOf(IParameterSymbol symbol)
    {
        string name = symbol.Name + "Bounds";
        while (symbol.ContainingSymbol is IMethodSymbol method && method.Parameters.Any(parameter => parameter.Name == name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>The leaves of a parameter of a structure type, each a parameter of the IR.</summary>
    private static IEnumerable<Parameter> Leaves(IParameterSymbol symbol, StructShape shape, ValueSource values)
    {
        bool isActive = !Attributes.Has(symbol, Attributes.NoDerivative);
        Passing passing = PassingOf(symbol.RefKind);
        string declaration = Declaration(symbol);
        BufferKind? buffer = Structs.Buffer(symbol.Type)?.Kind;
        bool isScratch = Attributes.Has(symbol, Attributes.Scratch);
        var whole = new StructParameter(symbol.Name, declaration, shape, buffer);
        IrType TypeOf(Leaf leaf, int i) => leaf.Type is BufferType memory ? memory with { Within = new ElementLeaf(shape, i) } : leaf.Type;
        return Structs.Leaves(symbol.Type)!.Zip(shape.Leaves, (own, leaf) => (own, leaf)).Select((pair, i) => new Parameter(
            MemberPath.Of(CSharpNames.Identifier(symbol.Name), pair.leaf.Path),
            declaration,
            TypeOf(pair.own, i),
            passing,
            passing == Passing.Out ? null : values.New(TypeOf(pair.own, i), symbol.Name + pair.own.Suffix),
            isActive && pair.own.IsActive,
            isScratch,
            Of: whole,
            Leaf: i));
    }

    private static IEnumerable<Parameter> Receiver(INamedTypeSymbol type, StructShape shape, ValueSource values)
    {
        var whole = new StructParameter("this", "", shape);
        return Structs.Leaves(type)!.Zip(shape.Leaves, (own, leaf) => (own, leaf)).Select((pair, i) => new Parameter(
            MemberPath.Of("this", pair.leaf.Path),
            "",
            pair.own.Type,
            Passing.In,
            values.New(pair.own.Type, Passes.Naming.Camel(pair.own.Suffix)),
            pair.own.IsActive,
            Of: whole,
            Leaf: i));
    }

    /// <summary>The leaves of the receiver; none in a static method or one of a class.</summary>
    public IReadOnlyList<Parameter> OfReceiver => [.. Parameters.Where(parameter => parameter.Of is { IsReceiver: true })];

    /// <summary>The IR's parameters for one of C#'s.</summary>
    public IReadOnlyList<Parameter> Of(IParameterSymbol symbol) =>
        [.. Parameters.Where(parameter => parameter.DeclaredName == symbol.Name && parameter.Of is not { IsReceiver: true })];

    private static Passing PassingOf(RefKind kind) => kind switch
    {
        RefKind.None => Passing.Value,
        RefKind.Ref => Passing.Ref,
        RefKind.Out => Passing.Out,
        _ => Passing.In,
    };

    /// <summary>The parameter's C# text.</summary>
    public static string Declaration(IParameterSymbol symbol)
    {
        string modifiers = (symbol.IsThis() ? "this " : "")
            + (symbol.ScopedKind != ScopedKind.None && symbol.RefKind != RefKind.Out ? "scoped " : "")
            + symbol.RefKind switch
            {
                RefKind.Ref => "ref ",
                RefKind.Out => "out ",
                RefKind.In => "in ",
                RefKind.RefReadOnlyParameter => "ref readonly ",
                _ => "",
            };
        return modifiers + CSharpNames.ParameterType(symbol.Type, symbol.ContainingType) + " " + CSharpNames.Identifier(symbol.Name);
    }

    private static ReturnShape? ReadImmutable(IMethodSymbol method) =>
        ImmutableTypes.Of(method.ReturnType) is { } type && !method.ReturnsByRef && !method.ReturnsByRefReadonly
            ? new ReturnShape(CSharpNames.FullName(method.ReturnType), [new ReturnComponent(null, type, false)])
            : null;

    private static ReturnShape? ReadReturn(IMethodSymbol method, Compilation? compilation)
    {
        if (method.ReturnsVoid)
        {
            return ReturnShape.Void;
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly || TypeMap.IsNativeInteger(method.ReturnType))
        {
            return null;
        }

        string text = CSharpNames.FullName(method.ReturnType);
        if (TypeMap.Tuple(method.ReturnType) is { } elements)
        {
            return new ReturnShape(text, elements.Select(Component).ToEquatableArray());
        }

        if (TypeMap.Scalar(method.ReturnType) is { } type)
        {
            return new ReturnShape(text, [new ReturnComponent(null, type, type.IsDifferentiable)]);
        }

        return !method.ReturnType.IsTupleType && !Structs.HoldsOptionalNumbers(method.ReturnType) && StructShapes.Find(method.ReturnType, compilation, method.ContainingType) is { } shape
            ? new ReturnShape(text, [.. Structs.Leaves(method.ReturnType)!.Select(leaf => new ReturnComponent(null, leaf.Type, leaf.IsActive))], shape)
            : null;
    }

    private static ReturnComponent Component(IFieldSymbol element)
    {
        IrType type = TypeMap.Scalar(element.Type)!;
        return new ReturnComponent(element.IsExplicitlyNamedTupleElement ? element.Name : null, type, type.IsDifferentiable);
    }
}
