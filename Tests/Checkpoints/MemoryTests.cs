using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Checkpoints;

/// <summary>The tape of a loop with a budget is as long as the budget says, however long the loop.</summary>
public class MemoryTests
{
    private delegate double Forward(double rate, double start, int steps, int snapshots, Tape tape);

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void TheTapeDoesNotGrowWithTheLoop(int snapshots)
    {
        Forward forward = Program();
        using var tape = new Tape();
        forward(3.1, 0.3, 1000, snapshots, tape);
        long shorter = tape.BytesInUse;
        tape.Clear();
        forward(3.1, 0.3, 100_000, snapshots, tape);
        Assert.Equal(shorter, tape.BytesInUse);

        // A state is a step number and one carried value; the frame itself and alignment take the rest.
        Assert.InRange(shorter, snapshots * (sizeof(int) + sizeof(double)), snapshots * (sizeof(int) + sizeof(double)) + 1024);
    }

    private static Forward Program()
    {
        CorpusFile file = CorpusFile.Read(CorpusFile.Accept, "Checkpoints");
        byte[] image = CompiledCorpus.Compile(file, Generation.Run(file, Toolchain.NewGenerator()).Salvaged(), []);
        MethodInfo method = Assembly.Load(image).GetType("StaticAd.Corpus.Checkpoints")!.GetMethod("LogisticMapForward")!;
        return method.CreateDelegate<Forward>();
    }
}
