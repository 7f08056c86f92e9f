using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Members of number types that are called through their interfaces: their type parameters stand for the call's type arguments
/// (<see cref="TypeArguments"/>).
/// </summary>
internal sealed class GenericNumbers(Faults faults, Rooms rooms)
{
    /// <summary>A call of a static member of a number type through its interface, or of a conversion; null for any other call.</summary>
    public Value[]? Invoke(IInvocationOperation call, IReadOnlyList<Variable?> targets)
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
            return rooms.ElementaryCalls.SinCos(call, targets);
        }

        return GenericMath.NumberType(type) is { } owner && ElementaryFunctions.Find(owner, method.Name, method.Parameters.Length) is { } function
            ? [rooms.ElementaryCalls.Invoke(call, method, function.Id, function.HasDerivative, Targets.Name(targets))]
            : [faults.Unsupported(call)];
    }

    /// <summary><c>T.CreateChecked(2)</c></summary>
    private Value Converted(IOperation operand, ScalarType target, string? name)
    {
        if (operand.ConstantValue is { HasValue: true, Value: { } value and not (string or bool or char or decimal) })
        {
            double number = System.Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
            return rooms.Constants.Number(target, InType(target, number), null, name);
        }

        Value source = rooms.Expressions.Evaluate(operand);
        return source.Type is ScalarType { Kind: not ScalarKind.Bool } ? rooms.Conversions.Convert(source, target, name) : UnknownType.Is(source) ? source : faults.Unsupported(operand);
    }

    private static double InType(ScalarType type, double number) => type.Kind switch
    {
        ScalarKind.Float => (float)number,
        ScalarKind.Half => Halves.Nearest(number),
        _ => number,
    };

    /// <summary><c>T.Pi</c>, <c>T.One</c>, <c>Half.Pi</c>; null for any other property.</summary>
    public Value? Constant(IPropertyReferenceOperation property, string? name) =>
        property.Instance is null && (GenericMath.Declares(property.Property) || TypeMap.IsHalf(property.Property.ContainingType)) && TypeMap.Scalar(property.Type) is ScalarType type
        && GenericMath.Constant(property.Property, type) is { } constant
            ? rooms.Constants.Number(type, constant.Number, constant.Text, name)
            : null;
}
