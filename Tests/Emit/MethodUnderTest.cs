using System.Reflection;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using Xunit;

namespace StaticAd.Tests.Emit;

/// <summary>Puts a generated method together by hand: parameters first, then the body, then where its yields go.</summary>
internal sealed class MethodUnderTest
{
    private readonly List<Parameter> _parameters = [];
    private readonly List<(Value Value, ResultTarget Target)> _results = [];
    private readonly List<Guard> _guards = [];
    private readonly List<ReturnComponent> _components = [];

    public MethodUnderTest()
    {
        Body = new BlockBuilder(Values);
    }

    public ValueSource Values { get; } = new();

    public BlockBuilder Body { get; }

    public string Name { get; init; } = "F";

    public TapeUse Tape { get; init; }

    public List<Method> Callees { get; } = [];

    public Value Double(string name) => Add(name, "double", IrType.Double, Passing.Value)!;

    public Value Int(string name) => Add(name, "int", IrType.Int, Passing.Value)!;

    public Value Bool(string name) => Add(name, "bool", IrType.Bool, Passing.Value)!;

    public Value Float(string name) => Add(name, "float", IrType.Float, Passing.Value)!;

    public Value Ref(string name) => Add(name, "ref double", IrType.Double, Passing.Ref)!;

    public void Out(string name) => Add(name, "out double", IrType.Double, Passing.Out);

    public Value ReadOnlySpan(string name) =>
        Add(name, "ReadOnlySpan<double>", new BufferType(IrType.Double, BufferKind.ReadOnlySpan), Passing.Value)!;

    public Value Span(string name) => Add(name, "Span<double>", new BufferType(IrType.Double, BufferKind.Span), Passing.Value)!;

    public Value Array(string name) => Add(name, "double[]", new BufferType(IrType.Double, BufferKind.Array), Passing.Value)!;

    public void TapeParameter() => Add("tape", "Tape", new OpaqueType("Tape"), Passing.Value);

    public void Guard(Guard guard) => _guards.Add(guard);

    public void Return(Value value, string? name = null)
    {
        _results.Add((value, new ResultTarget(null)));
        _components.Add(new ReturnComponent(name, value.Type, true));
    }

    public void Yield(Value value, string parameter) => _results.Add((value, new ResultTarget(parameter)));

    public GeneratedMethod Finish() => new(
        Name,
        "Test.",
        [.. _parameters.Select(parameter => new ParameterDoc(parameter.Name, "Argument."))],
        _components.Count == 0 ? null : "Result.",
        [.. _parameters],
        new ReturnShape(ReturnType(), [.. _components]),
        [.. _results.Select(result => result.Target)],
        [.. _guards],
        Tape,
        Tape == TapeUse.None ? null : "Model.F",
        Body.Finish(_results.Select(result => result.Value)),
        [.. Callees]);

    public static DerivativeFamily Family(params IEnumerable<GeneratedMethod> methods) =>
        new("Testing", [new EnclosingType("public static partial class Model")], "public", "Model", [.. methods]);

    /// <summary>The file's text.</summary>
    public string File()
    {
        GeneratedMethod method = Finish();
        string printed = Printer.Print(method);
        Assert.True(Verifier.Check(method).Count == 0, string.Join("\n", Verifier.Check(method)) + "\n" + printed);
        return CSharpWriter.Write(Family(method));
    }

    /// <summary>What stands between the braces of the method, with its own indentation.</summary>
    public string Text()
    {
        string[] lines = File().Split('\n');
        int first = System.Array.FindIndex(lines, line => line == "    {") + 1;
        int last = System.Array.FindLastIndex(lines, line => line == "    }");
        return string.Join("\n", lines[first..last].Select(line => line.Length > 8 ? line[8..] : line.Trim()));
    }

    public MethodInfo Compile() => Compiled.Method(Compiled.Load(File()), Name);

    public object? Run(params object?[] arguments) => Compile().Invoke(null, arguments);

    private Value? Add(string name, string type, IrType irType, Passing passing)
    {
        Value? value = passing == Passing.Out ? null : Values.New(irType, name);
        string escaped = Identifiers.Escape(name);
        _parameters.Add(new Parameter(name, $"{type} {escaped}", irType, passing, value, true));
        return value;
    }

    private string ReturnType()
    {
        string[] types = [.. _components.Select(component => TypeText.Keyword(((ScalarType)component.Type).Kind) + (component.Name is null ? "" : " " + component.Name))];
        return types.Length switch
        {
            0 => "void",
            1 => types[0].Split(' ')[0],
            _ => $"({string.Join(", ", types)})",
        };
    }
}
