using Microsoft.CodeAnalysis;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>Recognises calls of elementary functions.</summary>
internal static class ElementaryCall
{
    /// <summary>The function's id and whether it has a derivative; null for any other method.</summary>
    public static (string Id, bool HasDerivative)? Find(IMethodSymbol method)
    {
        if (!method.IsStatic || method.IsGenericMethod || method.ContainingType is not { } type || TypeMap.Scalar(method.ReturnType) is null)
        {
            return null;
        }

        string name = type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
        return ElementaryFunctions.Find(name, method.Name, method.Parameters.Length) is { } function
            ? (function.Id, function.HasDerivative)
            : null;
    }

    /// <summary><c>Math.SinCos</c> is its two functions.</summary>
    public static bool IsSinCos(IMethodSymbol method) =>
        method is { Name: "SinCos", Parameters.Length: 1, ContainingType: { Name: "Math" or "MathF" or "Double" or "Single" or "Half" } type }
        && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary><c>Math.DivRem</c>, the one that returns both, is two operators.</summary>
    public static bool IsDivRem(IMethodSymbol method) =>
        method is { Name: "DivRem", Parameters: [{ Type.SpecialType: var type }, _], ContainingType: { Name: "Math" or "Int32" or "UInt32" or "Int64" or "UInt64" } owner }
        && type is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        && owner.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether a call of the method writes no memory.</summary>
    public static bool IsPure(IMethodSymbol method) =>
        Find(method) is not null || IsSinCos(method) || IsDivRem(method) || GuardCall.Is(method) || LengthCall.Is(method)
        || GenericMath.Declares(method) || GenericMath.IsConversion(method)
        || BufferCall.IsView(method) || ArrayCall.Find(method) == ArrayCall.Kind.AsSpan;
}
