using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Lanes;

namespace StaticAd.Generator.Frontend;

/// <summary>What a check found out, and which other declarations it read for that.</summary>
internal sealed record CheckedMethod(CheckResult Result, IReadOnlyList<SyntaxNode> Sources);

/// <summary>From a marked method to its model.</summary>
internal static class MarkedMethod
{
    public static CheckedMethod Check(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (Attributes.Find(method, Attributes.Differentiable) is not { } mark || !CSharpNames.AreComplete(method))
        {
            return new CheckedMethod(CheckResult.Silent, []);
        }

        DiagnosticInfo? unfit = new Declaration(method, mark, compilation, cancellation).Unfit();
        return unfit is not null ? new CheckedMethod(new CheckResult(null, [unfit]), [])
            : method.IsGenericMethod ? MarkedGeneric.Check(method, compilation, cancellation)
            : Check(method, mark, compilation, null, cancellation);
    }

    /// <param name="method">One that is fit; an instance of a generic one.</param>
    /// <param name="apart">The keys of helpers that are not put in place of their calls.</param>
    public static CheckedMethod Check(
        IMethodSymbol method, AttributeData mark, Compilation compilation, DerivativeDeclarations? derivatives, CancellationToken cancellation, HashSet<string>? apart = null)
    {
        var declaration = new Declaration(method, mark, compilation, cancellation);
        var syntax = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        List<DiagnosticInfo> faults = declaration.Faults(out Signature? signature);
        if (signature is null)
        {
            bool isInvalid = MethodBody.HasErrors(compilation.GetSemanticModel(syntax.SyntaxTree), syntax, cancellation);
            return new CheckedMethod(isInvalid ? CheckResult.Silent : new CheckResult(null, faults.ToEquatableArray()), []);
        }

        var callees = new CalleeTable(apart);
        callees.Open(method);
        var translation = new Translation(compilation, method.ContainingType, callees, RuleIndex.Of(compilation, cancellation), cancellation, derivatives);
        BodyResult body = MethodBody.Translate(translation, method, syntax, signature);
        if (translation.NeedsDerivatives)
        {
            return Again(method, mark, compilation, cancellation);
        }

        if (body.HasCompileErrors)
        {
            return new CheckedMethod(CheckResult.Silent, callees.Sources);
        }

        faults.AddRange(body.Faults);
        callees.Close(method, signature, body);
        if (body.Stores is { } stores)
        {
            faults.AddRange(stores.Faults(signature.Parameters, callees));
        }

        // Where one of them cannot stand apart, all are in place as ever.
        if (apart is null && body.Block is { } whole && LargeHelpers.Of(whole, callees.Methods) is { Count: > 0 } large
            && Check(method, mark, compilation, derivatives, cancellation, large) is { Result.Model: not null } divided)
        {
            return divided;
        }

        // Passes look at what follows.
        return LargeStack.RunOn(
            callees.Methods.Select(callee => callee.Body).Append(body.Block),
            () => Judge(new Translated(method, syntax, declaration, signature, translation, callees, body), faults)) ?? Again(method, mark, compilation, cancellation);
    }

    /// <summary>A marked method in the IR.</summary>
    private sealed record Translated(
        IMethodSymbol Method,
        MethodDeclarationSyntax Syntax,
        Declaration Declaration,
        Signature Signature,
        Translation Translation,
        CalleeTable Callees,
        BodyResult Body);

    /// <summary>
    /// Whether it can be differentiated as the mark asks, and what is to be said of it; null if that cannot be known before generated methods
    /// are declared.
    /// </summary>
    /// <param name="translated">The method.</param>
    /// <param name="faults">What is wrong with it so far.</param>
    private static CheckedMethod? Judge(Translated translated, List<DiagnosticInfo> faults)
    {
        var (method, syntax, declaration, signature, translation, callees, body) = translated;
        if (body.Block is { } block && declaration.IsBatch)
        {
            faults.AddRange(declaration.BatchFaults(signature, [block, .. callees.Methods.Select(callee => callee.Body).OfType<Block>()], callees.Recursion, syntax));
        }

        if (faults.Count == 0 && declaration.Order > 1 && body.Block is not null)
        {
            faults.AddRange(declaration.SecondOrderFaults(signature, body.Block, translation));
            if (translation.NeedsDerivatives)
            {
                return null;
            }
        }

        MethodModel? model = faults.Count > 0 || body.Block is null ? null : declaration.Model(signature, body.Block, callees);
        if (model is { Batch: true } && LaneSupport.Obstacle(model) is { } obstacle)
        {
            faults.Add(declaration.BatchFault(obstacle));
            model = null;
        }

        if (model is { Order: > 1 } && SecondOrder.Obstacle(model) is { } missing)
        {
            faults.Add(declaration.OrderFault(missing));
            model = null;
        }

        IEnumerable<DiagnosticInfo> remarks = model is null ? [] : RemarkSearch.Of(method, model, body, callees);
        return new CheckedMethod(new CheckResult(model, faults.ToEquatableArray()) { Remarks = remarks.ToEquatableArray() }, callees.Sources);
    }

    /// <summary>The same source, bound where the generated methods are declared.</summary>
    private static CheckedMethod Again(IMethodSymbol method, AttributeData mark, Compilation compilation, CancellationToken cancellation)
    {
        DerivativeDeclarations declared = DerivativeDeclarations.Of(compilation, cancellation);
        return Check(declared.Find(method, cancellation), mark, declared.Compilation, declared, cancellation);
    }
}
