using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.CodeFixes;

/// <summary>Documents of one project, or of two of which the second refers to the first, as an editor holds them.</summary>
internal sealed class MendedProgram
{
    private readonly Solution _solution;

    private MendedProgram(Solution solution) => _solution = solution;

    public static MendedProgram Of(string text) => new(Project(new AdhocWorkspace().CurrentSolution, "Program", text));

    public static MendedProgram Of(string library, string text)
    {
        Solution solution = Project(Project(new AdhocWorkspace().CurrentSolution, "Library", library), "Program", text);
        return new MendedProgram(solution.AddProjectReference(Named(solution, "Program").Id, new ProjectReference(Named(solution, "Library").Id)));
    }

    public static ImmutableArray<CodeFixProvider> Providers { get; } =
    [
        .. typeof(StaticAd.CodeFixes.MendProvider).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>The text of the program, the first project's where there are two.</summary>
    public async Task<string> Text(string project = "Program") => (await Document(project).GetTextAsync()).ToString();

    /// <summary>What our analyzer says of the program.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        Compilation compilation = (await Document("Program").Project.GetCompilationAsync())!;
        return [.. (await compilation.WithAnalyzers([Toolchain.NewAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>What the editor offers for a diagnostic.</summary>
    public async Task<IReadOnlyList<(CodeFixProvider Provider, CodeAction Action)>> Offers(Diagnostic diagnostic)
    {
        List<(CodeFixProvider, CodeAction)> offers = [];
        foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(
                Document("Program"), diagnostic, (action, _) => offers.Add((provider, action)), CancellationToken.None));
        }

        return offers;
    }

    /// <summary>The program after the offer with a title was taken for one diagnostic.</summary>
    public async Task<MendedProgram> Take(Diagnostic diagnostic, string title)
    {
        (_, CodeAction action) = Chosen(await Offers(diagnostic), title);
        return await Applied(action);
    }

    /// <summary>The program after the offer was taken for all diagnostics of the document.</summary>
    public async Task<MendedProgram> TakeForAll(string title)
    {
        ImmutableArray<Diagnostic> all = await Diagnostics();
        (CodeFixProvider provider, CodeAction action) = Chosen(await Offers(all[0]), title);
        var context = new FixAllContext(
            Document("Program"), provider, FixAllScope.Project, action.EquivalenceKey!, provider.FixableDiagnosticIds, new Found(all), CancellationToken.None);
        return await Applied((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    /// <summary>The program with its derivatives; the library's too.</summary>
    public async Task<CSharpCompilation> Generated()
    {
        var compilation = (CSharpCompilation)(await Document("Program").Project.GetCompilationAsync())!;
        if (_solution.Projects.Any(project => project.Name == "Library"))
        {
            var library = (CSharpCompilation)(await Document("Library").Project.GetCompilationAsync())!;
            CompilationReference plain = compilation.References.OfType<CompilationReference>().Single();
            compilation = compilation.ReplaceReference(plain, Generation.Run(library, Toolchain.NewGenerator()).Output.ToMetadataReference());
        }

        return Generation.Run(compilation, Toolchain.NewGenerator()).Output;
    }

    private static Solution Project(Solution solution, string name, string text)
    {
        CSharpCompilation settings = Toolchain.Compile(name);
        ProjectId id = ProjectId.CreateNewId(name);
        return solution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, name, name, LanguageNames.CSharp,
                compilationOptions: settings.Options, parseOptions: Toolchain.ParseOptions, metadataReferences: settings.References))
            .AddDocument(DocumentId.CreateNewId(id), name + ".cs", SourceText.From(text, System.Text.Encoding.UTF8), filePath: name + ".cs");
    }

    private static (CodeFixProvider, CodeAction) Chosen(IReadOnlyList<(CodeFixProvider Provider, CodeAction Action)> offers, string title) =>
        offers.Where(offer => offer.Action.Title == title).ToArray() is [var one]
            ? one
            : throw new InvalidOperationException($"'{title}' is not among the offers: '{string.Join("', '", offers.Select(offer => offer.Action.Title))}'");

    private async Task<MendedProgram> Applied(CodeAction action)
    {
        CodeActionOperation operation = (await action.GetOperationsAsync(_solution, new NoProgress(), CancellationToken.None)).Single();
        return new MendedProgram(((ApplyChangesOperation)operation).ChangedSolution);
    }

    private Document Document(string project) => Named(_solution, project).Documents.Single();

    private static Project Named(Solution solution, string name) => solution.Projects.Single(project => project.Name == name);

    private sealed class NoProgress : IProgress<CodeAnalysisProgress>
    {
        public void Report(CodeAnalysisProgress value)
        {
        }
    }

    private sealed class Found(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
