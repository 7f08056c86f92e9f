using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using StaticAd.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>Runs the copy of a method that counts its branches.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal static class BranchRecord
{
    /// <summary>The branches that a point takes; null where none are recorded.</summary>
    public static GradCheckBranches? At(MethodInfo method, object?[] arguments)
    {
        if (method.DeclaringType!.GetMethods(OverloadFinder.Members).Select(candidate => Copy(method, candidate)).FirstOrDefault(static copy => copy != null) is not { } copy)
        {
            return null;
        }

        RecordsBranchesAttribute recorded = copy.GetCustomAttribute<RecordsBranchesAttribute>()!;
        var counts = new BranchCounts(recorded.Branches.Length);
        Run(copy, method.IsStatic ? [counts, .. arguments] : [arguments[0], counts, .. arguments[1..]]);
        int line = method.GetCustomAttribute<DifferentiableAttribute>()!.Line;
        return new GradCheckBranches(MethodCheck.NameOf(method), [.. recorded.Branches.Select((text, i) =>
            new GradCheckBranch(text, recorded.File, line + recorded.Lines[i], counts.Counts[i]))]);
    }

    /// <summary>Whether branches would be recorded if there were any.</summary>
    public static bool IsDebugBuild(MethodInfo method) =>
        method.DeclaringType!.Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    private static void Run(MethodInfo copy, object?[] arguments)
    {
        try
        {
            new MethodThunk(copy).Invoke(arguments);
        }
        catch (Exception)
        {
            // The check itself says what the method throws; up to there the branches count.
        }
    }

    private static MethodInfo? Copy(MethodInfo method, MethodInfo candidate)
    {
        if (candidate.GetCustomAttribute<RecordsBranchesAttribute>()?.Method != method.Name || candidate.IsGenericMethodDefinition != method.IsGenericMethod)
        {
            return null;
        }

        MethodInfo copy = method.IsGenericMethod ? candidate.MakeGenericMethod(method.GetGenericArguments()) : candidate;
        return copy.GetParameters().Skip(1).Select(static parameter => parameter.ParameterType)
            .SequenceEqual(method.GetParameters().Select(static parameter => parameter.ParameterType)) ? copy : null;
    }
}
