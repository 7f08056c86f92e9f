using System.Text.Json;
using StaticAd.GradBench.Evals;
using StaticAd.GradBench.Protocol;
using Xunit;

namespace StaticAd.Tests.GradBench;

/// <summary>The program's side of GradBench's JSON-lines protocol.</summary>
public class ProtocolTests
{
    private readonly Dispatcher _dispatcher = new(EvalCatalogue.All);

    [Fact]
    public void Start_repeats_the_id_and_names_the_tool()
    {
        JsonElement answer = Ask("""{"id":17,"kind":"start","eval":"gmm"}""");

        Assert.Equal(17, answer.GetProperty("id").GetInt32());
        Assert.Equal("staticad", answer.GetProperty("tool").GetString());
    }

    [Theory]
    [InlineData("hello", true)]
    [InlineData("llsq", true)]
    [InlineData("lse", true)]
    [InlineData("gmm", true)]
    [InlineData("ode", true)]
    [InlineData("lstm", true)]
    [InlineData("ba", true)]
    [InlineData("ht", true)]
    [InlineData("kmeans", true)]
    [InlineData("particle", true)]
    [InlineData("saddle", true)]
    [InlineData("nosuch", false)]
    public void Define_tells_whether_the_module_exists(string module, bool exists)
    {
        JsonElement answer = Ask($$"""{"id":1,"kind":"define","module":"{{module}}"}""");

        Assert.Equal(1, answer.GetProperty("id").GetInt32());
        Assert.Equal(exists, answer.GetProperty("success").GetBoolean());
    }

    [Theory]
    [InlineData("analysis")]
    [InlineData("somethingNew")]
    public void Other_kinds_are_answered_by_the_id_alone(string kind)
    {
        string answer = _dispatcher.Answer($$"""{"id":3,"kind":"{{kind}}","of":2,"valid":true}""");

        Assert.Equal("""{"id":3}""", answer);
    }

    [Theory]
    [InlineData("""{"id":5,"kind":"evaluate","module":"nosuch","function":"primal","input":1}""", "nosuch")]
    [InlineData("""{"id":5,"kind":"evaluate","module":"lse","function":"hessian","input":{}}""", "hessian")]
    [InlineData("""{"id":5,"kind":"evaluate","module":"lse","function":"primal"}""", "input")]
    [InlineData("""{"id":5,"kind":"evaluate","module":"lse","function":"primal","input":{"min_runs":1,"min_seconds":0}}""", "'x'")]
    [InlineData("""{"id":5,"kind":"evaluate","module":"lse","function":"primal","input":{"x":[],"min_runs":1,"min_seconds":0}}""", "'x'")]
    [InlineData("""{"id":5,"kind":"evaluate","module":"lse","function":"primal","input":{"x":["1"],"min_runs":1,"min_seconds":0}}""", "'x'")]
    [InlineData("""{"id":5,"kind":"evaluate","module":"lse","function":"primal","input":{"x":[1]}}""", "'min_runs'")]
    [InlineData("""{"id":5,"kind":"evaluate","module":"llsq","function":"primal","input":{"x":[1],"n":1,"min_runs":1,"min_seconds":0}}""", "'n'")]
    [InlineData("""{"id":5,"kind":"evaluate","module":"ode","function":"primal","input":{"x":[1],"s":0,"min_runs":1,"min_seconds":0}}""", "'s'")]
    [InlineData("""{"id":5,"kind":"evaluate","module":"hello","function":"square","input":"one"}""", "number")]
    [InlineData("""{"id":5}""", "kind")]
    public void A_message_that_cannot_be_answered_fails_with_the_reason(string message, string reason)
    {
        JsonElement answer = Ask(message);

        Assert.Equal(5, answer.GetProperty("id").GetInt32());
        Assert.False(answer.GetProperty("success").GetBoolean());
        Assert.Contains(reason, answer.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    public void What_is_no_message_fails_without_an_id(string message)
    {
        JsonElement answer = Ask(message);

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("id").ValueKind);
        Assert.False(answer.GetProperty("success").GetBoolean());
    }

    [Fact]
    public void A_matrix_with_a_short_row_is_refused_before_anything_runs()
    {
        JsonElement answer = Ask(
            """
            {"id":5,"kind":"evaluate","module":"gmm","function":"objective","input":{"d":2,"k":1,"n":2,"x":[[1,2],[3]],
            "alpha":[0],"mu":[[0,0]],"q":[[0,0]],"l":[[0]],"gamma":1,"m":0,"min_runs":1,"min_seconds":0}}
            """);

        Assert.False(answer.GetProperty("success").GetBoolean());
        Assert.Contains("'x'", answer.GetProperty("error").GetString());
    }

    [Fact]
    public void A_result_that_json_cannot_hold_is_a_failure_and_not_a_broken_line()
    {
        JsonElement answer = Ask("""{"id":6,"kind":"evaluate","module":"hello","function":"square","input":1e200}""");

        Assert.Equal(6, answer.GetProperty("id").GetInt32());
        Assert.False(answer.GetProperty("success").GetBoolean());
    }

    [Fact]
    public void A_call_is_repeated_and_timed_at_least_min_runs_times()
    {
        JsonElement answer = Ask(
            """{"id":7,"kind":"evaluate","module":"lse","function":"gradient","input":{"x":[0,0],"min_runs":5,"min_seconds":0}}""");

        JsonElement[] timings = [.. answer.GetProperty("timings").EnumerateArray()];
        Assert.Equal(5, timings.Length);
        Assert.All(timings, timing => Assert.Equal("evaluate", timing.GetProperty("name").GetString()));
        Assert.All(timings, timing => Assert.True(timing.GetProperty("nanoseconds").GetInt64() >= 0));
        Assert.Equal([0.5, 0.5], answer.GetProperty("output").EnumerateArray().Select(entry => entry.GetDouble()));
    }

    [Fact]
    public void A_call_is_repeated_until_min_seconds_are_spent_in_it()
    {
        JsonElement answer = Ask(
            """{"id":8,"kind":"evaluate","module":"lse","function":"gradient","input":{"x":[0,0],"min_runs":1,"min_seconds":0.01}}""");

        long[] nanoseconds = [.. answer.GetProperty("timings").EnumerateArray().Select(timing => timing.GetProperty("nanoseconds").GetInt64())];
        // Each run is reported in whole nanoseconds, so up to one is lost per run.
        Assert.True(nanoseconds.Sum() + nanoseconds.Length >= 10_000_000);
        Assert.True(nanoseconds.SkipLast(1).Sum() < 10_000_000);
    }

    private JsonElement Ask(string message) => JsonDocument.Parse(_dispatcher.Answer(message)).RootElement;
}
