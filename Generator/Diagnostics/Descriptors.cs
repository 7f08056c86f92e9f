using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Diagnostics;

/// <summary>What can be wrong with a marked method, its body, what it calls, and with a rule.</summary>
internal static class Descriptors
{
    private const string Category = "StaticAd";

    // The page of each diagnostic lies at docs/diagnostics in the repository.
    private const string Pages = "https://github.com/staticad/staticad/blob/main/docs/diagnostics/";

    // Declaration of the marked method.
    public static readonly DiagnosticDescriptor InternalError = Error(
        "SAD0001", "Internal error",
        "No derivative of '{0}': StaticAd failed with {1}. This is a bug of StaticAd; please report it with the method's source.");

    public static readonly DiagnosticDescriptor TypeNotPartial = Error(
        "SAD0002", "Type must be partial",
        "The derivative of '{0}' is generated beside it, so '{1}' must {2}");

    public static readonly DiagnosticDescriptor NotDifferentiableKind = Error(
        "SAD0003", "Kind of method cannot be differentiated",
        "'{0}' is {1}; only ordinary methods can be differentiated so far: static ones, and instance methods of classes and of structures of numbers. Make it a static method that takes what it needs as parameters.");

    public static readonly DiagnosticDescriptor GenericMethod = Error(
        "SAD0004", "Generic method of this form is not supported",
        "'{0}' cannot be differentiated as a generic method: {1}");

    public static readonly DiagnosticDescriptor NoActiveParameter = Error(
        "SAD0005", "Nothing to differentiate with respect to",
        "'{0}' has no active parameter: one of type 'double', 'float' or 'Half', or an array or span of these, that is neither 'out' nor marked [NoDerivative] or [Scratch]");

    public static readonly DiagnosticDescriptor NoActiveResult = Error(
        "SAD0006", "Nothing to differentiate",
        "'{0}' has no active result: return a 'double', 'float', 'Half' or a tuple of these, or write to a 'Span', 'ref' or 'out' parameter");

    public static readonly DiagnosticDescriptor UnsupportedSignatureType = Error(
        "SAD0007", "Type of parameter or result is not supported",
        "{0} has type '{1}', which is not supported yet. Use numbers, 'bool', enums, structures of these, arrays of numbers, and one-dimensional arrays or spans of numbers or structures{2}. Parameters without derivatives may also be strings, dates, 'decimal', lists of numbers and objects of the project's classes.");

    public static readonly DiagnosticDescriptor NameClash = Error(
        "SAD0008", "Generated method clashes with a member",
        "The generated method '{0}' clashes with {1}. Rename one of them, or give the family another name: [Differentiable(Name = \"…\")].");

    public static readonly DiagnosticDescriptor BatchNotPossible = Error(
        "SAD0009", "Batch = true is not possible",
        "'{0}' cannot be generated in batches because {1}. Remove 'Batch = true' or change this.");

    public static readonly DiagnosticDescriptor OrderNotSupported = Error(
        "SAD0010", "Order of derivative is not supported",
        "Order = {0} is not supported: {1}. Remove it or change what it says.");

    public static readonly DiagnosticDescriptor InvalidName = Error(
        "SAD0011", "Family name is not an identifier",
        "Name = \"{0}\" is not a C# identifier, so no method can be named after it");

    public static readonly DiagnosticDescriptor MisplacedScratch = Error(
        "SAD0012", "[Scratch] on something that is not a Span",
        "[Scratch] marks working memory, so '{0}' must be a 'Span' taken by value");

    // Bodies.
    public static readonly DiagnosticDescriptor UnsupportedConstruct = Error(
        "SAD0013", "Not supported in differentiated code",
        "{0} cannot be differentiated. {1}.");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "SAD0014", "Type is not supported in differentiated code",
        "A value of type '{0}' is not supported in differentiated code. {1}.");

    public static readonly DiagnosticDescriptor OverflowContext = Error(
        "SAD0015", "Overflow checking differs from the project's",
        "'{0}' arithmetic on integers is not supported in differentiated code, because generated code has the project's overflow checking. Remove '{0}' here.");

    public static readonly DiagnosticDescriptor WriteToInput = Error(
        "SAD0016", "An input is written",
        "'{0}' is an input because of its type '{1}', but it is written here. Make it a 'Span<{2}>', which is input and output, or write to a copy.");

    public static readonly DiagnosticDescriptor MutableState = Error(
        "SAD0017", "Mutable state in differentiated code",
        "'{0}' can change between two calls, and its derivative would be lost. Make it 'const' or 'static readonly', or pass it as a parameter.");

    public static readonly DiagnosticDescriptor BufferReassigned = Error(
        "SAD0018", "Span or array variable depends on control flow",
        "'{0}' refers to different memory depending on the path taken, because it is assigned here. Use a variable of its own, or copy the elements instead.");

    public static readonly DiagnosticDescriptor WriteToStatic = Error(
        "SAD0019", "Static memory is written",
        "'{0}' is static and may be shared by several calls, but it is written here. Pass it as a 'Span' parameter.");

    // Calls.
    public static readonly DiagnosticDescriptor CallWithoutDerivative = Error(
        "SAD0020", "No derivative of a called method",
        "'{0}' has no derivative: {1}. Provide one with [DerivativeOf(typeof({2}), \"{3}\")], or {4}.");

    public static readonly DiagnosticDescriptor FaultInCallee = Error(
        "SAD0021", "A called method cannot be differentiated",
        "'{0}' cannot be differentiated: {1}");

    public static readonly DiagnosticDescriptor Recursion = Error(
        "SAD0022", "Recursion of a function that is translated in place",
        "'{0}' calls itself ({1}) and is translated where it is called, as what it takes, returns or captures has no form of its own. Make it a static method with numbers and spans as parameters.");

    public static readonly DiagnosticDescriptor NestedDerivative = Error(
        "SAD0023", "A generated derivative cannot be differentiated again",
        "'{0}' is a generated derivative that cannot be differentiated again: {1}. Call it outside differentiated code, or write the derivative out.");

    public static readonly DiagnosticDescriptor AliasedReference = Error(
        "SAD0024", "A variable is passed by reference twice",
        "'{0}' is passed by reference more than once in this call, so that a write through one would change the other. Pass a copy.");

    public static readonly DiagnosticDescriptor Inaccessible = Error(
        "SAD0025", "Not accessible from generated code",
        "'{0}' is not accessible from '{1}', where the derivative is generated. Make it 'internal'.");

    // Rules.
    public static readonly DiagnosticDescriptor RuleTargetMissing = Error(
        "SAD0026", "Rule for a method that does not exist",
        "'{0}' has no static method '{1}' with supported parameters that this rule could belong to");

    public static readonly DiagnosticDescriptor RuleSignature = Error(
        "SAD0027", "Signature of a rule does not fit",
        "A {0} rule of '{1}' must {2}");

    public static readonly DiagnosticDescriptor RuleDuplicate = Error(
        "SAD0028", "Two rules for the same derivative",
        "'{0}' already has a {1} rule: '{2}'. Remove one of them.");

    public static readonly DiagnosticDescriptor RuleUnpaired = Error(
        "SAD0029", "Forward and Backward rules belong together",
        "'{0}' has a {1} rule but no {2} rule. Add it, or use a Vjp rule.");

    public static readonly DiagnosticDescriptor StructCannotBeMade = Error(
        "SAD0030", "Structure cannot be taken apart and made again",
        "{0} has type '{1}', which generated code cannot read or make member by member: make its fields and properties readable from '{2}', and either all settable or give it a constructor that only copies one parameter to each.");

    public static readonly DiagnosticDescriptor ActiveInPassive = Error(
        "SAD0031", "Active value in a passive place",
        "{0} depends on an active input, and its derivative would be lost. {1}.");

    // What is differentiated, but perhaps not as meant.
    public static readonly DiagnosticDescriptor NoInfluence = Warning(
        "SAD0032", "No derivative flows from an input",
        "Nothing that '{1}' returns or writes depends on '{0}' in a way that has a derivative, which is therefore always zero. Mark '{0}' [NoDerivative], or check the method.");

    public static readonly DiagnosticDescriptor IntegerDivision = Warning(
        "SAD0033", "Integer division in a differentiated expression",
        "'{0}' divides integers and drops the remainder before it becomes a '{1}'. Write '({1}){2}' for the dividend, or convert explicitly if whole numbers are meant.");

    public static readonly DiagnosticDescriptor TruncatingCast = Warning(
        "SAD0034", "Cast that drops a derivative",
        "'{0}' is a whole number: its derivative with respect to '{1}' is zero, and the result depends on it. Compute with the number itself, or say that this is meant: Ad.StopGradient({1}).");

    public static readonly DiagnosticDescriptor ZeroDerivative = Warning(
        "SAD0035", "Function whose derivative is zero",
        "'{0}' is constant between its jumps: its derivative is zero, and the result depends on it. Use a smooth function, or say that this is meant: Ad.StopGradient({1}).");

    public static readonly DiagnosticDescriptor EqualityBranch = Warning(
        "SAD0036", "Branch on equality of numbers with derivatives",
        "'{0}' holds at single points, and there the derivative is that of this branch alone. Compare with '<' or '>', use a tolerance, or say that this is meant: Ad.StopGradient({1}).");

    public static readonly DiagnosticDescriptor DomainEdge = Warning(
        "SAD0037", "Derivative is infinite at the edge of the domain",
        "The argument of '{0}' can be exactly 0 here, where the derivative is infinite, and NaN once it is multiplied by the zero derivative of its argument. Treat 0 in a branch of its own ('{1} > 0 ? … : …'), or add a small number.");

    public static readonly DiagnosticDescriptor AliasedBuffers = Warning(
        "SAD0038", "Buffers of a derivative overlap",
        "'{0}' is passed for '{1}' and for '{2}', of which '{3}' is written: the call throws ArgumentException. Pass memory of its own for each.");

    public static readonly DiagnosticDescriptor ManagedAllocation = Warning(
        "SAD0039", "Managed allocation in differentiated code",
        "'{0}' makes an object on the managed heap at each call of the derivatives. Make it outside and pass it as a parameter.");

    public static readonly DiagnosticDescriptor UnboundedTape = Warning(
        "SAD0040", "Memory of a loop is not bounded",
        "The derivatives remember values of each pass of this loop, and nothing bounds how often it runs. Bound it by a counter, as in 'for (int i = 0; i < limit && …; i++)'.");

    public static readonly DiagnosticDescriptor KinkConvention = Information(
        "SAD0041", "Derivative at a kink follows a convention",
        "{0}");

    public static readonly DiagnosticDescriptor TapeSize = Information(
        "SAD0042", "Size of the tape",
        "'{0}' keeps {1} bytes on the tape");

    public static readonly DiagnosticDescriptor ForeignSource = Error(
        "SAD0043", "Written by another source generator",
        "{0} comes from another source generator, and source generators do not see what others write: '{1}' has no derivative. Write it by hand, or put it into a project that this one references.");

    public static readonly DiagnosticDescriptor EinsumEquation = Error(
        "SAD0044", "Equation that is none",
        "{0}. {1}.");

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = typeof(Descriptors)
        .GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
        .Select(field => (DiagnosticDescriptor)field.GetValue(null))
        .ToDictionary(descriptor => descriptor.Id);

    public static IEnumerable<DiagnosticDescriptor> All => ById.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Get(string id) => ById[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        New(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => New(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Information(string id, string title, string message) => New(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor New(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md", customTags: tags);
}
