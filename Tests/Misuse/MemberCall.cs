using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace StaticAd.Tests.Misuse;

/// <summary>A method or a generated member of its family, with arguments that are right.</summary>
internal sealed record MemberCall(IMethodSymbol Member, IMethodSymbol Marked, Action<object[]> Invoke)
{
    private const string SomeGradients = "Bar,Dot,Hvp";

    public string Name => Member.Name;

    public bool IsMarkedItself => Member.Name == Marked.Name;

    public IReadOnlyList<string> Parameters => [.. Member.Parameters.Select(parameter => parameter.Name)];

    public bool Takes(string type) => Member.Parameters.Any(parameter => parameter.Type.Name == type);

    /// <summary>Whether the call may write what it gets here.</summary>
    public bool Writes(int parameter)
    {
        IParameterSymbol symbol = Member.Parameters[parameter];
        return symbol.Type.Name == "Span" || symbol.RefKind is RefKind.Ref or RefKind.Out || (symbol.Type is IArrayTypeSymbol && IsGradient(symbol.Name) && !symbol.Name.EndsWith("Dot", StringComparison.Ordinal));
    }

    /// <summary>Whether the parameter's length is that of another one, or of all inputs and outputs.</summary>
    public bool HasLengthOfAnother(int parameter) => IsGradient(Member.Parameters[parameter].Name) || Member.Parameters[parameter].Name is "jacobian" or "hessian";

    public object[] Arguments() => [.. Member.Parameters.Select(Argument), null!];

    /// <summary>Everything that can be seen of some arguments, bit by bit.</summary>
    public static string State(IReadOnlyList<object> arguments) => string.Join(" ", arguments.Select(argument => argument switch
    {
        IPart part => Convert.ToHexString(part.Bits),
        double[][] rows => string.Join(",", rows.Select(row => row is null ? "" : Convert.ToHexString(MemoryMarshal.AsBytes(row.AsSpan())))),
        Array array => string.Join(",", array.Cast<double>().Select(BitConverter.DoubleToInt64Bits)),
        double number => BitConverter.DoubleToInt64Bits(number).ToString(),
        float number => BitConverter.SingleToInt32Bits(number).ToString(),
        _ => "",
    }));

    private bool IsGradient(string name) =>
        SomeGradients.Split(',').Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal))
        || (!IsMarkedItself && !Marked.Parameters.Any(parameter => parameter.Name == name) && name.StartsWith('d'));

    private object Argument(IParameterSymbol parameter)
    {
        int length = parameter.Name switch
        {
            "jacobian" => Numbers(Marked.Parameters.Where(IsInput)) * (Numbers(Marked.Parameters.Where(IsOutput)) + (Marked.ReturnsVoid ? 0 : 1)),
            "hessian" => Numbers(Marked.Parameters.Where(IsInput)) * Numbers(Marked.Parameters.Where(IsInput)),
            _ => MisusedProgram.Length,
        };
        double Value(int i) => 0.3 + 0.1 * parameter.Ordinal + 0.05 * i;
        return parameter.Type switch
        {
            INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var element] } => ElementsOf(element, length, Value),
            IArrayTypeSymbol { Rank: 2 } => new double[,] { { Value(0), Value(1) }, { Value(2), Value(3) } },
            IArrayTypeSymbol { ElementType: IArrayTypeSymbol } => new double[][] { [Value(0), Value(1)], [Value(2), Value(3)] },
            IArrayTypeSymbol => new double[] { Value(0), Value(1), Value(2), Value(3) },
            { SpecialType: SpecialType.System_Double } => Value(0),
            { SpecialType: SpecialType.System_Single } => (float)Value(0),
            { SpecialType: SpecialType.System_Int32 } => 3,
            { Name: "Half" } => (Half)Value(0),
            _ => new Tape(),
        };
    }

    private IPart ElementsOf(ITypeSymbol element, int length, Func<int, double> value) => element switch
    {
        { SpecialType: SpecialType.System_Double } => Part(length, value),
        { SpecialType: SpecialType.System_Single } => Part(length, i => (float)value(i)),
        { Name: "Half" } => Part(length, i => (Half)value(i)),
        _ => Structures(Invoke.Method.Module.Assembly.GetType(element.ToDisplayString())!, length, value(0)),
    };

    private static IPart Structures(Type element, int length, double value)
    {
        var part = (IPart)Activator.CreateInstance(typeof(Part<>).MakeGenericType(element), Array.CreateInstance(element, 2 * length + 2), 1, length)!;
        part.Fill(value);
        return part;
    }

    private static Part<T> Part<T>(int length, Func<int, T> value)
        where T : unmanaged => new([.. Enumerable.Range(0, 2 * length + 2).Select(value)], 1, length);

    private static bool IsPassive(IParameterSymbol parameter) => parameter.GetAttributes().Length > 0 || parameter.Type.SpecialType == SpecialType.System_Int32;

    private static bool IsInput(IParameterSymbol parameter) => !IsPassive(parameter) && parameter.RefKind != RefKind.Out;

    private static bool IsOutput(IParameterSymbol parameter) => !IsPassive(parameter) && (parameter.Type.Name == "Span" || parameter.RefKind is RefKind.Ref or RefKind.Out);

    private static int Numbers(IEnumerable<IParameterSymbol> parameters) => parameters.Sum(parameter => parameter.Type switch
    {
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var element] } => MisusedProgram.Length * (element.Name == "Pair" ? 2 : 1),
        IArrayTypeSymbol => MisusedProgram.Length,
        _ => 1,
    });
}
