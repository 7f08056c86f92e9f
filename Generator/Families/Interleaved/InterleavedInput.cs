using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>A view whose matrices are interleaved.</summary>
/// <param name="View">The parameter.</param>
/// <param name="Gradient">The parameter that takes its gradient; null if none is asked for.</param>
/// <param name="Count">How many matrices it has.</param>
/// <param name="Sides">The rows and columns of one; none for numbers.</param>
/// <param name="Size">The elements of one.</param>
internal sealed record InterleavedInput(Parameter View, Parameter? Gradient, Value Count, EquatableArray<Value> Sides, Value Size)
{
    public static InterleavedInput Of(Parameter view, Parameter? gradient, BlockBuilder body)
    {
        Value Read(string member)
        {
            Value length = body.Values.New(IrType.Int, view.Name + member);
            body.Append(new Length(length, view.Value!, Array.IndexOf([.. view.ViewLengths], member), member));
            return length;
        }

        Value[] sides = [.. view.ViewLengths.Where(member => member != "Count").Select(Read)];
        Value count = sides.Length == 0 ? body.Length(view.Value!) : view.ViewLengths.Any(member => member == "Count") ? Read("Count") : body.Constant(1);
        Value size = sides.Length == 0 ? body.Constant(1) : body.Multiply(sides[0], sides[1], view.Name + "Size");
        return new InterleavedInput(view, gradient, count, [.. sides], size);
    }
}
