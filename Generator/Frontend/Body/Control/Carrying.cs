using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What a loop carries from one iteration to the next.</summary>
internal sealed class Carrying(BodyState state, Rooms rooms)
{
    /// <summary>
    /// The scalar variables that the parts of a loop may change, in the order of declaration. A buffer variable that they
    /// change is such a variable where it is known what it may refer to; otherwise it has no one memory any more, inside the loop and
    /// after it, until it is assigned again.
    /// </summary>
    public Variable[] Carry(IEnumerable<IOperation> parts, LoopExits exits)
    {
        IOperation[] all = [.. parts];
        List<Variable> assigned =
        [
            .. rooms.Functions.Assigned(all).Where(variable => variable.Index < state.Environment.Count),
            .. exits.Flags,
            .. exits.Flags.Contains(state.Frame.Returned) ? state.Frame.Results : [],
        ];
        Variable[] buffers = [.. assigned.Where(variable => variable.Type is BufferType)];
        buffers = [.. buffers.Except(rooms.Renewal.Keep(all, buffers))];
        assigned.AddRange(rooms.Rebinding.Gather(all, buffers));
        rooms.BufferParts.ViewParts(all, assigned);
        foreach (Variable buffer in buffers.Where(buffer => rooms.BufferParts.PartOf(buffer) is null))
        {
            state.Environment[buffer] = rooms.Branches.Diverged();
            if (rooms.Functions.FirstAssignment(all, buffer) is { } assignment)
            {
                rooms.Variables.NoteRebound(buffer, assignment);
            }
        }

        return
        [
            .. assigned
                .Where(variable => variable.Type is ScalarType or OpaqueType && state.Environment[variable]?.Type is not UnknownType)
                .OrderBy(variable => variable.Index),
        ];
    }

    public Value[] Versions(Variable[] variables) => [.. variables.Select(variable => state.VersionOf(variable))];

    public (Branch Body, Value[] Parameters) Begin(Variable[] carried, params IReadOnlyList<IOperation> iteration)
    {
        Branch body = rooms.Branches.Begin();
        Value[] parameters = [.. carried.Select(variable => state.Values.New(variable.Type, variable.Name))];
        for (int i = 0; i < carried.Length; i++)
        {
            body.Environment[carried[i]] = parameters[i];
        }

        rooms.Branches.Within(body, () => rooms.BufferParts.ViewParts(iteration, []));
        return (body, parameters);
    }

    public Block Finish(Branch body, Value[] parameters, Variable[] carried, Value[] first)
    {
        rooms.Rebinding.CheckParts(body);
        Value[] yields = [.. carried.Select(variable => state.OrDefault(variable, body.Environment, body.Block))];
        return body.Block.Finish([.. first, .. yields], parameters);
    }

    /// <summary>A loop from 0 to a length, which is left at its end only.</summary>
    /// <param name="length">How often it runs.</param>
    /// <param name="iteration">What the program has in it.</param>
    /// <param name="carried">What it carries.</param>
    /// <param name="body">Translates an iteration.</param>
    public void Count(Value length, IReadOnlyList<IOperation> iteration, Variable[] carried, Action<Value> body)
    {
        Value start = state.Block.Constant(0);
        Value[] initial = Versions(carried);
        (Branch inner, Value[] parameters) = Begin(carried, iteration);
        Value index = state.Values.New(IrType.Int);
        rooms.Branches.Within(inner, () => body(index));
        Block block = Finish(inner, parameters, carried, []);
        Value[] outputs = Rebind(carried);
        state.Block.Append(new For(outputs.ToEquatableArray(), index, start, length, 1, initial.ToEquatableArray(), block));
    }

    public Value[] Rebind(Variable[] carried)
    {
        Value[] outputs = [.. carried.Select(variable => state.Values.New(variable.Type, variable.Name))];
        for (int i = 0; i < carried.Length; i++)
        {
            state.Environment[carried[i]] = outputs[i];
        }

        return outputs;
    }
}
