using System.Text.Json;

namespace StaticAd.Tests.GradBench;

/// <summary>One line of a file in <c>Data</c>: a message to the program and the output it must give.</summary>
internal sealed record ReferenceRecord(string Message, JsonElement Expected, double RelativeTolerance)
{
    public static IEnumerable<ReferenceRecord> Of(string eval) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "GradBench", "Data", eval + ".jsonl")).Select(Parse);

    private static ReferenceRecord Parse(string line)
    {
        JsonElement record = JsonDocument.Parse(line).RootElement;
        return new ReferenceRecord(
            record.GetProperty("message").GetRawText(),
            record.GetProperty("expected"),
            record.GetProperty("rtol").GetDouble());
    }
}
