using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Generic functions over numbers are translated where they are called, their type parameters standing for the call's type
/// arguments (<see cref="TypeArguments"/>).
/// </summary>
internal sealed partial class BodyTranslator
{
    private static bool IsGeneric(IMethodSymbol method) => method.IsGenericMethod || method.ContainingType.IsGenericType;

    /// <summary>Whether a generic method can be translated where it is called.</summary>
    private bool HasKnownTypes(IMethodSymbol method) =>
        MethodBody.Source(method, _translation) is not null
        && TypesOf(method).All(type => TypeMap.Scalar(type) is not null || Structs.Is(type));

    private static IEnumerable<ITypeSymbol> TypesOf(IMethodSymbol method)
    {
        IEnumerable<ITypeSymbol> types = method.TypeArguments;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            types = types.Concat(type.TypeArguments);
        }

        return types;
    }

    /// <summary>A call of a static member of a number type through its interface, or of a conversion; null for any other call.</summary>
    private Value[]? OnNumber(IInvocationOperation call, IReadOnlyList<Variable?> targets)
    {
        IMethodSymbol method = call.TargetMethod;
        if (GenericMath.IsConversion(method) && TypeMap.Scalar(call.ConstrainedToType ?? method.ContainingType) is ScalarType { IsFloating: true } target)
        {
            return [Converted(call.Arguments[0].Value, target, Targets.Name(targets))];
        }

        if (!GenericMath.Declares(method) || TypeMap.Scalar(call.ConstrainedToType) is not ScalarType type)
        {
            return null;
        }

        if (method is { Name: "SinCos", Parameters.Length: 1 } && type.IsFloating)
        {
            return SinCos(call, targets);
        }

        return GenericMath.NumberType(type) is { } owner && ElementaryFunctions.Find(owner, method.Name, method.Parameters.Length) is { } function
            ? [Elementary(call, method, function.Id, function.HasDerivative, Targets.Name(targets))]
            : [Unsupported(call)];
    }

    /// <summary><c>T.CreateChecked(2)</c></summary>
    private Value Converted(IOperation operand, ScalarType target, string? name)
    {
        if (operand.ConstantValue is { HasValue: true, Value: { } value and not (string or bool or char or decimal) })
        {
            double number = System.Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
            return Number(target, InType(target, number), null, name);
        }

        Value source = Evaluate(operand);
        return source.Type is ScalarType { Kind: not ScalarKind.Bool } ? Convert(source, target, name) : UnknownType.Is(source) ? source : Unsupported(operand);
    }

    private static double InType(ScalarType type, double number) => type.Kind switch
    {
        ScalarKind.Float => (float)number,
        ScalarKind.Half => Halves.Nearest(number),
        _ => number,
    };

    /// <summary><c>T.Pi</c>, <c>T.One</c>, <c>Half.Pi</c>; null for any other property.</summary>
    private Value? NumberConstant(IPropertyReferenceOperation property, string? name) =>
        property.Instance is null && (GenericMath.Declares(property.Property) || TypeMap.IsHalf(property.Property.ContainingType)) && TypeMap.Scalar(property.Type) is ScalarType type
        && GenericMath.Constant(property.Property, type) is { } constant
            ? Number(type, constant.Number, constant.Text, name)
            : null;
}
