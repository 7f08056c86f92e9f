using System.Globalization;
using System.Runtime;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Ide;

int rounds = args is [var given, ..] && char.IsDigit(given[0]) ? int.Parse(given, CultureInfo.InvariantCulture) : 100;
// The JIT compiler has done its work on what an editor runs all day: so many rounds without much that is new to it.
const int Settled = 20, FewMethods = 40, LongestWarmUp = 400;
const int Methods = 200;

Console.WriteLine("| 200 marked methods | compiler | with the generator | with the analyzers too | ours together | 90 of 100 below | generator itself | analyzers themselves |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
foreach (bool inOneFile in args.Contains("--files") ? [false] : args.Contains("--one-file") ? [true] : new[] { false, true })
{
    CSharpCompilation program = CorpusProgram.Of(Methods, inOneFile);
    var session = new Session(program);
    Console.Error.WriteLine($"{program.SyntaxTrees.Length} files, {CorpusProgram.MarkedMethods(program)} marked methods, {session.GeneratedFiles} generated files, {session.Places} places to edit");
    Work[] works = Enum.GetValues<Work>();
    var samples = works.ToDictionary(work => work, _ => new List<(double Whole, double Generator, double Analyzers)>());
    int warmUp = WarmUp(session, works);
    for (int round = warmUp; round < warmUp + rounds; round++)
    {
        // All edit the same place, one after another and in turn, so that what disturbs the machine disturbs all.
        foreach (Work work in round % 2 == 0 ? works : works.Reverse())
        {
            samples[work].Add(session.Run(work, round));
        }
    }

    double Whole(Work work) => Statistics.Median(samples[work].Select(sample => sample.Whole));
    double[] ours = [.. samples[Work.Both].Zip(samples[Work.Compiler], (both, compiler) => both.Whole - compiler.Whole)];
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| in {(inOneFile ? "one file" : $"{program.SyntaxTrees.Length} files")} | {Whole(Work.Compiler):F1} | {Whole(Work.Generator):F1} | {Whole(Work.Both):F1} | {Statistics.Median(ours):F1} | {ours.Order().ElementAt(ours.Length * 9 / 10):F1} | {Statistics.Median(samples[Work.Both].Select(sample => sample.Generator)):F1} | {Statistics.Median(samples[Work.Both].Zip(samples[Work.Compiler], (both, compiler) => both.Analyzers - compiler.Analyzers)):F1} |"));
}

static int WarmUp(Session session, Work[] works)
{
    int round = 0;
    for (long compiled = -1; round < LongestWarmUp && JitInfo.GetCompiledMethodCount() - compiled > FewMethods;)
    {
        compiled = JitInfo.GetCompiledMethodCount();
        for (int end = round + Settled; round < end; round++)
        {
            foreach (Work work in works)
            {
                session.Run(work, round);
            }
        }
    }

    Console.Error.WriteLine($"{round} rounds to warm up");
    return round;
}
