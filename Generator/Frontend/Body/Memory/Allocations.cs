using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Memory that the body makes: new arrays, <c>stackalloc</c>, collection expressions, copies.</summary>
internal sealed class Allocations(BodyState state, Faults faults, Rooms rooms)
{
    public Value NewBuffer(IrType element, BufferKind kind, Value count, string? name, bool isZeroed = true)
    {
        if (UnknownType.Is(count))
        {
            return count;
        }

        Value buffer = state.Values.New(new BufferType(element, kind), name);
        state.Block.Append(new Allocate(buffer, count, Storage.Local, isZeroed));
        rooms.Views.NoteAllocation(buffer, count);
        return buffer;
    }

    /// <summary>Memory for one leaf of structures.</summary>
    public Value NewLeafBuffer(Leaf leaf, BufferKind kind, Value count, string? name)
    {
        Value buffer = NewBuffer(leaf.Type, kind, count, name);
        if (leaf.PassiveBy is { } passive)
        {
            state.PassiveStores.NoteMemory(buffer, passive);
        }

        return buffer;
    }

    public Value NewArray(IArrayCreationOperation creation, string? name)
    {
        if (TypeMap.Find(creation.Type) is not BufferType type || creation.DimensionSizes is not [{ } size])
        {
            return faults.Unsupported(creation);
        }

        Value array = NewBuffer(type.Element, type.Kind, Count(size), name);
        return Initialised(array, creation.Initializer?.ElementValues ?? []);
    }

    public Value Stackalloc(IOperation creation, string? name)
    {
        IOperation[] parts = [.. creation.ChildOperations];
        if (TypeMap.Find(creation.Type) is not BufferType type || parts.Length == 0)
        {
            return faults.Unsupported(creation);
        }

        Value memory = NewBuffer(type.Element, type.Kind, Count(parts[0]), name);
        return Initialised(memory, parts.Skip(1));
    }

    /// <summary>Memory that the method itself takes from the thread's arena.</summary>
    public Value OfArena(IInvocationOperation call, IOperation size, string? name) =>
        TypeMap.Find(call.Type) is BufferType type
            ? NewBuffer(type.Element, type.Kind, Count(size), name, isZeroed: call.TargetMethod.Name == "AllocateZeroed")
            : faults.Unsupported(call);

    public Value Count(IOperation size)
    {
        Value count = rooms.Expressions.Evaluate(size);
        return UnknownType.Is(count) ? count : rooms.Conversions.AsInt(count) ?? faults.Unsupported(size);
    }

    public Value Collection(ICollectionExpressionOperation collection, string? name)
    {
        if (TypeMap.Find(collection.Type) is not BufferType type)
        {
            return faults.Unsupported(collection);
        }

        BufferKind written = type.Kind == BufferKind.ReadOnlySpan ? BufferKind.Span : type.Kind;
        if (collection.Elements.Any(element => element is ISpreadOperation))
        {
            return rooms.Views.Under(Spread(collection, count => [NewBuffer(type.Element, written, count, name)])[0], type, name);
        }

        Value buffer = NewBuffer(type.Element, written, state.Block.Constant(collection.Elements.Length), name);
        return rooms.Views.Under(Initialised(buffer, collection.Elements), type, name);
    }

    public Value Initialised(Value buffer, IEnumerable<IOperation> elements)
    {
        if (UnknownType.Is(buffer))
        {
            return buffer;
        }

        int index = 0;
        foreach (IOperation element in elements)
        {
            Value value = rooms.Expressions.Evaluate(element);
            if (!UnknownType.Is(value))
            {
                state.Block.Append(new Store(buffer, state.Block.Constant(index), value));
            }

            index++;
        }

        return buffer;
    }

    /// <summary><c>n &lt;= 128 ? stackalloc double[128] : new double[n]</c> is one allocation whose size depends on the condition.</summary>
    public Value EitherNew(IConditionalOperation conditional, string? name)
    {
        if (TypeMap.Find(conditional.Type) is not BufferType type
            || NewMemory.SizeOf(conditional.WhenTrue) is not { } whenTrue
            || NewMemory.SizeOf(conditional.WhenFalse) is not { } whenFalse)
        {
            return faults.Unsupported(conditional);
        }

        Value condition = rooms.Expressions.Evaluate(conditional.Condition);
        Value count = rooms.Branches.Choose(condition, () => [Count(whenTrue)], () => [Count(whenFalse)], [])[0];
        return NewBuffer(type.Element, type.Kind, count, name);
    }

    public Value Copy(Value source, string? name)
    {
        IrType element = ((BufferType)source.Type).Element;
        Value copy = NewBuffer(element, BufferKind.Array, state.Block.Length(source), name);
        state.Block.Append(new Copy(source, copy));
        return copy;
    }

    /// <summary>
    /// In C#'s order: what stands up to the last spread is evaluated first, then the memory is made and filled; what stands behind is
    /// evaluated where it is stored.
    /// </summary>
    /// <param name="allocate">Makes memory of so many elements.</param>
    public Value[] Spread(ICollectionExpressionOperation collection, Func<Value, Value[]> allocate)
    {
        if (collection.Elements.OfType<ISpreadOperation>().Any(spread => !CanSpread(spread)))
        {
            return [faults.Unsupported(collection)];
        }

        int last = collection.Elements.Length - 1;
        while (collection.Elements[last] is not ISpreadOperation)
        {
            last--;
        }

        Value[][] values = [.. collection.Elements.Take(last + 1)
            .Select(element => rooms.Expressions.EvaluateAll(element is ISpreadOperation spread ? spread.Operand : element, []))];
        if (values.SelectMany(value => value).Any(UnknownType.Is))
        {
            return [state.Unknown()];
        }

        Value?[] lengths = [.. values.Select((value, i) => collection.Elements[i] is ISpreadOperation ? state.Block.Length(value[0]) : null)];
        Value count = lengths.OfType<Value>().Aggregate((sum, length) => state.Block.Add(sum, length));
        int singles = collection.Elements.Count(element => element is not ISpreadOperation);
        Value[] buffers = allocate(singles == 0 ? count : state.Block.Add(count, state.Block.Constant(singles)));
        FillSpread(collection, values, lengths, buffers);
        return buffers;
    }

    private void FillSpread(ICollectionExpressionOperation collection, Value[][] values, Value?[] lengths, Value[] buffers)
    {
        Value place = state.Block.Constant(0);
        for (int i = 0; i < collection.Elements.Length; i++)
        {
            IOperation element = collection.Elements[i];
            Value[] value = i < values.Length ? values[i] : rooms.Expressions.EvaluateAll(element, []);
            if (i < values.Length && lengths[i] is { } length)
            {
                for (int leaf = 0; leaf < buffers.Length; leaf++)
                {
                    Value part = rooms.Views.Of(buffers[leaf], Views.PartType(buffers[leaf]), place, length, null);
                    rooms.Contents.Write(new Copy(value[leaf], part), element.Syntax);
                }

                place = state.Block.Add(place, length);
                continue;
            }

            Value at = place;
            rooms.Contents.Assign([.. buffers.Select(buffer => (Place)new ElementPlace(buffer, at))], value, element.Syntax);
            place = state.Block.Add(place, state.Block.Constant(1));
        }
    }

    private static bool CanSpread(ISpreadOperation spread) =>
        spread.ElementConversion.IsIdentity && (TypeMap.Find(spread.Operand.Type) is BufferType || Structs.Buffer(spread.Operand.Type) is not null);
}
