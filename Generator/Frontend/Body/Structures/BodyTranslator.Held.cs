using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What the fields and automatic properties of an object hold: constant, and read where it is used.</summary>
internal sealed partial class BodyTranslator
{
    private Value OfObject(IOperation reference, ISymbol member, IrType type, string path)
    {
        if (!IsAccessible(reference, member))
        {
            return Unknown();
        }

        Value value = SymbolValue(type, path, null);
        if (type is BufferType)
        {
            NoteOrigin(value, member);
        }

        return value;
    }

    private bool IsAccessible(IOperation reference, ISymbol member)
    {
        if (member is IFieldSymbol { IsVolatile: true })
        {
            Report(Descriptors.MutableState, reference.Syntax, CSharpNames.Short(member));
            return false;
        }

        bool isAccessible = _translation.Compilation.IsSymbolAccessibleWithin(member, _translation.Home);
        if (!isAccessible)
        {
            Report(Descriptors.Inaccessible, reference.Syntax, CSharpNames.Short(member), CSharpNames.Short(_translation.Home));
        }

        return isAccessible;
    }

    private Value[] ManyOfObject(IOperation reference, string path)
    {
        ISymbol member = reference is IFieldReferenceOperation field ? field.Field : ((IPropertyReferenceOperation)reference).Property;
        IReadOnlyList<Leaf> leaves = Structs.Leaves(reference.Type)!;
        if (!IsAccessible(reference, member))
        {
            return [.. leaves.Select(_ => Unknown())];
        }

        if (Structs.Buffer(reference.Type) is { } type)
        {
            return ElementsAt(reference, member, type, path);
        }

        if (Grid.Of(reference.Type) is { } grid)
        {
            return HeldGrid(member, grid, path);
        }

        if (StructShapes.Readable(reference.Type!, _translation.Compilation, _translation.Home) is not { } readable)
        {
            Report(Descriptors.Inaccessible, reference.Syntax, CSharpNames.Short(reference.Type!), CSharpNames.Short(_translation.Home));
            return [.. leaves.Select(_ => Unknown())];
        }

        return [.. readable.Select(leaf => SymbolValue(leaf.Type, MemberPath.Of(path, leaf.Path), null))];
    }

    /// <summary>An array of structures that is read leaf by leaf, <c>Table[i].X</c>.</summary>
    private Value[] ElementsAt(IOperation reference, ISymbol member, StructBuffer type, string text)
    {
        if (StructShapes.Find(type.Element, _translation.Compilation, _translation.Home) is not { } shape)
        {
            Report(Descriptors.Inaccessible, reference.Syntax, CSharpNames.Short(type.Element), CSharpNames.Short(_translation.Home));
            return [.. type.Elements.Select(_ => Unknown())];
        }

        Value[] buffers = [.. type.Elements.Select((leaf, i) => SymbolValue(new BufferType(leaf.Type, type.Kind, new ElementLeaf(shape, i)), text, null))];
        foreach (Value buffer in buffers)
        {
            NoteOrigin(buffer, member);
        }

        return buffers;
    }
}
