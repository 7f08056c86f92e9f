using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticAd.Tests.Harness;

/// <summary>Writes the <see cref="MethodDriver"/> of a marked method at one argument set as C# text.</summary>
/// <param name="typeArguments">Of a generic method, what it calls the generic members with; empty to call the overloads.</param>
internal sealed class DriverWriter(CheckableMethod checkable, ArgumentDirective directive, CorpusFile file, string typeArguments = "")
{
    private readonly MarkedMethod _method = checkable.Method;
    private readonly MethodShape _shape = MethodShape.Of(checkable.Method.Symbol);

    private string OwnNamespace => _method.Symbol.ContainingNamespace.ToDisplayString();

    private bool HasHessian => _shape.HasGradient && _method.Order > 1;

    private CallText Call => new(_shape);

    /// <summary>What the methods are called on.</summary>
    private string Target => _shape.HasReceiver ? "a_this" : Owner();

    public string Write(string className, string? widenedNamespace)
    {
        var arguments = _shape.Slots.Where(slot => slot.Ref != RefKind.Out).ToArray();
        if (arguments.Length != directive.Expressions.Count)
        {
            throw new InvalidOperationException(
                $"{file.Name}({directive.Line}): {_method.DisplayName} takes {arguments.Length} arguments, the directive gives "
                + $"{directive.Expressions.Count}.");
        }

        return $$"""
            internal sealed class {{className}} : MethodDriver
            {
                {{Lines(1, arguments.Zip(directive.Expressions, Field))}}

                public {{className}}()
                {
                    {{Lines(2, Registrations())}}
                }

                {{Lines(1, Properties(arguments))}}

                {{string.Join("\n\n    ", Methods(widenedNamespace))}}
            }

            """;
    }

    private static string Field(Slot slot, string expression)
        => $"private readonly {slot.Element}{(slot.IsBuffer ? slot.Brackets : "")} _{slot.Name} = {expression};";

    private IEnumerable<string> Registrations()
    {
        foreach (var slot in _shape.Inputs)
        {
            string value = slot.HasShape ? $"Shapes.Flat<{slot.Element}>(_{slot.Name})" : (slot is { IsBuffer: false, IsStruct: false } ? "(double)_" : "_") + slot.Name;
            yield return $"Add{(slot.IsStruct ? "Struct" : "")}Input(\"{slot.Name}\", {value}, {Literal(slot.IsInOut)});";
        }

        foreach (var slot in _shape.Outputs)
        {
            yield return slot is { IsStruct: true, IsBuffer: true } ? $"AddStructOutput<{slot.Element}>(\"{slot.Name}\", _{slot.Name}.Length);"
                : slot.IsStruct ? $"AddStructOutput<{slot.Element}>(\"{slot.Name}\");"
                : slot.IsBuffer ? $"AddOutput(\"{slot.Name}\", _{slot.Name}.Length);" : $"AddOutput(\"{slot.Name}\");";
        }

        foreach (var part in _shape.ActiveResults)
        {
            yield return part.IsStruct ? $"AddStructOutput<{part.Type}>(\"{part.Name}\");" : $"AddOutput(\"{part.Name}\");";
        }

        foreach (var slot in _shape.Slots.Where(slot => checkable.Batch && slot.IsFloating))
        {
            yield return $"AddBatchArgument(_{slot.Name});";
        }
    }

    private IEnumerable<string> Properties(IReadOnlyList<Slot> arguments)
    {
        var title = $"{_method.DisplayName} at {file.Name}.cs({directive.Line}){(typeArguments.Length > 0 ? ", generic" : "")}";
        yield return $"public override string Title => {Literal(title)};";
        yield return $"public override System.Type DeclaringType => typeof({Owner()});";
        yield return $"public override string MethodName => \"{_method.Symbol.Name}\";";
        yield return $"public override string Form => \"{_method.TypeArguments}{typeArguments}\";";
        yield return $"public override object[] Arguments => [{string.Join(", ", arguments.Select(
            slot => slot.IsBuffer ? $"_{slot.Name}.Clone()" : "_" + slot.Name))}];";
        yield return $"public override bool IsKink => {Literal(directive.IsKink)};";
        yield return $"public override bool IsSingle => {Literal(IsSingle())};";
        yield return $"public override bool IsHalf => {Literal(IsHalf())};";
        yield return $"public override bool RoundsAsItsProcessor => {Literal(IsSingle() && Widening.UsesNumerics(_method.Syntax.SyntaxTree))};";
        yield return $"public override bool HasReceiver => {Literal(_shape.HasReceiver)};";
        yield return $"public override bool HasGradient => {Literal(_shape.HasGradient)};";
        yield return $"public override bool HasHessian => {Literal(HasHessian)};";
        yield return $"public override bool HasBatch => {Literal(checkable.Batch)};";
        if (directive.Jacobian is { } jacobian)
        {
            yield return $"public override double[]? StatedJacobian => [{jacobian}];";
        }

        if (checkable.Batch)
        {
            var uniform = _shape.Slots.Where(slot => !slot.IsFloating).Select(slot => $"\"{slot.Name}=\" + _{slot.Name} + \";\"");
            yield return $"public override string BatchUniform => {string.Join(" + ", uniform.Prepend("\"\""))};";
        }
    }

    private IEnumerable<string> Methods(string? widenedNamespace)
    {
        yield return PrimalMethod("Primal", Owner(), Call);
        if (widenedNamespace is not null)
        {
            yield return PrimalMethod("Oracle", Owner(widenedNamespace), new CallText(_shape, (OwnNamespace, widenedNamespace)), "<double>");
        }
        else if (_method.Symbol.IsGenericMethod)
        {
            yield return PrimalMethod("Oracle", Owner(), new CallText(_shape, (OwnNamespace, OwnNamespace)), "<double>");
        }

        yield return Method("void Vjp",
            [.. Call.DeclareArguments(), .. Call.DeclareCotangents(), .. Call.DeclareGradients()],
            Invoke("Vjp", [.. Call.PassArguments(), .. Call.PassCotangents(), .. Call.PassGradients("out ")]),
            [.. Call.WriteOutputs(), .. Call.NotePassive(), .. Call.WriteGradients()]);
        yield return Method("void Jvp",
            [.. Call.DeclareArguments(), .. Call.DeclareTangents()],
            Invoke("Jvp", [.. Call.PassArguments(), .. Call.PassTangents()]),
            [.. Call.WriteOutputs(), .. Call.NotePassive(), .. Call.WriteTangents()]);
        yield return Sweeps();
        yield return Matrix("Jacobian");
        if (HasHessian)
        {
            yield return Method("void Hvp",
                [.. Call.DeclareArguments(), .. Call.DeclareInputTangents(), .. Call.DeclareGradients()],
                Invoke("Hvp", [.. Call.PassArguments(), .. Call.PassInputTangents(), .. Call.PassGradients("out ")]),
                [.. Call.WriteOutputs(), .. Call.NotePassive(), .. Call.WriteGradients()]);
            yield return Matrix("Hessian");
        }

        if (_shape.HasGradient)
        {
            yield return Method("void ValueAndGradient",
                [.. Call.DeclareArguments(), .. Call.DeclareGradients()],
                Invoke("ValueAndGradient", [.. Call.PassArguments(), .. Call.PassGradients("out ")]),
                [.. Call.WriteOutputs(), .. Call.NotePassive(), .. Call.WriteGradients()]);
            yield return Gradient();
        }

        if (checkable.Batch)
        {
            foreach (var text in new BatchDriverText(_method, _shape, Owner(), typeArguments).Methods())
            {
                yield return text;
            }
        }
    }

    private string PrimalMethod(string name, string owner, CallText call, string? instance = null)
        => $$"""
            public override void {{name}}(Exchange e)
                {
                    {{Lines(2, call.DeclareArguments())}}
                    {{(_shape.ReturnsVoid ? "" : "var result = ")}}{{(_shape.HasReceiver ? "a_this" : owner)}}.{{_method.Symbol.Name}}{{(_method.Symbol.IsGenericMethod ? instance ?? _method.TypeArguments : "")}}({{string.Join(", ", call.PassArguments())}});
                    {{Lines(2, [.. call.WriteOutputs(), .. call.NotePassive()])}}
                }
            """;

    private string Sweeps()
        => Method("System.Action Forward",
            [.. Call.DeclareArguments()],
            Invoke("Forward", [.. Call.PassArguments(), "e.Tape"]),
            [.. Call.WriteOutputs(), .. Call.NotePassive(),
             "return () =>",
             "{",
             .. Call.DeclareCotangents(), .. Call.DeclareAddedGradients(),
             .. Measured($"{Target}.{_method.Family}Backward{typeArguments}({string.Join(", ",
                [.. Call.PassArguments(withOut: false), .. Call.PassCotangents(), .. Call.PassGradients("ref "), "e.Tape"])});"),
             .. Call.WriteGradients(),
             "};"]);

    private string Matrix(string suffix)
        => Method($"void {suffix}",
            [.. Call.DeclareArguments()],
            Invoke(suffix, [.. Call.PassArguments(), "e.Matrix"]),
            [.. Call.WriteOutputs(), .. Call.NotePassive()]);

    private string Gradient()
    {
        if (!_shape.HasGradientTuple)
        {
            return Method("void Gradient",
                [.. Call.DeclareArguments(), .. Call.DeclareGradients()],
                $"{Target}.{_method.Family}Gradient{typeArguments}({string.Join(", ", [.. Call.PassArguments(), .. Call.PassGradients("out ")])});",
                [.. Call.NotePassive(), .. Call.WriteGradients()]);
        }

        var inputs = _shape.Inputs.ToArray();
        return Method("void Gradient",
            [.. Call.DeclareArguments()],
            $"var gradient = {Target}.{_method.Family}Gradient{typeArguments}({string.Join(", ", Call.PassArguments())});",
            [.. Call.NotePassive(),
             .. inputs.Select((slot, index) => $"var g_{slot.Name} = gradient{(inputs.Length == 1 ? "" : $".Item{index + 1}")};"),
             .. Call.WriteGradients()]);
    }

    private string Invoke(string suffix, IEnumerable<string> arguments)
        => $"{(_shape.ReturnsVoid ? "" : "var result = ")}{Target}.{_method.Family}{suffix}{typeArguments}({string.Join(", ", arguments)});";

    private static string Method(string signature, IEnumerable<string> before, string call, IEnumerable<string> after)
        => $$"""
            public override {{signature}}(Exchange e)
                {
                    {{Lines(2, [.. before, .. Measured(call), .. after])}}
                }
            """;

    internal static IEnumerable<string> Measured(string call, string exchange = "e")
        => ["long before = System.GC.GetAllocatedBytesForCurrentThread();",
            call,
            $"{exchange}.Allocated += System.GC.GetAllocatedBytesForCurrentThread() - before;",
            .. exchange == "e" ? new[] { "e.VerifyWatched();" } : []];

    internal static string Lines(int depth, IEnumerable<string> lines)
        => string.Join("\n" + new string(' ', 4 * depth), lines);

    private string Owner(string? inNamespace = null)
    {
        var qualified = _method.Symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return inNamespace is null
            ? qualified
            : qualified.Replace(
                $"global::{OwnNamespace}.", $"global::{inNamespace}.", StringComparison.Ordinal);
    }

    private bool IsSingle()
        => _shape.Slots.Any(slot => slot is { IsActive: true, IsSingle: true }) || _shape.ActiveResults.Any(part => part.IsSingle);

    private bool IsHalf()
        => _shape.Slots.Any(slot => slot is { IsActive: true, IsHalf: true }) || _shape.ActiveResults.Any(part => part.IsHalf);

    private static string Literal(bool value) => value ? "true" : "false";

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
