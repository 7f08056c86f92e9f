using System.Collections.Immutable;
using StaticAd.Generator.Ir;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>Functions of integers that arrays of several dimensions, and lists, need; users do not call them.</summary>
internal static class GridFunctions
{
    /// <summary>An index, if it is one of a dimension of the given length; else it throws.</summary>
    public const string Index = "GridIndex";

    /// <summary>The same of a list, which throws another exception.</summary>
    public const string ListIndex = "ListIndex";

    /// <summary>The number of elements of so many rows and columns; throws where there is no such array.</summary>
    public const string Count = "GridCount";

    /// <summary>A dimension that two matrices have in common; throws where they differ.</summary>
    public const string Common = "GridCommon";

    /// <summary>How many elements an array of several dimensions has, and that it takes over from; throws where they differ.</summary>
    public const string Renewed = "GridRenewed";

    /// <summary>How many matrices come of two batches; throws where they do not fit together.</summary>
    public const string Batch = "GridBatch";

    /// <summary>How many matrices so many elements are; throws where that is no whole number.</summary>
    public const string Matrices = "GridMatrices";

    public static readonly ImmutableArray<ElementaryFunction> Table =
    [
        Function(FunctionHome.Grid, "Index", Cost.Cheap, null, null) with { Id = Index, LaneMethod = null },
        Function(FunctionHome.Grid, ListIndex, Cost.Cheap, null, null) with { LaneMethod = null },
        Function(FunctionHome.Grid, "Count", Cost.Cheap, null, null) with { Id = Count, LaneMethod = null },
        Function(FunctionHome.Grid, "Common", Cost.Cheap, null, null) with { Id = Common, LaneMethod = null },
        Function(FunctionHome.Grid, "Renewed", Cost.Cheap, null, null) with { Id = Renewed, LaneMethod = null },
        Function(FunctionHome.Grid, "Batch", Cost.Cheap, null, null) with { Id = Batch, LaneMethod = null },
        Function(FunctionHome.Grid, "Matrices", Cost.Cheap, null, null) with { Id = Matrices, LaneMethod = null },
    ];

    /// <summary>Whether a computation may throw, so that it runs only where the program has it.</summary>
    public static bool MayThrow(Compute compute) => IsIndex(compute) || compute.Function is Count or Common or Renewed or Batch or Matrices;

    /// <summary>Whether it is an index that has been checked: the first argument, less than the second.</summary>
    public static bool IsIndex(Compute compute) => compute.Function is Index or ListIndex;
}
