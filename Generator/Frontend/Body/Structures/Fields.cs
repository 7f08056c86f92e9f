using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What static fields hold, and the fields and automatic properties of objects: constant, and read where it is used.</summary>
internal sealed class Fields(BodyState state, Faults faults, Rooms rooms)
{
    public Value Read(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (field.IsStatic && (Constants.IsOfOpenType(field) || (field.Type is IArrayTypeSymbol && TypeMap.IsNativeInteger(field.Type))))
        {
            return faults.Unsupported(reference);
        }

        if (rooms.ObjectPaths.PathOf(reference) is { } path && Held(field.Type) is { } held)
        {
            return OfObject(reference, field, held, path.Text);
        }

        if (!field.IsStatic || Held(field.Type) is not { } type)
        {
            return faults.Unsupported(reference);
        }

        return IsConstant(reference, field) ? ValueAt(field, field.Type, type, state.Translation.TextOf(field)) : state.Unknown();
    }

    /// <summary>Whether a static field never changes and generated code can read it; else it is reported.</summary>
    public bool IsConstant(IOperation reference, IFieldSymbol field)
    {
        if (!field.IsReadOnly || field.IsVolatile)
        {
            faults.Report(Descriptors.MutableState, reference.Syntax, CSharpNames.Short(field));
            return false;
        }

        return IsAccessible(reference, field);
    }

    /// <summary>The type in the IR of what a field or property holds that is one value; null for any other.</summary>
    public static IrType? Held(ITypeSymbol? type) => TypeMap.Find(type) ?? ImmutableTypes.Of(type) ?? (IrType?)Lists.Of(type);

    private Value ValueAt(ISymbol member, ITypeSymbol declared, IrType type, string text)
    {
        if (Lists.Of(declared) is { } elements)
        {
            return ListAt(member, elements, text);
        }

        Value value = rooms.Constants.Symbol(type, text, null);
        if (type is BufferType)
        {
            rooms.Origins.Note(value, member);
        }

        return value;
    }

    /// <summary>The elements of a list.</summary>
    public Value ListAt(ISymbol origin, BufferType type, string list)
    {
        Value elements = state.Values.New(type, Passes.Naming.Camel(origin.Name.TrimStart('_')) + "Elements");
        state.Block.Append(new Symbol(elements, Lists.TextOf(type, list), IsComputed: true));
        rooms.Origins.Note(elements, origin);
        return elements;
    }

    public Value OfObject(IOperation reference, ISymbol member, IrType type, string path)
    {
        if (!IsAccessible(reference, member))
        {
            return state.Unknown();
        }

        return ValueAt(member, reference.Type!, type, path);
    }

    public bool IsAccessible(IOperation reference, ISymbol member)
    {
        if (member is IFieldSymbol { IsVolatile: true })
        {
            faults.Report(Descriptors.MutableState, reference.Syntax, CSharpNames.Short(member));
            return false;
        }

        bool isAccessible = state.Translation.Compilation.IsSymbolAccessibleWithin(member, state.Translation.Home);
        if (!isAccessible)
        {
            faults.Report(Descriptors.Inaccessible, reference.Syntax, CSharpNames.Short(member), CSharpNames.Short(state.Translation.Home));
        }

        return isAccessible;
    }

    public Value[] ManyOfObject(IOperation reference, string path)
    {
        ISymbol member = reference is IFieldReferenceOperation field ? field.Field : ((IPropertyReferenceOperation)reference).Property;
        IReadOnlyList<Leaf> leaves = Structs.Leaves(reference.Type)!;
        if (!IsAccessible(reference, member))
        {
            return [.. leaves.Select(_ => state.Unknown())];
        }

        if (Structs.Buffer(reference.Type) is { } type)
        {
            return ElementsAt(reference, member, type, path);
        }

        if (Grid.Of(reference.Type) is { } grid)
        {
            return rooms.GridArrays.HeldGrid(member, grid, path);
        }

        if (Jagged.Of(reference.Type) is { } jagged)
        {
            return rooms.HeldRows.Of(member, jagged, path);
        }

        if (StructShapes.Readable(reference.Type!, state.Translation.Compilation, state.Translation.Home) is not { } readable)
        {
            faults.Report(Descriptors.Inaccessible, reference.Syntax, CSharpNames.Short(reference.Type!), CSharpNames.Short(state.Translation.Home));
            return [.. leaves.Select(_ => state.Unknown())];
        }

        return [.. readable.Select(leaf => rooms.Constants.Symbol(leaf.Type, MemberPath.Of(path, leaf.Path), null))];
    }

    /// <summary>An array of structures that is read leaf by leaf, <c>Table[i].X</c>.</summary>
    private Value[] ElementsAt(IOperation reference, ISymbol member, StructBuffer type, string text)
    {
        if (StructShapes.Find(type.Element, state.Translation.Compilation, state.Translation.Home) is not { } shape)
        {
            faults.Report(Descriptors.Inaccessible, reference.Syntax, CSharpNames.Short(type.Element), CSharpNames.Short(state.Translation.Home));
            return [.. type.Elements.Select(_ => state.Unknown())];
        }

        Value[] buffers = [.. type.Elements.Select((leaf, i) => rooms.Constants.Symbol(new BufferType(leaf.Type, type.Kind, new ElementLeaf(shape, i)), text, null))];
        foreach (Value buffer in buffers)
        {
            rooms.Origins.Note(buffer, member);
        }

        return buffers;
    }

    /// <summary>A structure that never changes is read leaf by leaf.</summary>
    public Value[] StaticLeaves(IOperation reference, IFieldSymbol field)
    {
        bool isAccessible = state.Translation.Compilation.IsSymbolAccessibleWithin(field, state.Translation.Home);
        if (!isAccessible || StructShapes.Readable(field.Type, state.Translation.Compilation, state.Translation.Home) is not { } leaves)
        {
            faults.Report(Descriptors.Inaccessible, reference.Syntax, CSharpNames.Short(field), CSharpNames.Short(state.Translation.Home));
            return [.. Structs.Leaves(field.Type)!.Select(_ => state.Unknown())];
        }

        return [.. leaves.Select(leaf => rooms.Constants.Symbol(leaf.Type, MemberPath.Of(state.Translation.TextOf(field), leaf.Path), null))];
    }

    public Value[] StaticStructs(IOperation reference, IFieldSymbol field, StructBuffer type) =>
        IsConstant(reference, field) ? ElementsAt(reference, field, type, state.Translation.TextOf(field)) : [state.Unknown()];
}
