using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// Takes out what writes certain memory, and checks: where operations run once more, it has its contents already, and they have passed.
/// </summary>
internal sealed class WriteRemoval(Func<Value, bool> isThere) : Rewriter
{
    protected override Value Use(Value value) => value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        bool isWrite = operation.WrittenBuffer is { } written && isThere(written);
        if (operation is not Throw && !isWrite)
        {
            base.Rewrite(operation, target);
        }
    }
}
