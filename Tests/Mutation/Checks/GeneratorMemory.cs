using System.Reflection;
using StaticAd.Generator;

namespace StaticAd.Tests.Mutation.Checks;

/// <summary>What the generator remembers of one run for the next: another mutant must not see it.</summary>
internal static class GeneratorMemory
{
    private static readonly object[] Tables = [.. typeof(DerivativeGenerator).Assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(field => field.FieldType.Name.StartsWith("ConditionalWeakTable", StringComparison.Ordinal))
        .Select(field => field.GetValue(null)!)];

    public static void Forget()
    {
        foreach (object table in Tables)
        {
            table.GetType().GetMethod("Clear")!.Invoke(table, null);
        }
    }
}
