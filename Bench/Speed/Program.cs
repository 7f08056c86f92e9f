using StaticAd.Speed;
using StaticAd.Speed.Comparisons;
using StaticAd.Speed.Measurement;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine("usage: StaticAd.Speed [--filter TEXT] [--rounds N] [--list]");
    return 2;
}

Comparison[] chosen = [.. ComparisonCatalogue.All(options.Filter)];
if (options.ListOnly)
{
    Array.ForEach(chosen, comparison => Console.WriteLine(comparison.Name));
    return 0;
}

var report = new MarkdownReport(Console.Out);
report.WriteHeader();
foreach (Comparison comparison in chosen)
{
    report.Write(InterleavedTimer.Compare(comparison, options.Rounds));
}

return 0;
