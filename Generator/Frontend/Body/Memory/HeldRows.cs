using Microsoft.CodeAnalysis;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Arrays of arrays in fields. Where the body starts, the runtime gathers the elements of their rows into one run, as it does for
/// parameters.
/// </summary>
internal sealed class HeldRows(BodyState state, Rooms rooms)
{
    /// <summary>Elements and bounds of the rows, by the text of the field.</summary>
    private readonly Dictionary<string, Value[]> _known = [];

    /// <summary>An array in a static field.</summary>
    public Value[] OfStatic(IOperation reference, IFieldSymbol field) => rooms.Fields.IsConstant(reference, field)
        ? Of(field, Jagged.Of(field.Type)!, state.Translation.TextOf(field))
        : [state.Unknown(), state.Unknown()];

    /// <param name="text">How generated code reads the field.</param>
    public Value[] Of(ISymbol member, Jagged type, string text)
    {
        if (_known.TryGetValue(text, out Value[] known))
        {
            return known;
        }

        return _known[text] = state.At(rooms.Branches.Blocks().Last(), state.Environment, () => Gather(member, type, text));
    }

    private Value[] Gather(ISymbol member, Jagged type, string text)
    {
        string name = Naming.Camel(member.Name.TrimStart('_'));
        Value array = rooms.Constants.Symbol(new OpaqueType($"{TypeText.Keyword(type.Element.Kind)}[][]"), text, null);
        Value count = rooms.Constants.Symbol(IrType.Int, text + ".Length", null);
        Value bounds = rooms.Allocations.NewBuffer(IrType.Int, BufferKind.Span, rooms.JaggedArrays.BoundsOf(count), name + "Bounds");
        rooms.JaggedArrays.NoteCount(bounds, count);
        Value end = state.Values.New(IrType.Int);
        state.Block.Append(new Call([end], OfRows("Measure", type.Element, end.Type, array, bounds), [array, bounds]));
        Value elements = rooms.Allocations.NewBuffer(type.Element, BufferKind.Array, end, name);
        Value run = rooms.Views.Of(elements, Views.PartType(elements), null, null, name);
        state.Block.Append(new Call([], OfRows("Gather", type.Element, null, array, run), [array, run]));
        rooms.Origins.Note(elements, member);
        return [elements, bounds];
    }

    /// <summary>A method of the runtime's <c>Rows</c>.</summary>
    private string OfRows(string name, ScalarType element, IrType? result, params Value[] arguments)
    {
        var method = Method.OfRuntime($"global::StaticAd.CompilerServices.Rows.{name}<{TypeText.Keyword(element.Kind)}>", arguments, result);
        if (state.Translation.Callees.Find(method.Key) is null)
        {
            state.Translation.Callees.Add(method);
        }

        return method.Key;
    }
}
