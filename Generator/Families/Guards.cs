using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>The checks of the arguments that a derivative method makes before it writes anything.</summary>
internal static class Guards
{
    public static IEnumerable<Guard> For(IReadOnlyList<SignaturePart> parts)
    {
        foreach (SignaturePart part in Declared(parts.Where(part =>
            part.Parameter.Type is BufferType { Kind: BufferKind.Array } || part.Role == Role.Tape || part is { Parameter.IsGrid: true, Role: Role.Primal })))
        {
            yield return part.Parameter.IsGrid ? new Guard.ZeroBased(part.Parameter.Name)
                : part.Parameter.IsJagged ? new Guard.NoNullRows(part.Parameter.Name)
                : new Guard.NotNull(part.Parameter.DeclaredName);
        }

        foreach (SignaturePart part in parts.Where(part => part is { Role: Role.Primal, Parameter.ViewElements: "Elements" }))
        {
            yield return new Guard.Dense(part.Parameter.Name);
        }

        foreach (SignaturePart part in parts.Where(part => part is { Role: Role.Primal, Parameter.MustBeThere: true }))
        {
            yield return new Guard.NotNull(part.Parameter.Name);
        }

        IEnumerable<SignaturePart> references = Declared(parts.Where(part => part.Parameter is { Passing: not Passing.Value, Type: not BufferType }));
        foreach (Guard guard in References([.. references], parts))
        {
            yield return guard;
        }

        SignaturePart[] buffers = [.. Declared(parts.Where(part => part.Parameter.Type is BufferType))];
        foreach (SignaturePart part in buffers.Where(part => part is { Role: not Role.Primal, Of: not null }))
        {
            yield return part.Parameter.IsGrid
                ? new Guard.SameShape(part.Parameter.Name, part.Of!.Name)
                : part.Parameter.IsJagged ? new Guard.SameRows(part.Parameter.Name, part.Of!.Name, IsWritten(part))
                : new Guard.SameLength(part.Parameter.DeclaredName, part.Of!.DeclaredName);
        }

        for (int i = 0; i < buffers.Length; i++)
        {
            for (int j = i + 1; j < buffers.Length; j++)
            {
                if (MayOverlap(buffers[i], buffers[j]))
                {
                    (SignaturePart written, SignaturePart other) = IsWritten(buffers[i]) ? (buffers[i], buffers[j]) : (buffers[j], buffers[i]);
                    yield return new Guard.Disjoint(written.Parameter.DeclaredName, other.Parameter.DeclaredName);
                }
            }
        }
    }

    /// <summary>What is written must not lie in arrays that the operations read from fields.</summary>
    public static IEnumerable<Guard> Fields(IReadOnlyList<SignaturePart> parts, IEnumerable<Operation> operations)
    {
        Symbol[] arrays = [.. operations.OfType<Symbol>()
            .Where(symbol => symbol.Result.Type is BufferType && (symbol.IsComputed || symbol.Result.Type is BufferType { Kind: BufferKind.Array }))
            .GroupBy(symbol => symbol.Text)
            .Select(same => same.First())
            .OrderBy(symbol => symbol.Text, StringComparer.Ordinal)];
        return
            from part in Declared(parts.Where(IsWritten))
            from array in arrays
            where ElementOf((BufferType)array.Result.Type) == ElementOf((BufferType)part.Parameter.HeldType)
            select new Guard.Apart(part.Parameter.DeclaredName, array.Text);
    }

    /// <summary>Of the leaves of each structure, or buffer of them, the first: only whole ones are compared.</summary>
    private static IEnumerable<SignaturePart> Declared(IEnumerable<SignaturePart> parts) =>
        parts.GroupBy(part => part.Parameter.DeclaredName).Select(leaves => leaves.First());

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

            guards.AddRange(Declared(parts.Where(part => MayContain(part, scalars[i])))
                .Select(part => new Guard.Outside(scalars[i].Parameter.DeclaredName, part.Parameter.DeclaredName)));
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
        (MayContain(left.Parameter, right.Parameter) || MayContain(right.Parameter, left.Parameter)) && (left.Parameter.Passing, right.Parameter.Passing) switch
        {
            (Passing.In, Passing.In) => false,
            (Passing.Ref, Passing.Ref) => left.Role != Role.Gradient || right.Role != Role.Gradient,
            (Passing.Out, Passing.Out) => left.Role == Role.Primal && right.Role == Role.Primal,
            _ => true,
        };

    /// <summary>Whether one may be the other, or a part of it.</summary>
    private static bool MayContain(Parameter whole, Parameter part) => (whole.Of, part.Of) switch
    {
        (null, null) => whole.HeldType.Equals(part.HeldType),
        ({ Shape: var shape }, null) => shape.Leaves.Any(leaf => leaf.Type.Equals(part.HeldType)),
        ({ Shape: var shape }, { Shape: var inner }) => Contains(shape, inner.CSharpType),
        _ => false,
    };

    private static bool Contains(StructShape shape, string type) =>
        shape.CSharpType == type || shape.Members.Any(member => member.Inner is { } inner && Contains(inner, type));

    private static bool MayContain(SignaturePart buffer, SignaturePart scalar) =>
        buffer.Parameter.HeldType is BufferType memory && MayBeWithin(memory, scalar.Parameter)
        && scalar.Parameter.Passing switch
        {
            Passing.In => IsWritten(buffer),
            Passing.Out => buffer.Role == Role.Primal && scalar.Role == Role.Primal,
            _ => true,
        };

    // A number may be a leaf of an element, and a structure one or a part of one; numbers of a buffer are not parts of structures.
    private static bool MayBeWithin(BufferType memory, Parameter scalar) => (memory.Within, scalar.Of) switch
    {
        (null, null) => memory.Element.Equals(scalar.HeldType),
        ({ Shape: var shape }, null) => shape.Leaves.Any(leaf => leaf.Type.Equals(scalar.HeldType)),
        ({ Shape: var shape }, { Shape: var part }) => Contains(shape, part.CSharpType),
        _ => false,
    };

    // Memory of different element types can only overlap by reinterpretation, which the method itself would not survive either.
    private static bool MayOverlap(SignaturePart left, SignaturePart right) =>
        (IsWritten(left) || IsWritten(right))
        && ElementOf((BufferType)left.Parameter.HeldType) == ElementOf((BufferType)right.Parameter.HeldType);

    private static string ElementOf(BufferType buffer) => buffer.Within is { } leaf ? leaf.Shape.CSharpType : buffer.Element.ToString();

    private static bool IsWritten(SignaturePart part) => part.Parameter.IsWritableSpan;
}
