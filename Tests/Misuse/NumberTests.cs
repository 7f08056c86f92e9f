using Xunit;

namespace StaticAd.Tests.Misuse;

/// <summary>Inputs that are no numbers: derivatives come to an end, and throw only where the method itself does.</summary>
[Collection(Runtime.Memory.NativeMemoryCollection.Name)]
public class NumberTests
{
    private static readonly double[] Numbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.MaxValue, double.Epsilon];

    public static TheoryData<string, double> Cases
    {
        get
        {
            TheoryData<string, double> cases = [];
            foreach (string member in MisusedProgram.Calls.Where(call => !call.IsMarkedItself).Select(call => call.Name).Distinct())
            {
                foreach (double number in Numbers.Where(number => !member.StartsWith("Endless", StringComparison.Ordinal) || double.IsNaN(number)))
                {
                    cases.Add(member, number);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ValuesAreThoseOfTheMethod(string member, double number)
    {
        MemberCall call = MisusedProgram.Call(member);
        MemberCall primal = MisusedProgram.Calls.Single(other => other.Name == call.Marked.Name);
        for (int input = 0; input < primal.Parameters.Count; input++)
        {
            object[] arguments = call.Arguments(), own = primal.Arguments();
            if (!(With(number, own, input) && With(number, arguments, input)))
            {
                continue;
            }

            BufferTests.Forwarded(call, arguments);
            call.Invoke(arguments);
            primal.Invoke(own);
            if (call.Marked.ReturnType.Name is "Double" or "Single" && call.Name is { } name && (name.EndsWith("Vjp", StringComparison.Ordinal) || name.EndsWith("Jvp", StringComparison.Ordinal)))
            {
                Assert.Equal(own[^1], arguments[^1]);
            }
        }
    }

    private static bool With(double number, object[] arguments, int input)
    {
        switch (arguments[input])
        {
            case double:
                arguments[input] = number;
                return true;
            case float:
                arguments[input] = (float)number;
                return true;
            case Half:
                arguments[input] = (Half)number;
                return true;
            case IPart part:
                part.Fill(number);
                return true;
            case double[,] grid:
                grid[0, 0] = number;
                return true;
            case double[] array:
                array[0] = number;
                return true;
            default:
                return false;
        }
    }
}
