using System.Collections.Immutable;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Rules;

/// <summary>
/// Appends the partial derivative with respect to one argument to <paramref name="block"/>, as ordinary IR that can be
/// differentiated again, and returns it. Its type is that of <paramref name="result"/>.
/// </summary>
internal delegate Value Partial(BlockBuilder block, IReadOnlyList<Value> arguments, Value result);

/// <summary>How dear it is to compute something once more instead of keeping it.</summary>
internal enum Cost
{
    /// <summary>A cycle or so: addition, multiplication, comparison, rounding.</summary>
    Cheap,

    /// <summary>Tens of cycles in hardware: division, square root.</summary>
    Moderate,

    /// <summary>A call of a library function.</summary>
    Expensive,
}

/// <summary>The C# type whose static method computes a function.</summary>
internal enum FunctionHome
{
    /// <summary><c>System.Math</c>, and <c>System.MathF</c> for <c>float</c>.</summary>
    Math,

    /// <summary><c>System.Math</c> for both types: it has a <c>float</c> overload, <c>System.MathF</c> lacks the method.</summary>
    MathOnly,

    /// <summary><c>System.Double</c> or <c>System.Single</c> itself.</summary>
    Number,

    /// <summary>An integer type itself: <c>int</c>.</summary>
    Integer,

    /// <summary><c>System.Numerics.BitOperations</c>: unsigned integers.</summary>
    BitOperations,

    /// <summary><c>StaticAd.Special</c>, overloaded for both types.</summary>
    Special,

    /// <summary><c>StaticAd.Ad</c>, overloaded for both types.</summary>
    Ad,

    /// <summary><c>StaticAd.CompilerServices.Checkpoints</c>: integers only.</summary>
    Checkpoints,

    /// <summary><c>StaticAd.CompilerServices.Rounding</c>, overloaded for both types.</summary>
    Rounding,

    /// <summary><c>StaticAd.CompilerServices.Grid</c>: integers only.</summary>
    Grid,
}

/// <summary>A function of scalars that the IR names by its id: <see cref="Opcode.Function"/>.</summary>
/// <param name="Id">Unique; the method's name unless two overloads differ in meaning.</param>
/// <param name="Name">The C# method's name.</param>
/// <param name="Partials">One per argument; null where the derivative is zero everywhere, passive arguments included.</param>
/// <param name="LaneMethod">Static method of a lane type that computes it (<c>T.Sin</c>); null where lanes have none.</param>
/// <param name="HasDerivative">False for a function whose derivative is not available: differentiating it is an error.</param>
internal sealed record ElementaryFunction(
    string Id,
    string Name,
    FunctionHome Home,
    Cost Cost,
    ImmutableArray<Partial?> Partials,
    string? LaneMethod,
    bool HasDerivative = true)
{
    public int Arity => Partials.Length;

    /// <summary>Whether the derivative is zero in every argument: the function cuts the chain.</summary>
    public bool IsLocallyConstant => HasDerivative && Partials.All(partial => partial is null);

    /// <summary>How C# calls it with arguments of the given type.</summary>
    public string Text(ScalarType type) => Home switch
    {
        FunctionHome.Math when type.Kind == ScalarKind.Float => "MathF." + Name,
        FunctionHome.Math or FunctionHome.MathOnly => "Math." + Name,
        FunctionHome.Number => (type.Kind == ScalarKind.Float ? "float." : "double.") + Name,
        FunctionHome.Integer => $"{TypeText.Keyword(type.Kind)}.{Name}",
        FunctionHome.BitOperations => "global::System.Numerics.BitOperations." + Name,
        FunctionHome.Special => "Special." + Name,
        FunctionHome.Checkpoints => "Checkpoints." + Name,
        FunctionHome.Rounding => "Rounding." + Name,
        FunctionHome.Grid => "Grid." + Name,
        _ => "Ad." + Name,
    };
}
