using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>The numbers of elements in a method, in terms of its parameters.</summary>
internal sealed class SizeText
{
    private readonly Dictionary<int, Operation> _definitions = [];
    private readonly Dictionary<int, string> _names = [];

    public SizeText(IEnumerable<Parameter> parameters, Block body)
    {
        foreach (Parameter parameter in parameters.Where(parameter => parameter.Value is not null))
        {
            _names[parameter.Value!.Id] = parameter.Name;
        }

        foreach (Operation operation in body.AllOperations())
        {
            foreach (Value result in operation.Results)
            {
                _definitions[result.Id] = operation;
            }
        }
    }

    public SizeFormula Of(Value number)
    {
        if (_names.TryGetValue(number.Id, out string name))
        {
            return SizeFormula.Named(name);
        }

        return !_definitions.TryGetValue(number.Id, out Operation definition) ? Unknown(number) : definition switch
        {
            Constant constant => SizeFormula.Number(constant.Number),
            Symbol symbol => SizeFormula.Named(symbol.Text),
            Length length => OfLength(length),
            Compute { Opcode: Opcode.Add, Arguments: [var left, var right] } => Of(left) + Of(right),
            Compute { Opcode: Opcode.Subtract, Arguments: [var left, var right] } => Of(left) - Of(right),
            Compute { Opcode: Opcode.Multiply, Arguments: [var left, var right] } => Of(left) * Of(right),
            Compute { Opcode: Opcode.Divide, Arguments: [var dividend, var divisor] } => Quotient(Of(dividend), Of(divisor)),
            Compute { Opcode: Opcode.Convert, Arguments: [var source] } => Of(source),
            Compute { Opcode: Opcode.Function } function => OfFunction(function),
            _ => Unknown(number),
        };
    }

    private SizeFormula OfLength(Length length)
    {
        if (_definitions.TryGetValue(length.Buffer.Id, out Operation definition))
        {
            return definition switch
            {
                Allocate allocate => Of(allocate.Count),
                View { Count: { } count } => Of(count),
                View { Start: { } start } view => OfLength(new Length(length.Result, view.Buffer)) - Of(start),
                Symbol symbol => SizeFormula.Named(symbol.Text + ".Length"),
                _ => Unknown(length.Result),
            };
        }

        return _names.TryGetValue(length.Buffer.Id, out string name)
            ? SizeFormula.Named(length.Member is { } member ? $"{name}.{member}" : length.Dimension is { } dimension ? $"{name}.GetLength({dimension})" : name + ".Length")
            : Unknown(length.Result);
    }

    // What keeps a size between zero and what a buffer can hold changes nothing for those that occur.
    private SizeFormula OfFunction(Compute function)
    {
        SizeFormula[] arguments = [.. function.Arguments.Select(Of)];
        return (function.Function, arguments) switch
        {
            ("Max", [var size, { Constant: 0 }]) => size,
            ("Max", [{ Constant: 0 }, var size]) => size,
            ("Min", [var size, { Constant: >= int.MaxValue }]) => size,
            _ => SizeFormula.Named($"{function.Function}({string.Join(", ", arguments.Select(argument => argument.ToString()))})"),
        };
    }

    private static SizeFormula Quotient(SizeFormula dividend, SizeFormula divisor)
    {
        if (divisor.Constant == 1)
        {
            return dividend;
        }

        return dividend.Constant is { } number && divisor.Constant is { } parts and not 0
            ? SizeFormula.Number(Math.Truncate(number / parts))
            : SizeFormula.Named($"⌊{Text(dividend)}/{Text(divisor)}⌋");
    }

    private static string Text(SizeFormula size) => size.IsSum ? $"({size})" : size.ToString();

    private static SizeFormula Unknown(Value number) => SizeFormula.Named(number.Name ?? "a number computed in the method");
}
