using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Frontend;

/// <summary>Inputs of a marked method whose derivative is always zero.</summary>
internal static class Influence
{
    public static IEnumerable<DiagnosticInfo> Missing(IMethodSymbol method, PreparedMethod prepared)
    {
        var memory = new Memory(prepared.Body, new ProgramOrder(prepared.Body), prepared.Calls);
        var activity = new Activity(prepared.Body, memory, prepared.Calls, [], prepared.ActiveOutputs);
        foreach (IGrouping<string, Parameter> leaves in prepared.Method.Parameters.Where(IsInputOnly).GroupBy(parameter => parameter.DeclaredName))
        {
            IParameterSymbol? parameter = method.Parameters.FirstOrDefault(symbol => symbol.Name == leaves.Key.TrimStart('@'));
            if (parameter is not null && !leaves.Any(leaf => activity.IsUseful(leaf.Value!)))
            {
                yield return new DiagnosticInfo(
                    Descriptors.NoInfluence.Id, [parameter.Name, method.Name], SourceSpan.Of(parameter.Locations[0]), []);
            }
        }
    }

    private static bool IsInputOnly(Parameter parameter) =>
        parameter is { CarriesDerivative: true, Value: not null, IsWritableSpan: false, Passing: Passing.Value or Passing.In };
}
