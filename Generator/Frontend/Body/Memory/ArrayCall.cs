using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>Recognises what the library does with parts of arrays and spans, and with arrays of several dimensions.</summary>
internal static class ArrayCall
{
    public enum Kind
    {
        /// <summary><c>Array.Copy</c></summary>
        Copy,

        /// <summary><c>array.CopyTo(other, at)</c></summary>
        CopyTo,

        /// <summary><c>Array.Clear(array, start, count)</c></summary>
        Clear,

        /// <summary><c>Array.Fill(array, value, start, count)</c></summary>
        Fill,

        /// <summary><c>Array.Reverse</c>, <c>span.Reverse()</c></summary>
        Reverse,

        /// <summary><c>array.AsSpan(1..^1)</c></summary>
        AsSpan,
    }

    public static Kind? Find(IMethodSymbol method) => method.ContainingNamespace?.ToDisplayString() != "System" ? null
        : (method.ContainingType.Name, method.Name, method.Parameters.Length) switch
        {
            ("Array", "Copy", 3 or 5) when HasIntegers(method) => Kind.Copy,
            ("Array", "CopyTo", 2) when HasIntegers(method) => Kind.CopyTo,
            ("Array", "Clear", 3) => Kind.Clear,
            ("Array", "Fill", 4) => Kind.Fill,
            ("Array", "Reverse", 1 or 3) => Kind.Reverse,
            ("MemoryExtensions", "Reverse", 1) => Kind.Reverse,
            ("MemoryExtensions", "AsSpan", 2) when IsRange(method.Parameters[1].Type) => Kind.AsSpan,
            _ => null,
        };

    /// <summary>What <c>array.Clone()</c> copies; null for any other call.</summary>
    public static IOperation? CloneOf(IOperation call) =>
        call is IInvocationOperation { TargetMethod: { Name: "Clone", ContainingType.SpecialType: SpecialType.System_Array }, Instance: { } array } ? array : null;

    private static bool HasIntegers(IMethodSymbol method) =>
        method.Parameters.All(parameter => parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Array);

    private static bool IsRange(ITypeSymbol type) => type is { Name: "Range" or "Index", ContainingNamespace.Name: "System" };
}
