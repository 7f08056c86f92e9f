using System.Text.Json;

namespace StaticAd.GradBench.Protocol;

/// <summary>Reads the JSON input of one function of an eval and lays it out for the call.</summary>
/// <exception cref="InputException">The input lacks a field or holds a wrong one.</exception>
internal delegate PreparedCall Prepare(JsonElement input);

/// <summary>A GradBench module: its name and the functions it answers to.</summary>
internal sealed record Eval(string Name, IReadOnlyDictionary<string, Prepare> Functions);

/// <summary>One call with its input laid out. Nothing in <paramref name="Run"/> touches JSON: it alone is timed.</summary>
/// <param name="Run">Computes the result; may be called any number of times.</param>
/// <param name="WriteOutput">Writes the result of the last run as one JSON value.</param>
internal sealed record PreparedCall(Action Run, Action<Utf8JsonWriter> WriteOutput);
