using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>
/// The members that callers use which are generic themselves: each has the signature that the instances have, with the type parameter
/// in place of the type argument.
/// </summary>
internal sealed class GenericMembers(MethodModel first, GenericModel generic)
{
    private const string Batch = "Batch";

    private readonly MethodModel[] _instances = [first, .. generic.Others];

    public IEnumerable<GenericMember> Build(IReadOnlyList<GeneratedMethod> ofFirst)
    {
        foreach (GeneratedMethod instance in ofFirst.Where(method => !method.IsPrivate))
        {
            string suffix = instance.Name.Substring(first.Family.Length);
            bool isBatch = suffix.EndsWith(Batch, StringComparison.Ordinal);
            MethodModel[] reached = [.. _instances.Where(model => !isBatch || model.Batch)];
            TypedSignature open = Signature(suffix, generic.Open);
            yield return new GenericMember(
                instance.Name,
                instance.Summary,
                instance.ParameterDocs,
                instance.ReturnDoc,
                generic.TypeParameter,
                generic.Constraints,
                open.Returns,
                [.. open.Parameters.Select(parameter => parameter.Declaration)],
                [.. reached.Select(model => Branch(open, Signature(suffix, model.Method), Known(model.TypeArgument, open), Types(open)))],
                Listed([.. reached.Select(model => $"<c>{model.TypeArgument}</c>")], "or"),
                $"The {(isBatch ? "batches" : "derivatives")} of '{first.Family}' are there for {Listed([.. reached.Select(model => model.TypeArgument)], "and")}.");
        }
    }

    private TypedSignature Signature(string suffix, Method method) => suffix switch
    {
        Batch => TypedSignature.OfBatch(method, withGradient: false, IsFloating, new TypeText(first.HiddenNames)),
        nameof(FamilyMember.ValueAndGradient) + Batch => TypedSignature.OfBatch(method, withGradient: true, IsFloating, new TypeText(first.HiddenNames)),
        _ => TypedSignature.Of(MemberShape.Of((FamilyMember)Enum.Parse(typeof(FamilyMember), suffix), method)),
    };

    private bool IsFloating(Parameter parameter) => parameter.Type is ScalarType { IsFloating: true }
        || (parameter.Type is OpaqueType { CSharpName: var name } && name == generic.TypeParameter);

    private TypeText Types(TypedSignature open) =>
        new([.. first.HiddenNames, generic.TypeParameter, .. open.Parameters.Select(parameter => parameter.Name)]);

    private string Known(string typeArgument, TypedSignature open) => Types(open).Known(typeArgument);

    private static GenericBranch Branch(TypedSignature open, TypedSignature instance, string typeArgument, TypeText types)
    {
        IEnumerable<string> arguments = open.Parameters.Zip(instance.Parameters, (from, to) => from.HandedTo(to, types));
        string? result = open.Returns == "void" ? null
            : open.Returns == instance.Returns ? ""
            : $"{types.Known("Same")}<{types.Declared(instance.Returns.Replace("global::System.Half", "Half"))}, {types.Declared(open.Returns)}>.Value";
        return new GenericBranch(typeArgument, [.. arguments], result);
    }

    private static string Listed(string[] types, string word) =>
        types.Length == 1 ? types[0] : $"{string.Join(", ", types.Take(types.Length - 1))} {word} {types[types.Length - 1]}";
}
