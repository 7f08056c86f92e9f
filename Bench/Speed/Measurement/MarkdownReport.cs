using System.Globalization;

namespace StaticAd.Speed.Measurement;

/// <summary>Prints measurements as the rows of a Markdown table.</summary>
internal sealed class MarkdownReport(TextWriter output)
{
    public void WriteHeader()
    {
        output.WriteLine("| measured ÷ baseline | ratio | 10 % … 90 % | of the fastest | goal | measured | baseline |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
    }

    public void Write(Measurement measurement)
    {
        (double low, double high) = measurement.Spread;
        string goal = measurement.Comparison.Goal is { } limit ? "≤ " + Number(limit) : "";
        output.WriteLine(
            $"| {measurement.Comparison.Name} | {Number(measurement.Ratio)} | {Number(low)} … {Number(high)} | {Number(measurement.BestRatio)} | {goal} "
            + $"| {Time(measurement.Measured)} | {Time(measurement.Baseline)} |");
    }

    private static string Time(double seconds) => seconds switch
    {
        < 1e-6 => Number(seconds * 1e9) + " ns",
        < 1e-3 => Number(seconds * 1e6) + " µs",
        _ => Number(seconds * 1e3) + " ms",
    };

    private static string Number(double value) => value.ToString(value < 9.995 ? "0.00" : value < 99.95 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
