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

    // Memory of different element types can only overlap by reinterpretation, which the method itself would not survive either.
    private static bool MayOverlap(SignaturePart left, SignaturePart right) =>
        (IsWritten(left) || IsWritten(right))
        && ((BufferType)left.Parameter.Type).Element.Equals(((BufferType)right.Parameter.Type).Element);

    private static bool IsWritten(SignaturePart part) => part.Parameter.IsWritableSpan;
}
