using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>How generated code reads the leaves of a structure and puts one together again.</summary>
internal static class StructShapes
{
    /// <summary>Null where it cannot: a member is not readable there, or there is no way to give it a value.</summary>
    public static StructShape? Find(ITypeSymbol type, Compilation? compilation, INamedTypeSymbol home)
    {
        if (MatrixView.Of(type) is not null || Structs.Fields(type) is not { } fields)
        {
            return null;
        }

        var members = new List<StructMember>();
        foreach (StructField field in fields)
        {
            StructShape? inner = Structs.Is(field.Type) ? Find(field.Type, compilation, home) : null;
            IPropertySymbol? reader = StructReaders.Find(field.Member, compilation, home);
            bool isReadable = field.Element is not null || reader is not null || (IsAccessible(field.Member, compilation, home)
                && (field.Member is not IPropertySymbol { GetMethod: var get } || (get is not null && IsAutomatic(get) && IsAccessible(get, compilation, home))));
            if (!isReadable || (inner is null && Structs.Is(field.Type)))
            {
                return null;
            }

            IrType? leaf = inner is null ? TypeMap.Scalar(field.Type) : null;
            members.Add(new StructMember(
                reader is null ? field.Access : CSharpNames.Identifier(reader.Name), leaf, inner, field.Member is IFieldSymbol && reader is null, field.Element is not null || (reader is null && IsAssignable(field.Member, type)),
                TypeMap.IsNativeInteger(field.Type) && inner is null ? CSharpNames.FullName(field.Type) : null));
        }

        string text = CSharpNames.FullName(type);
        if (Structs.Underlying(type) is not null)
        {
            return new StructShape(text, [.. members], Construction.Nullable, []);
        }

        if (InlineArray.Of(type) is { } array)
        {
            return new StructShape(text, [.. members], Construction.Elements, [], CSharpNames.FullName(array.Element));
        }

        if (type.IsTupleType)
        {
            return new StructShape(text, [.. members], Construction.Tuple, []);
        }

        if (fields.All(field => IsSettable(field.Member, compilation, home)))
        {
            return new StructShape(text, [.. members], Construction.Members, []);
        }

        return (Surrogates.Covers((INamedTypeSymbol)type) ? [0, 1] : Order((INamedTypeSymbol)type, fields, compilation, home)) is { } order
            ? new StructShape(text, [.. members], Construction.Constructor, [.. order])
            : null;
    }

    /// <summary>The leaves of a structure as generated code reads them; null where it cannot read them all.</summary>
    public static IReadOnlyList<StructLeaf>? Readable(ITypeSymbol type, Compilation compilation, INamedTypeSymbol home)
    {
        var leaves = new List<StructLeaf>();
        foreach (StructField field in Structs.Fields(type) ?? [])
        {
            IPropertySymbol? reader = StructReaders.Find(field.Member, compilation, home);
            string name = reader is null ? field.Access : CSharpNames.Identifier(reader.Name);
            IReadOnlyList<StructLeaf>? own = TypeMap.Scalar(field.Type) is { } scalar
                ? [new StructLeaf(name, scalar)]
                : Readable(field.Type, compilation, home)?.Select(leaf => leaf with { Path = MemberPath.Of(name, leaf.Path) }).ToArray();
            if (own is null || (field.Element is null && reader is null && !compilation.IsSymbolAccessibleWithin(field.Member, home)))
            {
                return null;
            }

            leaves.AddRange(own);
        }

        return leaves;
    }

    private static bool IsAssignable(ISymbol member, ITypeSymbol type) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { IsInitOnly: false } set } => IsAutomatic(set) && !type.IsReadOnly,
        _ => false,
    };

    private static bool IsAccessible(ISymbol symbol, Compilation? compilation, INamedTypeSymbol home) =>
        compilation is null || compilation.IsSymbolAccessibleWithin(symbol, home);

    private static bool IsSettable(ISymbol member, Compilation? compilation, INamedTypeSymbol home) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly && IsAccessible(field, compilation, home),
        IPropertySymbol { SetMethod: { } set } => IsAutomatic(set) && IsAccessible(set, compilation, home),
        _ => false,
    };

    /// <summary>Whether an accessor does nothing but read or write the property's field.</summary>
    public static bool IsAutomatic(IMethodSymbol accessor) => accessor.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .All(syntax => syntax is ParameterSyntax or AccessorDeclarationSyntax { Body: null, ExpressionBody: null });

    /// <summary>The fields in the order of a constructor that only copies its parameters to them.</summary>
    private static int[]? Order(INamedTypeSymbol type, IReadOnlyList<StructField> fields, Compilation? compilation, INamedTypeSymbol home)
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors.Where(candidate =>
            candidate.Parameters.Length == fields.Count && IsAccessible(candidate, compilation, home)))
        {
            int[] order = [.. constructor.Parameters.Select(parameter => IndexOf(parameter, constructor, fields))];
            if (order.All(index => index >= 0) && order.Distinct().Count() == fields.Count)
            {
                return order;
            }
        }

        return null;
    }

    private static int IndexOf(IParameterSymbol parameter, IMethodSymbol constructor, IReadOnlyList<StructField> fields)
    {
        for (int i = 0; i < fields.Count; i++)
        {
            if (parameter.RefKind is RefKind.None or RefKind.In
                && SymbolEqualityComparer.Default.Equals(parameter.Type, fields[i].Type)
                && IsCopied(parameter.Name, fields[i].Member, constructor))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsCopied(string parameter, ISymbol member, IMethodSymbol constructor)
    {
        SyntaxNode? declaration = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            TypeDeclarationSyntax => declaration switch
            {
                ParameterSyntax positional => positional.Identifier.ValueText == parameter,
                PropertyDeclarationSyntax { Initializer.Value: IdentifierNameSyntax name } => name.Identifier.ValueText == parameter,
                VariableDeclaratorSyntax { Initializer.Value: IdentifierNameSyntax name } => name.Identifier.ValueText == parameter,
                _ => false,
            },
            ConstructorDeclarationSyntax { Initializer: null } declared => Copies(declared).Contains((member.Name, parameter))
                && Copies(declared).Count == constructor.Parameters.Length,
            _ => false,
        };
    }

    /// <summary>The pairs of member and parameter that a constructor copies; none if it does anything else.</summary>
    private static List<(string Member, string Parameter)> Copies(ConstructorDeclarationSyntax constructor)
    {
        IEnumerable<ExpressionSyntax?> expressions = constructor switch
        {
            { ExpressionBody: { } body } => [body.Expression],
            { Body: { } block } => block.Statements.Select(statement => (statement as ExpressionStatementSyntax)?.Expression),
            _ => [null],
        };
        var copies = new List<(string, string)>();
        foreach (ExpressionSyntax? expression in expressions)
        {
            if (expression is not AssignmentExpressionSyntax { OperatorToken.Text: "=" } assignment || !Add(assignment.Left, assignment.Right, copies))
            {
                return [];
            }
        }

        return copies;
    }

    private static bool Add(ExpressionSyntax left, ExpressionSyntax right, List<(string Member, string Parameter)> copies)
    {
        if (left is TupleExpressionSyntax targets && right is TupleExpressionSyntax values && targets.Arguments.Count == values.Arguments.Count)
        {
            return targets.Arguments.Zip(values.Arguments, (target, value) => Add(target.Expression, value.Expression, copies)).All(fits => fits);
        }

        string? member = left switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
            _ => null,
        };
        if (member is null || right is not IdentifierNameSyntax parameter)
        {
            return false;
        }

        copies.Add((member, parameter.Identifier.ValueText));
        return true;
    }
}
