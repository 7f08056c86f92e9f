namespace StaticAd.CompilerServices;

/// <summary>Matrices of a batch that are in the lanes of vectors together.</summary>
/// <param name="Number">The number of the group.</param>
/// <param name="Size">How many matrices it has: as many as a vector has lanes, in the last group perhaps fewer.</param>
internal readonly record struct LaneGroup(int Number, int Size);
