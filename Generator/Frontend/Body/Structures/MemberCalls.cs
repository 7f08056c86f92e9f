using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Members of structures that have bodies: methods, accessors, operators. They are translated where they are used, on the variables of
/// their receiver, which is found in the frame under the structure's type.
/// </summary>
internal sealed class MemberCalls(BodyState state, Faults faults, Rooms rooms)
{
    public Value[] Invoke(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<Variable?> targets)
    {
        if (rooms.MethodFacts.Surrogate(method) is not null)
        {
            return CallInPlace(call, method, call.Instance is { } receiver ? Receiver(receiver, method) : null, Operands.Of(call.Arguments), targets);
        }

        if (call.Instance is not { } instance)
        {
            return rooms.Calls.Disregard(call);
        }

        Place[] self = Receiver(instance, method);
        return CallInPlace(call, method, self, frame => rooms.Arguments.Bind(call, method.OriginalDefinition, frame), targets);
    }

    /// <summary>The body of a member where it is used; <paramref name="bind"/> evaluates the arguments in the caller's frame.</summary>
    public Value[] CallInPlace(IOperation use, IMethodSymbol method, Place[]? self, Action<Frame> bind, IReadOnlyList<Variable?> targets)
    {
        IReadOnlyList<Leaf>? leaves = method.ReturnsVoid ? [] : method.ReturnsByRef || method.ReturnsByRefReadonly ? null : Structs.Leaves(method.ReturnType);
        if (leaves is null)
        {
            faults.ReportType(use.Syntax, method.ReturnType);
            return [state.Unknown()];
        }

        using var arguments = TypeArguments.Enter(method);
        var function = new NamedMethod(method);
        if (rooms.InPlaceCalls.IsOpen(function))
        {
            rooms.InPlaceCalls.ReportRecursion(use, function);
            return [.. leaves.Select(_ => state.Unknown())];
        }

        Variable[] results = [.. leaves.Select((leaf, i) => state.NewVariable(Targets.Name(targets, i), leaf.Type, leaf.PassiveBy))];
        Frame frame = Enter(use, method, self, results);
        bind(frame);
        foreach (IOperation body in Bodies(use, method))
        {
            rooms.InPlaceCalls.Run(body, function, frame);
        }

        return [.. results.Select(result => rooms.Variables.Current(result, use.Syntax))];
    }

    /// <summary>A member whose operands are known, or its surrogate, which takes the receiver as its first parameter.</summary>
    public Value[] CallInPlace(
        IOperation use, IMethodSymbol method, Place[]? self, IReadOnlyList<(int Ordinal, IOperation Value)> operands, IReadOnlyList<Variable?> targets)
    {
        IMethodSymbol? surrogate = rooms.MethodFacts.IsDeclaredHere(method) ? null : rooms.MethodFacts.Surrogate(method);
        IMethodSymbol called = surrogate ?? method;
        bool passesSelf = surrogate is not null && self is not null;
        return CallInPlace(use, called, passesSelf ? null : self, Bound, targets);

        void Bound(Frame frame)
        {
            if (passesSelf)
            {
                frame.Add(called.OriginalDefinition.Parameters[0], self!);
            }

            foreach ((int ordinal, IOperation value) in operands)
            {
                IParameterSymbol parameter = called.OriginalDefinition.Parameters[ordinal + (passesSelf ? 1 : 0)];
                if (parameter.RefKind != RefKind.None)
                {
                    rooms.Arguments.BindOne(value, parameter, frame);
                }
                else
                {
                    rooms.Arguments.BindValues(parameter, rooms.Expressions.EvaluateAll(value, []), value, frame);
                }
            }
        }
    }

    /// <summary>
    /// The receiver's own variables if the method may change them or changes nothing; else those of a copy, as C# makes one.
    /// </summary>
    public Place[] Receiver(IOperation instance, IMethodSymbol method)
    {
        if ((method.IsReadOnly || IsChangeable(instance)) && rooms.Places.LocateAll(instance) is { } own)
        {
            return own;
        }

        Place[] copy = rooms.Variables.NewPlaces(null, instance.Type!);
        rooms.Contents.Assign(copy, rooms.Expressions.EvaluateAll(instance, Targets.Of(copy)), instance.Syntax);
        return copy;
    }

    private bool IsChangeable(IOperation instance) => instance switch
    {
        ILocalReferenceOperation { Local: var local } =>
            local.RefKind == RefKind.Ref || (!local.IsForEach && !local.IsUsing && !local.IsFixed && local.RefKind == RefKind.None),
        IParameterReferenceOperation { Parameter.RefKind: var kind } => kind is RefKind.None or RefKind.Ref or RefKind.Out,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => true,
        IInstanceReferenceOperation => !state.Frame.Method.IsReadOnly,
        IFieldReferenceOperation { Field: var field, Instance: { } whole } =>
            (!field.IsReadOnly || state.Frame.Method.MethodKind == MethodKind.Constructor) && IsChangeable(whole),
        IInlineArrayAccessOperation { Instance: var whole } => IsChangeable(whole),
        _ when Elements.Of(instance) is ({ Type: { } memory }, _) => Structs.Buffer(memory) is { Kind: not BufferKind.ReadOnlySpan },
        _ => false,
    };

    public Frame Enter(IOperation use, IMethodSymbol method, Place[]? self, Variable[] results)
    {
        var site = new CallSite(state.Frame, method, use.Syntax);
        var frame = new Frame(method.OriginalDefinition, null, state.Block, state.NewVariable("returned", IrType.Bool), results, site)
        {
            OwnReceiver = use is IPropertyReferenceOperation { Instance: { } instance } ? rooms.ObjectPaths.ObjectOf(instance) : null,
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
        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax(state.Translation.Cancellation);
        Compilation home = rooms.MethodFacts.Home(syntax.SyntaxTree)!;
        SemanticModel model = home.GetSemanticModel(syntax.SyntaxTree);
        if (home == state.Translation.Compilation)
        {
            state.Translation.Callees.Add(syntax);
        }
        else
        {
            return Declared(((IMethodBodyOperation)model.GetOperation(syntax, state.Translation.Cancellation)!) is var whole ? whole.BlockBody ?? whole.ExpressionBody : null);
        }

        if (model.GetDiagnostics(syntax.Span, state.Translation.Cancellation).Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error))
        {
            state.HasCompileErrors = true;
            return [];
        }

        if (syntax is MethodDeclarationSyntax declaration)
        {
            BodySource source = MethodBody.Read(state.Translation, method, declaration);
            if (source.Faults.Count > 0)
            {
                faults.ReportFault(use.Syntax, method, source.Faults);
                state.LeaveOut();
            }

            return Declared(source.Root);
        }

        return Declared(model.GetOperation(syntax, state.Translation.Cancellation) switch
        {
            IMethodBodyBaseOperation body => body.BlockBody ?? body.ExpressionBody,
            var operation => operation,
        });
    }

    public IEnumerable<IOperation> Declared(IOperation? body)
    {
        if (body is null)
        {
            return [];
        }

        rooms.Functions.DeclareLocalFunctions(body);
        return [body];
    }
}
