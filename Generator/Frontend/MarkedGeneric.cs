using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>From a marked generic method to its model: that of its first instance, with those of the others.</summary>
internal static class MarkedGeneric
{
    public static CheckedMethod Check(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        AttributeData mark = Attributes.Find(method, Attributes.Differentiable)!;
        IMethodSymbol[] instances = [.. Instances.Of(method, compilation)];
        CheckedMethod[] checks = [.. instances.Select(instance => MarkedMethod.Check(instance, mark, compilation, null, cancellation))];
        SyntaxNode[] sources = [.. checks.SelectMany(check => check.Sources).Distinct()];
        if (checks.Any(check => check.Result is { Model: null, Diagnostics.Count: 0 }))
        {
            return new CheckedMethod(CheckResult.Silent, sources);
        }

        DiagnosticInfo[] faults = [.. Faults(method, instances, checks)];
        MethodModel? model = faults.Length > 0 ? null : Model(instances[0], [.. checks.Select(check => check.Result.Model!)]);
        IEnumerable<DiagnosticInfo> remarks = checks.SelectMany(check => check.Result.Remarks).GroupBy(remark => (remark.Id, remark.Location)).Select(same => same.First());
        return new CheckedMethod(new CheckResult(model, faults.ToEquatableArray()) { Remarks = model is null ? [] : remarks.ToEquatableArray() }, sources);
    }

    private static MethodModel Model(IMethodSymbol first, MethodModel[] models)
    {
        ITypeParameterSymbol type = first.OriginalDefinition.TypeParameters[0];
        Method open = OpenMethod.Of(first, Signature.Read(first)!);
        return models[0] with
        {
            Generic = new GenericModel(CSharpNames.Identifier(type.Name), OpenMethod.Constraints(type), open, [.. models.Skip(1)]),
        };
    }

    /// <summary>What is wrong for all types is said once, what is wrong for some of them with their names.</summary>
    private static IEnumerable<DiagnosticInfo> Faults(IMethodSymbol method, IMethodSymbol[] instances, CheckedMethod[] checks)
    {
        var found =
            from pair in instances.Zip(checks, (instance, check) => (Type: CSharpNames.Short(instance.TypeArguments[0]), check.Result.Diagnostics))
            from fault in pair.Diagnostics
            select (pair.Type, Fault: fault);
        foreach (var same in found.GroupBy(entry => (entry.Fault.Id, entry.Fault.Location)))
        {
            string[] types = [.. same.Select(entry => entry.Type).Distinct()];
            int concerned = same.Key.Id == Descriptors.BatchNotPossible.Id ? instances.Count(instance => !TypeMap.IsHalf(instance.TypeArguments[0])) : instances.Length;
            // A clash names the method that it is with.
            bool isOfAll = types.Length == concerned || same.Key.Id == Descriptors.NameClash.Id;
            foreach (DiagnosticInfo fault in same.Where(entry => entry.Type == types[0]).Select(entry => entry.Fault))
            {
                yield return isOfAll ? fault : fault with
                {
                    Id = Descriptors.GenericMethod.Id,
                    Arguments = [CSharpNames.Short(method), $"with '{string.Join("' and '", types)}' for '{method.TypeParameters[0].Name}', {fault.Message}"],
                };
            }
        }
    }
}
