using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>A generated method that differentiated code calls: its body follows from that of the method it is generated for.</summary>
internal static class NestedDerivative
{
    /// <param name="known">All methods translated so far, what the primal calls among them.</param>
    public static Callee Of(DerivativeOrigin origin, Callee primal, CalleeTable known, Translation translation)
    {
        if (primal.Method is not { } method)
        {
            return primal;
        }

        var derived = new DerivedCallees(known, translation);
        if (IsOpen(method) || derived.Reached(method).Any(callee => callee is null || IsOpen(callee)))
        {
            return Refused("its method calls itself through it, and a derivative cannot be part of what it is a derivative of");
        }

        if (method.Parameters.Any(parameter => parameter.IsJagged))
        {
            return Refused("it has parameters that are arrays of arrays, which methods cannot make; pass a span and where the rows start");
        }

        if (method.Parameters.Any(parameter => parameter.IsView))
        {
            return Refused("it has parameters that are views of matrices; pass spans and numbers of rows and columns");
        }

        if (method.Body is null)
        {
            return Refused("its method has a rule, and is not differentiated; call the rule, if that is a method of this project");
        }

        (Method? derivative, string? obstacle) = derived.Require(origin.Member, origin.Family, method);
        return derivative is null ? Refused(obstacle!) : new Callee(derivative, []);
    }

    public static bool Is(Method method) => method.Key.Contains(NestedMember.Mark);

    private static bool IsOpen(Method method) => method.Body is null && ReferenceEquals(method.Rules, LevelSignature.Unnamed);

    private static Callee Refused(string reason) => new(null, [], NotNested: reason);
}
