using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Making structures: <c>new T(…) { … }</c>.</summary>
internal sealed partial class BodyTranslator
{
    private Value[] Create(IObjectCreationOperation creation, IReadOnlyList<Variable?> targets)
    {
        var type = (INamedTypeSymbol)creation.Type!;
        IReadOnlyList<Leaf> leaves = Structs.Leaves(type)!;
        Place[] self = InlineArray.IsIn(type) ? NewPlaces(null, type)
            : Frame.PlacesOf(leaves.Select((leaf, i) => NewVariable(Targets.Name(targets, i), leaf.Type, leaf.PassiveBy)));
        if (creation.Constructor is null or { IsImplicitlyDeclared: true, Parameters.Length: 0 })
        {
            Assign(self, Zeros(leaves), creation.Syntax);
        }
        else
        {
            RunConstructor(creation, creation.Constructor, self, creation.Arguments);
        }

        Initialise(self, creation.Initializer);
        return ReadPlaces(self, creation.Syntax);
    }

    private void RunConstructor(IOperation use, IMethodSymbol constructor, Place[] self, IReadOnlyList<IArgumentOperation> arguments)
    {
        if (Surrogates.Covers(constructor.ContainingType))
        {
            Assign(self, Numeric(use, constructor, arguments), use.Syntax);
            return;
        }

        SyntaxNode? syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_translation.Cancellation);
        if (syntax is null || !_translation.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            Unsupported(use);
            Assign(self, [], use.Syntax);
            return;
        }

        using var typeArguments = TypeArguments.Enter(constructor);
        Frame frame = Enter(use, constructor, self, []);
        foreach (IArgumentOperation argument in arguments)
        {
            IParameterSymbol parameter = constructor.OriginalDefinition.Parameters[argument.Parameter!.Ordinal];
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                ReportUnsupported(argument.Syntax, "A constructor's 'ref' or 'out' parameter", "Pass the value, and assign afterwards");
            }

            BindValues(parameter, EvaluateAll(argument.Value, []), argument, frame);
        }

        SemanticModel model = _translation.Compilation.GetSemanticModel(syntax.SyntaxTree);
        _translation.Callees.Add(syntax);
        if (model.GetDiagnostics(syntax.Span, _translation.Cancellation).Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error))
        {
            HasCompileErrors = true;
            return;
        }

        IConstructorBodyOperation? body = model.GetOperation(syntax, _translation.Cancellation) as IConstructorBodyOperation;
        var first = (body?.Initializer as IExpressionStatementOperation)?.Operation as IInvocationOperation;
        if (first is not null)
        {
            Delegated(first, frame, self);
        }
        else
        {
            Assign(self, Zeros(Structs.Leaves(constructor.ContainingType)!), use.Syntax);
            InitialiseFields(use, constructor, syntax, frame, self, model);
        }

        foreach (IOperation part in Declared(body?.BlockBody ?? body?.ExpressionBody))
        {
            Run(part, new NamedMethod(constructor), frame);
        }
    }

    /// <summary>A vector by its surrogate constructor; a complex number is its two parts.</summary>
    private Value[] Numeric(IOperation use, IMethodSymbol constructor, IReadOnlyList<IArgumentOperation> arguments)
    {
        if (Surrogate(constructor) is not null)
        {
            return CallInPlace(use, constructor, null, Operands(arguments), []);
        }

        return constructor.ContainingType.Name == "Complex" && arguments.Count == 2
            ? [.. arguments.Select(argument => (argument.Parameter!.Ordinal, Value: Evaluate(argument.Value))).ToArray().OrderBy(part => part.Ordinal).Select(part => part.Value)]
            : [Unsupported(use)];
    }

    /// <summary><c>: this(…)</c></summary>
    private void Delegated(IInvocationOperation call, Frame frame, Place[] self) => Inside(frame, () =>
    {
        if (call.TargetMethod.IsImplicitlyDeclared && call.TargetMethod.Parameters.Length == 0)
        {
            Assign(self, Zeros(Structs.Leaves(call.TargetMethod.ContainingType)!), call.Syntax);
        }
        else
        {
            RunConstructor(call, call.TargetMethod, self, call.Arguments);
        }
    });

    private void Inside(Frame frame, Action translate)
    {
        Frame caller = _frame;
        _frame = frame;
        translate();
        _frame = caller;
    }

    /// <summary>What a positional record copies from its parameters, then the initialisers of fields and properties.</summary>
    private void InitialiseFields(IOperation use, IMethodSymbol constructor, SyntaxNode syntax, Frame frame, Place[] self, SemanticModel model)
    {
        foreach (StructField field in Structs.Fields(constructor.ContainingType)!.Where(field => field.Element is null or 0))
        {
            SyntaxNode? declaration = field.Member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_translation.Cancellation);
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
                Assign(Part(self, field), ReadPlaces(frame.Places(positional)!, syntax), use.Syntax);
            }
            else if (initializer is not null)
            {
                SemanticModel own = initializer.SyntaxTree == syntax.SyntaxTree ? model : _translation.Compilation.GetSemanticModel(initializer.SyntaxTree);
                Inside(frame, () => Assign(Part(self, field), FieldInitializer(own, initializer, field), initializer));
            }
        }
    }

    private Value[] FieldInitializer(SemanticModel model, EqualsValueClauseSyntax initializer, StructField field)
    {
        if (model.GetOperation(initializer, _translation.Cancellation) is ISymbolInitializerOperation { Value: { } value })
        {
            return EvaluateAll(value, []);
        }

        ReportUnsupported(initializer, $"The initialiser of '{field.Member.Name}'", "Assign it in a constructor");
        return [.. field.Leaves.Select(_ => Unknown())];
    }
}
