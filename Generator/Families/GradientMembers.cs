using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary><c>FValueAndGradient</c> and <c>FGradient</c>, for methods whose only active output is the scalar they return.</summary>
internal static class GradientMembers
{
    public static GeneratedMethod? ValueAndGradient(PreparedMethod method)
    {
        if (!HasGradient(method))
        {
            return null;
        }

        var member = new Member(method);
        member.Add(member.Signature.Primal());
        List<SignaturePart> gradients = member.Add(member.Signature.Gradients());

        ReverseSweep.ClearGradients(member, gradients);
        Value one = member.Body.Constant(1, method.Method.Return.Components[0].Type);
        (_, Sweeps sweeps) = ReverseSweep.Run(member, method, gradients, isSplit: false, one);
        ReverseSweep.AppendJoint(member, gradients, sweeps);
        return member.Finish(
            "ValueAndGradient",
            $"Value and gradient of <c>{method.ShortName}</c>.",
            method.Method.Return,
            "The value.");
    }

    public static GeneratedMethod? Gradient(PreparedMethod method)
    {
        if (!HasGradient(method))
        {
            return null;
        }

        var member = new Member(method);
        List<SignaturePart> primal = member.Add(member.Signature.Primal());
        List<SignaturePart> gradients = [.. member.Signature.Gradients()];
        bool returned = ReturnsGradient(method.Method);
        if (!returned)
        {
            member.Add(gradients);
        }

        if (primal.Any(part => part.Parameter.Of is not null))
        {
            return Whole(member, method, gradients, returned);
        }

        Call call = CallValueAndGradient(member, method, gradients);
        ReturnShape shape = ShapeOf(returned, gradients);
        IEnumerable<Parameter> written = primal.Concat(gradients).Select(part => part.Parameter).Where(parameter => parameter.YieldsScalar);
        foreach ((Value result, Parameter target) in call.Outputs.Skip(1).Zip(written, (result, target) => (result, target)))
        {
            bool isGradient = gradients.Any(part => part.Parameter.Equals(target));
            member.Yield(result, returned && isGradient ? null : target);
        }

        return member.Finish(
            "Gradient",
            $"Gradient of <c>{method.ShortName}</c>.",
            shape,
            returned ? "The derivative with respect to each active parameter." : null,
            checks: ArgumentChecks.Callees);
    }

    /// <summary>With structures among the parameters it is computed as <c>FValueAndGradient</c> is, without the value.</summary>
    private static GeneratedMethod Whole(Member member, PreparedMethod method, List<SignaturePart> gradients, bool returned)
    {
        ReverseSweep.ClearGradients(member, gradients);
        Value one = member.Body.Constant(1, method.Method.Return.Components[0].Type);
        (_, Sweeps sweeps) = ReverseSweep.Run(member, method, gradients, isSplit: false, one);
        List<(Value Gradient, Parameter Target)> results = ReverseSweep.ScalarGradients(gradients, sweeps);
        member.Body.Append(sweeps.Forward);
        member.Body.Append(sweeps.Backward.Operations);
        foreach (Parameter written in method.Method.Parameters.Where(parameter => parameter.YieldsScalar))
        {
            member.YieldPrimal(written);
        }

        foreach ((Value gradient, Parameter target) in results)
        {
            member.Yield(gradient, returned ? null : target);
        }

        return member.Finish(
            "Gradient",
            $"Gradient of <c>{method.ShortName}</c>.",
            ShapeOf(returned, gradients),
            returned ? "The derivative with respect to each active parameter." : null);
    }

    /// <summary>Whether a gradient is returned and not handed out: each active input is a scalar passed by value.</summary>
    public static bool ReturnsGradient(Method method) => method.Parameters.Where(parameter => parameter.CarriesDerivative)
        .All(parameter => parameter is { Type: ScalarType or OpaqueType, Passing: Passing.Value, Of: null });

    public static ReturnShape ShapeOf(bool returned, IReadOnlyList<SignaturePart> gradients) =>
        returned ? Tuple(gradients) : ReturnShape.Void;

    public static bool HasGradient(PreparedMethod method)
    {
        EquatableArray<ReturnComponent> components = method.Method.Return.Components;
        return components.Count == 1 && components[0].IsActive && method.Method.Return.Struct is null
            && !method.Method.Parameters.Any(parameter => parameter.CarriesDerivative && (parameter.YieldsScalar || parameter.IsWritableSpan));
    }

    private static Call CallValueAndGradient(Member member, PreparedMethod method, List<SignaturePart> gradients)
    {
        Method callee = member.Sibling("ValueAndGradient", gradients);
        Value[] outputs =
        [
            member.Values.New(method.Method.Return.Components[0].Type),
            .. callee.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => member.Values.New(parameter.Type, parameter.Name)),
        ];
        var call = new Call(
            [.. outputs],
            callee.Key,
            [.. callee.Inputs]);
        member.Body.Append(call);
        return call;
    }

    // The elements of a tuple clash with no parameter: they have the plain names of gradients.
    private static ReturnShape Tuple(IReadOnlyList<SignaturePart> gradients)
    {
        ReturnComponent[] components =
            [.. gradients.Select(part => new ReturnComponent(Naming.Gradient(part.Of!.Name), part.Parameter.Type, IsActive: true, part.Parameter.IsHalf))];
        string[] texts = [.. components.Select(component => $"{Keyword(component)} {Identifiers.Escape(component.Name!)}")];
        string type = components.Length == 1 ? Keyword(components[0]) : $"({string.Join(", ", texts)})";
        return new ReturnShape(type, [.. components]);
    }

    private static string Keyword(ReturnComponent component) =>
        component.Type is OpaqueType open ? open.CSharpName : component.IsHalf || component.Type == IrType.Half ? "Half" : component.Type == IrType.Float ? "float" : "double";
}
