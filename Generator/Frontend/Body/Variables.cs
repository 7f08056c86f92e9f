using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What locals and parameters are here: variables, or places where they have memory of their own.</summary>
internal sealed class Variables(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>Variables that are one of several for an array or span of structures, with the name of that.</summary>
    private readonly Dictionary<Variable, string> _leafBuffers = [];

    /// <summary>Where each buffer variable was last assigned again, for messages.</summary>
    private readonly Dictionary<Variable, SyntaxNode> _rebound = [];

    public Variable[] Declare(ILocalSymbol local, SyntaxNode at)
    {
        if (state.Frame.Find(local) is { } known)
        {
            return known;
        }

        Variable[] variables = local.RefKind == RefKind.None && Structs.Leaves(local.Type) is { } leaves
            ? New(local.Name, leaves)
            : [state.NewVariable(local.Name, ReportLocal(local, at))];
        state.Frame.Add(local, variables);
        return variables;
    }

    private UnknownType ReportLocal(ILocalSymbol local, SyntaxNode at)
    {
        faults.ReportType(at, local.Type);
        return UnknownType.Instance;
    }

    private Variable[] New(string? name, IReadOnlyList<Leaf> leaves)
    {
        Variable[] variables = [.. leaves.Select(leaf => state.NewVariable(name is null ? null : name + leaf.Suffix, leaf.Type, leaf.PassiveBy))];
        if (variables.Count(variable => variable.Type is BufferType) > 1)
        {
            foreach (Variable variable in variables.Where(variable => variable.Type is BufferType))
            {
                _leafBuffers.Add(variable, name ?? "");
            }
        }

        return variables;
    }

    public Place[] DeclarePlaces(ILocalSymbol local, SyntaxNode at)
    {
        if (!InlineArray.IsIn(local.Type) || local.RefKind != RefKind.None || Structs.Leaves(local.Type) is null)
        {
            return Frame.PlacesOf(Declare(local, at));
        }

        return state.Frame.Places(local) ?? Bind(local, local.Name, local.Type, state.Frame);
    }

    public Place[] Bind(ISymbol symbol, string? name, ITypeSymbol type, Frame frame)
    {
        if (InlineArray.IsIn(type))
        {
            Place[] places = NewPlaces(name, type);
            frame.Add(symbol, places);
            return places;
        }

        Variable[] variables = New(name, Structs.Leaves(type)!);
        frame.Add(symbol, variables);
        return Frame.PlacesOf(variables);
    }

    /// <summary>The places of a new variable.</summary>
    public Place[] NewPlaces(string? name, ITypeSymbol type)
    {
        IReadOnlyList<Leaf> leaves = Structs.Leaves(type)!;
        return InlineArray.IsIn(type) ? [.. PlacesOf(name, type, leaves)] : Frame.PlacesOf(New(name, leaves));
    }

    private IEnumerable<Place> PlacesOf(string? name, ITypeSymbol type, IReadOnlyList<Leaf> leaves)
    {
        if (InlineArray.Of(type) is { } array)
        {
            return rooms.InlineArrays.NewElements(name, array, leaves);
        }

        return Structs.Fields(type) is not { } fields || Structs.Buffer(type) is not null
            ? New(name, [leaves[0] with { Suffix = "" }]).Select(variable => new VariablePlace(variable))
            : fields.SelectMany(field => PlacesOf(
                name is null ? null : name + Passes.Naming.Pascal(field.Member.Name),
                field.Type,
                [.. leaves.Skip(field.Start).Take(field.Leaves.Count)]));
    }

    /// <summary>Gives the locals that an expression declares a place before it, so that they outlive a region inside it.</summary>
    public void Predeclare(IOperation expression)
    {
        foreach ((ILocalSymbol local, SyntaxNode at) in LoopScan.Declared(expression))
        {
            DeclarePlaces(local, at);
        }
    }

    public Value Read(ILocalReferenceOperation reference)
    {
        if (state.Frame.Reference(reference.Local) is { } referred)
        {
            return rooms.Contents.Read(rooms.ChosenReferences.Settled(referred), reference.Syntax);
        }

        bool isKnown = reference.IsDeclaration || state.Frame.Find(reference.Local) is not null;
        return isKnown ? Current(Declare(reference.Local, reference.Syntax)[0], reference.Syntax) : faults.Unsupported(reference);
    }

    public Value Read(IParameterReferenceOperation reference)
    {
        if (state.Frame.Reference(reference.Parameter) is { } referred)
        {
            return rooms.Contents.Read(rooms.ChosenReferences.Settled(referred), reference.Syntax);
        }

        return state.Frame.Find(reference.Parameter) is { } variables ? Current(variables[0], reference.Syntax) : faults.Unsupported(reference);
    }

    /// <summary>What the variable holds here; an error where that is one of several memories.</summary>
    public Value Current(Variable variable, SyntaxNode at)
    {
        if (rooms.BufferParts.PartOf(variable) is { } part)
        {
            return rooms.BufferParts.Current(variable, part);
        }

        if (variable.Type is UnknownType || state.Environment[variable] is not { } value)
        {
            return variable.Type is UnknownType or BufferType ? state.Unknown() : state.VersionOf(variable);
        }

        if (value.Type is not DivergedType)
        {
            return value;
        }

        faults.Report(Descriptors.BufferReassigned, ReboundAt(variable) ?? at, WholeOf(variable) ?? variable.Name!);
        return state.Unknown();
    }

    /// <summary>Notes where a buffer variable is assigned: of what is not written in this project, where it is called.</summary>
    public void NoteRebound(Variable variable, SyntaxNode at)
    {
        for (Frame frame = state.Frame; !state.Translation.Compilation.ContainsSyntaxTree(at.SyntaxTree) && frame.CalledAt is { } site; frame = site.Caller)
        {
            at = site.Syntax;
        }

        _rebound[variable] = at;
    }

    public SyntaxNode? ReboundAt(Variable variable) => _rebound.TryGetValue(variable, out SyntaxNode at) ? at : null;

    /// <summary>The name of the array or span of structures of which a buffer variable is one leaf; null for any other variable.</summary>
    public string? WholeOf(Variable variable) => _leafBuffers.TryGetValue(variable, out string whole) ? whole : null;
}
