using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// A <c>switch</c> with <c>goto case</c>: a number says which section is to run. The sections stand in an order in which all jumps
/// lead onwards, each under the condition that it is the one, and a jump changes the number.
/// </summary>
internal sealed class SwitchJumps(BodyState state, Faults faults, Rooms rooms)
{
    public static bool AreIn(ISwitchOperation @switch) => @switch.Cases.Any(section => Jumps(section, @switch).Any());

    public Exits Run(ISwitchOperation @switch, Subject subject)
    {
        if (InOrderOfJumps(@switch) is not { } order)
        {
            return Exits.None;
        }

        Variable section = state.NewVariable("section", IrType.Int);
        ISwitchCaseOperation[] tested = [.. @switch.Cases.Where(one => !Switches.IsDefault(one)), .. @switch.Cases.Where(Switches.IsDefault)];
        state.Environment[section] = FirstSection(subject, tested, 0, one => order.IndexOf(one));
        var flags = new List<Variable>();
        bool falls = !@switch.Cases.Any(Switches.IsDefault);
        for (int i = 0; i < order.Count; i++)
        {
            Exits exits = Section(@switch, order, i, section);
            flags.AddRange(exits.Flags);
            falls |= exits.Falls;
        }

        return new Exits([.. flags.Distinct()], falls);
    }

    /// <summary>The sections to which one jumps.</summary>
    private static IEnumerable<(IBranchOperation Jump, ISwitchCaseOperation To)> Jumps(ISwitchCaseOperation section, ISwitchOperation @switch) =>
        from jump in section.Body.SelectMany(operation => operation.DescendantsAndSelf()).OfType<IBranchOperation>()
        where jump.BranchKind == BranchKind.GoTo
        from to in @switch.Cases
        where to.Clauses.Any(clause => SymbolEqualityComparer.Default.Equals(clause.Label, jump.Target))
        select (jump, to);

    private Value FirstSection(Subject subject, IReadOnlyList<ISwitchCaseOperation> sections, int index, Func<ISwitchCaseOperation, int> number)
    {
        if (index == sections.Count)
        {
            return state.Block.Constant(sections.Count);
        }

        Value? applies = Switches.IsDefault(sections[index]) ? null : rooms.Switches.AnyClause(subject, sections[index].Clauses, 0);
        Value own = state.Block.Constant(number(sections[index]));
        return applies is null ? own : UnknownType.Is(applies) ? applies
            : rooms.Branches.Choose(applies, () => [own], () => [FirstSection(subject, sections, index + 1, number)], [])[0];
    }

    private Exits Section(ISwitchOperation @switch, List<ISwitchCaseOperation> order, int index, Variable section)
    {
        Value isIt = rooms.Arithmetic.Compare(Opcode.Equal, rooms.Variables.Current(section, @switch.Syntax), state.Block.Constant(index));
        Variable left = state.NewVariable(null, IrType.Bool);
        state.Frame.SetExit(@switch.ExitLabel, left);
        foreach (ICaseClauseOperation clause in @switch.Cases.SelectMany(one => one.Clauses).Where(clause => clause.Label is not null))
        {
            state.Frame.SetJump(clause.Label!, new Jump(section, order.FindIndex(one => one.Clauses.Contains(clause)), left));
        }

        IOperation[] body = [.. order[index].Body.SelectMany(OperationTree.Flatten)];
        if (Throwing.Ends(body))
        {
            rooms.Throws.ThrowIf(isIt, () => rooms.Statements.Run(body));
            return Exits.Thrown;
        }

        Branch then = rooms.Branches.Begin(), otherwise = rooms.Branches.Begin();
        Exits exits = rooms.Branches.Within(then, () => rooms.Statements.Run(body));
        rooms.Branches.Join(isIt, then, otherwise);
        Exits outside = exits.Without(left);
        return outside with { Falls = exits.Falls || exits.Flags.Contains(left) };
    }

    /// <summary>The sections in an order in which every jump leads to a later one; null, with an error, where there is none.</summary>
    private List<ISwitchCaseOperation>? InOrderOfJumps(ISwitchOperation @switch)
    {
        var left = @switch.Cases.ToList();
        var order = new List<ISwitchCaseOperation>();
        (ISwitchCaseOperation From, IBranchOperation Jump, ISwitchCaseOperation To)[] jumps =
            [.. left.SelectMany(section => Jumps(section, @switch).Select(jump => (section, jump.Jump, jump.To)))];
        while (left.Find(section => !jumps.Any(jump => jump.To == section && left.Contains(jump.From))) is { } next)
        {
            left.Remove(next);
            order.Add(next);
        }

        (IBranchOperation Jump, bool IsBack)? fault = jumps
            .Where(jump => left.IndexOf(jump.To) >= 0 && left.IndexOf(jump.To) <= left.IndexOf(jump.From))
            .Select(jump => ((IBranchOperation, bool)?)(jump.Jump, true))
            .Concat(jumps.Where(jump => IsInLoop(jump.Jump, jump.From)).Select(jump => ((IBranchOperation, bool)?)(jump.Jump, false)))
            .FirstOrDefault();
        if (fault is var (at, isBack))
        {
            faults.ReportUnsupported(
                at.Syntax.GetFirstToken(),
                isBack ? "A jump to a case that leads back" : "A jump to a case out of a loop",
                "Write a loop around the 'switch', and assign what it switches on");
            return null;
        }

        return order;
    }

    private static bool IsInLoop(IBranchOperation jump, ISwitchCaseOperation section) =>
        OperationTree.Ancestors(jump).TakeWhile(around => around != section).Any(around => around is ILoopOperation);
}
