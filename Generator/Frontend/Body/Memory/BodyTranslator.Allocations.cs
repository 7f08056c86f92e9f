using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    private Value NewBuffer(IrType element, BufferKind kind, Value count, string? name)
    {
        if (UnknownType.Is(count))
        {
            return count;
        }

        Value buffer = _values.New(new BufferType(element, kind), name);
        _block.Append(new Allocate(buffer, count, Storage.Local, Zeroed: true));
        NoteAllocation(buffer, count);
        return buffer;
    }

    private Value NewArray(IArrayCreationOperation creation, string? name)
    {
        if (TypeMap.Find(creation.Type) is not BufferType type || creation.DimensionSizes is not [{ } size])
        {
            return Unsupported(creation);
        }

        Value array = NewBuffer(type.Element, type.Kind, Count(size), name);
        return Initialised(array, creation.Initializer?.ElementValues ?? []);
    }

    private Value Stackalloc(IOperation creation, string? name)
    {
        IOperation[] parts = [.. creation.ChildOperations];
        if (TypeMap.Find(creation.Type) is not BufferType type || parts.Length == 0)
        {
            return Unsupported(creation);
        }

        Value memory = NewBuffer(type.Element, type.Kind, Count(parts[0]), name);
        return Initialised(memory, parts.Skip(1));
    }

    private Value Count(IOperation size)
    {
        Value count = Evaluate(size);
        return UnknownType.Is(count) ? count : AsInt(count) ?? Unsupported(size);
    }

    private Value Collection(ICollectionExpressionOperation collection, string? name)
    {
        if (TypeMap.Find(collection.Type) is not BufferType type)
        {
            return Unsupported(collection);
        }

        BufferKind written = type.Kind == BufferKind.ReadOnlySpan ? BufferKind.Span : type.Kind;
        if (collection.Elements.Any(element => element is ISpreadOperation))
        {
            return Under(Spread(collection, count => [NewBuffer(type.Element, written, count, name)])[0], type, name);
        }

        Value buffer = NewBuffer(type.Element, written, _block.Constant(collection.Elements.Length), name);
        return Under(Initialised(buffer, collection.Elements), type, name);
    }

    private Value Initialised(Value buffer, IEnumerable<IOperation> elements)
    {
        if (UnknownType.Is(buffer))
        {
            return buffer;
        }

        int index = 0;
        foreach (IOperation element in elements)
        {
            Value value = Evaluate(element);
            if (!UnknownType.Is(value))
            {
                _block.Append(new Store(buffer, _block.Constant(index), value));
            }

            index++;
        }

        return buffer;
    }

    /// <summary><c>n &lt;= 128 ? stackalloc double[128] : new double[n]</c> is one allocation whose size depends on the condition.</summary>
    private Value EitherNew(IConditionalOperation conditional, string? name)
    {
        if (TypeMap.Find(conditional.Type) is not BufferType type
            || SizeOfNew(conditional.WhenTrue) is not { } whenTrue
            || SizeOfNew(conditional.WhenFalse) is not { } whenFalse)
        {
            return Unsupported(conditional);
        }

        Value condition = Evaluate(conditional.Condition);
        Value count = Choose(condition, () => [Count(whenTrue)], () => [Count(whenFalse)], [])[0];
        return NewBuffer(type.Element, type.Kind, count, name);
    }

    private static IOperation? SizeOfNew(IOperation? operation) => operation switch
    {
        IConversionOperation { IsImplicit: true } conversion => SizeOfNew(conversion.Operand),
        IArrayCreationOperation { Initializer: null, DimensionSizes: [{ } size] } => size,
        { Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: null } } => operation.ChildOperations.Single(),
        _ => null,
    };
}
