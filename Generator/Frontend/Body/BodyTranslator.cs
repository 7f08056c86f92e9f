using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Translates one method's body to IR: scalars become values in static single assignment form, memory stays memory, and
/// what leaves a region early becomes flags, so that all control flow is <see cref="If"/>, <see cref="For"/> and
/// <see cref="While"/>. What is not recognised is reported and gives a value of <see cref="UnknownType"/>, which silences
/// everything that is computed from it.
/// </summary>
internal sealed partial class BodyTranslator
{
    private readonly Translation _translation;
    private readonly IMethodSymbol _method;
    private readonly Signature _signature;
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly ValueSource _values;

    private BlockBuilder _block;
    private Environment _environment = new();
    private Frame _frame;
    private bool _hasUnknown;
    private readonly List<Variable> _declared = [];

    /// <summary>Variables that are one of several for an array or span of structures, with the name of that.</summary>
    private readonly Dictionary<Variable, string> _leafBuffers = [];

    /// <summary>The leaves of the marked method's own receiver.</summary>
    private readonly List<Variable> _receiver = [];

    private readonly SharedMemory _shared;
    private readonly PassiveStores _passive = new();

    private BodyTranslator(Translation translation, IMethodSymbol method, Signature signature)
    {
        _shared = new SharedMemory(translation.Callees.Methods);
        _translation = translation;
        _method = method;
        _signature = signature;
        _values = signature.Values;
        _block = new BlockBuilder(_values);
        Variable returned = NewVariable("returned", IrType.Bool);
        Variable[] results = [.. signature.Return.Components.Select(component => NewVariable(null, component.Type))];
        _frame = new Frame(method, null, _block, returned, results, null);
        DeclareParameters();
    }

    /// <summary>Something that it calls is not valid C#; the compiler reports that.</summary>
    private bool HasCompileErrors { get; set; }

    /// <summary>The body as a block that yields the results, or null with the reasons.</summary>
    public static (Block? Block, PassiveStores? Stores, bool HasCompileErrors) Translate(
        Translation translation,
        IMethodSymbol method,
        Signature signature,
        IOperation body,
        List<DiagnosticInfo> diagnostics)
    {
        var translator = new BodyTranslator(translation, method, signature);
        translator.DeclareLocalFunctions(body);
        translator.Run([.. Flatten(body)]);
        diagnostics.AddRange(translator._diagnostics);
        bool isWhole = diagnostics.Count == 0 && !translator.HasCompileErrors;
        if (isWhole && translator._hasUnknown)
        {
            throw new InvalidOperationException("part of the body was left out and not reported");
        }

        if (!isWhole)
        {
            return (null, null, translator.HasCompileErrors);
        }

        Block whole = translator.Finish();
        translator._passive.Body = whole;
        Block block = Pruning.Run(whole);
        return (translator.SharesMemory(block, diagnostics) ? null : block, translator._passive, translator.HasCompileErrors);
    }

    private void DeclareParameters()
    {
        if (_signature.OfReceiver is { Count: > 0 } receiver)
        {
            DeclareReceiver(receiver, _method.ContainingType);
        }

        foreach (IParameterSymbol symbol in _method.Parameters)
        {
            if (Objects.Is(symbol))
            {
                _frame.Add(symbol, new ObjectPath(CSharpNames.Identifier(symbol.Name), symbol.Type));
            }
            else
            {
                DeclareLeaves(symbol);
            }
        }
    }

    private void DeclareLeaves(IParameterSymbol symbol)
    {
        var variables = new List<Variable>();
        IReadOnlyList<Leaf> leaves = Structs.Leaves(symbol.Type)!;
        foreach (Parameter parameter in _signature.Of(symbol))
        {
            Variable variable = NewVariable(parameter.Of is null ? symbol.Name : parameter.Value?.Name, parameter.Type, leaves[parameter.Leaf].PassiveBy ?? PassiveBy(parameter));
            variables.Add(variable);
            _environment[variable] = parameter.Value;
            if (parameter is { Value: { } value, Type: BufferType { Kind: not BufferKind.Span } })
            {
                NoteOrigin(value, symbol);
            }
        }

        if (Grid.Of(symbol.Type) is { } grid)
        {
            variables.AddRange(DeclareLengths(symbol, grid, _environment[variables[0]]!));
        }

        if (Jagged.Of(symbol.Type) is not null)
        {
            Variable starts = NewVariable(symbol.Name + "Starts", Jagged.Starts);
            _environment[starts] = SymbolValue(Jagged.Starts, _signature.Of(symbol)[0].Starts!, null);
            variables.Add(starts);
        }

        DeclareParameter(symbol, [.. variables]);
    }

    // Only to the marked method does [NoDerivative] say something: derivatives pass through the parameters of those that it calls.
    private string? PassiveBy(Parameter parameter) =>
        parameter is { YieldsScalar: true, IsActive: false, Type.IsDifferentiable: true } && _translation.Callees.IsRoot(_method)
            ? parameter.DeclaredName
            : null;

    private Block Finish()
    {
        IEnumerable<Place> references = _method.Parameters
            .Where(parameter => _signature.Of(parameter)[0].YieldsScalar)
            .SelectMany(parameter => _frame.Places(parameter)!);
        ReturnGathered();
        Value[] yields = [.. Frame.PlacesOf(_frame.Results).Concat(references).Select(Last)];
        return _block.Finish(yields);

        Value Last(Place place) => place is ElementPlace element ? _block.Load(element.Buffer, element.Index)
            : VersionOf(((VariablePlace)place).Variable);
    }

    private Variable NewVariable(string? name, IrType type, string? passiveBy = null)
    {
        var variable = new Variable(_declared.Count, name, type, passiveBy);
        _declared.Add(variable);
        _environment[variable] = null;
        return variable;
    }

    private Variable[] NewVariables(string? name, IReadOnlyList<Leaf> leaves)
    {
        Variable[] variables = [.. leaves.Select(leaf => NewVariable(name is null ? null : name + leaf.Suffix, leaf.Type, leaf.PassiveBy))];
        if (variables.Count(variable => variable.Type is BufferType) > 1)
        {
            foreach (Variable variable in variables.Where(variable => variable.Type is BufferType))
            {
                _leafBuffers.Add(variable, name ?? "");
            }
        }

        return variables;
    }

    private Variable[] Declare(ILocalSymbol local, SyntaxNode at)
    {
        if (_frame.Find(local) is { } known)
        {
            return known;
        }

        Variable[] variables = local.RefKind == RefKind.None && Structs.Leaves(local.Type) is { } leaves
            ? NewVariables(local.Name, leaves)
            : [NewVariable(local.Name, ReportLocal(local, at))];
        _frame.Add(local, variables);
        return variables;
    }

    private UnknownType ReportLocal(ILocalSymbol local, SyntaxNode at)
    {
        Report(Descriptors.UnsupportedType, at, CSharpNames.Short(local.Type));
        return UnknownType.Instance;
    }

    private void Report(DiagnosticDescriptor descriptor, SyntaxNode at, params IEnumerable<string> arguments) =>
        Report(descriptor, SourceSpan.Of(at), arguments);

    private void Report(DiagnosticDescriptor descriptor, SourceSpan at, params IEnumerable<string> arguments)
    {
        Add(new DiagnosticInfo(descriptor.Id, arguments.ToEquatableArray(), at, []));
    }

    /// <summary>A fault in a helper that is translated in place is one at its call.</summary>
    private void Add(DiagnosticInfo diagnostic) => AddOnce(AtCalls(diagnostic, _frame));

    private void AddOnce(DiagnosticInfo diagnostic)
    {
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    private static DiagnosticInfo AtCalls(DiagnosticInfo diagnostic, Frame inside)
    {
        for (Frame frame = inside; frame.CalledAt is { } site; frame = site.Caller)
        {
            diagnostic = FaultInCallee(site.Syntax, site.Callee, [diagnostic]);
        }

        return diagnostic;
    }

    /// <summary>What to say if a store turns out to put an active value where there is a place for none.</summary>
    private Func<string, DiagnosticInfo> StoresActive(SyntaxNode at)
    {
        Frame frame = _frame;
        return passive => AtCalls(new DiagnosticInfo(Descriptors.ActiveInPassive.Id, [passive], SourceSpan.Of(at), []), frame);
    }

    private void ReportUnsupported(SyntaxNode at, string what, string advice) =>
        Report(Descriptors.UnsupportedConstruct, at, what, advice);

    private void ReportUnsupported(SyntaxToken at, string what, string advice) =>
        Report(Descriptors.UnsupportedConstruct, SourceSpan.Of(at), what, advice);

    private Value Unsupported(IOperation operation)
    {
        if (!UsesReported(operation))
        {
            (SourceSpan at, string what, string advice) = Construct.Describe(operation);
            Report(Descriptors.UnsupportedConstruct, at, what, advice);
        }

        return Unknown();
    }

    /// <summary>Whether the operation works on a variable whose type or value has been reported: one fault, one diagnostic.</summary>
    private bool UsesReported(IOperation operation) => operation.DescendantsAndSelf()
        .Select(part => part switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => (ISymbol?)null,
        })
        .Any(symbol => symbol is not null && (_silenced.Contains(symbol) || (_frame.Find(symbol)?.Any(IsReported) is true)));

    private bool IsReported(Variable variable) => variable.Type is UnknownType || _environment[variable] is { Type: UnknownType };

    private Value Unknown()
    {
        _hasUnknown = true;
        return _values.New(UnknownType.Instance);
    }

    /// <summary>The variable's version, or a zero where the path leaves it unassigned and nobody reads it.</summary>
    private Value OrDefault(Variable variable, Environment environment, BlockBuilder block) =>
        environment[variable.Index] ?? Zero(variable.Type, variable.Name, block);

    private Value VersionOf(Variable variable) => OrDefault(variable, _environment, _block);

    private Value Zero(IrType type, string? name = null) => Zero(type, name, _block);

    private Value Zero(IrType type, string? name, BlockBuilder block)
    {
        Value zero = _values.New(type, name);
        block.Append(type is OpaqueType opaque ? new Symbol(zero, $"default({opaque.CSharpName})") : new Constant(zero, 0, null));
        return zero;
    }
}
