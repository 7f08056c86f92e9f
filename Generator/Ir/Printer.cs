using System.Globalization;
using System.Text;

namespace StaticAd.Generator.Ir;

/// <summary>The IR as compact text that can be read and compared: <c>%3:x = multiply %1, %2</c>.</summary>
internal sealed class Printer
{
    private readonly StringBuilder _text = new();
    private int _indent;

    public static string Print(GeneratedMethod method)
    {
        var printer = new Printer();
        string targets = string.Join(", ", method.Targets.Select(target => target.Parameter ?? "return"));
        printer.Line($"{method.Name}({Parameters(method.Parameters)}) -> {targets}");
        printer.Indented(method.Body);
        return printer._text.ToString();
    }

    public static string Print(Method method)
    {
        var printer = new Printer();
        printer.Line($"{method.Key}({Parameters(method.Parameters)}) -> {method.Return.CSharpType}");
        if (method.Body is not null)
        {
            printer.Indented(method.Body);
        }

        return printer._text.ToString();
    }

    public static string Print(Block block)
    {
        var printer = new Printer();
        printer.Write(block);
        return printer._text.ToString();
    }

    public static string Print(IrType type) => type switch
    {
        ScalarType scalar => scalar.Kind.ToString().ToLowerInvariant(),
        BufferType buffer => $"{buffer.Kind.ToString().ToLowerInvariant()}<{Print(buffer.Element)}>",
        StackType stack => $"stack<{Print(stack.Element)}>",
        OpaqueType opaque => opaque.CSharpName,
        LaneType lane => $"lanes<{Print(lane.Element)}>",
        MaskType => "mask",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static string Parameters(IEnumerable<Parameter> parameters) => string.Join(", ", parameters.Select(parameter =>
    {
        string passing = parameter.Passing == Passing.Value ? "" : parameter.Passing.ToString().ToLowerInvariant() + " ";
        return $"{passing}{Print(parameter.Type)} {parameter.Value?.ToString() ?? parameter.Name}";
    }));

    private void Write(Block block)
    {
        foreach (Operation operation in block.Operations)
        {
            Write(operation);
        }

        Line($"yield {List(block.Yields)}".TrimEnd());
    }

    private void Write(Operation operation)
    {
        string results = List(operation.Results);
        string head = results.Length == 0 ? "" : results + " = ";
        switch (operation)
        {
            case If branch:
                Line($"{head}if {branch.Condition}");
                Indented(branch.Then);
                Line("else");
                Indented(branch.Else);
                break;
            case For loop:
                string step = loop.Step.ToString(CultureInfo.InvariantCulture);
                string budget = loop.Checkpoints is null ? "" : $" keeping {loop.Checkpoints}";
                Line($"{head}for {loop.Induction} from {loop.Start} to {loop.End} by {step}{budget}{Carried(loop.Body, loop.Initial)}");
                Indented(loop.Body);
                break;
            case While loop:
                Line($"{head}while{Carried(loop.Condition, loop.Initial)}");
                Indented(loop.Condition);
                Line($"do ({List(loop.Body.Parameters)})");
                Indented(loop.Body);
                break;
            default:
                Line(head + Text(operation));
                break;
        }
    }

    private static string Carried(Block block, EquatableArray<Value> initial) =>
        block.Parameters.Count == 0 ? "" : $" with ({List(block.Parameters)}) = ({List(initial)})";

    private static string Text(Operation operation) => operation switch
    {
        Constant constant => $"constant {Number(constant)} {Print(constant.Result.Type)}",
        Symbol symbol => $"symbol {symbol.Text} {Print(symbol.Result.Type)}",
        Compute { Opcode: Opcode.Function } compute => $"{compute.Function}({List(compute.Arguments)})",
        Compute { Opcode: Opcode.Convert } compute => $"convert {List(compute.Arguments)} to {Print(compute.Result.Type)}",
        Compute compute => $"{compute.Opcode.ToString().ToLowerInvariant()} {List(compute.Arguments)}",
        Length length => $"length {length.Buffer}" + (length.Dimension is { } dimension ? $" of dimension {dimension}" : ""),
        View { Start: null } view => $"view {view.Buffer} as {Print(view.Result.Type)}",
        View view => $"slice {view.Buffer}, {view.Start}, {view.Count?.ToString() ?? "rest"}",
        Load load => $"load {load.Buffer}[{load.Index}]",
        Store store => $"store {store.Buffer}[{store.Index}] = {store.Stored}",
        Accumulate accumulate => $"accumulate {accumulate.Buffer}[{accumulate.Index}] += {accumulate.Addend}",
        Copy copy => $"copy {copy.Source} to {copy.Destination}",
        Fill fill => $"fill {fill.Buffer} with {fill.Stored}",
        Allocate allocate => $"allocate {Print(allocate.Result.Type)} x {allocate.Count} {Where(allocate.Storage)}{(allocate.Zeroed ? " zeroed" : "")}",
        AllocateStack allocate => $"allocate {Print(allocate.Result.Type)} {Where(allocate.Storage)}",
        Push push => $"push {push.Pushed} on {push.Stack}",
        Pop pop => $"pop {pop.Stack}",
        Keep keep => $"keep {keep.Kept}",
        Throw @throw => $"{string.Join("…", @throw.Text)} with {List(@throw.Arguments)}",
        Recall recall => $"recall {Print(recall.Result.Type)}",
        Call call => $"call {call.Callee}({List(call.Arguments)})",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static string Number(Constant constant) =>
        constant.Text ?? constant.Number.ToString("R", CultureInfo.InvariantCulture);

    private static string Where(Storage storage) => "in " + storage.ToString().ToLowerInvariant();

    private static string List(IEnumerable<Value> values) => string.Join(", ", values);

    private void Indented(Block block)
    {
        _indent++;
        Write(block);
        _indent--;
    }

    private void Line(string line) => _text.Append(' ', 2 * _indent).Append(line).Append('\n');
}
