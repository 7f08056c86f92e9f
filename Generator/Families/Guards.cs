using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>The checks of the arguments that a derivative method makes before it writes anything.</summary>
internal static class Guards
{
    public static IEnumerable<Guard> For(IReadOnlyList<SignaturePart> parts)
    {
        foreach (SignaturePart part in parts.Where(part => part.Parameter.Type is BufferType { Kind: BufferKind.Array } || part.Role == Role.Tape))
        {
            yield return new Guard.NotNull(part.Parameter.Name);
        }

        IEnumerable<SignaturePart> references = parts
            .Where(part => part.Parameter is { Passing: not Passing.Value, Type: not BufferType })
            .GroupBy(part => part.Parameter.DeclaredName)
            .Select(leaves => leaves.First());
        foreach (Guard guard in References([.. references], parts))
        {
            yield return guard;
        }

        SignaturePart[] buffers = [.. parts.Where(part => part.Parameter.Type is BufferType)];
        foreach (SignaturePart part in buffers.Where(part => part is { Role: not Role.Primal, Of: not null }))
        {
            yield return new Guard.SameLength(part.Parameter.Name, part.Of!.Name);
        }

        for (int i = 0; i < buffers.Length; i++)
        {
            for (int j = i + 1; j < buffers.Length; j++)
            {
                if (MayOverlap(buffers[i], buffers[j]))
                {
                    (SignaturePart written, SignaturePart other) = IsWritten(buffers[i]) ? (buffers[i], buffers[j]) : (buffers[j], buffers[i]);
                    yield return new Guard.Disjoint(written.Parameter.Name, other.Parameter.Name);
                }
            }
        }
    }

    /// <summary>
    /// Scalars that are passed by reference are taken to be variables of their own. Derivatives that go <c>out</c> need no check
    /// against each other or against buffers: they are assigned last and never read. Of gradients that are added to, one variable
    /// takes the sum.
    /// </summary>
    private static IEnumerable<Guard> References(SignaturePart[] scalars, IReadOnlyList<SignaturePart> parts)
    {
        var guards = new List<Guard>();
        for (int i = 0; i < scalars.Length; i++)
        {
            for (int j = i + 1; j < scalars.Length; j++)
            {
                if (MayClash(scalars[i], scalars[j]))
                {
                    (SignaturePart written, SignaturePart other) =
                        scalars[i].Parameter.Passing == Passing.In ? (scalars[j], scalars[i]) : (scalars[i], scalars[j]);
                    guards.Add(new Guard.Distinct(written.Parameter.DeclaredName, other.Parameter.DeclaredName));
                }
            }

            guards.AddRange(parts.Where(part => MayContain(part, scalars[i]))
                .Select(part => new Guard.Outside(scalars[i].Parameter.Name, part.Parameter.Name)));
        }

        IEnumerable<string> compared = guards.SelectMany(guard => guard switch
        {
            Guard.Distinct distinct => [distinct.Written, distinct.Other],
            Guard.Outside outside => (string[])[outside.Scalar],
            _ => [],
        });
        HashSet<string> names = [.. compared];
        return [.. scalars.Where(part => part.Parameter.Passing == Passing.Out && names.Contains(part.Parameter.DeclaredName))
            .Select(part => new Guard.Unset(part.Parameter.DeclaredName)), .. guards];
    }

    private static bool MayClash(SignaturePart left, SignaturePart right) =>
        HaveOneType(left.Parameter, right.Parameter) && (left.Parameter.Passing, right.Parameter.Passing) switch
        {
            (Passing.In, Passing.In) => false,
            (Passing.Ref, Passing.Ref) => left.Role != Role.Gradient || right.Role != Role.Gradient,
            (Passing.Out, Passing.Out) => left.Role == Role.Primal && right.Role == Role.Primal,
            _ => true,
        };

    // Of structures, only whole ones are compared.
    private static bool HaveOneType(Parameter left, Parameter right) => left.Of is null || right.Of is null
        ? left.Of is null && right.Of is null && left.Type.Equals(right.Type)
        : left.Of.Shape.CSharpType == right.Of.Shape.CSharpType;

    private static bool MayContain(SignaturePart buffer, SignaturePart scalar) =>
        scalar.Parameter.Of is null && buffer.Parameter.Type is BufferType { Element: var element } && element.Equals(scalar.Parameter.Type)
        && scalar.Parameter.Passing switch
        {
            Passing.In => IsWritten(buffer),
            Passing.Out => buffer.Role == Role.Primal && scalar.Role == Role.Primal,
            _ => true,
        };

    // Memory of different element types can only overlap by reinterpretation, which the method itself would not survive either.
    private static bool MayOverlap(SignaturePart left, SignaturePart right) =>
        (IsWritten(left) || IsWritten(right))
        && ((BufferType)left.Parameter.Type).Element.Equals(((BufferType)right.Parameter.Type).Element);

    private static bool IsWritten(SignaturePart part) => part.Parameter.IsWritableSpan;
}
