using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>Recognises the methods of spans and arrays that have an IR form.</summary>
internal static class BufferCall
{
    public enum Kind
    {
        Slice,
        AsSpan,
        CopyTo,
        Clear,
        Fill,
        ToArray,
    }

    public static Kind? Find(IMethodSymbol method)
    {
        string type = method.ContainingType?.Name ?? "";
        if (method.ContainingNamespace?.ToDisplayString() != "System")
        {
            return null;
        }

        return (type, method.Name, method.Parameters.Length) switch
        {
            ("Span" or "ReadOnlySpan", "Slice", 1 or 2) => Kind.Slice,
            ("Span" or "ReadOnlySpan", "CopyTo", 1) => Kind.CopyTo,
            ("Span", "Clear", 0) => Kind.Clear,
            ("Span", "Fill", 1) => Kind.Fill,
            ("Span" or "ReadOnlySpan", "ToArray", 0) => Kind.ToArray,
            ("MemoryExtensions", "AsSpan", 1 or 2 or 3) when HasIntArguments(method) => Kind.AsSpan,
            ("MemoryExtensions", "CopyTo", 2) => Kind.CopyTo,
            ("Array", "Clear", 1) => Kind.Clear,
            ("Array", "Fill", 2) => Kind.Fill,
            _ => null,
        };
    }

    /// <summary>Whether what it returns is a part of the memory that it is given.</summary>
    public static bool IsView(IMethodSymbol method) => Find(method) is Kind.Slice or Kind.AsSpan;

    private static bool HasIntArguments(IMethodSymbol method) =>
        method.Parameters.Skip(1).All(parameter => parameter.Type.SpecialType == SpecialType.System_Int32);
}
