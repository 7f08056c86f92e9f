using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>What a delegate is known to be, or what a call names: a method, or a function inside a body.</summary>
/// <param name="Symbol">The declaration; constructed where it is generic.</param>
internal abstract record Function(IMethodSymbol Symbol);

/// <summary>A method of a type.</summary>
internal sealed record NamedMethod(IMethodSymbol Symbol) : Function(Symbol)
{
    public bool Equals(NamedMethod? other) => other is not null && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Symbol);
}

/// <summary>A lambda or local function: its body sees the variables of the frame in which it was made.</summary>
internal sealed record Closure(IMethodSymbol Symbol, IBlockOperation Body, Frame Scope) : Function(Symbol)
{
    public bool Equals(Closure? other) => other is not null && ReferenceEquals(Body, other.Body) && ReferenceEquals(Scope, other.Scope);

    public override int GetHashCode() => Body.GetHashCode();
}
