using System.Runtime.CompilerServices;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Loops;
using StaticAd.Generator.Passes.Simplify;

namespace StaticAd.Generator.Passes.Prepare;

/// <summary>A marked method in the form that every derivative pass starts from: calls expanded, loops plain, nothing redundant.</summary>
internal sealed record PreparedMethod(MethodModel Model, Method Method, Block Body, CallGraph Calls, int NextId)
{
    private static readonly ConditionalWeakTable<MethodModel, PreparedMethod> Ahead = new();

    /// <summary>Prepares a method for those who look at it before its derivatives are made.</summary>
    public static PreparedMethod AheadOf(MethodModel model) => Ahead.GetValue(model, From);

    /// <summary>The method as it was prepared ahead, which then keeps no memory any longer; else prepared now.</summary>
    public static PreparedMethod Take(MethodModel model)
    {
        if (!Ahead.TryGetValue(model, out PreparedMethod prepared))
        {
            return From(model);
        }

        Ahead.Remove(model);
        return prepared;
    }

    public static PreparedMethod From(MethodModel model)
    {
        var calls = new CallGraph(model.Callees);
        var values = new ValueSource(FirstFreeId(model));
        Block body = Prepare(model.Method.Body!, calls, values, model.Method.Parameters);
        return new PreparedMethod(model, model.Method, body, calls, values.New(IrType.Int).Id);
    }

    /// <param name="parameters">Those whose values the block sees.</param>
    public static Block Prepare(Block body, CallGraph calls, ValueSource values, IEnumerable<Parameter> parameters)
    {
        Block Checked(string pass, Block block) => PassCheck.After(pass, block, parameters);
        Block Simplified(Block block) => Checked(nameof(Simplification), Simplification.Run(block, values));
        body = Checked(nameof(Inlining), Inlining.Run(body, calls, values));
        body = Checked(nameof(LocalArrays), LocalArrays.Run(body));
        body = Checked(nameof(LoopRotation), LoopRotation.Run(body, values));
        body = Simplified(body);
        body = Simplified(Checked(nameof(IndexChecks), IndexChecks.Run(body)));
        body = Simplified(Checked(nameof(Sinking), Sinking.Run(body)));
        return Simplified(Checked(nameof(CountedCarries), CountedCarries.Run(body, values)));
    }

    /// <summary>
    /// Whether it is one level of a recursion: its derivatives are private, their callers answer for the arguments, and a backward
    /// sweep of its own finds nothing in the memory that the method writes.
    /// </summary>
    public bool IsLevel { get; init; }

    /// <summary>Whether its derivatives are to be differentiated again: where their memory comes from is then left open.</summary>
    public bool IsNested { get; init; }

    /// <summary>The method's own name.</summary>
    public string ShortName
    {
        get
        {
            string qualified = Model.DisplayName.Split('(')[0];
            return qualified.Substring(qualified.LastIndexOf('.') + 1);
        }
    }

    /// <summary>The values of active parameters on entry.</summary>
    public IEnumerable<Value> ActiveInputs =>
        Method.Parameters.Where(parameter => parameter is { CarriesDerivative: true, Value: not null }).Select(parameter => parameter.Value!);

    /// <summary>Parameters that are working memory.</summary>
    public IEnumerable<Value> Scratch =>
        Method.Parameters.Where(parameter => parameter is { IsScratch: true, Value: not null }).Select(parameter => parameter.Value!);

    /// <summary>Memory of the caller's with contents that a backward sweep of its own cannot rely on.</summary>
    public IEnumerable<Value> Lost => Method.Parameters
        .Where(parameter => parameter is { Value: not null } && (parameter.IsScratch || (IsLevel && parameter.IsWritableSpan)))
        .Select(parameter => parameter.Value!);

    /// <summary>Which of the body's yields are active.</summary>
    public IEnumerable<bool> ActiveYields =>
        Method.Return.Components.Select(component => component.IsActive)
            .Concat(Method.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => parameter.IsActive));

    /// <summary>The active results: scalars that the body yields and memory that it writes.</summary>
    public IEnumerable<Value> ActiveOutputs =>
        Body.Yields.Zip(ActiveYields, (value, active) => (value, active)).Where(pair => pair.active).Select(pair => pair.value)
            .Concat(Method.Parameters
                .Where(parameter => parameter is { CarriesDerivative: true, IsWritableSpan: true })
                .Select(parameter => parameter.Value!));

    private static int FirstFreeId(MethodModel model) => model.Callees.Append(model.Method)
        .Where(method => method.Body is not null)
        .SelectMany(Ids)
        .DefaultIfEmpty(-1)
        .Max() + 1;

    private static IEnumerable<int> Ids(Method method)
    {
        IEnumerable<Block> regions = method.Body!.AllOperations().SelectMany(operation => operation.Regions).Append(method.Body!);
        return method.Parameters.Where(parameter => parameter.Value is not null).Select(parameter => parameter.Value!.Id)
            .Concat(regions.SelectMany(region => region.Parameters).Select(value => value.Id))
            .Concat(method.Body!.AllOperations().OfType<For>().Select(loop => loop.Induction.Id))
            .Concat(method.Body!.AllOperations().SelectMany(operation => operation.Results).Select(value => value.Id));
    }
}
