using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// One translation of one function's body: what its symbols stand for. A lambda or local function that is translated in place
/// has a frame inside the one where it was made, so that it reads and writes the same variables; a helper that is translated in
/// place has one of its own.
/// </summary>
/// <param name="block">The block in which the body starts.</param>
internal sealed class Frame(
    IMethodSymbol method, Frame? enclosing, BlockBuilder block, Variable returned, IReadOnlyList<Variable> results, CallSite? calledAt)
{
    private readonly Dictionary<ISymbol, Variable[]> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Place[]> _places = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Place> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Function> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILabelSymbol, Variable> _exitFlags = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILabelSymbol, Jump> _jumps = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, ObjectPath> _paths = new(SymbolEqualityComparer.Default);

    public IMethodSymbol Method { get; } = method;

    /// <summary>The object whose method this is, if it is translated in place.</summary>
    public ObjectPath? OwnReceiver { get; init; }

    /// <summary>The object that <c>this</c> is here; null if it is that of the marked method.</summary>
    public ObjectPath? Receiver => Scopes().Select(frame => frame.OwnReceiver).FirstOrDefault(path => path is not null);

    public BlockBuilder Block { get; } = block;

    public Frame? Enclosing { get; } = enclosing;

    /// <summary>Set where the function has returned.</summary>
    public Variable Returned { get; } = returned;

    public Variable[] Results { get; } = [.. results];

    /// <summary>What a function that returns by reference has returned.</summary>
    public Place? ReturnedPlace { get; set; }

    /// <summary>Where the function to which this code belongs was called; null in the method that is translated itself.</summary>
    public CallSite? CalledAt => Enclosing is null ? calledAt : Enclosing.CalledAt;

    /// <summary>Under a structure's type, its <c>this</c>.</summary>
    public void Add(ISymbol symbol, Variable[] variables) => _variables.Add(Key(symbol), variables);

    /// <summary>Another name for the leaves of a structure, wherever they are.</summary>
    public void Add(ISymbol symbol, Place[] places) => _places[Key(symbol)] = places;

    public void Add(ISymbol symbol, Place place) => _references[symbol] = place;

    public void Add(ISymbol symbol, Function function) => _functions[symbol] = function;

    /// <summary>The object that a parameter or local stands for.</summary>
    public void Add(ISymbol symbol, ObjectPath path) => _paths[symbol] = path;

    /// <summary>The variables of a local or parameter, also of one that is another name for a variable; null if there are none, only memory.</summary>
    public Variable[]? Find(ISymbol symbol) => Scopes()
        .Select(frame => frame._variables.TryGetValue(Key(symbol), out Variable[] variables) ? variables
            : frame._references.TryGetValue(symbol, out Place place) && place is VariablePlace { Variable: var variable } ? [variable]
            : place is ChosenPlace chosen ? [.. chosen.Variables]
            : frame._places.TryGetValue(Key(symbol), out Place[] places) && places.OfType<VariablePlace>().Select(leaf => leaf.Variable).ToArray() is { Length: > 0 } held
                ? held
            : null)
        .FirstOrDefault(found => found is not null);

    /// <summary>Where the leaves of a structure are that a local, a parameter or a receiver (by its type) stands for.</summary>
    public Place[]? Places(ISymbol symbol) => Scopes()
        .Select(frame => frame._places.TryGetValue(Key(symbol), out Place[] places) ? places
            : frame._variables.TryGetValue(Key(symbol), out Variable[] variables) ? PlacesOf(variables)
            : null)
        .FirstOrDefault(found => found is not null);

    public static Place[] PlacesOf(IEnumerable<Variable> variables) => [.. variables.Select(variable => new VariablePlace(variable))];

    /// <summary>What a <c>ref</c> local or parameter refers to.</summary>
    public Place? Reference(ISymbol symbol) => Scopes()
        .Select(frame => frame._references.TryGetValue(symbol, out Place place) ? place : null)
        .FirstOrDefault(found => found is not null);

    /// <summary>What a variable of a delegate type is.</summary>
    public Function? Function(ISymbol symbol) => Scopes()
        .Select(frame => frame._functions.TryGetValue(symbol, out Function function) ? function : null)
        .FirstOrDefault(found => found is not null);

    /// <summary>The object that a parameter or local stands for; null for what is none.</summary>
    public ObjectPath? Path(ISymbol symbol) => Scopes()
        .Select(frame => frame._paths.TryGetValue(symbol, out ObjectPath path) ? path : null)
        .FirstOrDefault(found => found is not null);

    /// <summary>The frame in which a local function is declared, if it is being translated.</summary>
    public Frame? Declaring(IMethodSymbol localFunction) =>
        Scopes().FirstOrDefault(frame => SymbolEqualityComparer.Default.Equals(frame.Method, localFunction.ContainingSymbol));

    /// <summary>The buffers of elements that have other names here.</summary>
    public IEnumerable<Value> ReferredBuffers() => Scopes()
        .SelectMany(frame => frame._references.Values.Concat(frame._places.Values.SelectMany(places => places)))
        .SelectMany(place => place switch
        {
            ElementPlace element => [element.Buffer],
            ChosenPlace chosen => chosen.Options.Select(option => option.Memory ?? (option.Place as ElementPlace)?.Buffer).OfType<Value>(),
            _ => [],
        });

    /// <summary>The variables of all symbols.</summary>
    public IEnumerable<Variable> Variables => Scopes()
        .SelectMany(frame => frame._variables.Values.SelectMany(variables => variables)
            .Concat(frame._places.Values.SelectMany(places => places).OfType<VariablePlace>().Select(place => place.Variable)))
        .Distinct();

    public void SetExit(ILabelSymbol label, Variable flag) => _exitFlags[label] = flag;

    public void SetJump(ILabelSymbol label, Jump jump) => _jumps[label] = jump;

    /// <summary>What a jump to a case does.</summary>
    public Jump? JumpTo(ILabelSymbol label) => _jumps.TryGetValue(label, out Jump jump) ? jump : null;

    /// <summary>The flag that <c>break</c> or <c>continue</c> to the label sets.</summary>
    public Variable? Exit(ILabelSymbol label) => _exitFlags.TryGetValue(label, out Variable flag) ? flag : null;

    // Inside a generic type, it is not constructed.
    private static ISymbol Key(ISymbol symbol) => symbol is ITypeSymbol ? symbol.OriginalDefinition : symbol;

    private IEnumerable<Frame> Scopes()
    {
        for (Frame? frame = this; frame is not null; frame = frame.Enclosing)
        {
            yield return frame;
        }
    }
}

/// <summary>A jump to a section of a <c>switch</c>: it sets a number and leaves the section where it stands.</summary>
internal sealed record Jump(Variable Section, int Number, Variable Left);

/// <summary>A call whose callee is translated in place.</summary>
internal sealed record CallSite(Frame Caller, IMethodSymbol Callee, SyntaxNode Syntax);
