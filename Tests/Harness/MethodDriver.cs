using System.Numerics;

namespace StaticAd.Tests.Harness;

/// <summary>
/// A marked method at one argument set, seen as a map from the flat vector of its active inputs to that of its active outputs.
/// Implementations are C# text written by <see cref="DriverWriter"/> and compiled against the generated family.
/// </summary>
public abstract class MethodDriver
{
    private readonly List<string> _inputs = [];
    private readonly List<bool> _inOut = [];
    private readonly List<string> _outputs = [];
    private readonly List<double> _point = [];
    private readonly List<double> _batchPoint = [];

    /// <summary>Type and name of the method, the corpus file and line of the directive.</summary>
    public abstract string Title { get; }

    public abstract Type DeclaringType { get; }

    public abstract string MethodName { get; }

    /// <summary>Of a generic method, for which type it is, and in which form its members are called.</summary>
    public virtual string Form => "";

    public virtual bool IsKink => false;

    /// <summary>The Jacobian that the directive states for a kink, row by row.</summary>
    public virtual double[]? StatedJacobian => null;

    /// <summary>A <c>float</c> is among the active inputs or outputs.</summary>
    public virtual bool IsSingle => false;

    /// <summary>A <c>Half</c> is among the active inputs or outputs.</summary>
    public virtual bool IsHalf => false;

    /// <summary>It computes with vectors or matrices of <c>System.Numerics</c>, which use the instructions that the processor has.</summary>
    public virtual bool RoundsAsItsProcessor => false;

    public virtual bool HasReceiver => false;

    public virtual bool HasGradient => false;

    /// <summary>Whether second derivatives are there too.</summary>
    public virtual bool HasHessian => false;

    public virtual bool HasBatch => false;

    /// <summary>Arguments that a whole batch shares, as text.</summary>
    public virtual string BatchUniform => "";

    /// <summary>Arguments as a caller passes them, without the <c>out</c> ones.</summary>
    public abstract object[] Arguments { get; }

    public IReadOnlyList<string> InputNames => _inputs;

    /// <summary>Whether an input is an output too, so that its gradient takes the place of its cotangent.</summary>
    public IReadOnlyList<bool> IsInOut => _inOut;

    public IReadOnlyList<string> OutputNames => _outputs;

    public double[] Point => [.. _point];

    /// <summary>Every floating-point argument, passive ones too: one element of a batch.</summary>
    public double[] BatchPoint => [.. _batchPoint];

    public abstract void Primal(Exchange exchange);

    /// <summary>The method in double precision; finite differences are taken of this.</summary>
    public virtual void Oracle(Exchange exchange) => Primal(exchange);

    public abstract void Vjp(Exchange exchange);

    public abstract void Jvp(Exchange exchange);

    /// <summary>Runs the forward sweep; the action runs the backward sweep.</summary>
    public abstract Action Forward(Exchange exchange);

    /// <summary>The whole Jacobian, into <see cref="Exchange.Matrix"/>.</summary>
    public abstract void Jacobian(Exchange exchange);

    /// <summary>From the inputs' tangents the Hessian's product, in place of the gradients.</summary>
    public virtual void Hvp(Exchange exchange) => throw new NotSupportedException();

    /// <summary>The whole Hessian, into <see cref="Exchange.Matrix"/>.</summary>
    public virtual void Hessian(Exchange exchange) => throw new NotSupportedException();

    public virtual void ValueAndGradient(Exchange exchange) => throw new NotSupportedException();

    public virtual void Gradient(Exchange exchange) => throw new NotSupportedException();

    public virtual void Batch(BatchExchange batch) => throw new NotSupportedException();

    public virtual void ValueAndGradientBatch(BatchExchange batch) => throw new NotSupportedException();

    /// <summary>The scalar method at one element: its value, then its gradient.</summary>
    public virtual double[] BatchReference(BatchExchange batch, int element) => throw new NotSupportedException();

    protected void AddInput(string name, double value, bool inOut)
    {
        _inputs.Add(name);
        _inOut.Add(inOut);
        _point.Add(value);
    }

    protected void AddInput<T>(string name, T[] values, bool inOut)
        where T : INumberBase<T>
    {
        for (var i = 0; i < values.Length; i++)
        {
            AddInput($"{name}[{i}]", double.CreateTruncating(values[i]), inOut);
        }
    }

    protected void AddStructInput<T>(string name, T value, bool inOut)
        where T : struct
        => StructLeaves.Visit(value, (path, number) => AddInput($"{name}.{path}", number, inOut));

    protected void AddStructInput<T>(string name, T[] values, bool inOut)
        where T : struct
    {
        for (var i = 0; i < values.Length; i++)
        {
            AddStructInput($"{name}[{i}]", values[i], inOut);
        }
    }

    protected void AddStructOutput<T>(string name, int length)
        where T : struct
    {
        for (var i = 0; i < length; i++)
        {
            AddStructOutput<T>($"{name}[{i}]");
        }
    }

    protected void AddStructOutput<T>(string name)
        where T : struct
        => StructLeaves.Visit(default(T), (path, _) => AddOutput($"{name}.{path}"));

    protected void AddOutput(string name) => _outputs.Add(name);

    protected void AddOutput(string name, int length)
    {
        for (var i = 0; i < length; i++)
        {
            _outputs.Add($"{name}[{i}]");
        }
    }

    protected void AddBatchArgument(double value) => _batchPoint.Add(value);
}
