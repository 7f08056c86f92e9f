using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Patterns: questions about passive or active values whose answer is passive, and the variables that they declare.</summary>
internal sealed class Patterns(BodyState state, Faults faults, Rooms rooms)
{
    public Subject SubjectOf(IOperation operation) => new(rooms.Expressions.EvaluateAll(operation, []), operation.Type);

    public Value IsMatch(IIsPatternOperation match)
    {
        rooms.Variables.Predeclare(match);
        return Matches(SubjectOf(match.Value), match.Pattern) ?? rooms.Constants.Truth(true);
    }

    /// <summary>
    /// Whether the subject matches; null if it does always. The pattern's variables are assigned whether it does or not, and read
    /// only if it does.
    /// </summary>
    public Value? Matches(Subject subject, IPatternOperation pattern)
    {
        if (subject.Parts.Any(UnknownType.Is))
        {
            return state.Unknown();
        }

        return Structs.IsNullable(subject.Type) && Structs.Underlying(subject.Type) is { } underlying && LooksInside(pattern)
            ? MatchesInside(subject, underlying, pattern)
            : MatchesItself(subject, pattern);
    }

    private Value? MatchesInside(Subject nullable, ITypeSymbol underlying, IPatternOperation pattern) =>
        pattern is IConstantPatternOperation missing && OperationTree.IsNullLiteral(missing.Value)
            ? rooms.Arithmetic.Not(nullable.Parts[0])
            : rooms.Arithmetic.Both(nullable.Parts[0], Matches(new Subject(Nullables.ValueOf(nullable.Parts), underlying), pattern));

    private Value? MatchesItself(Subject subject, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return null;
            case IRecursivePatternOperation or IDeclarationPatternOperation { MatchesNull: false } or ITypePatternOperation when ImmutableTypes.Of(subject.Type) is not null:
                return IsThere(subject.Parts[0], pattern);
            case IDeclarationPatternOperation declaration when declaration.MatchesNull || IsItsType(subject, declaration.MatchedType):
                return Captured(declaration.DeclaredSymbol, subject, pattern);
            case IConstantPatternOperation constant when subject.Type is IArrayTypeSymbol && subject.Parts[0].Type is BufferType && OperationTree.IsNull(constant.Value):
                rooms.Origins.CheckIsThere(subject.Parts[0], pattern);
                return rooms.Constants.Truth(false);
            case ITypePatternOperation type when IsItsType(subject, type.MatchedType):
                return null;
            case INegatedPatternOperation negated:
                return Matches(subject, negated.Pattern) is { } inner ? rooms.Arithmetic.Compute(Opcode.Not, IrType.Bool, null, inner) : rooms.Constants.Truth(false);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return rooms.Arithmetic.Both(Matches(subject, both.LeftPattern), Matches(subject, both.RightPattern));
            case IBinaryPatternOperation either:
                return Matches(subject, either.LeftPattern) is { } left && Matches(subject, either.RightPattern) is { } right
                    ? rooms.Arithmetic.Compute(Opcode.Or, IrType.Bool, null, left, right)
                    : null;
            case IRecursivePatternOperation recursive when IsItsType(subject, recursive.MatchedType):
                return rooms.Arithmetic.Both(MatchesParts(subject, recursive), Captured(recursive.DeclaredSymbol, subject, pattern));
            case IListPatternOperation list when subject.Parts is [{ Type: BufferType } buffer]:
                return rooms.Arithmetic.Both(MatchesElements(buffer, list), Captured(list.DeclaredSymbol, subject, pattern));
            default:
                return subject.Parts is [{ Type: not BufferType } scalar] ? MatchesScalar(scalar, pattern) : faults.Unsupported(pattern);
        }
    }

    /// <summary><c>{ }</c> and <c>DateTime date</c>: a test whether there is a value.</summary>
    private Value? IsThere(Value subject, IPatternOperation pattern)
    {
        bool hasParts = pattern is IRecursivePatternOperation { DeconstructionSubpatterns.Length: > 0 } or IRecursivePatternOperation { PropertySubpatterns.Length: > 0 };
        if (hasParts || ImmutableTypes.Of(pattern.NarrowedType) is not { } type || rooms.Immutables.WhereThere(subject, type, pattern) is not { } found)
        {
            return faults.Unsupported(pattern);
        }

        Captured(Matched(pattern), new Subject([found], pattern.NarrowedType), pattern);
        return rooms.Immutables.Exists(subject);
    }

    private static ISymbol? Matched(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        _ => null,
    };

    // A test of the static type says nothing of a value that cannot be null; generated code throws for an array that is.
    private static bool IsItsType(Subject subject, ITypeSymbol? matched) =>
        SymbolEqualityComparer.Default.Equals(subject.Type, matched) && matched is { IsReferenceType: false } or IArrayTypeSymbol;

    /// <summary>Whether a pattern says something of the value of a nullable, rather than of the whole.</summary>
    private static bool LooksInside(IPatternOperation pattern) => pattern
        is not (IDiscardPatternOperation or INegatedPatternOperation or IBinaryPatternOperation or IDeclarationPatternOperation { MatchesNull: true });

    private Value MatchesScalar(Value subject, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant when ImmutableTypes.Is(subject.Type):
                return rooms.Arithmetic.Compare(Opcode.Equal, subject, rooms.Immutables.Constant(constant.Value, subject.Type));
            // Unlike ==, a pattern finds NaN equal to itself.
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: double.NaN or float.NaN } }:
                return rooms.Arithmetic.Apply("IsNaN", IrType.Bool, null, subject);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool truth } } when subject.Type == IrType.Bool:
                return truth ? subject : rooms.Arithmetic.Compute(Opcode.Not, IrType.Bool, null, subject);
            case IConstantPatternOperation constant when TypeMap.Scalar(constant.Value.Type) is not null:
                return EqualTo(subject, constant);
            case IRelationalPatternOperation relational when Opcodes.Find(relational.OperatorKind) is { } comparison:
                return rooms.Arithmetic.Compare(comparison, subject, rooms.Conversions.Convert(rooms.Expressions.Evaluate(relational.Value), subject.Type, null));
            default:
                return faults.Unsupported(pattern);
        }
    }

    private Value EqualTo(Value subject, IConstantPatternOperation pattern)
    {
        Value constant = rooms.Conversions.Convert(rooms.Expressions.Evaluate(pattern.Value), subject.Type, null);
        return rooms.Observations.Matched(pattern, subject, constant, rooms.Arithmetic.Compare(Opcode.Equal, subject, constant));
    }

    /// <summary><c>(> 0, var k)</c> and <c>{ Length: > 0 }</c></summary>
    private Value? MatchesParts(Subject subject, IRecursivePatternOperation pattern)
    {
        if (pattern.DeconstructionSubpatterns.Length > 0 && (pattern.DeconstructSymbol is not null || subject.Type is not { IsTupleType: true }))
        {
            return faults.Unsupported(pattern);
        }

        Value? all = null;
        for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            all = rooms.Arithmetic.Both(all, Matches(Component(subject, i), pattern.DeconstructionSubpatterns[i]));
        }

        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            all = rooms.Arithmetic.Both(all, Member(subject, property) is { } member ? Matches(member, property.Pattern) : faults.Unsupported(property));
        }

        return all;
    }

    private static Subject Component(Subject subject, int index)
    {
        StructField part = Structs.Fields(subject.Type)![index];
        return new Subject(StructParts.Part(subject.Parts, part), part.Type);
    }

    private Subject? Member(Subject subject, IPropertySubpatternOperation pattern)
    {
        switch (pattern.Member)
        {
            case IFieldReferenceOperation { Field: var field } when StructParts.Of(subject.Type, field) is { } part:
                return new Subject(StructParts.Part(subject.Parts, part), part.Type);
            case IPropertyReferenceOperation { Property: var property } when StructParts.Of(subject.Type, property) is { } part:
                return new Subject(StructParts.Part(subject.Parts, part), part.Type);
            case IPropertyReferenceOperation { Property: { Name: "Length" } length } when subject.Parts is [{ Type: BufferType } buffer]:
                return new Subject([state.Block.Length(buffer)], length.Type);
            default:
                return null;
        }
    }

    /// <summary><c>[var first, .., > 0]</c>: the elements are read only if there are that many.</summary>
    private Value? MatchesElements(Value buffer, IListPatternOperation list)
    {
        int slice = list.Patterns.TakeWhile(pattern => pattern is not ISlicePatternOperation).Count();
        bool isOpen = slice < list.Patterns.Length;
        if (isOpen && ((ISlicePatternOperation)list.Patterns[slice]).Pattern is { } part)
        {
            return faults.Unsupported(part);
        }

        Value length = state.Block.Length(buffer);
        int least = list.Patterns.Length - (isOpen ? 1 : 0);
        Value fits = rooms.Arithmetic.Compare(isOpen ? Opcode.GreaterOrEqual : Opcode.Equal, length, state.Block.Constant(least));
        if (least == 0)
        {
            return isOpen ? null : fits;
        }

        return rooms.Branches.Choose(fits, () => [Elements(buffer, length, list, slice) ?? rooms.Constants.Truth(true)], () => [rooms.Constants.Truth(false)], [])[0];
    }

    private Value? Elements(Value buffer, Value length, IListPatternOperation list, int slice)
    {
        ITypeSymbol? element = (list.InputType as IArrayTypeSymbol)?.ElementType ?? (list.InputType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        Value? all = null;
        for (int i = 0; i < list.Patterns.Length; i++)
        {
            if (i != slice && list.Patterns[i] is not IDiscardPatternOperation)
            {
                Value index = i < slice
                    ? state.Block.Constant(i)
                    : rooms.Arithmetic.Compute(Opcode.Subtract, IrType.Int, null, length, state.Block.Constant(list.Patterns.Length - i));
                all = rooms.Arithmetic.Both(all, Matches(new Subject([state.Block.Load(buffer, index)], element), list.Patterns[i]));
            }
        }

        return all;
    }

    private Value? Captured(ISymbol? declared, Subject subject, IPatternOperation pattern)
    {
        if (declared is ILocalSymbol local)
        {
            rooms.Contents.Assign(rooms.Variables.DeclarePlaces(local, pattern.Syntax), subject.Parts, pattern.Syntax);
        }

        return null;
    }
}
