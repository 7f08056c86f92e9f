using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// How far the translation of one body is: the block under construction, what each variable holds at its end, and the function whose
/// symbols are looked up.
/// </summary>
internal sealed class BodyState
{
    private readonly List<Variable> _declared = [];

    public BodyState(Translation translation, IMethodSymbol method, Signature signature)
    {
        Translation = translation;
        Method = method;
        Signature = signature;
        Block = new BlockBuilder(Values);
        Variable returned = NewVariable("returned", IrType.Bool);
        Variable[] results = [.. signature.Return.Components.Select(component => NewVariable(null, component.Type))];
        Frame = new Frame(method, null, Block, returned, results, null);
    }

    public Translation Translation { get; }

    /// <summary>The method whose body it is.</summary>
    public IMethodSymbol Method { get; }

    public Signature Signature { get; }

    public ValueSource Values => Signature.Values;

    public PassiveStores PassiveStores { get; } = new();

    /// <summary>What is differentiated, but perhaps not as meant.</summary>
    public List<Remark> Remarks { get; } = [];

    public BlockBuilder Block { get; private set; }

    public Environment Environment { get; private set; } = new();

    public Frame Frame { get; private set; }

    public IReadOnlyList<Variable> Declared => _declared;

    /// <summary>A part of the body is left out, which must have been reported.</summary>
    public bool HasUnknown { get; private set; }

    /// <summary>Something that it calls is not valid C#; the compiler reports that.</summary>
    public bool HasCompileErrors { get; set; }

    /// <summary>Translates something into another block, at whose end the variables hold something else.</summary>
    public T At<T>(BlockBuilder inner, Environment known, Func<T> translate)
    {
        (BlockBuilder block, Environment environment) = (Block, Environment);
        (Block, Environment) = (inner, known);
        T result = translate();
        (Block, Environment) = (block, environment);
        return result;
    }

    /// <summary>Translates something whose symbols are those of another function.</summary>
    public void Inside(Frame frame, Action translate)
    {
        Frame caller = Frame;
        Frame = frame;
        translate();
        Frame = caller;
    }

    public Variable NewVariable(string? name, IrType type, string? passiveBy = null)
    {
        var variable = new Variable(_declared.Count, name, type, passiveBy);
        _declared.Add(variable);
        Environment[variable] = null;
        return variable;
    }

    /// <summary>The variable's version here, or a zero where the path leaves it unassigned and nobody reads it.</summary>
    public Value VersionOf(Variable variable) => OrDefault(variable, Environment, Block);

    /// <summary>The same at the end of another block.</summary>
    public Value OrDefault(Variable variable, Environment environment, BlockBuilder block) =>
        environment[variable.Index] ?? Zero(variable.Type, variable.Name, block);

    public Value Zero(IrType type, string? name = null) => Zero(type, name, Block);

    public Value Zero(IrType type, string? name, BlockBuilder block)
    {
        Value zero = Values.New(type, name);
        block.Append(type is OpaqueType opaque ? new Symbol(zero, $"default({opaque.CSharpName})") : new Constant(zero, 0, null));
        return zero;
    }

    /// <summary>A part of the body is not translated; it has been reported why.</summary>
    public void LeaveOut() => HasUnknown = true;

    /// <summary>The value of what has been reported: it silences everything that is computed from it.</summary>
    public Value Unknown()
    {
        LeaveOut();
        return Values.New(UnknownType.Instance);
    }
}
