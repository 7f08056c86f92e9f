using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Frontend;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator;

/// <summary>What the front end says of one method.</summary>
/// <param name="Model">Null if there is an error, or if the method is not valid C#.</param>
internal sealed record CheckResult(MethodModel? Model, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>For a method that is not valid C#: the compiler speaks, we do not.</summary>
    public static readonly CheckResult Silent = new(null, []);

    /// <summary>Of a method that has a derivative, what may not be as meant.</summary>
    public EquatableArray<DiagnosticInfo> Remarks { get; init; } = [];
}

/// <summary>One generated file.</summary>
/// <param name="Text">Null if the compiler itself failed.</param>
/// <param name="Fault">What fills the message of the internal error then.</param>
internal sealed record GeneratedFile(string Name, string? Text, EquatableArray<string> Fault);

/// <summary>The two halves of the compiler, for its two hosts.</summary>
internal static class DerivativeCompiler
{
    /// <summary>Everything that can be wrong with a method marked <c>[Differentiable]</c>, or its model.</summary>
    public static CheckResult Check(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        CheckWithSources(method, compilation, cancellation).Result;

    /// <summary>The same, with the declarations of other methods that were read for it.</summary>
    public static CheckedMethod CheckWithSources(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            return LargeStack.Run(() => MarkedMethod.Check(method, compilation, cancellation));
        }
        catch (InsufficientExecutionStackException)
        {
            return new CheckedMethod(new CheckResult(null, [TooDeep(method)]), []);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new CheckedMethod(new CheckResult(null, [InternalError(method, fault)]), []);
        }
    }

    /// <summary>All that is to be said of a method, be it marked, a rule, or neither.</summary>
    public static IReadOnlyList<DiagnosticInfo> Diagnose(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (GeneratedNames.IsGenerated(method) || method.GetAttributes().IsEmpty)
        {
            return [];
        }

        CheckResult ofMark = Attributes.Has(method, Attributes.Differentiable) ? Kept(method, compilation, cancellation) : CheckResult.Silent;
        if (ofMark.Model is not null && ForeignSources.Obstacle(method, compilation, cancellation) is { } obstacle)
        {
            return [obstacle];
        }

        IReadOnlyList<DiagnosticInfo> ofRules = Attributes.Has(method, Attributes.DerivativeOf) ? CheckRules(method, compilation, cancellation) : [];
        return [.. ofMark.Diagnostics, .. ofMark.Remarks, .. ofRules];
    }

    private static CheckResult Kept(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        CheckResult? kept = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is MethodDeclarationSyntax syntax
            ? CheckCache.Check(syntax, compilation, cancellation)
            : null;
        // Where the compiler is said to have errors of its own, this compilation has to show them.
        return kept is null or { Model: null, Diagnostics.Count: 0 } ? Check(method, compilation, cancellation) : kept;
    }

    /// <summary>What is wrong with the rules that a method declares with <c>[DerivativeOf]</c>.</summary>
    public static IReadOnlyList<DiagnosticInfo> CheckRules(IMethodSymbol rule, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            return [.. RuleIndex.Of(compilation, cancellation).Check(rule)];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return [InternalError(rule, fault)];
        }
    }

    /// <summary>The derivative methods of a marked method.</summary>
    public static DerivativeFamily Compile(MethodModel model) => Pipeline.Run(model);

    /// <summary>The file that holds them.</summary>
    public static GeneratedFile Generate(MethodModel model)
    {
        string name = model.FileName + ".g.cs";
        try
        {
            string text = LargeStack.Run(() => LargeStack.RunOn(
                model.Callees.Append(model.Method).Select(method => method.Body), () => CSharpWriter.Write(Compile(model))));
            return new GeneratedFile(name, text, []);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new GeneratedFile(name, null, [model.DisplayName, Describe(fault)]);
        }
    }

    private static DiagnosticInfo TooDeep(IMethodSymbol method) => new(
        Descriptors.UnsupportedConstruct.Id,
        [$"'{CSharpNames.Short(method)}', whose statements or expressions are nested so deeply,", "Put parts of it into methods of their own"],
        SourceSpan.Of(method.Locations[0]),
        []);

    private static DiagnosticInfo InternalError(IMethodSymbol method, Exception fault) => new(
        Descriptors.InternalError.Id, [CSharpNames.Short(method), Describe(fault)], SourceSpan.Of(method.Locations[0]), []);

    private static string Describe(Exception fault) =>
        $"{fault.GetType().Name}: {fault.Message}".Replace("\r", "").Replace("\n", " ");
}
