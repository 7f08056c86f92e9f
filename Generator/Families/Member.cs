using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Calls;
using StaticAd.Generator.Passes.Loops;
using StaticAd.Generator.Passes.Prepare;
using StaticAd.Generator.Passes.Simplify;
using StaticAd.Generator.Passes.Placement;

namespace StaticAd.Generator.Families;

/// <summary>One generated method while it is put together: its parameters, its body and where the body's yields go.</summary>
internal sealed class Member
{
    private readonly PreparedMethod _method;
    private readonly List<SignaturePart> _parts = [];
    private readonly List<(Value Value, ResultTarget Target)> _results = [];
    private readonly List<Guard> _guards = [];
    private readonly List<GeneratedMethod> _checkedFor = [];
    private string? _returnType;
    private Block? _simplified;

    public Member(PreparedMethod method)
    {
        _method = method;
        Values = new ValueSource(method.NextId, isDerivative: true);
        Signature = new Signature(method.Method, Values);
        Rules = new RuleCalls(method.Calls, Values);
        Body = new BlockBuilder(Values);
    }

    public ValueSource Values { get; }

    public CallGraph Calls => _method.Calls;

    public IEnumerable<Parameter> Parameters => _parts.Select(part => part.Parameter);

    /// <summary>Working memory of the caller's.</summary>
    public IEnumerable<Value> Scratch => _method.Scratch;

    public Signature Signature { get; }

    public RuleCalls Rules { get; }

    public BlockBuilder Body { get; }

    public List<Method> Callees { get; } = [];

    public List<SignaturePart> Add(IEnumerable<SignaturePart> parts)
    {
        List<SignaturePart> added = [.. parts];
        _parts.AddRange(added);
        return added;
    }

    /// <summary>The primal's own results, where the member returns what the primal returns.</summary>
    public void YieldPrimalResults() => YieldPrimalResults(_method.Body.Yields);

    /// <summary>The same, from values that stand for what the primal's body yields.</summary>
    public void YieldPrimalResults(EquatableArray<Value> yields)
    {
        int index = 0;
        foreach (ReturnComponent _ in _method.Method.Return.Components)
        {
            Yield(yields[index++], null);
        }

        foreach (Parameter parameter in _method.Method.Parameters.Where(parameter => parameter.YieldsScalar))
        {
            Yield(yields[index++], parameter);
        }
    }

    /// <summary>The last value of one <c>ref</c> or <c>out</c> parameter of the primal.</summary>
    public void YieldPrimal(Parameter parameter)
    {
        int index = _method.Method.Return.Components.Count
            + _method.Method.Parameters.Where(candidate => candidate.YieldsScalar).TakeWhile(candidate => candidate != parameter).Count();
        Yield(_method.Body.Yields[index], parameter);
    }

    /// <summary>Another member of the family, which this one calls.</summary>
    /// <param name="derivatives">Its parameters beside those of the method itself.</param>
    public Method Sibling(string suffix, IEnumerable<SignaturePart> derivatives)
    {
        string name = _method.Model.Family + suffix;
        EquatableArray<Parameter> parameters = [.. _method.Method.Parameters, .. derivatives.Select(part => part.Parameter)];
        string key = _method.IsNested ? NestedMember.KeyOf(suffix, _method.Method) : name;
        var sibling = new Method(key, name, parameters, _method.Method.Return, null, RuleSet.None);
        Callees.Add(sibling);
        return sibling;
    }

    public void Yield(Value value, Parameter? target) => _results.Add((value, new ResultTarget(target?.Name)));

    // As the guards check, or whoever calls one level of a recursion.
    private Dictionary<int, Value> EquallyLong(ArgumentChecks checks) => _parts
        .Where(part => checks != ArgumentChecks.Callees && part is { Role: not Role.Primal, Of.Value: not null, Parameter: { Type: BufferType, Value: not null } })
        .ToDictionary(part => part.Parameter.Value!.Id, part => part.Of!.Value!);

    /// <summary>One more check of the arguments.</summary>
    public void Require(Guard guard) => _guards.Add(guard);

    /// <summary>Methods that rely on the checks of this one.</summary>
    public void ChecksFor(IEnumerable<GeneratedMethod> callees) => _checkedFor.AddRange(callees);

    public void Returns(string type) => _returnType = type;

    public GeneratedMethod Finish(
        string suffix,
        string summary,
        ReturnShape shape,
        string? returnDoc,
        TapeUse tape = TapeUse.None,
        ArgumentChecks checks = ArgumentChecks.Own)
    {
        // Components of the return come first, whatever the order in which they became known.
        (Value Value, ResultTarget Target)[] results =
            [.. _results.Where(result => result.Target.Parameter is null), .. _results.Where(result => result.Target.Parameter is not null)];
        Block body = FrozenCopies.Lower(Body.Finish(results.Select(result => result.Value)));
        body = ChecksFirst.Run(body, _parts.Where(part => part.Role != Role.Primal).Select(part => part.Parameter.Value).OfType<Value>(), Rules.MayThrow);
        if (tape == TapeUse.None && Rules.UsesTape)
        {
            tape = TapeUse.Rules;
            body = body with { Operations = [new Symbol(Rules.Tape, "Arena.Tape"), .. body.Operations] };
        }

        body = Checked($"the derivative {suffix}", body);
        body = _method.IsNested ? Simplified(body) : Placed(Simplified(LibraryValues.Lower(body)), checks);

        return PassCheck.Finished(new GeneratedMethod(
            _method.Model.Family + suffix,
            summary,
            [.. Documentation.Of(_parts)],
            returnDoc,
            [.. _parts.Select(part => part.Parameter)],
            _returnType is null ? shape : shape with { CSharpType = _returnType },
            [.. results.Select(result => result.Target)],
            [.. checks == ArgumentChecks.Own && !_method.IsLevel ? Guards.For(_parts).Concat(_guards).Concat(Guards.Fields(_parts, Everywhere(body))) : []],
            tape,
            tape == TapeUse.None ? null : _method.Model.DisplayName,
            body,
            [.. _method.Calls.Methods, .. Rules.Methods, .. Callees],
            IsPrivate: _method.IsLevel || checks == ArgumentChecks.Callers));
    }

    private IEnumerable<Operation> Everywhere(Block body) => body.AllOperations()
        .Concat(_checkedFor.SelectMany(callee => callee.Body.AllOperations()))
        .Concat(_method.Calls.Methods.Where(callee => callee.IsRecursive).SelectMany(callee => callee.Body!.AllOperations()));

    // A nested derivative becomes part of its caller, whose own passes place its memory.
    private Block Placed(Block body, ArgumentChecks checks)
    {
        body = Simplified(Checked(nameof(DirectHistories), DirectHistories.Run(body)));
        body = Simplified(Checked(nameof(StoragePlan), StoragePlan.Run(body, Values)));
        body = Simplified(Checked(nameof(IdleLoops), IdleLoops.Run(body, Values)));
        Dictionary<int, Value> equallyLong = EquallyLong(checks);
        body = Simplified(Checked(nameof(ElementsInLocals), ElementsInLocals.Run(body, Values, equallyLong)));
        body = Simplified(Checked(nameof(FilledCotangents), FilledCotangents.Run(body)));
        return Checked(nameof(LoopFusion), LoopFusion.Run(body, Values, equallyLong));
    }

    // What a pass has left alone is still simple.
    private Block Simplified(Block body)
    {
        if (!ReferenceEquals(body, _simplified))
        {
            _simplified = Checked(nameof(Simplification), Simplification.Run(body, Values));
        }

        return _simplified!;
    }

    private Block Checked(string pass, Block body) => PassCheck.After(pass, body, _parts.Select(part => part.Parameter));
}
