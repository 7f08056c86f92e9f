namespace StaticAd.Generator.Frontend;

/// <summary>
/// All rooms of one translation, by which they reach each other: an expression may stand in any other expression, and statements call
/// on all of them. A room keeps its own memory to itself; what several need is in the <see cref="BodyState"/>.
/// </summary>
internal sealed class Rooms(BodyState state, Faults faults)
{
    // The ground floor: these know values, blocks and symbols, but evaluate nothing.
    public Arithmetic Arithmetic => field ??= new(state);
    public Constants Constants => field ??= new(state);
    public Conversions Conversions => field ??= new(state, Arithmetic);
    public Branches Branches => field ??= new(state);
    public Observations Observations => field ??= new(state, Branches);
    public Origins Origins => field ??= new(faults);
    public Views Views => field ??= new(state, Branches, Origins);
    public BufferParts BufferParts => field ??= new(state, Branches, Functions, Views);
    public Functions Functions => field ??= new(state, faults);
    public MethodFacts MethodFacts => field ??= new(state);
    public ObjectPaths ObjectPaths => field ??= new(state);

    // What every body has.
    public Parameters Parameters => field ??= new(state, this);
    public Receiver Receiver => field ??= new(state, faults, this);
    public Statements Statements => field ??= new(state, faults, this);
    public Expressions Expressions => field ??= new(state, faults, this);
    public Operators Operators => field ??= new(state, faults, this);
    public Assignments Assignments => field ??= new(state, faults, this);
    public Variables Variables => field ??= new(state, faults, this);
    public Places Places => field ??= new(state, faults, this);
    public Contents Contents => field ??= new(state, faults, this);

    public Immutables Immutables => field ??= new(state, faults, this);
    public ImmutableText ImmutableText => field ??= new(state, faults, this);

    // Control
    public Loops Loops => field ??= new(state, faults, this);
    public ForEachLoops ForEachLoops => field ??= new(state, faults, this);
    public Checkpoints Checkpoints => field ??= new(state, faults, this);
    public Counters Counters => field ??= new(state, this);
    public Carrying Carrying => field ??= new(state, this);
    public Switches Switches => field ??= new(state, faults, this);
    public SwitchJumps SwitchJumps => field ??= new(state, faults, this);
    public Patterns Patterns => field ??= new(state, faults, this);
    public Throws Throws => field ??= new(state, faults, this);
    public ExceptionText ExceptionText => field ??= new(state, faults, this);

    // Memory
    public Buffers Buffers => field ??= new(state, faults, this);
    public Allocations Allocations => field ??= new(state, faults, this);
    public ArrayCalls ArrayCalls => field ??= new(state, faults, this);
    public BufferCalls BufferCalls => field ??= new(state, faults, this);
    public StructBuffers StructBuffers => field ??= new(state, faults, this);
    public GridArrays GridArrays => field ??= new(state, faults, this);
    public JaggedArrays JaggedArrays => field ??= new(state, faults, this);
    public MadeRows MadeRows => field ??= new(state, faults, this);
    public HeldRows HeldRows => field ??= new(state, this);
    public InlineArrays InlineArrays => field ??= new(state, faults, this);
    public Rebinding Rebinding => field ??= new(state, faults, this);
    public Renewal Renewal => field ??= new(state, faults, this);
    public References References => field ??= new(state, faults, this);
    public ChosenReferences ChosenReferences => field ??= new(state, faults, this);

    // Structures
    public StructValues StructValues => field ??= new(state, faults, this);
    public Constructors Constructors => field ??= new(state, faults, this);
    public MemberCalls MemberCalls => field ??= new(state, faults, this);
    public Properties Properties => field ??= new(faults, this);
    public Deconstruction Deconstruction => field ??= new(state, faults, this);
    public Nullables Nullables => field ??= new(state, faults, this);
    public LiftedOperators LiftedOperators => field ??= new(state, faults, this);
    public Fields Fields => field ??= new(state, faults, this);

    // Calls
    public Calls Calls => field ??= new(state, faults, this);
    public Arguments Arguments => field ??= new(state, faults, this);
    public InPlaceCalls InPlaceCalls => field ??= new(state, faults, this);
    public MethodCalls MethodCalls => field ??= new(state, faults, this);
    public LeafCalls LeafCalls => field ??= new(state, faults, this);
    public EinsumCalls EinsumCalls => field ??= new(state, faults, this);
    public ElementaryCalls ElementaryCalls => field ??= new(faults, this);
    public GenericNumbers GenericNumbers => field ??= new(faults, this);
    public Queries Queries => field ??= new(state, this);
    public QueryEffects QueryEffects => field ??= new(state, Functions);
    public Sequences Sequences => field ??= new(state, faults, this);
    public TensorCalls TensorCalls => field ??= new(state, faults, this);
}
