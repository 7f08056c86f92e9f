using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    // An element passed as 'in' shows what the method writes to its buffer; its value here is that of the call.
    private void CheckElements(IInvocationOperation call, Method callee, Value?[] arguments)
    {
        HashSet<int> written = [.. callee.Parameters
            .Select((parameter, i) => parameter.IsWritableSpan ? arguments[i] : null)
            .OfType<Value>()
            .Select(buffer => Root(buffer).Id)];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            int ordinal = argument.Parameter!.Ordinal;
            if (callee.Parameters[ordinal].Passing == Passing.In && NamesElement(argument.Value) && arguments[ordinal] is { } element
                && _block.Operations.OfType<Load>().Any(load => load.Result.Id == element.Id && written.Contains(Root(load.Buffer).Id)))
            {
                ReportUnsupported(
                    argument.Syntax,
                    "Passing an element by reference to a method that writes its buffer",
                    "Pass a local that holds its value");
            }
        }
    }

    private static bool NamesElement(IOperation argument) =>
        argument is IArrayElementReferenceOperation or IPropertyReferenceOperation or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation;
}
