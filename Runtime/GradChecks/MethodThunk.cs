using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>
/// Calls a method with arrays in place of spans, which reflection can't pass; the receiver of an instance method comes first.
/// By-reference arguments are boxed in the argument array, and replaced there after the call.
/// </summary>
internal sealed class MethodThunk
{
    private static readonly ConditionalWeakTable<MethodInfo, Func<object?[], object?>> s_calls = [];

    private readonly Func<object?[], object?> _call;

    [RequiresDynamicCode("Emits code.")]
    [RequiresUnreferencedCode("Finds members by reflection.")]
    public MethodThunk(MethodInfo method) => _call = s_calls.GetValue(method, Compile);

    /// <summary>Calls the method. <see langword="out"/> arguments may be null on entry.</summary>
    public object? Invoke(object?[] arguments)
    {
        // What is computed from matrices, also from ones that the method makes itself, lies in a scope that the caller opens.
        using var arena = Arena.Enter();
        return _call(arguments);
    }

    [RequiresDynamicCode("Emits code.")]
    [RequiresUnreferencedCode("Finds members by reflection.")]
    private static Func<object?[], object?> Compile(MethodInfo method)
    {
        var thunk = new DynamicMethod(
            $"Call {method.Name}", typeof(object), [typeof(object?[])], method.Module, skipVisibility: true);
        Emit(thunk.GetILGenerator(), method);
        return thunk.CreateDelegate<Func<object?[], object?>>();
    }

    [RequiresUnreferencedCode("Finds members by reflection.")]
    [RequiresDynamicCode("Emits code.")]
    private static void Emit(ILGenerator il, MethodInfo method)
    {
        IReadOnlyList<FunctionParameter> parameters = FunctionParameter.AllOf(method, activity: false);
        var references = new LocalBuilder?[parameters.Count];
        for (int i = 0; i < parameters.Count; i++)
        {
            references[i] = EmitLoad(il, i, parameters[i]);
        }

        il.Emit(method is { IsVirtual: true, DeclaringType.IsValueType: false } ? OpCodes.Callvirt : OpCodes.Call, method);
        EmitBox(il, method.ReturnType);
        for (int i = 0; i < parameters.Count; i++)
        {
            if (references[i] is { } local && !parameters[i].IsReceiver)
            {
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Ldc_I4, i);
                il.Emit(OpCodes.Ldloc, local);
                EmitBox(il, local.LocalType);
                il.Emit(OpCodes.Stelem_Ref);
            }
        }

        il.Emit(OpCodes.Ret);
    }

    /// <summary>Loads an argument, or the address of the local that holds it.</summary>
    [RequiresUnreferencedCode("Finds members by reflection.")]
    [RequiresDynamicCode("Emits code.")]
    private static LocalBuilder? EmitLoad(ILGenerator il, int position, FunctionParameter parameter)
    {
        if (parameter.Passing == Passing.Out)
        {
            LocalBuilder fresh = il.DeclareLocal(parameter.ElementType);
            il.Emit(OpCodes.Ldloca, fresh);
            return fresh;
        }

        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, position);
        il.Emit(OpCodes.Ldelem_Ref);
        il.Emit(OpCodes.Unbox_Any, parameter.ArgumentType);
        if (parameter.View is { } view)
        {
            il.Emit(OpCodes.Call, MatrixArguments.Conversion(view, parameter.ArgumentType));
        }
        else if (parameter.Passing is Passing.ReadOnlySpan or Passing.Span)
        {
            Type span = parameter.Passing == Passing.Span ? typeof(Span<>) : typeof(ReadOnlySpan<>);
            Type type = span.MakeGenericType(parameter.ElementType);
            il.Emit(OpCodes.Newobj, type.GetConstructor([parameter.ArgumentType])!);
        }

        bool isReceiver = parameter is { IsReceiver: true, ElementType.IsValueType: true };
        if (parameter.Passing is not (Passing.Ref or Passing.In) && !isReceiver)
        {
            return null;
        }

        LocalBuilder local = il.DeclareLocal(parameter.ElementType);
        il.Emit(OpCodes.Stloc, local);
        il.Emit(OpCodes.Ldloca, local);
        return local;
    }

    private static void EmitBox(ILGenerator il, Type type)
    {
        if (type == typeof(void))
        {
            il.Emit(OpCodes.Ldnull);
        }
        else if (type.IsValueType)
        {
            il.Emit(OpCodes.Box, type);
        }
    }
}
