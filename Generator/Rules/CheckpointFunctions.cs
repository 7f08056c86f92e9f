using System.Collections.Immutable;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>Functions of integers that passes put into generated code; users do not call them.</summary>
internal static class CheckpointFunctions
{
    public const string Budget = "CheckpointBudget";
    public const string Advance = "CheckpointAdvance";

    public static readonly ImmutableArray<ElementaryFunction> Table =
    [
        Function(FunctionHome.Checkpoints, "Budget", Cost.Cheap, [null]) with { Id = Budget, LaneMethod = null },
        Function(FunctionHome.Checkpoints, "Advance", Cost.Expensive, null, null) with { Id = Advance, LaneMethod = null },
    ];
}
