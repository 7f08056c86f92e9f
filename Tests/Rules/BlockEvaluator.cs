using System.Reflection;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Tests.Rules;

/// <summary>
/// Computes straight-line IR with numbers, each operation in its own type. Functions are called through reflection by the C#
/// text that generated code uses, so a text that names no method fails.
/// </summary>
internal sealed class BlockEvaluator
{
    private readonly Dictionary<Value, object> _numbers = [];

    public object this[Value value] => _numbers[value];

    public void Set(Value value, double number) => _numbers[value] = Box(value.Type, number);

    public void Run(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
        {
            switch (operation)
            {
                case Constant constant:
                    Set(constant.Result, constant.Number);
                    break;
                case Compute compute:
                    _numbers[compute.Result] = Compute(compute, [.. compute.Arguments.Select(argument => _numbers[argument])]);
                    break;
                default:
                    throw new NotSupportedException($"{operation.GetType().Name} in straight-line code");
            }
        }
    }

    /// <summary>The method that C# calls for a function, for arguments of the given types; null if there is none.</summary>
    public static MethodInfo? MethodOf(string function, Type[] arguments)
    {
        ScalarType type = arguments[0] == typeof(float) ? IrType.Float : arguments[0] == typeof(int) ? IrType.Int : IrType.Double;
        string[] text = ElementaryFunctions.Text(function, type).Split('.');
        Type? home = text[0] switch
        {
            "Math" => typeof(Math),
            "MathF" => typeof(MathF),
            "double" => typeof(double),
            "float" => typeof(float),
            _ => typeof(DifferentiableAttribute).Assembly.GetType("StaticAd." + text[0]),
        };
        return home?.GetMethod(text[1], BindingFlags.Public | BindingFlags.Static, arguments);
    }

    private static object Box(IrType type, double number) => ((ScalarType)type).Kind switch
    {
        ScalarKind.Double => (object)number,
        ScalarKind.Float => (object)(float)number,
        ScalarKind.Int => (object)(int)number,
        _ => throw new NotSupportedException(type.ToString()),
    };

    private static object Compute(Compute operation, object[] arguments) => operation.Opcode switch
    {
        Opcode.Function => Call(operation.Function!, arguments),
        Opcode.Select => (bool)arguments[0] ? arguments[1] : arguments[2],
        Opcode.Convert => Box(operation.Result.Type, Convert.ToDouble(arguments[0])),
        _ when arguments[0] is bool => Logic(operation.Opcode, [.. arguments.Cast<bool>()]),
        _ when operation.Result.Type == IrType.Bool => Compare(operation.Opcode, arguments),
        _ => Box(operation.Result.Type, Arithmetic(operation.Opcode, [.. arguments.Select(Convert.ToDouble)])),
    };

    private static object Call(string function, object[] arguments)
    {
        MethodInfo method = MethodOf(function, [.. arguments.Select(argument => argument.GetType())])
            ?? throw new MissingMethodException($"{function}: no such method for {arguments[0].GetType()}");
        return method.Invoke(null, arguments)!;
    }

    private static bool Logic(Opcode opcode, bool[] x) => opcode switch
    {
        Opcode.And => x[0] & x[1],
        Opcode.Or => x[0] | x[1],
        Opcode.Not => !x[0],
        _ => throw new NotSupportedException(opcode.ToString()),
    };

    private static bool Compare(Opcode opcode, object[] arguments)
    {
        double x = Convert.ToDouble(arguments[0]), y = Convert.ToDouble(arguments[1]);
        return opcode switch
        {
            Opcode.Less => x < y,
            Opcode.LessOrEqual => x <= y,
            Opcode.Greater => x > y,
            Opcode.GreaterOrEqual => x >= y,
            Opcode.Equal => x == y,
            _ => throw new NotSupportedException(opcode.ToString()),
        };
    }

    /// <summary>Rounding a double result of two floats to float gives the float operation's result.</summary>
    private static double Arithmetic(Opcode opcode, double[] x) => opcode switch
    {
        Opcode.Add => x[0] + x[1],
        Opcode.Subtract => x[0] - x[1],
        Opcode.Multiply => x[0] * x[1],
        Opcode.Divide => x[0] / x[1],
        Opcode.Remainder => x[0] % x[1],
        Opcode.Negate => -x[0],
        _ => throw new NotSupportedException(opcode.ToString()),
    };
}
