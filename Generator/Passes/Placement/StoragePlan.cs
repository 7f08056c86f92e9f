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
        Dictionary<int, Operation> definitions = body.AllOperations()
            .SelectMany(static operation => operation.Results.Select(result => (result.Id, operation))).ToDictionary(static pair => pair.Id, static pair => pair.operation);
        foreach (Operation operation in body.Operations)
        {
            divisions.Note(operation);
            var prologue = new BlockBuilder(values);
            var lift = new Lift(prologue, DefinitionsIn(operation), divisions, definitions);
            Operation lifted = lift.Apply(operation);
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
    private sealed class Lift(
        BlockBuilder prologue, Dictionary<int, Operation> inside, DoneDivisions divisions, IReadOnlyDictionary<int, Operation> definitions) : Rewriter
    {
        private readonly LiftedCounts _counts = new(new Hoisting(inside, prologue, divisions), prologue, definitions);

        public Operation Apply(Operation operation) => operation switch
        {
            If branch => branch with { Then = Within(branch, branch.Then), Else = Within(branch, branch.Else, isElse: true) },
            For loop => loop with { Body = Within(loop, loop.Body) },
            While loop => loop with { Condition = Within(loop, loop.Condition), Body = Within(loop, loop.Body) },
            _ => operation,
        };

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

            if (operation is not Allocate { Storage: Storage.Local or Storage.Arena } allocate || _counts.Of(allocate.Count, out bool isClamped) is not { } count)
            {
                target.Add(Apply(operation));
                return;
            }

            // Memory of the method itself: where its size is negative the method fails, and so must its derivatives.
            bool isChecked = isClamped && !prologue.Values.IsOfDerivative(allocate.Result);
            Value memory = isChecked ? prologue.Values.New(allocate.Result.Type, allocate.Result.Name) : allocate.Result;
            prologue.Append(allocate with { Result = memory, Count = count, Zeroed = false });
            // Its length is known there now, for memory whose size follows from it.
            inside.Remove(memory.Id);
            var place = new BlockBuilder(prologue.Values);
            if (isChecked)
            {
                place.Append(new View(allocate.Result, memory, place.Constant(0), allocate.Count));
            }

            if (allocate.Zeroed)
            {
                place.Append(new Fill(allocate.Result, place.Constant(0, ((BufferType)allocate.Result.Type).Element)));
            }

            target.AddRange(place.Operations);
        }

        private Block Within(Operation region, Block block, bool isElse = false) => _counts.Within(region, isElse, () => Rewrite(block));
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
