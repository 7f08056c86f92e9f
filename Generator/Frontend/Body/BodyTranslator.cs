using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Translates one method's body to IR: scalars become values in static single assignment form, memory stays memory, and
/// what leaves a region early becomes flags, so that all control flow is <see cref="If"/>, <see cref="For"/> and
/// <see cref="While"/>. What is not recognised is reported and gives a value of <see cref="UnknownType"/>, which silences
/// everything that is computed from it.
/// </summary>
internal static class BodyTranslator
{
    /// <summary>The body as a block that yields the results, or null with the reasons.</summary>
    public static BodyResult Translate(
        Translation translation,
        IMethodSymbol method,
        Signature signature,
        IOperation body)
    {
        var state = new BodyState(translation, method, signature);
        var faults = new Faults(state);
        var rooms = new Rooms(state, faults);
        rooms.Parameters.Declare();
        rooms.Functions.DeclareLocalFunctions(body);
        rooms.Statements.Run([.. OperationTree.Flatten(body)]);
        List<DiagnosticInfo> diagnostics = [.. faults.All];
        bool isWhole = diagnostics.Count == 0 && !state.HasCompileErrors;
        if (isWhole && state.HasUnknown)
        {
            throw new InvalidOperationException("part of the body was left out and not reported");
        }

        if (!isWhole)
        {
            return new BodyResult(null, state.HasCompileErrors ? [] : diagnostics, state.HasCompileErrors);
        }

        Block whole = rooms.Parameters.Finish();
        state.PassiveStores.Body = whole;
        Block block = Pruning.Run(whole);
        bool sharesMemory = rooms.MethodCalls.SharesMemory(block, diagnostics);
        return new BodyResult(sharesMemory ? null : block, diagnostics, HasCompileErrors: false, state.PassiveStores) { Remarks = state.Remarks };
    }
}
