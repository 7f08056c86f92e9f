using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Members of structures that have bodies: constructors, methods, properties, operators. They are translated where they are used,
/// on the variables of their receiver.
/// </summary>
internal sealed partial class BodyTranslator
{
    /// <summary>Whether a member has a body that can be read here.</summary>
    private bool IsWritten(IMethodSymbol method) => !HasRule(method) && !GeneratedNames.IsGenerated(method) && (IsDeclaredHere(method) || Surrogate(method) is not null);

    private IMethodSymbol? Surrogate(IMethodSymbol method) =>
        Surrogates.Covers(method.ContainingType) ? Surrogates.Of(_translation.Compilation).Find(method) : null;

    private bool IsDeclaredHere(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
        && Home(reference.SyntaxTree) is not null
        && reference.GetSyntax(_translation.Cancellation) is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax;

    private Compilation? Home(SyntaxTree tree) => MethodBody.Home(tree, _translation);

    private bool IsStructMethod(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && Structs.Is(method.ContainingType) && IsWritten(method)
        && (!method.IsStatic || Surrogate(method) is not null);

    private Value[] OnStruct(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<Variable?> targets)
    {
        if (Surrogate(method) is not null)
        {
            return CallInPlace(call, method, call.Instance is { } receiver ? Receiver(receiver, method) : null, Operands(call.Arguments), targets);
        }

        if (call.Instance is not { } instance)
        {
            return Disregard(call);
        }

        Place[] self = Receiver(instance, method);
        return CallInPlace(call, method, self, frame => Bind(call, method.OriginalDefinition, frame), targets);
    }

    /// <summary>
    /// The receiver's own variables if the method may change them or changes nothing; else those of a copy, as C# makes one.
    /// </summary>
    private Place[] Receiver(IOperation instance, IMethodSymbol method)
    {
        if ((method.IsReadOnly || IsChangeable(instance)) && Located(instance) is { } own)
        {
            return own;
        }

        Place[] copy = NewPlaces(null, instance.Type!);
        Assign(copy, EvaluateAll(instance, NamesOf(copy)), instance.Syntax);
        return copy;
    }

    private bool IsChangeable(IOperation instance) => instance switch
    {
        ILocalReferenceOperation { Local: var local } =>
            local.RefKind == RefKind.Ref || (!local.IsForEach && !local.IsUsing && !local.IsFixed && local.RefKind == RefKind.None),
        IParameterReferenceOperation { Parameter.RefKind: var kind } => kind is RefKind.None or RefKind.Ref or RefKind.Out,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => true,
        IInstanceReferenceOperation => !_frame.Method.IsReadOnly,
        IFieldReferenceOperation { Field: var field, Instance: { } whole } =>
            (!field.IsReadOnly || _frame.Method.MethodKind == MethodKind.Constructor) && IsChangeable(whole),
        IInlineArrayAccessOperation { Instance: var whole } => IsChangeable(whole),
        _ when ElementOf(instance) is ({ Type: { } memory }, _) => Structs.Buffer(memory) is { Kind: not BufferKind.ReadOnlySpan },
        _ => false,
    };

    private bool IsStructProperty(IPropertyReferenceOperation property) =>
        property.Instance is { } instance
            ? Structs.Is(instance.Type) || (ObjectOf(instance) is not null && property.Property is { IsVirtual: false, IsOverride: false, GetMethod: { } own } && IsWritten(own) && !StructShapes.IsAutomatic(own))
            : property is { Arguments.Length: 0, Property.GetMethod: { } get } && IsWritten(get)
                && (Surrogate(get) is not null || !StructShapes.IsAutomatic(get));

    private Value[] ReadProperty(IPropertyReferenceOperation property, IReadOnlyList<Variable?> targets)
    {
        if (property.Instance is { } instance && property.Arguments.Length == 0 && FieldOf(instance.Type, property.Property) is { } field)
        {
            return Located(property) is { } places
                ? ReadPlaces(places, property.Syntax)
                : Slice(EvaluateAll(instance, []), field);
        }

        if (property.Property.GetMethod is not { } get || !IsWritten(get))
        {
            return [Unsupported(property)];
        }

        Place[]? self = property.Instance is { } receiver && ObjectOf(receiver) is null ? Receiver(receiver, get) : null;
        return CallInPlace(property, get, self, Operands(property.Arguments), targets);
    }

    /// <summary>The body of a member where it is used; <paramref name="bind"/> evaluates the arguments in the caller's frame.</summary>
    private Value[] CallInPlace(IOperation use, IMethodSymbol method, Place[]? self, Action<Frame> bind, IReadOnlyList<Variable?> targets)
    {
        IReadOnlyList<Leaf>? leaves = method.ReturnsVoid ? [] : method.ReturnsByRef || method.ReturnsByRefReadonly ? null : Structs.Leaves(method.ReturnType);
        if (leaves is null)
        {
            Report(Descriptors.UnsupportedType, use.Syntax, CSharpNames.Short(method.ReturnType));
            return [Unknown()];
        }

        using var arguments = TypeArguments.Enter(method);
        var function = new NamedMethod(method);
        if (IsOpen(function))
        {
            ReportRecursion(use, function);
            return [.. leaves.Select(_ => Unknown())];
        }

        Variable[] results = [.. leaves.Select((leaf, i) => NewVariable(Targets.Name(targets, i), leaf.Type, leaf.PassiveBy))];
        Frame frame = Enter(use, method, self, results);
        bind(frame);
        foreach (IOperation body in Bodies(use, method))
        {
            Run(body, function, frame);
        }

        return [.. results.Select(result => Current(result, use.Syntax))];
    }

    private Frame Enter(IOperation use, IMethodSymbol method, Place[]? self, Variable[] results)
    {
        var site = new CallSite(_frame, method, use.Syntax);
        var frame = new Frame(method.OriginalDefinition, null, _block, NewVariable("returned", IrType.Bool), results, site)
        {
            OwnReceiver = use is IPropertyReferenceOperation { Instance: { } instance } ? ObjectOf(instance) : null,
        };
        if (self is not null)
        {
            frame.Add(method.ContainingType, self);
        }

        return frame;
    }

    /// <summary>The operations of a member's body; none where it has been reported why there are none.</summary>
    private IEnumerable<IOperation> Bodies(IOperation use, IMethodSymbol method)
    {
        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax(_translation.Cancellation);
        Compilation home = Home(syntax.SyntaxTree)!;
        SemanticModel model = home.GetSemanticModel(syntax.SyntaxTree);
        if (home == _translation.Compilation)
        {
            _translation.Callees.Add(syntax);
        }
        else
        {
            return Declared(((IMethodBodyOperation)model.GetOperation(syntax, _translation.Cancellation)!) is var whole ? whole.BlockBody ?? whole.ExpressionBody : null);
        }

        if (model.GetDiagnostics(syntax.Span, _translation.Cancellation).Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error))
        {
            HasCompileErrors = true;
            return [];
        }

        if (syntax is MethodDeclarationSyntax declaration)
        {
            BodySource source = MethodBody.Read(_translation, method, declaration);
            if (source.Faults.Count > 0)
            {
                ReportFault(use.Syntax, method, source.Faults);
                _hasUnknown = true;
            }

            return Declared(source.Root);
        }

        return Declared(model.GetOperation(syntax, _translation.Cancellation) switch
        {
            IMethodBodyBaseOperation body => body.BlockBody ?? body.ExpressionBody,
            var operation => operation,
        });
    }

    private IEnumerable<IOperation> Declared(IOperation? body)
    {
        if (body is null)
        {
            return [];
        }

        DeclareLocalFunctions(body);
        return [body];
    }

    /// <summary>A member whose operands are known, or its surrogate, which takes the receiver as its first parameter.</summary>
    private Value[] CallInPlace(
        IOperation use, IMethodSymbol method, Place[]? self, IReadOnlyList<(int Ordinal, IOperation Value)> operands, IReadOnlyList<Variable?> targets)
    {
        IMethodSymbol? surrogate = IsDeclaredHere(method) ? null : Surrogate(method);
        IMethodSymbol called = surrogate ?? method;
        bool passesSelf = surrogate is not null && self is not null;
        return CallInPlace(use, called, passesSelf ? null : self, Bound, targets);

        void Bound(Frame frame)
        {
            if (passesSelf)
            {
                frame.Add(called.Parameters[0], self!);
            }

            foreach ((int ordinal, IOperation value) in operands)
            {
                IParameterSymbol parameter = called.OriginalDefinition.Parameters[ordinal + (passesSelf ? 1 : 0)];
                if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                {
                    BindArgument(value, parameter, frame);
                }
                else
                {
                    BindValues(parameter, EvaluateAll(value, []), value, frame);
                }
            }
        }
    }

    private static (int Ordinal, IOperation Value)[] Operands(IEnumerable<IArgumentOperation> arguments) =>
        [.. arguments.Select(argument => (argument.Parameter!.Ordinal, argument.Value))];

    private static (int Ordinal, IOperation Value)[] Operands(params IOperation[] operands) =>
        [.. operands.Select((operand, i) => (i, operand))];

    private void BindValues(IParameterSymbol parameter, Value[] values, IOperation at, Frame frame)
    {
        if (Structs.Leaves(parameter.Type) is null)
        {
            Report(Descriptors.UnsupportedType, at.Syntax, CSharpNames.Short(parameter.Type));
            frame.Add(parameter, [NewVariable(parameter.Name, UnknownType.Instance)]);
            return;
        }

        Assign(Bind(parameter, parameter.Name, parameter.Type, frame), values, at.Syntax);
    }
}
