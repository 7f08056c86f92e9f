using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>The one element that a step reads or writes.</summary>
internal readonly record struct ElementAccess(Value Buffer, Value Index, bool IsWrite)
{
    /// <summary>Null for a step that does not access one element. An accumulation counts as a write; it reads too.</summary>
    public static ElementAccess? Of(Operation step) => step switch
    {
        Load load => new ElementAccess(load.Buffer, load.Index, IsWrite: false),
        Store store => new ElementAccess(store.Buffer, store.Index, IsWrite: true),
        Accumulate accumulate => new ElementAccess(accumulate.Buffer, accumulate.Index, IsWrite: true),
        _ => null,
    };
}
