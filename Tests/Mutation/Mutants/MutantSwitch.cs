using System.Reflection;
using StaticAd.Generator;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>The switch in a generator that holds many mutants at once: which one is active, and which ones were come by.</summary>
internal static class MutantSwitch
{
    /// <summary>Says which mutant is active from the start of a process.</summary>
    public const string Variable = "STATICAD_ACTIVE_MUTANT";

    /// <summary>The generator as it should be.</summary>
    public const int None = -1;

    private const string TypeName = "StaticAd.Generator.MutantSwitch";

    private static readonly Type? Switch = typeof(DerivativeGenerator).Assembly.GetType(TypeName);

    /// <summary>Whether the generator of this process holds mutants.</summary>
    public static bool IsBuiltIn => Switch is not null;

    /// <summary>The active mutant.</summary>
    public static int Active
    {
        get => (int)Field("Active").GetValue(null)!;
        set => Field("Active").SetValue(null, value);
    }

    /// <summary>The mutants whose places have been reached since this was last asked.</summary>
    public static int[] TakeReached()
    {
        bool[] reached = (bool[])Field("Reached").GetValue(null)!;
        int[] numbers = [.. reached.Index().Where(entry => entry.Item).Select(entry => entry.Index)];
        Array.Clear(reached);
        return numbers;
    }

    /// <summary>The expression that asks whether a mutant is active.</summary>
    public static string Asks(int mutant) => $"global::{TypeName}.Is({mutant})";

    /// <summary>The type itself, in C#.</summary>
    public static string Source(int mutants) =>
        $$"""
        namespace StaticAd.Generator;

        internal static class MutantSwitch
        {
            public static int Active = int.TryParse(System.Environment.GetEnvironmentVariable("{{Variable}}"), out int number) ? number : {{None}};

            public static bool[] Reached = new bool[{{mutants}}];

            public static bool Is(int mutant)
            {
                Reached[mutant] = true;
                return Active == mutant;
            }
        }
        """;

    private static FieldInfo Field(string name) => Switch!.GetField(name)!;
}
