using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>The public method of a batch: checks its arguments, then runs the kernel in ever narrower lanes.</summary>
internal static class BatchDriver
{
    private static readonly (string Lane, string Mask, string? Hardware)[] Doubles =
    [
        ("Double8", "Double8Mask", "Vector512"),
        ("Double4", "Double4Mask", "Vector256"),
        ("Double2", "Double2Mask", "Vector128"),
        ("Double1", "BooleanMask", null),
    ];

    private static readonly (string Lane, string Mask, string? Hardware)[] Floats =
    [
        ("Float16", "Float16Mask", "Vector512"),
        ("Float8", "Float8Mask", "Vector256"),
        ("Float4", "Float4Mask", "Vector128"),
        ("Float1", "BooleanMask", null),
    ];

    public static GeneratedMethod Build(BatchSignature signature, GeneratedMethod kernel)
    {
        var body = new BlockBuilder(signature.Values);
        var types = new TypeText([.. signature.Model.HiddenNames, .. signature.Parameters.Select(parameter => parameter.Name)]);
        var callees = new List<Method>();
        Value done = body.Constant(0, IrType.Int);
        foreach ((string lane, string mask, string? hardware) in signature.Element == IrType.Double ? Doubles : Floats)
        {
            string text = $"{kernel.Name}<{types.Known(lane)}, {types.Known(mask)}>";
            var callee = new Method(text, text, kernel.Parameters, kernel.Return, null, null);
            callees.Add(callee);
            done = Run(callee, signature, hardware, done, body);
        }

        return new GeneratedMethod(
            signature.Scalar.Name + "Batch",
            $"{signature.Scalar.Summary.TrimEnd('.')}, for each element of a batch.",
            [.. signature.Parameters.Select(parameter => Document(parameter, signature))],
            null,
            [.. signature.Parameters],
            ReturnShape.Void,
            [],
            [.. Checks(signature)],
            TapeUse.None,
            null,
            body.Finish([]),
            [.. callees]);
    }

    private static Value Run(Method kernel, BatchSignature signature, string? hardware, Value done, BlockBuilder body)
    {
        BlockBuilder block = hardware is null ? body : body.Nested();
        Value next = body.Values.New(IrType.Int, "done");
        block.Append(new Call([next], kernel.Key, [.. signature.Parameters.Select(parameter => parameter.Value!), done]));
        if (hardware is null)
        {
            return next;
        }

        Value isFast = body.Values.New(IrType.Bool);
        Value after = body.Values.New(IrType.Int, "done");
        body.Append(new Symbol(isFast, hardware + ".IsHardwareAccelerated"));
        body.Append(new If([after], isFast, block.Finish([next]), body.Nested().Finish([done])));
        return after;
    }

    private static IEnumerable<Guard> Checks(BatchSignature signature)
    {
        string reference = signature.Read[0].Span.Name;
        BatchSpan[] spans = [.. signature.Read, .. signature.Written];
        IEnumerable<Guard> lengths = spans.Skip(1).Select(span => new Guard.SameLength(span.Span.Name, reference));
        return [.. lengths, .. Guards.For([.. spans.Select(span => new SignaturePart(Role.Primal, span.Span, null, -1))])];
    }

    private static ParameterDoc Document(Parameter parameter, BatchSignature signature)
    {
        BatchSpan? written = signature.Written.FirstOrDefault(span => span.Span == parameter);
        string text = written is null ? parameter.Type is BufferType ? "Input of each element." : "Input that all elements share."
            : written.Scalar is null ? "Takes the value of each element."
            : signature.Scalar.ParameterDocs.First(doc => doc.Name == written.Scalar.Name).Text.TrimEnd('.') + ", of each element.";
        return new ParameterDoc(parameter.Name, text);
    }
}
