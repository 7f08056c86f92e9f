using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Adjoint;

namespace StaticAd.Generator.Passes.Placement;

/// <summary>
/// Decides where memory comes from. What a loop allocates is allocated once before it, where its size is known there; small
/// buffers of constant size lie on the machine's stack, all others in the arena.
/// </summary>
internal static class StoragePlan
{
    // Elements: 512 bytes of double, a few cache lines.
    private const int MaxStackElements = 64;

    public static Block Run(Block body, ValueSource values)
    {
        var operations = new List<Operation>();
        var divisions = new DoneDivisions();
        foreach (Operation operation in body.Operations)
        {
            divisions.Note(operation);
            var prologue = new BlockBuilder(values);
            var lift = new Lift(prologue, DefinitionsIn(operation), divisions);
            Operation lifted = operation is For or While or If ? lift.Apply(operation) : operation;
            operations.AddRange(prologue.Operations);
            operations.Add(lifted);
        }

        var constants = new Dictionary<int, double>();
        foreach (Constant constant in operations.OfType<Constant>())
        {
            constants[constant.Result.Id] = constant.Number;
        }

        var place = new Place(constants);
        return body with { Operations = [.. operations.Select(place.Apply)] };
    }

    private static Dictionary<int, Operation> DefinitionsIn(Operation operation)
    {
        var inside = new Dictionary<int, Operation>();
        foreach (Operation inner in operation.InnerOperations().Prepend(operation))
        {
            foreach (Value value in inner.Results.Concat(inner.Regions.SelectMany(region => region.Parameters)))
            {
                inside[value.Id] = inner;
            }

            if (inner is For loop)
            {
                inside[loop.Induction.Id] = inner;
            }
        }

        return inside;
    }

    /// <summary>Moves allocations out of a region; where they stood, the memory is made zero again if it must be.</summary>
    private sealed class Lift(BlockBuilder prologue, Dictionary<int, Operation> inside, DoneDivisions divisions) : Rewriter
    {
        private readonly Hoisting _hoisting = new(inside, prologue, divisions);

        public Operation Apply(Operation operation) => Rebuild(operation);

        protected override Value Use(Value value) => value;

        protected override Value Define(Value value) => value;

        protected override void Rewrite(Operation operation, List<Operation> target)
        {
            // A stack is empty again when the loop comes back to where it was made.
            if (operation is AllocateStack { Storage: not Storage.Tape })
            {
                prologue.Append(operation);
                return;
            }

            if (operation is not Allocate { Storage: Storage.Local or Storage.Arena } allocate || _hoisting.Hoist(allocate.Count) is not { } count)
            {
                base.Rewrite(operation, target);
                return;
            }

            prologue.Append(allocate with { Count = count, Zeroed = false });
            // Its length is known there now, for memory whose size follows from it.
            inside.Remove(allocate.Result.Id);
            if (allocate.Zeroed)
            {
                IrType element = ((BufferType)allocate.Result.Type).Element;
                var zero = new BlockBuilder(prologue.Values);
                zero.Append(new Fill(allocate.Result, zero.Constant(0, element)));
                target.AddRange(zero.Operations);
            }
        }
    }

    private sealed class Place(Dictionary<int, double> constants) : Rewriter
    {
        public Operation Apply(Operation operation) => operation is Allocate allocate ? Choose(allocate, canUseStack: true) : Rebuild(operation);

        protected override Value Use(Value value) => value;

        protected override Value Define(Value value) => value;

        // Inside a region the stack would grow with every run of it.
        protected override void Rewrite(Operation operation, List<Operation> target) =>
            target.Add(operation is Allocate allocate ? Choose(allocate, canUseStack: false) : Rebuild(operation));

        private Allocate Choose(Allocate allocate, bool canUseStack)
        {
            if (allocate.Storage != Storage.Local)
            {
                return allocate;
            }

            bool small = canUseStack && constants.TryGetValue(allocate.Count.Id, out double count) && count <= MaxStackElements;
            return allocate with { Storage = small ? Storage.Stack : Storage.Arena };
        }
    }
}
