using System.Buffers;
using System.Text;
using System.Text.Json;

namespace StaticAd.GradBench.Protocol;

/// <summary>Answers GradBench's messages, one JSON object in and one out.</summary>
internal sealed class Dispatcher(IEnumerable<Eval> evals)
{
    private static readonly JsonElement NoId = JsonDocument.Parse("null").RootElement;

    private readonly Dictionary<string, Eval> _evals = evals.ToDictionary(eval => eval.Name);

    /// <summary>The answer to one message, without a line break. Never throws: what goes wrong is told in the answer.</summary>
    public string Answer(string message)
    {
        JsonElement id = NoId;
        try
        {
            using JsonDocument document = JsonDocument.Parse(message);
            JsonElement request = document.RootElement;
            if (request.ValueKind != JsonValueKind.Object)
            {
                throw new InputException("A message must be a JSON object.");
            }

            id = request.TryGetProperty("id", out JsonElement given) ? given.Clone() : NoId;
            return Text(request, "kind") switch
            {
                "start" => Write(id, static writer => writer.WriteString("tool", "staticad")),
                "define" => Define(id, Text(request, "module")),
                "evaluate" => Evaluate(id, request),
                _ => Write(id, static _ => { }),
            };
        }
        catch (Exception exception)
        {
            return Failure(id, exception.Message);
        }
    }

    private string Define(JsonElement id, string module) => Write(id, writer => writer.WriteBoolean("success", _evals.ContainsKey(module)));

    private string Evaluate(JsonElement id, JsonElement request)
    {
        Prepare prepare = Find(Text(request, "module"), Text(request, "function"));
        if (!request.TryGetProperty("input", out JsonElement input))
        {
            throw new InputException("The message lacks 'input'.");
        }

        PreparedCall call = prepare(input);
        List<long> times = RunPolicy.Of(input).Time(call.Run);
        return Write(id, writer =>
        {
            writer.WriteBoolean("success", true);
            writer.WritePropertyName("output");
            call.WriteOutput(writer);
            WriteTimings(writer, times);
        });
    }

    private Prepare Find(string module, string function)
    {
        if (!_evals.TryGetValue(module, out Eval? eval))
        {
            throw new InputException($"There is no module '{module}'.");
        }

        return eval.Functions.TryGetValue(function, out Prepare? prepare)
            ? prepare
            : throw new InputException($"Module '{module}' has no function '{function}'; it has {string.Join(", ", eval.Functions.Keys)}.");
    }

    private static string Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out JsonElement field) && field.ValueKind == JsonValueKind.String
            ? field.GetString()!
            : throw new InputException($"The message lacks the text '{name}'.");

    private static void WriteTimings(Utf8JsonWriter writer, List<long> nanoseconds)
    {
        writer.WriteStartArray("timings");
        foreach (long time in nanoseconds)
        {
            writer.WriteStartObject();
            writer.WriteString("name", "evaluate");
            writer.WriteNumber("nanoseconds", time);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Failure(JsonElement id, string error) => Write(id, writer =>
    {
        writer.WriteBoolean("success", false);
        writer.WriteString("error", error);
    });

    private static string Write(JsonElement id, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id");
            id.WriteTo(writer);
            body(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
