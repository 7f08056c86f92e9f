using System.Text.Json;
using StaticAd.GradBench.Evals;
using StaticAd.GradBench.Protocol;
using Xunit;

namespace StaticAd.Tests.GradBench;

/// <summary>Every eval of the program against the reference records, through the protocol.</summary>
public class ReferenceRecordTests
{
    public static TheoryData<string, int> Records
    {
        get
        {
            var records = new TheoryData<string, int>();
            foreach (Eval eval in EvalCatalogue.All)
            {
                int count = ReferenceRecord.Of(eval.Name).Count();
                for (int line = 0; line < count; line++)
                {
                    records.Add(eval.Name, line);
                }
            }

            return records;
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Answers_within_the_records_tolerance(string eval, int line)
    {
        ReferenceRecord record = ReferenceRecord.Of(eval).ElementAt(line);

        using JsonDocument answer = JsonDocument.Parse(new Dispatcher(EvalCatalogue.All).Answer(record.Message));

        Assert.True(answer.RootElement.GetProperty("success").GetBoolean(), answer.RootElement.ToString());
        JsonElement output = answer.RootElement.GetProperty("output");
        Assert.Equal(JsonNumbers.Shape(record.Expected), JsonNumbers.Shape(output));
        double[] expected = [.. JsonNumbers.Flatten(record.Expected)];
        double[] actual = [.. JsonNumbers.Flatten(output)];
        double worst = expected.Zip(actual, (e, a) => Math.Abs(a - e)).Max();
        Assert.True(worst <= record.RelativeTolerance * expected.Max(Math.Abs), $"The largest error is {worst}.");
    }

    [Theory]
    [InlineData("hello", "square", "double")]
    [InlineData("llsq", "primal", "gradient")]
    [InlineData("lse", "primal", "gradient")]
    [InlineData("gmm", "objective", "jacobian")]
    [InlineData("det", "primal", "gradient")]
    [InlineData("ode", "primal", "gradient")]
    [InlineData("lstm", "objective", "jacobian")]
    [InlineData("ba", "objective", "jacobian")]
    [InlineData("ht", "objective", "jacobian")]
    [InlineData("particle", "ff", "fr", "rf", "rr")]
    [InlineData("saddle", "ff", "fr", "rf", "rr")]
    public void The_records_of_an_eval_cover_its_functions(string eval, params string[] functions)
    {
        Eval module = Assert.Single(EvalCatalogue.All, candidate => candidate.Name == eval);
        IEnumerable<string> asked = ReferenceRecord.Of(eval)
            .Select(record => JsonDocument.Parse(record.Message).RootElement.GetProperty("function").GetString()!)
            .Distinct();

        Assert.Equal(functions.Order(), module.Functions.Keys.Order());
        Assert.Equal(functions.Order(), asked.Order());
    }
}
