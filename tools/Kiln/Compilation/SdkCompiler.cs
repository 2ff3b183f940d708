using System.Text;
using Kiln.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Tool.Compilation;

/// <summary>Compiles the files of an SDK in this process, as strictly as a project can: nullable, documentation, every warning shown.</summary>
internal static class SdkCompiler
{
    // Where debuggers and build logs on any machine are to see the files; nothing of this machine enters the assembly.
    private const string SourceRoot = "/_/";

    // The oldest C# that projects for the oldest framework use.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        deterministic: true,
        // What the .NET SDK silences in every project: a library that was built against an older framework's assembly uses the newer one.
        specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>
        {
            ["CS1701"] = ReportDiagnostic.Suppress,
            ["CS1702"] = ReportDiagnostic.Suppress,
        });

    // Inside the assembly: one file less to lose, and a debugger steps into the SDK with nothing else at hand.
    private static readonly EmitOptions Emission = new(debugInformationFormat: DebugInformationFormat.Embedded);

    public static CompiledSdk Compile(IReadOnlyList<SourceFile> files, SdkAssembly identity, CancellationToken cancellationToken)
    {
        var sources = files.Append(new SourceFile(SdkAssembly.FileName, identity.ToSource()))
            .Select(file => (Path: SourceRoot + file.HintName, Text: SourceText.From(file.Text, Encoding.UTF8, SourceHashAlgorithm.Sha256)))
            .ToArray();
        var trees = sources.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path, cancellationToken))
            .ToArray();
        var compilation = CSharpCompilation.Create(identity.Name, trees, identity.Framework.References(), Options);

        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var emitted = compilation.Emit(
            assembly,
            xmlDocumentationStream: documentation,
            options: Emission,
            embeddedTexts: sources.Select(source => EmbeddedText.FromSource(source.Path, source.Text)),
            cancellationToken: cancellationToken);

        return new CompiledSdk(
            emitted.Success,
            assembly.ToArray(),
            documentation.ToArray(),
            [.. emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).Select(Line).Distinct()],
            Types(compilation.Assembly.GlobalNamespace).ToArray());
    }

    /// <example><c>Models.Pet.g.cs(12,3): warning CS1591: …</c></example>
    private static string Line(Diagnostic diagnostic)
    {
        var text = diagnostic.ToString();
        return text.StartsWith(SourceRoot, StringComparison.Ordinal) ? text[SourceRoot.Length..] : text;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamedTypeSymbol type => Types(type).Prepend(type),
        INamespaceSymbol inner => Types(inner),
        _ => [],
    });
}

/// <summary>What became of an SDK's files.</summary>
/// <param name="IsWhole">Whether there is an assembly; otherwise the files have errors.</param>
/// <param name="Assembly">With its symbols and its source inside.</param>
/// <param name="Documentation">XML.</param>
/// <param name="Diagnostics">The errors and warnings of the compiler, a line each.</param>
/// <param name="Types">All of them, nested ones too.</param>
internal sealed record CompiledSdk(
    bool IsWhole, byte[] Assembly, byte[] Documentation, IReadOnlyList<string> Diagnostics, IReadOnlyList<INamedTypeSymbol> Types);
