using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>A method's parameters and results as IR. <paramref name="Values"/> has given out the parameters' values.</summary>
internal sealed record Signature(ValueSource Values, EquatableArray<Parameter> Parameters, ReturnShape Return)
{
    /// <summary>Null if a type in it is not supported; <paramref name="fault"/> is told which.</summary>
    public static Signature? Read(IMethodSymbol method, Action<ISymbol, ITypeSymbol>? fault = null)
    {
        var values = new ValueSource();
        var parameters = new List<Parameter>();
        bool isSupported = true;
        foreach (IParameterSymbol symbol in method.Parameters)
        {
            if (Read(symbol, values) is { } parameter)
            {
                parameters.Add(parameter);
            }
            else
            {
                isSupported = false;
                fault?.Invoke(symbol, symbol.Type);
            }
        }

        ReturnShape? result = ReadReturn(method);
        if (result is null)
        {
            fault?.Invoke(method, method.ReturnType);
        }

        return isSupported && result is not null ? new Signature(values, parameters.ToEquatableArray(), result) : null;
    }

    private static Parameter? Read(IParameterSymbol symbol, ValueSource values)
    {
        IrType? type = TypeMap.Find(symbol.Type);
        Passing passing = PassingOf(symbol.RefKind);
        if (type is null || (type is BufferType && passing != Passing.Value))
        {
            return null;
        }

        bool isScratch = Attributes.Has(symbol, Attributes.Scratch);
        bool isActive = type.IsDifferentiable && !Attributes.Has(symbol, Attributes.NoDerivative);
        Value? value = passing == Passing.Out ? null : values.New(type, symbol.Name);
        return new Parameter(symbol.Name, Declaration(symbol), type, passing, value, isActive, isScratch);
    }

    private static Passing PassingOf(RefKind kind) => kind switch
    {
        RefKind.None => Passing.Value,
        RefKind.Ref => Passing.Ref,
        RefKind.Out => Passing.Out,
        _ => Passing.In,
    };

    private static string Declaration(IParameterSymbol symbol)
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

    private static ReturnShape? ReadReturn(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
        {
            return ReturnShape.Void;
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return null;
        }

        string text = CSharpNames.FullName(method.ReturnType);
        if (TypeMap.Tuple(method.ReturnType) is { } elements)
        {
            return new ReturnShape(text, elements.Select(Component).ToEquatableArray());
        }

        return TypeMap.Scalar(method.ReturnType) is { } type
            ? new ReturnShape(text, [new ReturnComponent(null, type, type.IsDifferentiable)])
            : null;
    }

    private static ReturnComponent Component(IFieldSymbol element)
    {
        IrType type = TypeMap.Scalar(element.Type)!;
        return new ReturnComponent(element.IsExplicitlyNamedTupleElement ? element.Name : null, type, type.IsDifferentiable);
    }
}
