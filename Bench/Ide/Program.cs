using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Ide;

int rounds = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 60;
const int Methods = 200;
int warmUp = Math.Min(15, rounds);

Console.WriteLine("| 200 marked methods | compiler alone | with generated files | with generator | with analyzer too | ours together | generator itself | analyzer itself |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
foreach (bool inOneFile in new[] { false, true })
{
    CSharpCompilation program = CorpusProgram.Of(Methods, inOneFile);
    var session = new Session(program);
    Console.Error.WriteLine($"{program.SyntaxTrees.Length} files, {CorpusProgram.MarkedMethods(program)} marked methods, {session.GeneratedFiles} generated files, {session.Places} places to edit");
    Work[] works = Enum.GetValues<Work>();
    var samples = works.ToDictionary(work => work, _ => new List<(double Whole, double Generator, double Analyzer)>());
    for (int round = 0, edit = 0; round < warmUp + rounds; round++)
    {
        // In turn, forwards and backwards, so that what disturbs the machine disturbs all.
        foreach (Work work in round % 2 == 0 ? works : works.Reverse())
        {
            var sample = session.Run(work, edit++);
            if (round >= warmUp)
            {
                samples[work].Add(sample);
            }
        }
    }

    double Whole(Work work) => Statistics.Median(samples[work].Select(sample => sample.Whole));
    IEnumerable<double> ours = samples[Work.Both].Zip(samples[Work.Baseline], (both, baseline) => both.Whole - baseline.Whole);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| in {(inOneFile ? "one file" : $"{program.SyntaxTrees.Length} files")} | {Whole(Work.Compiler):F1} | {Whole(Work.Baseline):F1} | {Whole(Work.Generator):F1} | {Whole(Work.Both):F1} | {Statistics.Median(ours):F1} | {Statistics.Median(samples[Work.Both].Select(sample => sample.Generator)):F1} | {Statistics.Median(samples[Work.Both].Select(sample => sample.Analyzer)):F1} |"));
}
