namespace StaticAd.Tests.Fuzz.Duals;

/// <summary>Sums and the like of queries, in the order of the library.</summary>
public static class DualQueries
{
    public static Dual Sum(this IEnumerable<Dual> source) => source.Aggregate((Dual)0.0, static (sum, each) => sum + each);

    public static Dual Sum<T>(this IEnumerable<T> source, Func<T, Dual> selector) => Sum(source.Select(selector));

    // Without a buffer of numbers the library starts from the first of them: -0 stays what it is.
    public static Dual Average(this IEnumerable<Dual> source)
        => (source is Dual[] all ? Sum(all) : source.Aggregate(static (sum, each) => sum + each)) / source.Count();

    public static Dual Average<T>(this IEnumerable<T> source, Func<T, Dual> selector) => Average(source.Select(selector));

    public static Dual Max(this IEnumerable<Dual> source) => source.Aggregate(static (best, each) => each > best ? each : best);

    public static Dual Max<T>(this IEnumerable<T> source, Func<T, Dual> selector) => Max(source.Select(selector));

    public static Dual Min(this IEnumerable<Dual> source) => source.Aggregate(static (best, each) => each < best ? each : best);

    public static Dual Min<T>(this IEnumerable<T> source, Func<T, Dual> selector) => Min(source.Select(selector));

    // The library adds up in double precision.
    public static DualF Sum(this IEnumerable<DualF> source) => (DualF)Sum(source.Select(static each => each.Wide));

    public static DualF Sum<T>(this IEnumerable<T> source, Func<T, DualF> selector) => Sum(source.Select(selector));

    public static DualF Average(this IEnumerable<DualF> source)
        => (DualF)(source is DualF[] all ? Average(Array.ConvertAll(all, static each => each.Wide)) : Average(source.Select(static each => each.Wide)));

    public static DualF Average<T>(this IEnumerable<T> source, Func<T, DualF> selector) => Average(source.Select(selector));

    public static DualF Max(this IEnumerable<DualF> source) => source.Aggregate(static (best, each) => each > best ? each : best);

    public static DualF Max<T>(this IEnumerable<T> source, Func<T, DualF> selector) => Max(source.Select(selector));

    public static DualF Min(this IEnumerable<DualF> source) => source.Aggregate(static (best, each) => each < best ? each : best);

    public static DualF Min<T>(this IEnumerable<T> source, Func<T, DualF> selector) => Min(source.Select(selector));
}
