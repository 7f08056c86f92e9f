using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What a method must be for <c>Batch = true</c>.</summary>
internal static class Batch
{
    public const string Recursion = "it is recursive, which lanes do not support yet";

    public const string Loop = "it has a loop, which lanes do not support yet";

    /// <summary>Why lanes cannot run it; null if they can.</summary>
    public static string? Obstacle(Signature signature, IEnumerable<Block> bodies)
    {
        if (signature.Parameters.FirstOrDefault(parameter => parameter.Passing != Passing.Value || parameter.Type is BufferType || parameter.Of is not null) is { } parameter)
        {
            return $"parameter '{parameter.DeclaredName}' is not a scalar passed by value";
        }

        if (signature.Return.Struct is not null || signature.Return.Components is not [{ Type: ScalarType { IsFloating: true } }])
        {
            return "it does not return one 'double' or 'float'";
        }

        Operation[] operations = [.. bodies.SelectMany(All)];
        IEnumerable<IrType> types =
        [
            signature.Return.Components[0].Type,
            .. signature.Parameters.Select(parameter => parameter.Type),
            .. operations.SelectMany(operation => operation.Results).Select(result => result.Type),
        ];
        if (types.Where(type => type.IsDifferentiable && type != IrType.Half).Distinct().Count() > 1)
        {
            return "it mixes 'double' and 'float'";
        }

        if (types.Contains(IrType.Half))
        {
            return "it computes with 'Half', which lanes do not support";
        }

        bool usesMemory = operations.Any(operation => operation is Load or Store or Accumulate or Allocate or View or Copy or Fill);
        return operations.Any(operation => operation is For or While) ? Loop
            : operations.Any(operation => operation is Throw) ? "it throws exceptions, which lanes do not support yet"
            : usesMemory ? "it uses arrays or spans, which lanes do not support yet"
            : null;
    }

    private static IEnumerable<Operation> All(Block block) =>
        block.Operations.SelectMany(operation => operation.Regions.SelectMany(All).Prepend(operation));
}
