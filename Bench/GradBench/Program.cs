using System.Text;
using StaticAd.GradBench.Evals;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench;

internal static class Program
{
    private static void Main()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n" };

        var dispatcher = new Dispatcher(EvalCatalogue.All);
        while (input.ReadLine() is { } message)
        {
            output.WriteLine(dispatcher.Answer(message));
            output.Flush();
        }
    }
}
