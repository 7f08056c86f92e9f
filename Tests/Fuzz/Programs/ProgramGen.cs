using CsCheck;
using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Well-typed programs that end, stay within their buffers and their functions' domains, and mostly within moderate numbers.</summary>
internal sealed class ProgramGen : Gen<FuzzProgram>
{
    public override FuzzProgram Generate(PCG pcg, Size? min, out Size size)
    {
        var rooms = new Rooms(pcg);
        FuzzProgram program = new Methods(rooms.Dice, rooms).Program();
        size = new Size((ulong)program.Size);
        return program;
    }

    /// <summary>The program of a number, in the run of a seed.</summary>
    public FuzzProgram Numbered(ulong seed, int number) => Generate(new PCG((uint)number, seed), null, out _);
}
