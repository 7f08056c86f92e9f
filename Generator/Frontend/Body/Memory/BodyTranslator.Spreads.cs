using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Collection expressions with spreads, <c>[x, .. y]</c>.</summary>
internal sealed partial class BodyTranslator
{
    /// <summary>
    /// In C#'s order: what stands up to the last spread is evaluated first, then the memory is made and filled; what stands behind is
    /// evaluated where it is stored.
    /// </summary>
    /// <param name="allocate">Makes memory of so many elements.</param>
    private Value[] Spread(ICollectionExpressionOperation collection, Func<Value, Value[]> allocate)
    {
        if (collection.Elements.OfType<ISpreadOperation>().Any(spread => !CanSpread(spread)))
        {
            return [Unsupported(collection)];
        }

        int last = collection.Elements.Length - 1;
        while (collection.Elements[last] is not ISpreadOperation)
        {
            last--;
        }

        Value[][] values = [.. collection.Elements.Take(last + 1)
            .Select(element => element is ISpreadOperation spread ? EvaluateAll(spread.Operand, []) : EvaluateAll(element, []))];
        if (values.SelectMany(value => value).Any(UnknownType.Is))
        {
            return [Unknown()];
        }

        Value?[] lengths = [.. values.Select((value, i) => collection.Elements[i] is ISpreadOperation ? _block.Length(value[0]) : null)];
        Value count = lengths.OfType<Value>().Aggregate((sum, length) => _block.Add(sum, length));
        int singles = collection.Elements.Count(element => element is not ISpreadOperation);
        Value[] buffers = allocate(singles == 0 ? count : _block.Add(count, _block.Constant(singles)));
        Value place = _block.Constant(0);
        for (int i = 0; i < collection.Elements.Length; i++)
        {
            Value[] value = i <= last ? values[i] : EvaluateAll(collection.Elements[i], []);
            if (i <= last && lengths[i] is { } length)
            {
                for (int leaf = 0; leaf < buffers.Length; leaf++)
                {
                    Write(new Copy(value[leaf], ViewOf(buffers[leaf], PartType(buffers[leaf]), place, length, null)), collection.Elements[i].Syntax);
                }

                place = _block.Add(place, length);
                continue;
            }

            Value at = place;
            Assign([.. buffers.Select(buffer => (Place)new ElementPlace(buffer, at))], value, collection.Elements[i].Syntax);
            place = _block.Add(place, _block.Constant(1));
        }

        return buffers;
    }

    private static bool CanSpread(ISpreadOperation spread) =>
        spread.ElementConversion.IsIdentity && (TypeMap.Find(spread.Operand.Type) is BufferType || Structs.Buffer(spread.Operand.Type) is not null);
}
