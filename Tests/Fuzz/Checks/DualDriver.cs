using StaticAd.Tests.Fuzz.Duals;

namespace StaticAd.Tests.Fuzz.Checks;

/// <summary>A program that computes with dual numbers, as a map from its active inputs to its active outputs.</summary>
public abstract class DualDriver
{
    public abstract void Run(DualReader point, DualWriter results);
}

/// <summary>The inputs as dual numbers: the derivatives are those along two of them.</summary>
public sealed class DualReader(double[] point, int first, int second)
{
    private int _position;

    public Dual Scalar()
    {
        double along = _position == first ? 1 : 0;
        double across = _position == second ? 1 : 0;
        return new Dual { V = point[_position++], A = along, SumA = along, B = across, SumB = across };
    }

    public DualF Single() => (DualF)Scalar();

    public DualH Half() => (DualH)Scalar();

    public DualComplex Complex() => new(Scalar(), Scalar());

    public DualComplex[] Complexes(int length) => [.. Enumerable.Range(0, length).Select(_ => Complex())];

    public Dual[] Scalars(int length) => [.. Enumerable.Range(0, length).Select(_ => Scalar())];

    public DualF[] Singles(int length) => [.. Enumerable.Range(0, length).Select(_ => Single())];

    public DualH[] Halfs(int length) => [.. Enumerable.Range(0, length).Select(_ => Half())];
}

/// <summary>The outputs, one after the other.</summary>
public sealed class DualWriter
{
    public List<Dual> Results { get; } = [];

    public void Write(Dual result) => Results.Add(result);

    public void Write(DualComplex result)
    {
        Write(result.Real);
        Write(result.Imaginary);
    }

    public void Write(Dual[] results) => Results.AddRange(results);

    public void Write(DualF[] results) => Results.AddRange(results.Select(result => result.Wide));

    public void Write(DualH[] results) => Results.AddRange(results.Select(result => result.Wide));
}
