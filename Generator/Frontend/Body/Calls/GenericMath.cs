using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>Members of the interfaces of <c>System.Numerics</c> that numbers implement, such as <c>T.Sqrt</c> and <c>T.One</c>.</summary>
internal static class GenericMath
{
    /// <summary>Whether a member belongs to such an interface. It writes no memory.</summary>
    public static bool Declares(ISymbol member) =>
        member is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface } && IsNumerics(member.ContainingNamespace);

    /// <summary>Whether an operator is that of a number: C#'s own, that of <c>Half</c>, or an interface's for a type that stands for a number.</summary>
    public static bool IsOfNumbers(IMethodSymbol? operatorMethod, ITypeSymbol? operand) =>
        operatorMethod is null || TypeMap.IsHalf(operatorMethod.ContainingType) || (Declares(operatorMethod) && TypeMap.Scalar(operand) is ScalarType);

    /// <summary>Whether a method converts a number to the type that it is called on.</summary>
    public static bool IsConversion(IMethodSymbol method) =>
        method is { IsStatic: true, IsGenericMethod: true, Parameters.Length: 1, Name: "CreateChecked" or "CreateSaturating" or "CreateTruncating" }
        && (Declares(method) || TypeMap.Scalar(method.ContainingType) is ScalarType);

    /// <summary>The value of a constant, and its C# text where that is not the number; null for any other property.</summary>
    public static (double Number, string? Text)? Constant(IPropertySymbol property, ScalarType type)
    {
        if (type.Kind == ScalarKind.Half)
        {
            return HalfConstant(property.Name) is { } half ? (half, null) : null;
        }

        (string keyword, string math) = type.Kind == ScalarKind.Float ? ("float", "MathF") : ("double", "Math");
        bool isSingle = type.Kind == ScalarKind.Float;
        return property.Name switch
        {
            "One" or "MultiplicativeIdentity" => (1, null),
            "Zero" or "AdditiveIdentity" => (0, null),
            "NegativeOne" => (-1, null),
            _ when !type.IsFloating => null,
            "Pi" => (isSingle ? (float)Math.PI : Math.PI, math + ".PI"),
            "E" => (isSingle ? (float)Math.E : Math.E, math + ".E"),
            "Tau" => (isSingle ? (float)(2 * Math.PI) : 2 * Math.PI, isSingle ? "MathF.Tau" : "Math.Tau"),
            "Epsilon" => (isSingle ? float.Epsilon : double.Epsilon, keyword + ".Epsilon"),
            "MaxValue" => (isSingle ? float.MaxValue : double.MaxValue, keyword + ".MaxValue"),
            "MinValue" => (isSingle ? float.MinValue : double.MinValue, keyword + ".MinValue"),
            "NaN" => (double.NaN, keyword + ".NaN"),
            "PositiveInfinity" => (double.PositiveInfinity, keyword + ".PositiveInfinity"),
            "NegativeInfinity" => (double.NegativeInfinity, keyword + ".NegativeInfinity"),
            "NegativeZero" => (-0.0, keyword + ".NegativeZero"),
            _ => null,
        };
    }

    private static double? HalfConstant(string name) => name switch
    {
        "One" or "MultiplicativeIdentity" => 1,
        "Zero" or "AdditiveIdentity" => 0,
        "NegativeOne" => -1,
        "Pi" => Halves.Nearest(Math.PI),
        "E" => Halves.Nearest(Math.E),
        "Tau" => Halves.Nearest(2 * Math.PI),
        "Epsilon" => Halves.Smallest,
        "MaxValue" => Halves.Largest,
        "MinValue" => -Halves.Largest,
        "NaN" => double.NaN,
        "PositiveInfinity" => double.PositiveInfinity,
        "NegativeInfinity" => double.NegativeInfinity,
        "NegativeZero" => -0.0,
        _ => null,
    };

    /// <summary>The type whose static method a call through a type parameter comes to.</summary>
    public static string? NumberType(ScalarType type) => type.Kind switch
    {
        ScalarKind.Double => "System.Double",
        ScalarKind.Float => "System.Single",
        ScalarKind.Half => "System.Half",
        ScalarKind.Int => "System.Int32",
        ScalarKind.Long => "System.Int64",
        _ => null,
    };

    private static bool IsNumerics(INamespaceSymbol? space) =>
        space is { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
