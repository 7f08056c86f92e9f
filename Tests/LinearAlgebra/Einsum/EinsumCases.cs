using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Equations and sizes of their indices: every form that a contraction can take, where lanes serve, where blocks do, where loops do.</summary>
internal static class EinsumCases
{
    public static readonly (string Equation, int[] Sizes)[] All =
    [
        ("->", []),
        ("i->i", [7]),
        ("i->", [9]),
        ("->ij", [3, 4]),
        ("ij->ji", [5, 7]),
        ("ij->j", [6, 17]),
        (" ij -> i ", [6, 17]),
        ("ii->", [5]),
        ("ii->i", [5]),
        ("i->ii", [5]),
        ("bii->b", [3, 4]),
        ("iji->j", [3, 4]),
        ("abc->cab", [2, 3, 4]),
        ("i->ki", [3, 4]),
        ("ij->j", [0, 3]),
        ("ij->j", [3, 0]),
        (",->", []),
        (",i->i", [5]),
        ("i,i->", [33]),
        ("i,i->i", [33]),
        ("i,j->ij", [5, 9]),
        ("i,j->", [5, 9]),
        ("ij,j->i", [5, 9]),
        ("ij,i->j", [40, 30]),
        ("ij,jk->ik", [3, 4, 5]),
        ("ij,jk->ik", [1, 1, 1]),
        ("ij,jk->ik", [2, 0, 3]),
        ("ij,jk->ki", [17, 20, 19]),
        ("ji,jk->ik", [17, 20, 19]),
        ("ij,kj->ik", [33, 40, 35]),
        ("ji,kj->ki", [33, 40, 35]),
        ("bij,bjk->bik", [9, 3, 3, 3]),
        ("bij,bjk->bik", [64, 3, 4, 2]),
        ("bij,jk->bik", [9, 3, 3, 3]),
        ("ij,bjk->bik", [3, 3, 9, 3]),
        ("bij,bjk->bki", [9, 3, 3, 4]),
        ("bji,bkj->bik", [8, 3, 3, 4]),
        ("bij,bjk->ik", [9, 3, 3, 3]),
        ("bij,bjk->ik", [3, 12, 12, 12]),
        ("bij,bij->b", [5, 3, 4]),
        ("bij,bj->bi", [9, 3, 3]),
        ("ibj,bjk->bik", [12, 3, 12, 12]),
        ("ibj,kbj->kbi", [4, 3, 5, 4]),
        ("abij,abjk->abik", [2, 5, 3, 3, 3]),
        ("abij,bjk->abik", [2, 5, 3, 3, 3]),
        ("aibj,ajbk->aibk", [2, 3, 4, 3, 2]),
        ("abij,cijd->cabd", [2, 3, 4, 5, 6, 3]),
        ("ij,kl->ikjl", [2, 3, 4, 2]),
        ("ij,jk->k", [5, 6, 7]),
        ("ij,jk->ikl", [5, 6, 7, 2]),
        ("ii,ij->ij", [6, 5]),
        ("ii,jj->ij", [6, 5]),
        ("ij,jj->i", [6, 5]),
        ("bi,ij,bj->b", [5, 3, 4]),
        ("bi,ij,bj->bji", [5, 3, 4]),
        ("ij,jk,kl->il", [12, 13, 14, 15]),
        ("ij,jk,kl->il", [30, 2, 30, 2]),
        ("ia,jb,kc->abc", [3, 2, 4, 3, 5, 2]),
        ("ij,ij,ij->", [4, 5]),
        (",,->", []),
        ("i,ij,j->", [3, 0]),
    ];

    public static TheoryData<int> Numbers() => [.. Enumerable.Range(0, All.Length)];

    public static double[][] Operands(string equation, int[] sizes, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, NaiveEinsum.Terms(equation).Length - 1).Select(k => Naive.Random(random, NaiveEinsum.Length(equation, k, sizes)))];
    }

    public static void Run(string equation, int[] sizes, double[][] operands, double[] result)
    {
        switch (operands)
        {
            case [var a]:
                LinearAlgebra.Einsum(equation, a, result, sizes);
                break;
            case [var a, var b]:
                LinearAlgebra.Einsum(equation, a, b, result, sizes);
                break;
            case [var a, var b, var c]:
                LinearAlgebra.Einsum(equation, a, b, c, result, sizes);
                break;
        }
    }
}
