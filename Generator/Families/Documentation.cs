using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>XML documentation of generated parameters.</summary>
internal static class Documentation
{
    private const string Members = " A structure has one for each of its numbers, in the order of its members.";
    private const string Rows = " An array of several dimensions or of arrays has its elements row by row.";

    public static IEnumerable<ParameterDoc> Of(IReadOnlyList<SignaturePart> parts)
    {
        HashSet<string> names = [.. parts.Select(part => part.Parameter.DeclaredName)];
        string order = parts.Any(part => part.Parameter is { CarriesDerivative: true, Of: not null }) ? Members : "";
        order += parts.Any(part => part.Parameter is { CarriesDerivative: true, HasRun: true, IsView: false }) ? Rows : "";
        return parts.Where(part => part.Parameter.Of is not { IsReceiver: true }).Select(part => new ParameterDoc(
            part.Parameter.DeclaredName, Describe(part, names) + (part.Role == Role.Matrix ? order : ""))).Distinct();
    }

    private static string Describe(SignaturePart part, HashSet<string> names)
    {
        string of = part.Of is null ? "the result"
            : part.Of.Of is { IsReceiver: true } ? "the receiver"
            : names.Contains(part.Of.DeclaredName) ? $"<paramref name=\"{part.Of.DeclaredName}\"/>"
            : $"<c>{part.Of.DeclaredName}</c>";
        bool buffer = part.Parameter.Type is BufferType;
        string size = part.Parameter is { HasRun: true, IsView: false } ? "; of the same shape." : "; as long as it.";
        bool inOut = part.Parameter.Passing == Passing.Ref || (buffer && part.Of is { IsWritableSpan: true });
        return part.Role switch
        {
            Role.Primal => part.Parameter.YieldsScalar || part.Parameter.IsWritableSpan ? "Output of the method." : "Input of the method.",
            Role.Cotangent when inOut => $"On entry the cotangent of the final content of {of}, on return that of its initial content.",
            Role.Cotangent => $"Cotangent of {of}.",
            Role.Gradient when part.Parameter.Passing == Passing.Ref => $"Gradient with respect to {of}; added to.",
            Role.Gradient => $"Gradient with respect to {of}" + (buffer ? size : "."),
            Role.Tangent when inOut => $"On entry the tangent of the initial content of {of}, on return that of its final content.",
            Role.Tangent => $"Tangent of {of}" + (buffer ? size : "."),
            Role.OutputTangent => $"Tangent of {of}.",
            Role.Product => $"Takes the part of the product that belongs to {of}" + (buffer ? size : "."),
            Role.Matrix when part.Parameter.Name.StartsWith("hessian") => "Takes the Hessian, row by row: a row and a column for each element of the inputs, in their order.",
            Role.Matrix => "Takes the Jacobian, row by row: a row for each element of the outputs, results last, a column for each of the inputs.",
            _ => "Carries what the forward sweep saves to the backward sweep.",
        };
    }
}
