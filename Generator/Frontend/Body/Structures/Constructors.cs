using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Making structures: <c>new T(…) { … }</c>.</summary>
internal sealed class Constructors(BodyState state, Faults faults, Rooms rooms)
{
    public Value[] Create(IObjectCreationOperation creation, IReadOnlyList<Variable?> targets)
    {
        var type = (INamedTypeSymbol)creation.Type!;
        IReadOnlyList<Leaf> leaves = Structs.Leaves(type)!;
        Place[] self = InlineArray.IsIn(type) ? rooms.Variables.NewPlaces(null, type)
            : Frame.PlacesOf(leaves.Select((leaf, i) => state.NewVariable(Targets.Name(targets, i), leaf.Type, leaf.PassiveBy)));
        if (creation.Constructor is null or { IsImplicitlyDeclared: true, Parameters.Length: 0 })
        {
            rooms.Contents.Assign(self, rooms.StructValues.Zeros(leaves), creation.Syntax);
        }
        else
        {
            RunConstructor(creation, creation.Constructor, self, creation.Arguments);
        }

        rooms.StructValues.Initialise(self, creation.Initializer);
        return rooms.Contents.ReadAll(self, creation.Syntax);
    }

    private void RunConstructor(IOperation use, IMethodSymbol constructor, Place[] self, IReadOnlyList<IArgumentOperation> arguments)
    {
        if (Surrogates.Covers(constructor.ContainingType))
        {
            rooms.Contents.Assign(self, Numeric(use, constructor, arguments), use.Syntax);
            return;
        }

        SyntaxNode? syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(state.Translation.Cancellation);
        if (syntax is null || !state.Translation.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            faults.Unsupported(use);
            rooms.Contents.Assign(self, [], use.Syntax);
            return;
        }

        using var typeArguments = TypeArguments.Enter(constructor);
        Frame frame = rooms.MemberCalls.Enter(use, constructor, self, []);
        BindArguments(constructor, arguments, frame);
        SemanticModel model = state.Translation.Compilation.GetSemanticModel(syntax.SyntaxTree);
        state.Translation.Callees.Add(syntax);
        if (model.GetDiagnostics(syntax.Span, state.Translation.Cancellation).Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error))
        {
            state.HasCompileErrors = true;
            return;
        }

        RunBody(use, constructor, syntax, frame, self, model);
    }

    private void BindArguments(IMethodSymbol constructor, IReadOnlyList<IArgumentOperation> arguments, Frame frame)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            IParameterSymbol parameter = constructor.OriginalDefinition.Parameters[argument.Parameter!.Ordinal];
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                faults.ReportUnsupported(argument.Syntax, "A constructor's 'ref' or 'out' parameter", "Pass the value, and assign afterwards");
            }

            rooms.Arguments.BindValues(parameter, rooms.Expressions.EvaluateAll(argument.Value, []), argument, frame);
        }
    }

    private void RunBody(IOperation use, IMethodSymbol constructor, SyntaxNode syntax, Frame frame, Place[] self, SemanticModel model)
    {
        IConstructorBodyOperation? body = model.GetOperation(syntax, state.Translation.Cancellation) as IConstructorBodyOperation;
        var first = (body?.Initializer as IExpressionStatementOperation)?.Operation as IInvocationOperation;
        if (first is not null)
        {
            Delegated(first, frame, self);
        }
        else
        {
            rooms.Contents.Assign(self, rooms.StructValues.Zeros(Structs.Leaves(constructor.ContainingType)!), use.Syntax);
            InitialiseFields(use, constructor, syntax, frame, self, model);
        }

        foreach (IOperation part in rooms.MemberCalls.Declared(body?.BlockBody ?? body?.ExpressionBody))
        {
            rooms.InPlaceCalls.Run(part, new NamedMethod(constructor), frame);
        }
    }

    /// <summary>A vector by its surrogate constructor; a complex number is its two parts.</summary>
    private Value[] Numeric(IOperation use, IMethodSymbol constructor, IReadOnlyList<IArgumentOperation> arguments)
    {
        // The constructor with a value for each leaf is what surrogates make views with.
        bool isPlain = MatrixView.Of(constructor.ContainingType) is { } view && arguments.Count == view.Leaves.Count
            && Surrogates.Of(state.Translation.Compilation).Contains(use.Syntax);
        if (!isPlain && rooms.MethodFacts.Surrogate(constructor) is not null)
        {
            return rooms.MemberCalls.CallInPlace(use, constructor, null, Operands.Of(arguments), []);
        }

        return isPlain || (constructor.ContainingType.Name == "Complex" && arguments.Count == 2)
            ? rooms.Arguments.Evaluate(arguments)
            : [faults.Unsupported(use)];
    }

    /// <summary><c>: this(…)</c></summary>
    private void Delegated(IInvocationOperation call, Frame frame, Place[] self) => state.Inside(frame, () =>
    {
        if (call.TargetMethod.IsImplicitlyDeclared && call.TargetMethod.Parameters.Length == 0)
        {
            rooms.Contents.Assign(self, rooms.StructValues.Zeros(Structs.Leaves(call.TargetMethod.ContainingType)!), call.Syntax);
        }
        else
        {
            RunConstructor(call, call.TargetMethod, self, call.Arguments);
        }
    });

    /// <summary>What a positional record copies from its parameters, then the initialisers of fields and properties.</summary>
    private void InitialiseFields(IOperation use, IMethodSymbol constructor, SyntaxNode syntax, Frame frame, Place[] self, SemanticModel model)
    {
        foreach (StructField field in Structs.Fields(constructor.ContainingType)!.Where(field => field.Element is null or 0))
        {
            SyntaxNode? declaration = field.Member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(state.Translation.Cancellation);
            IParameterSymbol? positional = syntax is TypeDeclarationSyntax && declaration is ParameterSyntax
                ? constructor.OriginalDefinition.Parameters.FirstOrDefault(parameter => parameter.Name == field.Member.Name)
                : null;
            EqualsValueClauseSyntax? initializer = declaration switch
            {
                PropertyDeclarationSyntax property => property.Initializer,
                VariableDeclaratorSyntax variable => variable.Initializer,
                _ => null,
            };
            if (positional is not null)
            {
                rooms.Contents.Assign(StructParts.Part(self, field), rooms.Contents.ReadAll(frame.Places(positional)!, syntax), use.Syntax);
            }
            else if (initializer is not null)
            {
                SemanticModel own = initializer.SyntaxTree == syntax.SyntaxTree ? model : state.Translation.Compilation.GetSemanticModel(initializer.SyntaxTree);
                state.Inside(frame, () => rooms.Contents.Assign(StructParts.Part(self, field), FieldInitializer(own, initializer, field), initializer));
            }
        }
    }

    private Value[] FieldInitializer(SemanticModel model, EqualsValueClauseSyntax initializer, StructField field)
    {
        if (model.GetOperation(initializer, state.Translation.Cancellation) is ISymbolInitializerOperation { Value: { } value })
        {
            return rooms.Expressions.EvaluateAll(value, []);
        }

        faults.ReportUnsupported(initializer, $"The initialiser of '{field.Member.Name}'", "Assign it in a constructor");
        return [.. field.Leaves.Select(_ => state.Unknown())];
    }
}
